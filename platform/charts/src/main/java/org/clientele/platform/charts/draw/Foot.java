package org.clientele.platform.charts.draw;

import java.util.List;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/** What stands below a picture: a note of what was left out or put together, and the key of its colours. */
public final class Foot {
    private static final double LINE = 15;
    private static final double TOP = 9;
    private static final double KEY_FROM = 120;
    private static final double NOTE_FROM = 56;

    private final ChartRequest r;
    private final Drawing d;
    private final @Nullable Shades shades;
    private final Unit unit;
    private final boolean signed;
    private final List<String> lines;
    private final double keyWidth;
    private final boolean shared;
    private final TextStyle style;

    /**
     * Decides what has room.
     *
     * @param note or ""
     * @param shades whose key is drawn, or null
     * @param unit of the shades' values
     * @param signed whether they are relative changes
     */
    public Foot(ChartRequest r, Drawing d, String note, @Nullable Shades shades, Unit unit, boolean signed) {
        this.r = r;
        this.d = d;
        this.unit = unit;
        this.signed = signed;
        style = Drawing.style(11, r.theme().secondary());
        double width = shades == null ? 0 : shades.keyWidth(r, d, unit, signed);
        this.shades = r.height() >= KEY_FROM && width <= r.width() ? shades : null;
        keyWidth = this.shades == null ? 0 : width;
        boolean noted = !note.isEmpty() && r.height() >= NOTE_FROM;
        double beside = r.width() - keyWidth - 24;
        shared = this.shades != null && noted && d.width(note, style) <= beside;
        lines = noted ? d.wrap(note, shared ? beside : r.width(), r.height() < 200 ? 1 : 2, style) : List.of();
    }

    /** The room it takes at the lower end of the picture. */
    public double height() {
        int rows = lines.size() + (shades != null && !shared ? 1 : 0);
        return rows == 0 ? 0 : TOP + rows * LINE - 2;
    }

    /** Draws it at the lower end of the picture. */
    public void draw() {
        below(r.height());
    }

    /** Draws it right below what ends at {@code bottom}, or at the lower end of the picture where it would not fit there. */
    public void below(double bottom) {
        double y = Math.min(bottom, r.height() - height()) + TOP;
        Shades key = shades;
        if (key != null) {
            key.key(r, d, r.width() - keyWidth, y, unit, signed);
            y += shared ? 0 : LINE;
        }
        for (String line : lines) {
            d.text(0, y + 9.5, line, style);
            y += LINE;
        }
    }
}
