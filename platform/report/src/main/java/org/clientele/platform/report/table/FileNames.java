package org.clientele.platform.report.table;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files from titles, each once. Not thread-safe. */
public final class FileNames {
    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    /** "Revenue by month" as "revenue-by-month": letters and digits of any script, hyphens between; "table" for nothing. */
    public static String of(String title) {
        StringBuilder s = new StringBuilder();
        Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c) && s.length() < LONGEST) {
                        s.appendCodePoint(c);
                    } else if (s.length() > 0 && s.charAt(s.length() - 1) != '-') {
                        s.append('-');
                    }
                });
        String name = s.toString().endsWith("-") ? s.substring(0, s.length() - 1) : s.toString();
        // Windows keeps some names for devices.
        boolean free = !name.isEmpty() && !name.matches("con|prn|aux|nul|(com|lpt)\\d");
        return free ? name : ("table-" + name).replaceAll("-$", "");
    }

    /** A name that this has not given yet. */
    public String next(String title, String ending) {
        String name = of(title);
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "-" + i;
        }
        return free + ending;
    }
}
