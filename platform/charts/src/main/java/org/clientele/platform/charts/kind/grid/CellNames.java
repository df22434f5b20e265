package org.clientele.platform.charts.kind.grid;

import java.util.Arrays;
import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Members;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/** What the cells of a grid are called; a cell in which rows of several names came together has none. */
final class CellNames {
    /** A name takes two lines at most. */
    private static final int LINES = 2;

    private static final double LEADING = 13;

    private final int columns;
    private final String[] names;

    private CellNames(int columns, String[] names) {
        this.columns = columns;
        this.names = names;
    }

    static CellNames of(@Nullable Column label, Members xs, GridAxis columns, Members rs, GridAxis rows) {
        String[] names = new String[columns.count() * rows.count()];
        for (int i = 0; label != null && i < label.size(); i++) {
            int cell = GridCells.cell(i, xs, columns, rs, rows);
            String name = String.valueOf(label.valueAt(i));
            if (cell >= 0) {
                names[cell] = names[cell] == null || names[cell].equals(name) ? name : "";
            }
        }
        Arrays.setAll(names, i -> names[i] == null ? "" : names[i]);
        return new CellNames(columns.count(), names);
    }

    boolean any() {
        return Arrays.stream(names).anyMatch(n -> !n.isEmpty());
    }

    /** "" where it has none. */
    String at(int row, int column) {
        return names[row * columns + column];
    }

    /** The height that names and numbers in a cell want. */
    static double room() {
        return (LINES + 1) * LEADING + 8;
    }

    /** Draws a name above a number, both in the middle of a cell, as far as there is room. */
    static void draw(
            Drawing d, String name, String number, double cx, double cy, double width, double height, TextStyle style) {
        int lines = (int) Math.min(LINES, (height - 4) / LEADING - (number.isEmpty() ? 0 : 1));
        List<String> parts = lines < 1 ? List.of() : d.wrap(name, width, lines, style);
        double baseline = cy + 4 - LEADING * (parts.size() - (number.isEmpty() ? 1 : 0)) / 2;
        for (String part : parts) {
            d.text(cx, baseline, part, style, Anchor.MIDDLE);
            baseline += LEADING;
        }
        if (!number.isEmpty()) {
            d.text(cx, baseline, number, style, Anchor.MIDDLE);
        }
    }
}
