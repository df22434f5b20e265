package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;

/** Decomposition tree and dendrogram. */
class BranchKindsTest {
    private static final ChartSpec DECOMPOSITION = ChartSpec.of(ChartSpec.DECOMPOSITION)
            .encode(Channel.LEVEL, "country", "quarter", "band")
            .encode(Channel.Y, "revenue");
    private static final ChartSpec DENDROGRAM = ChartSpec.of(ChartSpec.DENDROGRAM)
            .encode(Channel.FROM, "from")
            .encode(Channel.TO, "to")
            .encode(Channel.Y, "distance");

    @Test
    void decompositionIsLaidOutAsReadBefore() {
        Pictures.golden(
                "decomposition", DECOMPOSITION, RealFrames.of("country-quarters"), ViewState.initial(), 860, 320);
    }

    @Test
    void decompositionOfAChosenPartIsLaidOutAsReadBefore() {
        Pictures.golden(
                "decomposition-part",
                DECOMPOSITION,
                RealFrames.of("country-quarters"),
                ViewState.initial().with("path", "/France"),
                640,
                260);
    }

    @Test
    void dendrogramIsLaidOutAsReadBefore() {
        Pictures.golden("dendrogram", DENDROGRAM, merges(24), ViewState.initial(), 640, 420);
    }

    @Test
    void dendrogramOfMoreLeavesThanRoomIsLaidOutAsReadBefore() {
        Pictures.golden(
                "dendrogram-large", DENDROGRAM, merges(60), ViewState.initial().with("cut", "0.75"), 640, 360);
    }

