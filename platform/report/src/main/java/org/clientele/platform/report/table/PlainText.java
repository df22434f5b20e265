package org.clientele.platform.report.table;

/** Texts as cells of files may hold them. */
public final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;
    /** The last four are what an East Asian keyboard writes for the first four; spreadsheets take them for the same. */
    private static final String STARTS = "=+-@＝＋－＠";

    private PlainText() {}

    /** Whether a spreadsheet that reads this from a text file, or whose reader edits the cell, might run it as a formula. */
    public static boolean looksLikeFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        // Spreadsheets overlook blanks before a formula.
        String rest = text.stripLeading();
        return first == '\t'
                || first == '\r'
                || first == '\n'
                || !rest.isEmpty() && STARTS.indexOf(rest.charAt(0)) >= 0;
    }

    /**
     * The text with an apostrophe in front where it looks like a formula. A text that has one already gets a second one, so that
     * taking one away from each text that begins with it gives all texts back.
     */
    public static String guarded(String text) {
        return looksLikeFormula(text) || text.startsWith("'") ? "'" + text : text;
    }

    /** Without what XML and most readers of text cannot hold: U+FFFD stands in its place. */
    public static String legal(String text) {
        if (text.codePoints().allMatch(PlainText::isLegal)) {
            return text;
        }
        StringBuilder s = new StringBuilder(text.length());
        text.codePoints().forEach(c -> s.appendCodePoint(isLegal(c) ? c : REPLACEMENT));
        return s.toString();
    }

    private static boolean isLegal(int c) {
        return c >= 0x20 && c < 0xD800
                || c >= 0xE000 && c != 0xFFFE && c != 0xFFFF
                || c == '\t'
                || c == '\n'
                || c == '\r';
    }
}
