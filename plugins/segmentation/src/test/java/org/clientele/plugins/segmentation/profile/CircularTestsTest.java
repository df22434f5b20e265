package org.clientele.plugins.segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.Test;

/** Segments cut out of one feature: tests of it, and of what nearly is it, would be circular. */
class CircularTestsTest {
    private static final int CUSTOMERS = 900;

    /**
     * Three segments by spending alone; income follows spending, luck does not, sales nearly are spending, and spending per head is
     * worked out from it, though it follows it loosely.
     */
    private static Described customers() {
        Random random = new Random(5);
        double[] spent = random.doubles(CUSTOMERS, 0, 1).toArray();
        double[] income =
                Arrays.stream(spent).map(v -> v + random.nextGaussian()).toArray();
        double[] luck = random.doubles(CUSTOMERS).toArray();
        double[] sales = Arrays.stream(spent)
                .map(v -> Math.exp(5 * v) + 0.01 * random.nextDouble())
                .toArray();
        double[] head =
                Arrays.stream(spent).map(v -> v / (1 + 4 * random.nextDouble())).toArray();
        double[] colour = random.ints(CUSTOMERS, 0, 3).asDoubleStream().toArray();
        int[] segments =
                Arrays.stream(spent).mapToInt(v -> (int) Math.min(2, 3 * v)).toArray();
        FeatureTable table = new FeatureTable(
                IntStream.range(0, CUSTOMERS).mapToObj(i -> "C" + i).toList(),
                List.of(
                        Feature.number("spent", "Spent", Unit.money()),
                        Feature.number("income", "Income", Unit.money()),
                        Feature.number("luck", "Luck", Unit.none()),
                        Feature.number("sales", "Sales", Unit.money()),
                        Feature.number("head", "Spent per head", Unit.money()).of(List.of("spent", "heads")),
                        Feature.category("colour", "Colour", List.of("blue", "green", "red"))),
                List.of(spent, income, luck, sales, head, colour),
                null,
                Period.all(),
                List.of());
        return new Described(table, List.of("Low", "Middle", "High"), segments, Set.of("spent"), "", List.of());
    }

    private static List<String> column(Frame frame, String name) {
        List<String> all = new ArrayList<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            all.add(String.valueOf(frame.column(name).valueAt(row)));
        }
        return all;
    }

    @Test
    void whatMadeTheSegmentsHasAnEffectAReasonAndNoProbability() {
        Described s = customers();
        Frame tests = Tests.features(
                s, Difference.all(s, Difference.Method.WELCH, Difference.Correction.HOLM, CancelSignal.create()));
        List<String> features = column(tests, "feature");
        assertThat(features.subList(0, 2)).containsExactlyInAnyOrder("Spent", "Sales");
        int spent = features.indexOf("Spent");
        int sales = features.indexOf("Sales");
        int income = features.indexOf("Income");
        int luck = features.indexOf("Luck");
        assertThat(tests.column("p").isNull(spent)).isTrue();
        assertThat(tests.column("effect").doubleAt(spent)).isGreaterThan(0.8);
        assertThat(column(tests, "reason").get(spent)).contains("circular");
        assertThat(tests.column("p").isNull(sales)).isTrue();
        assertThat(column(tests, "reason").get(sales)).contains("Spent");
        int head = features.indexOf("Spent per head");
        assertThat(tests.column("p").isNull(head)).isTrue();
        assertThat(column(tests, "reason").get(head)).startsWith("Worked out from the same");
        assertThat(tests.column("adjusted-p").doubleAt(income)).isLessThan(0.001);
        assertThat(tests.column("adjusted-p").doubleAt(luck)).isGreaterThan(0.05);
        // Three features are tested, so the least of their probabilities counts threefold.
        assertThat(tests.column("adjusted-p").doubleAt(income))
                .isEqualTo(3 * tests.column("p").doubleAt(income));
    }

    @Test
    void pairsOfWhatMadeTheSegmentsHaveDifferencesWithoutIntervals() {
        Described s = customers();
        Frame made = Tests.pairs(s, s.feature("spent"));
        assertThat(made.rowCount()).isEqualTo(3);
        assertThat(made.column("low").nullCount()).isEqualTo(3);
        assertThat(made.column("difference").nullCount()).isZero();
        assertThat(Tests.pairs(s, s.feature("head")).column("low").nullCount()).isEqualTo(3);
        Frame besides = Tests.pairs(s, s.feature("Income"));
        assertThat(besides.column("low").nullCount()).isZero();
        assertThat(column(besides, "pair").get(0)).isEqualTo("Middle − Low");
        assertThat(besides.column("difference").doubleAt(1)).isBetween(0.5, 0.9);
    }

    @Test
    void meansAreToldInStandardDeviationsAndAddUpToNone() {
        Described s = customers();
        Frame means = SegmentMeans.of(s, 0, 40).frame();
        int[] sizes = s.sizes();
        double sum = 0;
        for (int row = 0; row < 3; row++) {
            sum += means.column("standard").doubleAt(row) * sizes[row];
        }
        assertThat(sum / CUSTOMERS).isBetween(-1e-9, 1e-9);
        assertThat(column(means, "segment").subList(0, 3)).containsExactly("Low", "Middle", "High");
        assertThat(SegmentMeans.of(s, 0, 40).axes().column("axis-6").nullCount())
                .as("an axis for which there is no feature")
                .isEqualTo(3);
    }

    @Test
    void aSmallSegmentIsDoubted() {
        Described s = customers();
        int[] few = Arrays.stream(s.segments()).map(g -> 0).toArray();
        few[0] = 1;
        Described small = new Described(s.table(), List.of("All", "One"), few, Set.of(), "", List.of());
        Frame sizes = SegmentMeans.of(small, 0, 5).sizes();
        assertThat(sizes.caveats()).extracting(Caveat::kind).containsExactly(Caveat.Kind.SMALL_SAMPLE);
        assertThat(Tests.features(
                                small,
                                Difference.all(
                                        small,
                                        Difference.Method.WELCH,
                                        Difference.Correction.HOLM,
                                        CancelSignal.create()))
                        .column("test")
                        .textAt(0))
                .as("Welch's test has no answer with a segment of one")
                .isEqualTo("Analysis of variance");
    }
}
