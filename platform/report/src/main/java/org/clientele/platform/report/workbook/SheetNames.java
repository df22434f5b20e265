package org.clientele.platform.report.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.clientele.platform.report.table.PlainText;
import org.clientele.sdk.text.Texts;

/** Names of sheets from titles: at most 31 characters, none that spreadsheets refuse, no two alike. Not thread-safe. */
final class SheetNames {
    private static final Texts TEXTS = Texts.of(SheetNames.class);

    private static final int LONGEST = 31;

    /** Excel keeps the second for itself. */
    private final Set<String> taken = new HashSet<>(Set.of("", "history"));

    /** A name that this has not given yet. */
    String next(String title) {
        String clean = PlainText.legal(title)
                .replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ")
                .replaceAll("\\s+", " ")
                // A straight one ends the name where other sheets refer to it.
                .replace('\'', '’')
                .strip();
        String base = clean.isEmpty() ? TEXTS.get("sheet.names.table") : clean;
        String name = cut(base, LONGEST);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String number = " (" + i + ")";
            name = cut(base, LONGEST - number.length()) + number;
        }
        return name;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).strip();
    }
}
