package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.stats.Bins;
import org.clientele.plugins.segmentation.stats.ChiSquare;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/**
 * Who is in the segments: customers by segment and group, where groups are ages, genders, families, countries or incomes.
 *
 * @param segments the customers
 * @param feature the place of what groups are made of
 * @param label what it is called
 * @param groups in order, at most six
 * @param counts customers by segment and group
 * @param unknown of how many customers in a segment the group is not known
 */
record Composition(Described segments, int feature, String label, List<String> groups, long[][] counts, int unknown) {
    private static final Texts TEXTS = Texts.of(Composition.class);
    private static final int MOST_GROUPS = 6;
    private static final int[] AGES = {25, 35, 45, 55, 65};
    private static final int QUINTILES = 5;
    private static final int LARGEST_FAMILY = 5;

    /** What groups are made of. */
    enum By {
        AGE("age"),
        GENDER("gender"),
        FAMILY("family-size"),
        MARITAL_STATUS("marital_status"),
        EDUCATION("education"),
        COUNTRY("country"),
        INCOME("income");

        private final String feature;

        By(String feature) {
            this.feature = feature;
        }
    }

    /**
     * The group of each customer.
     *
     * @param names of the groups, in order
     * @param of the group of each customer, -1 where it is not known
     */
    private record Groups(List<String> names, int[] of) {}

    static Composition of(SegmentsOnShow choice, By by, AnalysisContext context) {
        Described s = segmented(choice, by, context);
        int feature = s.feature(by.feature);
        Groups groups = groups(by, s.table().features().get(feature), s.table().values(feature));
        long[][] counts = new long[s.count()][groups.names.size()];
        int unknown = 0;
        for (int i = 0; i < groups.of.length; i++) {
            if (s.segments()[i] >= 0 && groups.of[i] >= 0) {
                counts[s.segments()[i]][groups.of[i]]++;
            } else {
                unknown += s.segments()[i] >= 0 ? 1 : 0;
            }
        }
        return new Composition(s, feature, TEXTS.get("by." + Words.key(by)), groups.names, counts, unknown);
    }

    /** A row a segment and group. */
    Frame rows() {
        FrameRows rows = new FrameRows()
                .column(Segments.column(segments))
                .text("group", label)
                .count("customers", TEXTS.get("column.customers"), "customers")
                .share("share", TEXTS.get("column.share.segment"));
        for (int g = 0; g < counts.length; g++) {
            long all = Arrays.stream(counts[g]).sum();
            for (int v = 0; v < groups.size(); v++) {
                rows.row(
                        segments.names().get(g),
                        groups.get(v),
                        counts[g][v],
                        all == 0 ? Double.NaN : (double) counts[g][v] / all);
            }
        }
        return told(rows.frame());
    }

    /** A row a segment, with {@code group-1} to {@code group-6} in the order of the groups. */
    Frame columns() {
        FrameRows rows = new FrameRows().column(Segments.column(segments));
        for (int v = 0; v < MOST_GROUPS; v++) {
            String name = v < groups.size() ? groups.get(v) : TEXTS.get("none");
            rows.count("group-" + (v + 1), name, "customers");
        }
        for (int g = 0; g < counts.length; g++) {
            Object[] row = new Object[1 + MOST_GROUPS];
            row[0] = segments.names().get(g);
            for (int v = 0; v < MOST_GROUPS; v++) {
                row[1 + v] = v < groups.size() ? (Object) counts[g][v] : "";
            }
            rows.row(row);
        }
        return told(rows.frame());
    }

