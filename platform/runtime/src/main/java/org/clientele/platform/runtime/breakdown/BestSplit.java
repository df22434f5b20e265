package org.clientele.platform.runtime.breakdown;

import java.math.BigDecimal;
import java.util.List;
import org.clientele.platform.query.Additivity;
import org.jspecify.annotations.Nullable;

/**
 * How much a split says: how far the member that a {@link Way} looks for stands out from what would be if nothing set the members
 * apart.
 *
 * <p>With x the members' values, or their changes against the comparison, X that of the whole, and k members: for what is
 * counted and summed, {@code max(x) - X / k} upwards and {@code X / k - min(x)} downwards, in the metric's unit: an even split
 * into k members says nothing and scores 0, and so does a split with one member. For rates, whose members do not share out
 * the whole, {@code max(w (x - X))} and {@code max(w (X - x))}, with w the member's share of the order lines: how far a member pulls
 * the whole up or down, so that three odd lines do not win. The split with the highest score wins; of equal ones the
 * first.
 */
public final class BestSplit {
    private final Way way;
    private final Additivity.Kind kind;

    /** The measure of a way for metrics of a kind. */
    public BestSplit(Way way, Additivity.Kind kind) {
        this.way = way;
        this.kind = kind;
    }

    /**
     * The score of a split.
     *
     * @param whole the value or change of what is split
     * @param parts those of the members; null where there is none
     * @param weights the members' order lines, of rates only
     * @return in the metric's unit; NaN where there are less than two members with a value
     */
    public double score(double whole, List<@Nullable BigDecimal> parts, List<Double> weights) {
        int known = (int) parts.stream().filter(java.util.Objects::nonNull).count();
        if (known < 2 || !Double.isFinite(whole)) {
            return Double.NaN;
        }
        double lines = weights.stream().mapToDouble(Double::doubleValue).sum();
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal part = parts.get(i);
            if (part != null) {
                double beyond = kind == Additivity.Kind.RATE
                        ? (part.doubleValue() - whole) * (lines == 0 ? 0 : weights.get(i) / lines)
                        : part.doubleValue() - whole / known;
                best = Math.max(best, way.upwards() ? beyond : -beyond);
            }
        }
        return best;
    }
}