    /** Average linkage of the products of most revenue by the logarithms of revenue, units and orders. */
    private static Frame merges(int n) {
        Frame f = RealFrames.of("products");
        double[][] points = new double[n][];
        List<String> names = new ArrayList<>();
        List<List<Integer>> sets = new ArrayList<>();
        for (int row = 0; sets.size() < n; row++) {
            // A product that was in a few orders only is far from all others.
            if (f.column("orders").longAt(row) >= (n < 30 ? 300 : 1)) {
                int i = sets.size();
                points[i] = new double[] {
                    Math.log(f.column("revenue").doubleAt(row)),
                    Math.log(f.column("units").doubleAt(row)),
                    Math.log(f.column("orders").doubleAt(row))
                };
                names.add(f.column("product").textAt(row));
                sets.add(List.of(i));
            }
        }
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        while (sets.size() > 1) {
            int a = 0;
            int b = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < sets.size(); i++) {
                for (int k = i + 1; k < sets.size(); k++) {
                    double sum = 0;
                    for (int p : sets.get(i)) {
                        for (int q : sets.get(k)) {
                            sum += Math.hypot(
                                    Math.hypot(points[p][0] - points[q][0], points[p][1] - points[q][1]),
                                    points[p][2] - points[q][2]);
                        }
                    }
                    double mean = sum / sets.get(i).size() / sets.get(k).size();
                    if (mean < least) {
                        least = mean;
                        a = i;
                        b = k;
                    }
                }
            }
            from.add(names.get(a));
            to.add(names.get(b));
            heights.add(least);
            List<Integer> both = new ArrayList<>(sets.get(a));
            both.addAll(sets.get(b));
            sets.remove(b);
            names.remove(b);
            sets.set(a, both);
            names.set(a, "#" + from.size());
        }
        return frame(from, to, heights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Frame frame(List<String> from, List<String> to, double... heights) {
        return Frame.of(text("from", from), text("to", to), Pictures.numbers("distance", Unit.none(), heights));
    }

    private static Column text(String name, List<String> values) {
        Column.Builder b = Column.builder(ColumnSpec.of(name, ColumnType.TEXT));
        values.forEach(b::add);
        return b.build();
    }

    @Test
    void barsOfADecompositionAreTheSumsOfTheirRowsLargestFirst() {
        Frame f = RealFrames.of("country-quarters");
        Map<String, Double> sums = new TreeMap<>();
        for (int i = 0; i < f.rowCount(); i++) {
            sums.merge(f.column("country").textAt(i), f.column("revenue").doubleAt(i), Double::sum);
        }
        List<String> wanted = sums.entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(e -> e.getKey() + String.format(Locale.UK, " GBP %,.2f", e.getValue()))
                .toList();
        Scene scene = Pictures.of(DECOMPOSITION, f, 860, 320);
        List<String> shown = HitTest.all(scene).stream()
                .filter(h -> h.group().id().startsWith("bar-1-"))
                .map(h -> h.datum().title() + " " + h.datum().entries().get(0).value())
                .toList();
        assertThat(shown).isEqualTo(wanted);
    }

    @Test
    void aClickOnABarOfADecompositionShowsItsParts() {
        Frame f = RealFrames.of("country-quarters");
        Scene scene = Pictures.of(DECOMPOSITION, f, 860, 320);
        Hit bar = HitTest.all(scene).stream()
                .filter(h -> h.datum().title().equals("Germany"))
                .findFirst()
                .orElseThrow();
        Gesture click = HitTest.gestures(scene, bar.x() + 20, bar.y() + 10).get(0);
        assertThat(click).isEqualTo(new Gesture(Gesture.Kind.CLICK, "path", "/Germany"));
        Scene next = Pictures.of(DECOMPOSITION, f, ViewState.initial().with("path", "/Germany"), 860, 320);
        assertThat(HitTest.all(next))
                .filteredOn(h -> h.group().id().startsWith("bar-2-"))
                .hasSize(5)
                .allSatisfy(h -> assertThat(h.datum().title()).startsWith("Germany, Q"));
    }

    @Test
    void aCutLeavesAsManyClustersAsMergesBelowItJoin() {
        Frame f = merges(60);
        for (double part : new double[] {0, 0.1, 0.3, 0.62, 0.9, 1}) {
            double highest = f.column("distance").doubleAt(f.rowCount() - 1);
            double cut = highest * (1 - part);
            int below = 0;
            for (int i = 0; i < f.rowCount(); i++) {
                below += f.column("distance").doubleAt(i) <= cut ? 1 : 0;
            }
            Scene scene = Pictures.of(DENDROGRAM, f, ViewState.initial().with("cut", "" + part), 640, 360);
            int clusters = 60 - below;
            assertThat(scene.description())
                    .contains("Clusters of 60 leaves: " + clusters + (clusters == 1 ? " cluster " : " clusters "));
        }
    }

    @Test
    void theCutOfADendrogramSlides() {
        Scene scene = Pictures.of(DENDROGRAM, merges(24), ViewState.initial().with("cut", "0.25"), 640, 420);
        assertThat(HitTest.gestures(scene, 60, 300))
                .extracting(Gesture::kind, Gesture::parameter, Gesture::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Gesture.Kind.SLIDE_X, "cut", "0.25"));
    }

    @Test
    void aCutBetweenTwoMergesChoosesHowManyClustersItLeaves() {
        Frame f = merges(24);
        double[] heights = f.column("distance").doubles();
        java.util.Arrays.sort(heights);
        double highest = heights[heights.length - 1];
        ChartSpec spec =
                DENDROGRAM.option("chooses", "k").option("chooses.most", "9").option("chooses.instead", "cut");
        Scene scene = Pictures.of(spec, f, ViewState.initial(), 640, 420);
        Handle slider = Handle.all(scene).stream()
                .filter(h -> h.gesture().kind() == Gesture.Kind.SLIDE_X)
                .findFirst()
                .orElseThrow();
        for (double part : new double[] {0.01, 0.1, 0.2, 0.33, 0.5, 0.8, 0.99}) {
            double cut = highest * (1 - part);
            long left =
                    1 + java.util.Arrays.stream(heights).filter(h -> h > cut).count();
            double x = slider.x() + part * slider.width();
            assertThat(HitTest.gestures(scene, x, slider.y() + 2).stream()
                            .filter(g -> g.kind() == Gesture.Kind.CHOOSE)
                            .map(g -> g.parameter() + "=" + g.value()))
                    .as("cut at %s", part)
                    .containsExactlyInAnyOrder("cut=0", "k=" + Math.max(2, Math.min(9, left)));
        }
    }