    private Frame told(Frame frame) {
        Frame told = Segments.told(segments, frame);
        if (unknown > 0) {
            told = told.withCaveat(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("caveat.unsaid", unknown, label)));
        }
        return told.withInsight(sentence(segments, feature, label, ChiSquare.of(counts)));
    }

    private static String sentence(Described s, int feature, String label, ChiSquare c) {
        if (Double.isNaN(c.correctedV())) {
            return TEXTS.get("composition.same", label);
        }
        String v = Words.number(c.correctedV(), 2);
        if (!s.circular(feature).isEmpty()) {
            return TEXTS.get("composition.circular", label, v);
        }
        return c.sparse() > 0.2 * c.cells()
                ? TEXTS.get("composition.sparse", label, v)
                : TEXTS.get("composition.insight", label, v, Words.p(c.p()));
    }

    private static Described segmented(SegmentsOnShow choice, By by, AnalysisContext context) {
        try {
            return choice.of(context, by.feature);
        } catch (AnalyticsException e) {
            // The table of customers may not say where they are, while their orders do.
            if (by != By.COUNTRY || e.code() != ErrorCode.DATA_COLUMN_MISSING) {
                throw e;
            }
        }
        return choice.of(context, choice.features(), new OrderCountry(context));
    }

    private static Groups groups(By by, Feature feature, double[] values) {
        if (feature.kind() == Feature.Kind.CATEGORY) {
            return levels(feature.levels(), values);
        }
        return switch (by) {
            case AGE -> edges(values, Arrays.stream(AGES).asDoubleStream().toArray(), true);
            case FAMILY -> family(values);
            default -> edges(values, Bins.quantiles(values, QUINTILES).edges(), false);
        };
    }

    /** The largest levels by themselves, the others together. */
    private static Groups levels(List<String> levels, double[] values) {
        int[] sizes = new int[levels.size()];
        for (double v : values) {
            if (!Double.isNaN(v)) {
                sizes[(int) v]++;
            }
        }
        List<Integer> order = IntStream.range(0, sizes.length)
                .filter(l -> sizes[l] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(l -> -sizes[l]))
                .toList();
        boolean others = order.size() > MOST_GROUPS;
        int own = others ? MOST_GROUPS - 1 : order.size();
        int[] place = new int[sizes.length];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            place[order.get(i)] = Math.min(i, own);
            if (i < own) {
                names.add(levels.get(order.get(i)));
            }
        }
        if (others) {
            names.add(TEXTS.get("group.others"));
        }
        return new Groups(
                names,
                Arrays.stream(values)
                        .mapToInt(v -> Double.isNaN(v) ? -1 : place[(int) v])
                        .toArray());
    }

    private static Groups family(double[] values) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < LARGEST_FAMILY; i++) {
            names.add(Words.number(i, 0));
        }
        names.add(TEXTS.get("group.up", Words.number(LARGEST_FAMILY, 0)));
        return new Groups(
                names,
                Arrays.stream(values)
                        .mapToInt(v -> v >= 1 ? Math.min(LARGEST_FAMILY, (int) v) - 1 : -1)
                        .toArray());
    }

    /** Stretches between edges; those of whole numbers end one before the next begins. */
    private static Groups edges(double[] values, double[] edges, boolean whole) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= edges.length; i++) {
            if (edges.length == 0) {
                names.add(TEXTS.get("group.all"));
            } else if (i == 0) {
                names.add(TEXTS.get("group.under", amount(edges[0])));
            } else if (i == edges.length) {
                names.add(TEXTS.get("group.up", amount(edges[i - 1])));
            } else {
                names.add(TEXTS.get("group.between", amount(edges[i - 1]), amount(whole ? edges[i] - 1 : edges[i])));
            }
        }
        int[] of = new int[values.length];
        for (int i = 0; i < of.length; i++) {
            int at = Double.isNaN(values[i]) ? -1 : 0;
            while (at >= 0 && at < edges.length && values[i] >= edges[at]) {
                at++;
            }
            of[i] = at;
        }
        return new Groups(names, of);
    }

    /** "35", "41k", "1.2M". */
    private static String amount(double value) {
        double size = Math.abs(value);
        return size >= 999_500
                ? TEXTS.get("amount.millions", Words.number(value / 1e6, 1))
                : size >= 9_950 ? TEXTS.get("amount.thousands", Words.number(value / 1e3, 0)) : Words.number(value, 0);
    }
}
