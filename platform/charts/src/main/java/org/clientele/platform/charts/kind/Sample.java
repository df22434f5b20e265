package org.clientele.platform.charts.kind;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one category, rising, and how dense they lie. */
final class Sample {
    private static final int PLACES = 96;

    private final int group;
    private final String name;
    private final double[] sorted;
    private @Nullable Density density;

    Sample(int group, String name, double[] sorted) {
        this.group = group;
        this.name = name;
        this.sorted = sorted;
    }

    /** Its place among the groups, -1 where there are none. */
    int group() {
        return group;
    }

    String name() {
        return name;
    }

    double[] sorted() {
        return sorted;
    }

    /** Whether a density can be drawn: a few values that differ. */
    boolean isSpread(boolean log) {
        return sorted.length > 2
                && Density.bandwidth(log ? logs() : sorted) > Math.abs(sorted[sorted.length - 1]) * 1e-12;
    }

    private double[] logs() {
        return Arrays.stream(sorted).map(Math::log).toArray();
    }

    /** The density of the values, or of their logarithms. */
    Density density(boolean log) {
        Density known = density;
        if (known == null) {
            known = Density.of(log ? logs() : sorted, PLACES);
            density = known;
        }
        return known;
    }

    /** The greatest density, 0 where there is none to draw. */
    double peak(boolean log) {
        return isSpread(log) ? Arrays.stream(density(log).density()).max().orElse(0) : 0;
    }
}
