package org.clientele.platform.workbench.paint;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.scene.TextStyle.Weight;

/** A paragraph, broken at spaces; a word that is too long for a line is broken where the line ends. */
public final class TextBlock {
    private static final double LEADING = 1.45;

    private TextBlock() {}

    /** The lines of a text in a width. */
    public static List<String> lines(Pen pen, String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                String joined = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && pen.width(joined, size, Weight.REGULAR) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    joined = word;
                }
                String rest = joined;
                while (pen.width(rest, size, Weight.REGULAR) > width && rest.length() > 1) {
                    int cut = rest.length() - 1;
                    while (cut > 1 && pen.width(rest.substring(0, cut), size, Weight.REGULAR) > width) {
                        cut--;
                    }
                    lines.add(rest.substring(0, cut));
                    rest = rest.substring(cut);
                }
                line.setLength(0);
                line.append(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** The height of a text in a width, in pixels. */
    public static int height(Pen pen, String text, double size, double width) {
        return text.isEmpty()
                ? 0
                : (int) Math.ceil(lines(pen, text, size, width).size() * size * LEADING);
    }

    /** Draws it; {@code baseline} is the first line's. Gives the height. */
    public static int draw(Pen pen, String text, double x, double baseline, double size, double width, int argb) {
        List<String> lines = lines(pen, text, size, width);
        for (int i = 0; i < lines.size(); i++) {
            pen.text(x, baseline + i * size * LEADING, lines.get(i), size, Weight.REGULAR, argb);
        }
        return (int) Math.ceil(lines.size() * size * LEADING);
    }
}
