package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.stats.Correlations;
import org.clientele.plugins.segmentation.stats.GroupMoments;
import org.clientele.plugins.segmentation.stats.Ranks;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.text.Texts;

/**
 * Customers, what is known of them, and the segment of each.
 *
 * @param table what is known
 * @param names of the segments, in the order in which they are shown
 * @param segments the segment of each customer of the table, -1 for none
 * @param made keys of the features that the segments were made of, and the {@link Feature#facts} of these
 * @param dimension the dimension that the segments are members of, "" where they are not published
 * @param caveats doubts of the segments
 */
public record Described(
        FeatureTable table,
        List<String> names,
        int[] segments,
        Set<String> made,
        String dimension,
        List<Caveat> caveats) {
    /** From here on two features rank customers in so nearly the same way that a test of one is a test of the other. */
    static final double SAME = 0.95;

    private static final Texts TEXTS = Texts.of(Described.class);

    public Described {
        names = List.copyOf(names);
        made = Set.copyOf(made);
        caveats = List.copyOf(caveats);
    }

    /** How many segments there are. */
    public int count() {
        return names.size();
    }

    /** How many customers each segment has. */
    public int[] sizes() {
        int[] sizes = new int[names.size()];
        for (int s : segments) {
            if (s >= 0) {
                sizes[s]++;
            }
        }
        return sizes;
    }

    /** Where the customers of a segment stand in the table. */
    public int[] rows(int segment) {
        return IntStream.range(0, segments.length)
                .filter(i -> segments[i] == segment)
                .toArray();
    }

    /** Counts, means and variances of a feature by segment. */
    public GroupMoments moments(int feature) {
        return GroupMoments.of(table.values(feature), segments, names.size());
    }

    /** Labels of the features, each once: those of two that are called alike have their keys behind them. */
    public List<String> labels() {
        return labels(table);
    }

    /** The same of any table. */
    public static List<String> labels(FeatureTable table) {
        Map<String, Integer> seen = new HashMap<>();
        table.features().forEach(f -> seen.merge(f.label(), 1, Integer::sum));
        return table.features().stream()
                .map(f -> seen.getOrDefault(f.label(), 1) == 1
                        ? f.label()
                        : TEXTS.get("feature.with.key", f.label(), f.key()))
                .toList();
    }

    /** Labels of the features that the segments were made of. */
    public List<String> madeLabels() {
        List<String> labels = labels();
        return IntStream.range(0, labels.size())
                .filter(f -> made.contains(table.features().get(f).key()))
                .mapToObj(labels::get)
                .toList();
    }

    /** Places of numbers and flags that vary, in the order of the table. */
    public int[] numbers() {
        return IntStream.range(0, table.features().size())
                .filter(f -> table.features().get(f).kind() != Feature.Kind.CATEGORY && varies(f))
                .toArray();
    }

    private boolean varies(int feature) {
        double first = Double.NaN;
        for (double v : table.values(feature)) {
            if (!Double.isNaN(v)) {
                if (!Double.isNaN(first) && v != first) {
                    return true;
                }
                first = v;
            }
        }
        return false;
    }

    /**
     * For each feature why a test of it would be circular: the label of a feature that the segments were made of, itself or one that
     * ranks customers in nearly the same way; its own where it is worked out from the same; "" where it is none.
     */
    public List<String> circular() {
        return circular(IntStream.range(0, table.features().size()).toArray());
    }

    /** The same of one feature. */
    public String circular(int feature) {
        return circular(new int[] {feature}).get(0);
    }

    private List<String> circular(int[] features) {
        List<String> labels = labels();
        int[] used = IntStream.range(0, labels.size())
                .filter(f -> isMade(f) && isNumber(f))
                .toArray();
        // Ranking is what takes time, so each feature is ranked once.
        double[][] ranks = new double[labels.size()][];
        IntStream.concat(IntStream.of(used), IntStream.of(features))
                .filter(this::isNumber)
                .distinct()
                .forEach(f -> ranks[f] = Ranks.of(table.values(f)));
        List<String> why = new ArrayList<>();
        for (int f : features) {
            if (isMade(f) || isPart(f)) {
                why.add(labels.get(f));
            } else {
                why.add(isNumber(f) ? twin(f, used, ranks, labels) : "");
            }
        }
        return why;
    }

    private boolean isMade(int feature) {
        return made.contains(table.features().get(feature).key());
    }

    /** Whether a feature is worked out from something that the segments were made of, and is none of what they were made of itself. */
    public boolean isPart(int feature) {
        return !isMade(feature) && table.features().get(feature).isOf(made);
    }

    private boolean isNumber(int feature) {
        return table.features().get(feature).kind() != Feature.Kind.CATEGORY;
    }

    private static String twin(int feature, int[] used, double[][] ranks, List<String> labels) {
        for (int u : used) {
            double r = Correlations.pearson(new double[][] {ranks[feature], ranks[u]})
                    .r()[0][1];
            if (Math.abs(r) >= SAME) {
                return labels.get(u);
            }
        }
        return "";
    }

    /**
     * The place of a feature that a person named by key or label, in any case.
     *
     * @throws AnalyticsException ARGUMENT_INVALID that lists the features
     */
    public int feature(String name) {
        return feature(table, name);
    }

    static int feature(FeatureTable table, String name) {
        List<String> labels = labels(table);
        for (int f = 0; f < labels.size(); f++) {
            if (table.features().get(f).key().equalsIgnoreCase(name.strip())
                    || labels.get(f).equalsIgnoreCase(name.strip())) {
                return f;
            }
        }
        Set<String> keys = new LinkedHashSet<>();
        table.features().forEach(f -> keys.add(f.key()));
        throw new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID, TEXTS.get("feature.unknown", name, String.join(", ", keys)));
    }

    /** Values of a feature with those beyond the outermost shares at each end put on their bounds. */
    static double[] trimmed(double[] values, double share) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0 || share <= 0) {
            return values;
        }
        double low = sorted[(int) Math.floor(share * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - share) * (sorted.length - 1))];
        return Arrays.stream(values)
                .map(v -> Double.isNaN(v) ? v : Math.max(low, Math.min(high, v)))
                .toArray();
    }
}
