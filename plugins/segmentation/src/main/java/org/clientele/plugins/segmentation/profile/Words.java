package org.clientele.plugins.segmentation.profile;

import java.util.List;
import java.util.Locale;
import org.clientele.sdk.text.Texts;

/** Numbers and lists in sentences and tables. */
public final class Words {
    private static final Texts TEXTS = Texts.of(Words.class);

    private Words() {}

    /** A p-value: "0.034", "< 0.001", "" for none. */
    public static String p(double p) {
        return Double.isNaN(p) ? "" : p < 0.001 ? TEXTS.get("words.p.small") : number(p, 3);
    }

    /** With so many digits behind the point, and a true minus. */
    public static String number(double value, int digits) {
        String text = String.format(Texts.locale(), "%." + digits + "f", Math.abs(value));
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (value < 0 && !zero ? "−" : "") + text;
    }

    /** "61 %", with one decimal below ten. */
    public static String percent(double share) {
        return TEXTS.get("words.percent", number(share * 100, Math.abs(share) < 0.0995 ? 1 : 0));
    }

    /** "Age, Income and 3 more". */
    public static String list(List<String> names, int most) {
        if (names.size() <= 1) {
            return names.isEmpty() ? "" : names.get(0);
        }
        if (names.size() <= most) {
            return TEXTS.get(
                    "words.list", String.join(", ", names.subList(0, names.size() - 1)), names.get(names.size() - 1));
        }
        return TEXTS.get("words.list.more", String.join(", ", names.subList(0, most)), names.size() - most);
    }

    /** How a constant of an enum is called in a key of texts. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
