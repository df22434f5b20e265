package org.clientele.plugins.segmentation.features;

import java.util.List;

/**
 * How one feature becomes coordinates: filled, taken as a logarithm, drawn in, moved and scaled. A category has a coordinate a level.
 *
 * @param key of the feature
 * @param label for people
 * @param kind of the feature
 * @param levels of a category
 * @param fill what stands for a missing value; of a category the place of a level, or NaN for none of them
 * @param log whether it is taken as sign(x) ln(1 + |x|)
 * @param low to which lower numbers are drawn in, after the logarithm
 * @param high to which higher numbers are drawn in
 * @param centres what is taken off, a number a coordinate
 * @param spread what it is divided by, the same for all levels
 * @param weight how much it counts in squared distances
 * @param indicator whether a further coordinate says that it was missing
 * @param fenceLow below which, after the logarithm, a customer is an outlier
 * @param fenceHigh above which she is
 * @param missing how many values were missing where it was made
 * @param outliers how many customers were outliers there
 */
record Recipe(
        String key,
        String label,
        Feature.Kind kind,
        List<String> levels,
        double fill,
        boolean log,
        double low,
        double high,
        double[] centres,
        double spread,
        double weight,
        boolean indicator,
        double fenceLow,
        double fenceHigh,
        int missing,
        int outliers) {
    Recipe {
        levels = List.copyOf(levels);
    }

    /** The logarithm that is also one of what is below 0. */
    static double signedLog(double v) {
        return Math.signum(v) * Math.log1p(Math.abs(v));
    }

    /** How many coordinates it has. */
    int coordinates() {
        return (kind == Feature.Kind.CATEGORY ? levels.size() : 1) + (indicator ? 1 : 0);
    }

    /** Whether a value is far from the others. */
    boolean outlier(double value) {
        double v = log ? signedLog(value) : value;
        return v < fenceLow || v > fenceHigh;
    }

    /** Writes the coordinates of a value. */
    void write(double value, double[] into, int at) {
        double strength = Math.sqrt(weight) / spread;
        boolean none = Double.isNaN(value);
        double known = none ? fill : value;
        int n = 0;
        if (kind == Feature.Kind.CATEGORY) {
            for (; n < levels.size(); n++) {
                into[at + n] = ((known == n ? 1 : 0) - centres[n]) * strength;
            }
        } else {
            double v = log ? signedLog(known) : known;
            into[at + n++] = (Math.min(high, Math.max(low, v)) - centres[0]) * strength;
        }
        if (indicator) {
            into[at + n] = none ? Math.sqrt(weight) : 0;
        }
    }

    /** A number of the first coordinate as it was before it was prepared. */
    double back(double coordinate) {
        double strength = Math.sqrt(weight) / spread;
        double v = strength == 0 ? centres[0] : coordinate / strength + centres[0];
        return log ? Math.signum(v) * Math.expm1(Math.abs(v)) : v;
    }

    void store(ModelText model, String prefix) {
        model.put(prefix + "key", key)
                .put(prefix + "label", label)
                .put(prefix + "kind", kind.name())
                .put(prefix + "levels", levels)
                .put(prefix + "fill", fill)
                .put(prefix + "log", log ? 1L : 0L)
                .put(prefix + "low", low)
                .put(prefix + "high", high)
                .put(prefix + "centres", centres)
                .put(prefix + "spread", spread)
                .put(prefix + "weight", weight)
                .put(prefix + "indicator", indicator ? 1L : 0L)
                .put(prefix + "fences", fenceLow, fenceHigh)
                .put(prefix + "counts", missing, outliers);
    }

    static Recipe restore(ModelText model, String prefix) {
        return new Recipe(
                model.text(prefix + "key"),
                model.text(prefix + "label"),
                Feature.Kind.valueOf(model.text(prefix + "kind")),
                model.list(prefix + "levels"),
                model.number(prefix + "fill"),
                model.whole(prefix + "log") == 1,
                model.number(prefix + "low"),
                model.number(prefix + "high"),
                model.numbers(prefix + "centres"),
                model.number(prefix + "spread"),
                model.number(prefix + "weight"),
                model.whole(prefix + "indicator") == 1,
                model.numbers(prefix + "fences")[0],
                model.numbers(prefix + "fences")[1],
                (int) model.numbers(prefix + "counts")[0],
                (int) model.numbers(prefix + "counts")[1]);
    }
}
