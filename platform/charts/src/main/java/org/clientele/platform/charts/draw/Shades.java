package org.clientele.platform.charts.draw;

import java.util.Arrays;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.TextStyle;

/**
 * Values as colours: one hue where all, but for a few slight exceptions, are of one sign, else blue below and orange above
 * zero.
 *
 * @param theme whose colours
 * @param low value of the first colour
 * @param high value of the last colour
 * @param diverging whether zero is in the middle
 * @param capped whether a few values lie far beyond the ends and have their colours
 */
public record Shades(Theme theme, double low, double high, boolean diverging, boolean capped) {
    private static final double BAR = 120;
    private static final int STEPS = 40;
    private static final double GAP = 8;
    private static final double USUAL = 0.98;
    private static final double FAR = 1.5;
    private static final int MANY = 40;
    private static final double SELDOM = 0.05;
    private static final double SLIGHT = 0.25;

    /**
     * The scale for some values; those that are not finite do not count. Zero is in it where values come near. A few values
     * far from all others do not take the colours from the others.
     */
    public static Shades of(Theme theme, double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return new Shades(theme, 0, 0, false, false);
        }
        double[] sizes = Arrays.stream(finite).map(Math::abs).sorted().toArray();
        double most = sizes[sizes.length - 1];
        double usual = sizes[(int) Math.floor((sizes.length - 1) * USUAL)];
        boolean capped = sizes.length >= MANY && usual > 0 && most > FAR * usual;
        double high = capped ? usual : most;
        double low = Arrays.stream(finite).min().orElse(0);
        // A day of refunds among hundreds of sales is no reason to colour all sales as a deviation.
        long below = Arrays.stream(finite).filter(v -> v < 0).count();
        boolean slight = -low <= SLIGHT * high && below <= SELDOM * finite.length;
        if (low < 0 && !slight) {
            return new Shades(theme, -high, high, true, capped);
        }
        return new Shades(theme, low >= 0 && low < 0.65 * high ? 0 : low, high, false, capped);
    }

    /** The scale for relative changes: zero is in the middle, whatever their signs. */
    public static Shades ofChanges(Theme theme, double[] changes) {
        double[] sizes = Arrays.stream(changes).map(Math::abs).toArray();
        Shades s = of(theme, sizes);
        return new Shades(theme, -s.high, s.high, true, s.capped);
    }

    /** The colour of a value. */
    public int at(double value) {
        if (!Double.isFinite(value)) {
            return theme.sequential(Double.NaN);
        }
        if (diverging) {
            return theme.diverging(high == 0 ? 0 : value / high);
        }
        return theme.sequential(high > low ? (value - low) / (high - low) : high == 0 ? 0 : 0.5);
    }

    /** The room its key takes from left to right. */
    public double keyWidth(ChartRequest r, Drawing d, Unit unit, boolean signed) {
        TextStyle style = Drawing.style(11, theme.secondary());
        return d.width(end(r, low, unit, signed), style) + d.width(end(r, high, unit, signed), style) + BAR + 2 * GAP;
    }

    /** Draws the key: the colours between their two ends, 12 px high from {@code y}. */
    public void key(ChartRequest r, Drawing d, double x, double y, Unit unit, boolean signed) {
        TextStyle style = Drawing.style(11, theme.secondary());
        String first = end(r, low, unit, signed);
        d.text(x, y + 9.5, first, style);
        double left = x + d.width(first, style) + GAP;
        double step = BAR / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double part = (i + 0.5) / STEPS;
            int colour = diverging ? theme.diverging(2 * part - 1) : theme.sequential(part);
            d.rect(left + i * step, y + 1, step + (i + 1 < STEPS ? 0.5 : 0), 8, 0, Fill.of(colour));
        }
        d.text(left + BAR + GAP, y + 9.5, end(r, high, unit, signed), style);
    }

    private String end(ChartRequest r, double value, Unit unit, boolean signed) {
        if (value == 0) {
            return unit.isRatio() || signed ? "0 %" : "0";
        }
        String beyond = !capped ? "" : value == high ? "≥ " : diverging ? "≤ " : "";
        return beyond + number(r, value, unit, signed);
    }

    private static String number(ChartRequest r, double value, Unit unit, boolean signed) {
        return signed ? r.format().change(value) : r.format().compact(value, unit);
    }
}
