package org.clientele.platform.charts;

/** Text as SVG and HTML may hold it. */
public final class SvgText {
    private SvgText() {}

    /** For text and attributes; characters that XML cannot hold become U+FFFD. */
    public static String escape(String text) {
        StringBuilder s = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> s.append("&amp;");
                case '<' -> s.append("&lt;");
                case '>' -> s.append("&gt;");
                case '"' -> s.append("&quot;");
                case '\t', '\n', '\r' -> s.append(' ');
                default -> {
                    boolean allowed = c >= 0x20 && c < 0xD800 || c >= 0xE000 && c != 0xFFFE && c != 0xFFFF;
                    s.appendCodePoint(allowed ? c : 0xFFFD);
                }
            }
        });
        return s.toString();
    }
}
