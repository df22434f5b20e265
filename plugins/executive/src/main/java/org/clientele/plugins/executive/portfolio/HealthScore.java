package org.clientele.plugins.executive.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One number from 0 to 100 for how things are against what they have been: the weighted mean of percentiles, each the place
 * of a measure's newest month among its own last {@value #MONTHS}.
 *
 * @param score empty where history is too short or no part could be told
 * @param parts those that could be told, in the order given
 * @param missing names of parts that could not, whose weights the others carry; to be said wherever the score is shown
 * @param months of how many months the history is, at most {@value #MONTHS}
 */
public record HealthScore(OptionalDouble score, List<Scored> parts, List<String> missing, int months) {
    /** How many months are looked back on. */
    public static final int MONTHS = 24;
    /** Below this many there is no score. */
    public static final int FEWEST_MONTHS = 12;

    public HealthScore {
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
    }

    /**
     * A measure.
     *
     * @param name for people
     * @param weight 0 or more; 0 leaves it out
     * @param upIsGood whether more is better
     * @param history one value a full month, the newest last; NaN where it is not known
     */
    public record Part(String name, double weight, boolean upIsGood, double[] history) {}

    /**
     * A measure with its place.
     *
     * @param percentile 0 to 100: 100 were better than all of its own past
     * @param share of the score's weight, after missing parts were left out
     * @param value the newest
     */
    public record Scored(String name, double percentile, double share, double value) {}

    /** The score of these parts. Their histories may differ in length; the longest counts as the history's. */
    public static HealthScore of(List<Part> parts) {
        int months = 0;
        double weight = 0;
        List<Part> told = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Part part : parts) {
            if (!(part.weight() > 0)) {
                continue;
            }
            int known = known(part.history());
            months = Math.max(months, Math.min(MONTHS, part.history().length));
            if (known < FEWEST_MONTHS) {
                missing.add(part.name());
            } else {
                told.add(part);
                weight += part.weight();
            }
        }
        if (months < FEWEST_MONTHS || told.isEmpty()) {
            return new HealthScore(OptionalDouble.empty(), List.of(), missing, months);
        }
        double score = 0;
        List<Scored> scored = new ArrayList<>();
        for (Part part : told) {
            double percentile = percentile(part.history(), part.upIsGood());
            double share = part.weight() / weight;
            score += share * percentile;
            scored.add(new Scored(part.name(), percentile, share, part.history()[part.history().length - 1]));
        }
        return new HealthScore(OptionalDouble.of(score), scored, missing, months);
    }

    /** How many of the last months are known; none where the newest is not. */
    private static int known(double[] history) {
        if (history.length == 0 || Double.isNaN(history[history.length - 1])) {
            return 0;
        }
        int known = 0;
        for (int i = Math.max(0, history.length - MONTHS); i < history.length; i++) {
            known += Double.isNaN(history[i]) ? 0 : 1;
        }
        return known;
    }

    /**
     * The mid-rank percentile of the newest value among the last {@value #MONTHS}, itself included: those that are worse
     * count whole and those that are equal count half, from 0 to 100. So the best of n reaches 100 (n - 1/2) / n, and a
     * measure that never changes stands at 50.
     */
    public static double percentile(double[] history, boolean upIsGood) {
        double newest = history[history.length - 1];
        double worse = 0;
        int n = 0;
        for (int i = Math.max(0, history.length - MONTHS); i < history.length; i++) {
            if (!Double.isNaN(history[i])) {
                n++;
                int order = upIsGood ? Double.compare(history[i], newest) : Double.compare(newest, history[i]);
                worse += order < 0 ? 1 : order == 0 ? 0.5 : 0;
            }
        }
        return n == 0 ? Double.NaN : 100 * worse / n;
    }
}