    @Test
    void aDendrogramIsCutWhereItsDataSay() {
        Frame f = merges(24);
        double highest = f.column("distance").doubleAt(f.rowCount() - 1);
        Column.Builder at = Column.builder(ColumnSpec.of("at", ColumnType.DOUBLE));
        for (int i = 0; i < f.rowCount(); i++) {
            at.addDouble(highest * 0.75);
        }
        List<Column> columns = new ArrayList<>(f.columns());
        columns.add(at.build());
        Scene given =
                Pictures.of(DENDROGRAM.encode(Channel.TARGET, "at"), Frame.of(columns), ViewState.initial(), 640, 420);
        Scene slid = Pictures.of(DENDROGRAM, f, ViewState.initial().with("cut", "0.25"), 640, 420);
        assertThat(given.description()).isEqualTo(slid.description());
    }

    @Test
    void allLeavesOfADendrogramAreInItsRows() {
        Scene scene = Pictures.of(DENDROGRAM, merges(60), 640, 300);
        long leaves = 0;
        for (Hit hit : HitTest.all(scene)) {
            if (hit.group().id().startsWith("leaf-")) {
                Map<String, String> entries = new HashMap<>();
                hit.datum().entries().forEach(e -> entries.put(e.label(), e.value()));
                leaves += Long.parseLong(entries.getOrDefault("Leaves", "1"));
            }
        }
        assertThat(leaves).isEqualTo(60);
    }

    @Test
    void mergesThatNameWhatIsNotThereAreRefusedWithASentence() {
        assertThatThrownBy(() -> Pictures.of(DENDROGRAM, frame(List.of("A", "#5"), List.of("B", "C"), 1, 2), 400, 300))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_VALUE_INVALID))
                .hasMessageContaining("merge #5, which is not before it");
        assertThatThrownBy(() -> Pictures.of(DENDROGRAM, frame(List.of("A", "A"), List.of("B", "C"), 1, 2), 400, 300))
                .hasMessageContaining("an earlier one has merged");
    }

    @Test
    void tenThousandLeavesInAChainAreThereAtOnce() {
        List<String> from = new ArrayList<>(List.of("L0"));
        List<String> to = new ArrayList<>(List.of("L1"));
        double[] heights = new double[Odd.MANY - 1];
        for (int i = 1; i < heights.length; i++) {
            from.add("#" + i);
            to.add("L" + (i + 1));
            heights[i] = i;
        }
        Frame f = frame(from, to, heights);
        long start = System.nanoTime();
        Scene scene = Pictures.of(DENDROGRAM, f, 640, 360);
        assertThat((System.nanoTime() - start) / 1e6).isLessThan(900);
        assertThat(Pictures.data(scene)).extracting(Datum::title).contains("Merge of 10,000 leaves");
    }

    @Test
    void decompositionsBearOddData() {
        Pictures.odd(
                DECOMPOSITION,
                ViewState.initial(),
                (random, n) -> Frame.of(
                        Pictures.labels("country", random, n, random.nextBoolean() ? n : 6),
                        Pictures.labels("quarter", random, n, 4),
                        Pictures.labels("band", random, n, random.nextBoolean() ? n : 3),
                        Pictures.values("revenue", random, n)));
    }

    @Test
    void dendrogramsBearOddData() {
        Pictures.odd(DENDROGRAM, ViewState.initial(), BranchKindsTest::odd);
        Pictures.odd(DENDROGRAM, ViewState.initial().with("cut", "0.8"), BranchKindsTest::odd);
    }

    private static Frame odd(Random random, int n) {
        int kind = random.nextInt(3);
        List<String> open = new ArrayList<>();
        for (int i = 0; i <= n; i++) {
            open.add(Odd.label(random, kind, i));
        }
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        // At times some trees are left.
        int last = random.nextInt(4) == 0 ? n / 2 + 1 : n;
        for (int i = 1; i <= last; i++) {
            from.add(open.remove(random.nextInt(open.size())));
            to.add(open.remove(random.nextInt(open.size())));
            open.add("#" + i);
        }
        return frame(from, to, Odd.values(random, last));
    }
}
