package org.clientele.platform.charts.kind.map;

import java.util.Arrays;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.Theme;

/** Which colour a value has: one hue from low to high, or two from a middle of zero. */
final class ColourScale {
    private static final double ON_LAND = 0.14;
    private static final double ON_MARKS = 0.4;

    private final Theme theme;
    private final double least;
    private final double low;
    private final double high;
    private final boolean diverging;
    private final boolean log;
    private final boolean logRefused;

    private ColourScale(
            Theme theme, double least, double low, double high, boolean diverging, boolean log, boolean logRefused) {
        this.theme = theme;
        this.least = least;
        this.low = low;
        this.high = high;
        this.diverging = diverging;
        this.log = log;
        this.logRefused = logRefused;
    }

    /** The scale of some values, at least one of them known; option "colors" says which, else their signs do. */
    static ColourScale of(ChartRequest r, double[] values) {
        return of(r, values, ON_LAND);
    }

    /** The same for marks on the land: the lowest of them is still told from the ground. */
    static ColourScale ofMarks(ChartRequest r, double[] values) {
        return of(r, values, ON_MARKS);
    }

    private static ColourScale of(ChartRequest r, double[] values, double least) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        double low = Arrays.stream(known).min().orElse(0);
        double high = Arrays.stream(known).max().orElse(0);
        String wanted = r.spec().options().getOrDefault("colors", "");
        boolean diverging = wanted.isEmpty() ? low < 0 && high > 0 : wanted.equals("diverging");
        boolean wantsLog = "log".equals(r.spec().options().get("scale"));
        if (diverging) {
            double most = Math.max(Math.abs(low), Math.abs(high));
            return new ColourScale(r.theme(), least, -most, most, true, false, wantsLog);
        }
        boolean log = wantsLog && low > 0;
        return new ColourScale(r.theme(), least, low, high, false, log, wantsLog && !log);
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    boolean diverging() {
        return diverging;
    }

    boolean log() {
        return log;
    }

    /** Whether a log scale was asked for that the values do not allow. */
    boolean logRefused() {
        return logRefused;
    }

    int colour(double value) {
        if (diverging) {
            return theme.diverging(high == 0 ? 0 : value / high);
        }
        double from = log ? Math.log(low) : low;
        double to = log ? Math.log(high) : high;
        double at = log ? Math.log(value) : value;
        return theme.sequential(to > from ? least + (1 - least) * (at - from) / (to - from) : 1);
    }

    /** The colour at a part of the legend, 0 to 1. */
    int colourAt(double part) {
        return diverging ? theme.diverging(2 * part - 1) : theme.sequential(least + (1 - least) * part);
    }
}
