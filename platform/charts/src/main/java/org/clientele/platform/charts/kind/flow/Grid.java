package org.clientele.platform.charts.kind.flow;

import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;

/** Quiet horizontal lines and the figures beside them. */
final class Grid {
    static final double GAP = 8;

    private Grid() {}

    /** The style of axes. */
    static TextStyle axis(Theme theme) {
        return Drawing.style(11, theme.secondary());
    }

    /** A line of the grid. */
    static Stroke line(Theme theme) {
        return Stroke.of(Colors.mix(theme.surface(), theme.border(), 0.85), 1);
    }

    /** The line of zero. */
    static Stroke zero(Theme theme) {
        return Stroke.of(Colors.mix(theme.border(), theme.secondary(), 0.35), 1);
    }

    /** The room that a scale's figures need, gap included. */
    static double room(ChartRequest r, Drawing d, LinearScale y, Unit unit) {
        double widest = 0;
        for (double t : y.ticks()) {
            widest = Math.max(widest, d.width(r.format().tick(t, y.step(), unit), axis(r.theme())));
        }
        return widest + GAP;
    }

    /** Draws lines from left to right and the figures at the left; only as many figures as stand apart. */
    static void draw(ChartRequest r, Drawing d, LinearScale y, Unit unit, double left, double right) {
        double[] ticks = y.ticks();
        double pitch = Math.abs(y.end() - y.start()) / Math.max(1, ticks.length - 1);
        int every = (int) Math.max(1, Math.ceil(14 / Math.max(pitch, 0.1)));
        for (int i = 0; i < ticks.length; i++) {
            double at = Math.round(y.at(ticks[i]) - 0.5) + 0.5;
            boolean zero = Math.abs(ticks[i]) < y.step() * 1e-6;
            d.line(left, at, right, at, zero ? zero(r.theme()) : line(r.theme()));
            if (i % every == 0) {
                d.text(left - GAP, at + 4, r.format().tick(ticks[i], y.step(), unit), axis(r.theme()), Anchor.END);
            }
        }
    }
}
