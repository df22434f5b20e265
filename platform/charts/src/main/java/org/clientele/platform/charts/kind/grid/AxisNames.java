package org.clientele.platform.charts.kind.grid;

import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle;

/**
 * Names along a row of cells. Names that follow from their neighbours, such as months, are thinned evenly where they have
 * no room. All others are there as long as their cells are as wide as a line is high: in one line, else in two, else
 * upright, and cut where they are long.
 */
final class AxisNames {
    private static final double GAP = 8;
    private static final double SHORT = 76;
    private static final double LEADING = 13;
    /** Upright names are cut beyond this. */
    private static final double LONG = 150;

    /** How far upright names have to be apart. */
    private static final double STANDING = 12.5;

    private final Drawing d;
    private final List<String> names;
    private final double cell;
    private final TextStyle style;
    private final double widest;
    private final int lines;
    private final boolean upright;
    private final double height;

    /**
     * Decides how they are written.
     *
     * @param cell how far the cells are apart
     * @param room how high they may become
     * @param thinned whether names may be left out
     */
    AxisNames(Drawing d, List<String> names, double cell, double room, boolean thinned, TextStyle style) {
        this.d = d;
        this.names = names;
        this.cell = cell;
        this.style = style;
        widest = names.stream().mapToDouble(name -> d.width(name, style)).max().orElse(0);
        boolean fits = widest <= cell - GAP;
        lines = !fits && !thinned && room >= 2 * LEADING && fits(2) ? 2 : 1;
        // Not leaning: programs that read or search a page find upright text, and take leaning text apart.
        upright = !fits && !thinned && lines == 1 && cell >= STANDING && room >= 3 * LEADING;
        height = upright ? Math.min(Math.min(widest, LONG), room) + 6 : 7 + lines * LEADING;
    }

    private boolean fits(int most) {
        for (String name : names) {
            List<String> parts = d.wrap(name, cell - GAP, most + 1, style);
            if (parts.size() > most || !String.join(" ", parts).equals(name.strip())) {
                return false;
            }
        }
        return true;
    }

    /** The room that they take below the cells. */
    double height() {
        return height;
    }

    /** How far the first line stands below the cells. */
    double drop() {
        return LEADING;
    }

    /**
     * Draws them.
     *
     * @param left of the first cell, which may begin before {@code from}
     * @param from where what is seen of the cells begins; a name stands in the middle of what is seen
     * @param top the lower edge of the cells
     * @param width of the picture, which no name may leave
     */
    void draw(double left, double from, double top, double width) {
        if (upright) {
            upright(left, from, top, width);
        } else if (lines > 1) {
            wrapped(left, from, top, width);
        } else {
            along(left, from, top, width);
        }
    }

    private double middle(int i, double left, double from, double width) {
        return (Math.max(from, left + i * cell) + Math.min(width, left + (i + 1) * cell)) / 2;
    }

    private double seen(int i, double left, double from, double width) {
        return Math.min(width, left + (i + 1) * cell) - Math.max(from, left + i * cell);
    }

    private void upright(double left, double from, double top, double width) {
        for (int i = 0; i < names.size(); i++) {
            double x = middle(i, left, from, width);
            if (seen(i, left, from, width) < Math.min(cell, STANDING)) {
                continue;
            }
            String text = d.fit(names.get(i), height - 6 + 0.01, style);
            if (!text.isEmpty()) {
                d.add(new Node.Text(x + 4, top + 4, text, style, Anchor.END, -90));
            }
        }
    }

    private void wrapped(double left, double from, double top, double width) {
        for (int i = 0; i < names.size(); i++) {
            double room = seen(i, left, from, width) - GAP;
            List<String> parts = room < cell / 2 ? List.of() : d.wrap(names.get(i), room, lines, style);
            for (int line = 0; line < parts.size(); line++) {
                d.text(middle(i, left, from, width), top + LEADING * (line + 1), parts.get(line), style, Anchor.MIDDLE);
            }
        }
    }

    private void along(double left, double from, double top, double width) {
        int every = (int) Math.max(1, Math.ceil((Math.min(widest, SHORT) + GAP) / cell));
        double end = 0;
        for (int i = 0; i < names.size(); i += every) {
            double room = every == 1 ? seen(i, left, from, width) - GAP : Math.min(every * cell - GAP, width);
            String text = d.fit(names.get(i), room, style);
            double w = d.width(text, style);
            double centre = every == 1 ? middle(i, left, from, width) : left + (i + 0.5) * cell;
            double x = Math.max(0, Math.min(width - w, centre - w / 2));
            if (!text.isEmpty() && (x >= end || i == 0)) {
                // The middle stays the middle where a sink draws the text narrower.
                d.text(x + w / 2, top + LEADING, text, style, Anchor.MIDDLE);
                end = x + w + GAP / 2;
            }
        }
    }
}
