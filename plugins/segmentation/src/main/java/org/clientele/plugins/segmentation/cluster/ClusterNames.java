package org.clientele.plugins.segmentation.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.Preparation;
import org.clientele.plugins.segmentation.features.Quantiles;
import org.clientele.plugins.segmentation.segments.Actions;
import org.clientele.plugins.segmentation.segments.SegmentSummary;
import org.clientele.sdk.data.Segmentation.Segment;
import org.clientele.sdk.text.Texts;

/** What groups are called and what one would do for them, from what sets them apart: suggestions, to be changed. */
final class ClusterNames {
    private static final Texts TEXTS = Texts.of(ClusterNames.class);
    /** From so many standard deviations from the mean of all on, a feature is worth a word. */
    private static final double WORTH = 0.4;

    /** From so many on, one would do something else for them. */
    private static final double CLEAR = 0.3;

    private static final int WORDS = 2;
    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 90;
    private static final Set<String> OWN_WORDS = Set.of("recency", "frequency", "monetary", "length");

    private ClusterNames() {}

    static List<Segment> of(Preparation preparation, FeatureTable table, int[] labels, int groups) {
        double[][] apart = apart(preparation, table, labels, groups);
        String[] names = new String[groups];
        for (int words = WORDS; words <= MOST_WORDS; words++) {
            for (int g = 0; g < groups; g++) {
                String known = names[g];
                if (words == WORDS
                        || Arrays.stream(names).filter(n -> n.equals(known)).count() > 1) {
                    names[g] = name(table, labels, apart[g], g, words);
                }
            }
        }
        List<Segment> all = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (int g = 0; g < groups; g++) {
            String own = names[g];
            for (int n = 2; !used.add(own.toLowerCase(Locale.ROOT)); n++) {
                own = TEXTS.get("name.again", names[g], n);
            }
            all.add(new Segment(
                    Integer.toString(g + 1), own, description(table, labels, apart[g], g), action(table, apart[g])));
        }
        return all;
    }

    /** How far the mean of each group is from that of all, in standard deviations of all; NaN of categories and empty groups. */
    static double[][] apart(Preparation preparation, FeatureTable table, int[] labels, int groups) {
        int features = table.features().size();
        double[][] apart = new double[groups][features];
        int[] everybody = new int[labels.length];
        for (int f = 0; f < features; f++) {
            boolean category = table.features().get(f).kind() == Feature.Kind.CATEGORY;
            double[] values = preparation.drawn(table, f);
            double[] known = SegmentSummary.known(values, everybody, 0);
            double mean = known.length == 0 ? Double.NaN : Quantiles.mean(known);
            double spread = known.length == 0 ? Double.NaN : Quantiles.deviation(known);
            for (int g = 0; g < groups; g++) {
                double[] own = SegmentSummary.known(values, labels, g);
                apart[g][f] = category || own.length == 0 || !(spread > 0)
                        ? Double.NaN
                        : (Quantiles.mean(own) - mean) / spread;
            }
        }
        return apart;
    }

    /** The features that set a group apart, the one that does so most first. */
    private static List<Integer> telling(double[] apart) {
        return IntStream.range(0, apart.length)
                .filter(f -> Math.abs(apart[f]) >= WORTH)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> -Math.abs(apart[f])))
                .toList();
    }

    /** So many words, in the order of the features; more are asked for where two groups would be called the same. */
    private static String name(FeatureTable table, int[] labels, double[] apart, int group, int most) {
        List<String> words = new ArrayList<>();
        for (int f : telling(apart).stream().limit(most).sorted().toList()) {
            words.add(word(table.features().get(f), apart[f] > 0));
        }
        for (int f = 0; f < apart.length && words.size() < most; f++) {
            if (table.features().get(f).kind() == Feature.Kind.CATEGORY) {
                level(table, labels, group, f, words);
            }
        }
        String name =
                words.stream().reduce((a, b) -> TEXTS.get("name.both", a, b)).orElse(TEXTS.get("name.average"));
        String first = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return first.length() > LONGEST ? first.substring(0, LONGEST) : first;
    }

    private static String word(Feature feature, boolean high) {
        String key = feature.key().toLowerCase(Locale.ROOT);
        String way = high ? ".high" : ".low";
        if (OWN_WORDS.contains(key)) {
            return TEXTS.get("own." + key + way);
        }
        String label = feature.label().substring(0, 1).toLowerCase(Locale.ROOT)
                + feature.label().substring(1);
        if (feature.kind() == Feature.Kind.FLAG) {
            return TEXTS.get(high ? "word.flag.high" : "word.flag.low", label);
        }
        return TEXTS.get(high ? "word.number.high" : "word.number.low", label);
    }

    /** A level that more than half of the group have, and much more often than others do. */
    private static void level(FeatureTable table, int[] labels, int group, int f, List<String> words) {
        Feature feature = table.features().get(f);
        double[] all = new double[feature.levels().size()];
        double[] own = new double[feature.levels().size()];
        double n = 0;
        double mine = 0;
        for (int i = 0; i < labels.length; i++) {
            double v = table.values(f)[i];
            if (!Double.isNaN(v)) {
                all[(int) v]++;
                n++;
                if (labels[i] == group) {
                    own[(int) v]++;
                    mine++;
                }
            }
        }
        for (int level = 0; level < own.length; level++) {
            if (own[level] > 0.5 * mine && own[level] / mine > 1.3 * all[level] / n) {
                words.add(feature.levels().get(level));
                return;
            }
        }
    }

    private static String description(FeatureTable table, int[] labels, double[] apart, int group) {
        List<String> parts = new ArrayList<>();
        for (int f : telling(apart).stream().limit(MOST_WORDS).toList()) {
            double[] own = SegmentSummary.known(table.values(f), labels, group);
            Feature feature = table.features().get(f);
            parts.add(
                    feature.kind() == Feature.Kind.FLAG
                            ? TEXTS.get("description.flag", feature.label(), ClusterText.percent(Quantiles.mean(own)))
                            : TEXTS.get(
                                    apart[f] > 0 ? "description.high" : "description.low",
                                    feature.label(),
                                    typical(Quantiles.of(own, 0.5))));
        }
        return parts.isEmpty() ? TEXTS.get("description.average") : String.join("; ", parts);
    }

    /** Thousands are whole numbers, which texts group: "3,557", but "283.38". */
    private static Object typical(double value) {
        return Math.abs(value) >= 1000 ? Math.round(value) : Feature.plain(Math.rint(value * 100) / 100);
    }

    private static String action(FeatureTable table, double[] apart) {
        double recency = of(table, apart, "recency");
        double value = Double.isNaN(of(table, apart, "monetary"))
                ? of(table, apart, "frequency")
                : of(table, apart, "monetary");
        if (Double.isNaN(value)) {
            return "";
        }
        return Actions.of(recency > CLEAR, value > CLEAR);
    }

    private static double of(FeatureTable table, double[] apart, String key) {
        int place = Arrays.asList(table.features().stream().map(Feature::key).toArray())
                .indexOf(key);
        return place < 0 ? Double.NaN : apart[place];
    }
}
