package org.clientele.platform.runtime;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** The key under which queries know what somebody has named: letters, digits and low lines. */
public final class NameKey {
    private NameKey() {}

    /**
     * A key for a name.
     *
     * @param prefix in front of a name that would be no key by itself, "set_"
     * @param taken keys that it must not be, so that no filter changes its meaning
     */
    public static String of(String name, String prefix, Collection<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        String base = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? prefix + plain : plain;
        base = base.endsWith("_") ? base.substring(0, base.length() - 1) : base;
        String key = base;
        for (int n = 2; taken.contains(key); n++) {
            key = base + "_" + n;
        }
        return key;
    }
}
