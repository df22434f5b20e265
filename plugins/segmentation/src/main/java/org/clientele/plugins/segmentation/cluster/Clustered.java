package org.clientele.plugins.segmentation.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.ModelText;
import org.clientele.plugins.segmentation.features.Preparation;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Segmentation.Segment;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/**
 * Customers clustered.
 *
 * @param segmented the customers in their segments
 * @param preparation how their features were made coordinates
 * @param points their coordinates, a row a customer of the table
 * @param coordinates what each coordinate is
 * @param sample the rows on which groups were looked for, ascending; all of them where there are not too many
 * @param finding the groups of the sample, in the order of the segments
 */
public record Clustered(
        Segmented segmented,
        Preparation preparation,
        Points points,
        List<String> coordinates,
        int[] sample,
        Finding finding) {
    private static final Texts TEXTS = Texts.of(Clustered.class);
    private static final String KIND = "cluster";
    /** So many features are named where there may be many; the first say what is the matter. */
    private static final int NAMED = 3;

    /** Customers as coordinates, before anybody looks for groups. */
    record Ready(
            FeatureTable table,
            Preparation preparation,
            Points points,
            List<String> coordinates,
            int[] sample,
            List<Caveat> caveats) {
        /** The same, to look for groups on so many of the customers of the sample, all of them if it is 0 or more than there are. */
        Ready atMost(int customers, ClusterParameters p) {
            if (customers == 0 || customers >= sample.length) {
                return this;
            }
            int[] some = drawn(sample.length, customers, p);
            return new Ready(
                    table,
                    preparation,
                    points,
                    coordinates,
                    Arrays.stream(some).map(i -> sample[i]).toArray(),
                    caveats);
        }

        boolean isSampled() {
            return sample.length < points.rows();
        }

        /** The doubts about what is found on the sample. */
        List<Caveat> doubts() {
            if (!isSampled()) {
                return caveats;
            }
            List<Caveat> all = new ArrayList<>(caveats);
            all.add(Caveat.of(Caveat.Kind.SMALL_SAMPLE, TEXTS.get("caveat.sample", sample.length, points.rows())));
            return all;
        }

        /** The coordinates of the sample. */
        Points sampled() {
            return isSampled() ? points.rows(sample) : points;
        }
    }

    /** Reads and prepares. */
    static Ready ready(ClusterParameters p, AnalysisContext context) {
        // What can be wrong about the parameters is said before anything is read.
        p.reading().preparation(p.basis());
        FeatureTable table = FeatureReader.read(context, p.reading().choice(p.basis()));
        if (p.algorithm() != Algorithm.DBSCAN) {
            Finding.check(table.size(), p.k());
        }
        Preparation preparation = Preparation.fit(table, p.reading().preparation(p.basis()));
        Preparation.Prepared prepared = preparation.apply(table);
        List<Caveat> caveats = new ArrayList<>(table.caveats());
        caveats.addAll(preparation.caveats(prepared));
        int rows = prepared.points().rows();
        int most = p.most();
        int[] sample = IntStream.range(0, rows).toArray();
        if (most > 0 && most < rows) {
            sample = drawn(rows, most, p);
        }
        return new Ready(prepared.table(), preparation, prepared.points(), prepared.coordinates(), sample, caveats);
    }

    /** Numbers below that of the rows, ascending; enough to make groups of. */
    private static int[] drawn(int rows, int most, ClusterParameters p) {
        int[] sample = new Draws(p.seed()).sample(rows, Math.max(most, Math.min(rows, 2 * p.k())));
        Arrays.sort(sample);
        return sample;
    }

    /** Reads, prepares and groups. */
    public static Clustered of(ClusterParameters p, AnalysisContext context) {
        return of(ready(p, context), p, context);
    }

    /** Groups what was read. */
    static Clustered of(Ready ready, ClusterParameters p, AnalysisContext context) {
        context.progress().report(0.3, TEXTS.get("progress.groups"));
        Fits.Grouped grouped = Fits.groups(ready, p, context.progress(), context.cancel());
        Finding found = grouped.found();
        int[] labels = grouped.labels();
        int[] places = places(ready.table(), labels, found.groups());
        Finding ordered = found.ordered(places);
        int[] own = Arrays.stream(labels).map(l -> l < 0 ? -1 : places[l]).toArray();
        List<Segment> segments = ClusterNames.of(ready.preparation(), ready.table(), own, found.groups());
        ModelText model = new ModelText()
                .put("kind", KIND)
                .put("version", 1L)
                .put("algorithm", p.algorithm().name())
                .put("seed", p.seed())
                .put("window", p.reading().values().days().windowDays())
                .put("order", Arrays.stream(places).asDoubleStream().toArray());
        ready.preparation().store(model);
        found.rule().store(model);
        List<Caveat> caveats = new ArrayList<>(ready.doubts());
        long none = Arrays.stream(own).filter(l -> l < 0).count();
        if (none > 0) {
            caveats.add(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("caveat.noise", none)));
        }
        if (found.rule() instanceof Rule.Component component) {
            String same = component.mixture().flat().stream()
                    .mapToObj(ready.coordinates()::get)
                    .limit(NAMED)
                    .collect(Collectors.joining(", "));
            if (!same.isEmpty()) {
                caveats.add(Caveat.of(Caveat.Kind.ASSUMPTION, TEXTS.get("caveat.flat", same)));
            }
        }
        return new Clustered(
                new Segmented(ready.table(), own, segments, model.toString(), caveats),
                ready.preparation(),
                ready.points(),
                ready.coordinates(),
                ready.sample(),
                ordered);
    }

    /** Where each group is shown: those that brought most a head first, or the largest where nothing tells. */
    private static int[] places(FeatureTable table, int[] labels, int groups) {
        double[] rank = new double[groups];
        int[] sizes = new int[groups];
        double[] money = table.has("monetary") ? table.values("monetary") : null;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                sizes[labels[i]]++;
                rank[labels[i]] += money == null ? 1 : Double.isNaN(money[i]) ? 0 : money[i];
            }
        }
        for (int g = 0; g < groups && money != null; g++) {
            rank[g] /= Math.max(1, sizes[g]);
        }
        List<Integer> order = IntStream.range(0, groups)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer g) -> -rank[g]))
                .toList();
        int[] places = new int[groups];
        for (int i = 0; i < groups; i++) {
            places[order.get(i)] = i;
        }
        return places;
    }

    /** Customers put into the segments of a model: as many labels as the table that comes with them. */
    static Segmented apply(String text, AnalysisContext context) {
        ModelText model = ModelText.read(text);
        Preparation preparation = Preparation.restore(model);
        FeatureTable table = FeatureReader.read(
                context, new FeatureChoice(FeatureReader.list(preparation.features()), "", model.whole("window")));
        Preparation.Prepared prepared = preparation.apply(table);
        int[] labels = Rule.restore(model).assign(prepared.points(), context.cancel());
        double[] places = model.numbers("order");
        int[] own = Arrays.stream(labels).map(l -> l < 0 ? -1 : (int) places[l]).toArray();
        return new Segmented(
                prepared.table(),
                own,
                ClusterNames.of(preparation, prepared.table(), own, places.length),
                text,
                table.caveats());
    }
}
