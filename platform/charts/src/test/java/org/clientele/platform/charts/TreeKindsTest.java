package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;

/** Treemap and sunburst. */
class TreeKindsTest {
    private static final ChartSpec TREEMAP = ChartSpec.of(ChartSpec.TREEMAP)
            .encode(Channel.LEVEL, "country", "quarter", "band")
            .encode(Channel.Y, "revenue");
    private static final ChartSpec SUNBURST = ChartSpec.of(ChartSpec.SUNBURST)
            .encode(Channel.LEVEL, "country", "quarter", "band")
            .encode(Channel.Y, "revenue");
    private static final ViewState FRANCE = ViewState.initial().with("root", "/France");

    /** Without the United Kingdom, which is nine tenths of the whole. */
    private static Frame abroad() {
        Frame f = RealFrames.of("country-quarters");
        List<Column.Builder> columns = new ArrayList<>();
        for (Column c : f.columns()) {
            columns.add(
                    c.type() == ColumnType.DECIMAL
                            ? Column.decimalBuilder(c.spec(), c.scale())
                            : Column.builder(c.spec()));
        }
        for (int row = 0; row < f.rowCount(); row++) {
            if (!"United Kingdom".equals(f.column("country").textAt(row))) {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(f.columns().get(i).valueAt(row));
                }
            }
        }
        return Frame.of(columns.stream().map(Column.Builder::build).toList());
    }

    /** Products by revenue against what they had at the mean revenue of their orders. */
    private static Frame changes() {
        Frame f = RealFrames.of("country-months");
        Map<String, double[]> sums = new TreeMap<>();
        for (int i = 0; i < f.rowCount(); i++) {
            double[] s = sums.computeIfAbsent(f.column("country").textAt(i), k -> new double[2]);
            boolean late = f.column("month").longAt(i)
                    >= java.time.LocalDate.of(2011, 6, 1).toEpochDay();
            boolean early = f.column("month").longAt(i)
                    < java.time.LocalDate.of(2011, 6, 1).toEpochDay();
            s[0] += late ? f.column("revenue").doubleAt(i) : 0;
            s[1] += early ? f.column("revenue").doubleAt(i) : 0;
        }
        sums.remove("United Kingdom");
        return Frame.of(
                OnlineRetail.text("country", sums.keySet().toArray(new String[0])),
                Pictures.numbers(
                        "revenue",
                        Unit.of("GBP"),
                        sums.values().stream().mapToDouble(s -> s[0]).toArray()),
                Pictures.numbers(
                        "revenue_previous",
                        Unit.of("GBP"),
                        sums.values().stream().mapToDouble(s -> s[1]).toArray()));
    }

    @Test
    void treemapIsLaidOutAsReadBefore() {
        Pictures.golden("treemap", TREEMAP, abroad(), ViewState.initial(), 760, 420);
    }

    @Test
    void treemapOfOneLevelIsLaidOutAsReadBefore() {
        ChartSpec products =
                ChartSpec.of(ChartSpec.TREEMAP).encode(Channel.LEVEL, "product").encode(Channel.Y, "revenue");
        Pictures.golden("treemap-products", products, RealFrames.of("products"), ViewState.initial(), 760, 420);
    }

    @Test
    void treemapOfChangesIsLaidOutAsReadBefore() {
        ChartSpec change = ChartSpec.of(ChartSpec.TREEMAP)
                .encode(Channel.LEVEL, "country")
                .encode(Channel.Y, "revenue")
                .encode(Channel.BASE, "revenue_previous");
        Pictures.golden("treemap-change", change, changes(), ViewState.initial(), 560, 300);
    }

    @Test
    void treemapOfAPartIsLaidOutAsReadBefore() {
        Pictures.golden("treemap-part", TREEMAP, abroad(), FRANCE, 560, 300);
    }

    @Test
    void sunburstIsLaidOutAsReadBefore() {
        Pictures.golden("sunburst", SUNBURST, abroad(), ViewState.initial(), 760, 420);
    }

    @Test
    void sunburstOfAPartIsLaidOutAsReadBefore() {
        Pictures.golden("sunburst-part", SUNBURST, abroad(), FRANCE, 420, 420);
    }

    @Test
    void areasOfATreemapAreInProportionToTheFigures() {
        Frame f = RealFrames.of("products");
        ChartSpec products =
                ChartSpec.of(ChartSpec.TREEMAP).encode(Channel.LEVEL, "code").encode(Channel.Y, "revenue");
        Scene scene = Pictures.of(products, f, 1200, 640);
        double total = 0;
        for (int i = 0; i < f.rowCount(); i++) {
            total += f.column("revenue").doubleAt(i);
        }
        List<Node.Group> parts = new ArrayList<>();
        for (Hit hit : HitTest.all(scene)) {
            parts.add(hit.group());
        }
        assertThat(parts).hasSize(f.rowCount());
        for (Node.Group g : parts) {
            String code = g.datum().title();
            int row = 0;
            while (!code.equals(f.column("code").textAt(row))) {
                row++;
            }
            Node.Rect rect = (Node.Rect) g.children().get(0);
            double wanted = f.column("revenue").doubleAt(row) / total * 1200 * 640;
            // The gap beside each part is taken from it.
            assertThat((rect.width() + 3) * (rect.height() + 3)).isGreaterThanOrEqualTo(wanted * 0.999);
            assertThat(rect.width() * rect.height()).isLessThanOrEqualTo(wanted * 1.001);
        }
    }

    @Test
    void figuresOfAPartAreTheSumOfItsRows() {
        Frame f = RealFrames.of("country-quarters");
        Map<String, Double> sums = new TreeMap<>();
        double total = 0;
        for (int i = 0; i < f.rowCount(); i++) {
            sums.merge(f.column("country").textAt(i), f.column("revenue").doubleAt(i), Double::sum);
            total += f.column("revenue").doubleAt(i);
        }
        for (ChartSpec spec : List.of(TREEMAP, SUNBURST)) {
            List<Datum> data = Pictures.data(Pictures.of(spec, f, 1200, 640));
            for (Map.Entry<String, Double> e : sums.entrySet()) {
                Datum d = data.stream()
                        .filter(x -> x.title().equals(e.getKey()))
                        .findFirst()
                        .orElseThrow();
                assertThat(d.entries().get(0).value()).isEqualTo(String.format(Locale.UK, "GBP %,.2f", e.getValue()));
                assertThat(d.entries().get(1).value())
                        .isEqualTo(String.format(Locale.UK, "%.1f %%", 100 * e.getValue() / total));
                assertThat(d.members()).isEqualTo(Map.of("country", e.getKey()));
            }
        }
    }

    @Test
    void anglesOfASunburstAreInProportionAndAClickGoesInAndOut() {
        Scene scene = Pictures.of(SUNBURST, abroad(), 420, 420);
        Hit first = HitTest.all(scene).get(0);
        Gesture in = first.gestures().get(0);
        assertThat(in.kind()).isEqualTo(Gesture.Kind.CLICK);
        assertThat(in.parameter()).isEqualTo("root");
        Scene inside = Pictures.of(SUNBURST, abroad(), ViewState.initial().with("root", in.value()), 420, 420);
        assertThat(inside.description()).contains(first.datum().title());
        assertThat(HitTest.gestures(inside, 210, 210))
                .extracting(Gesture::parameter, Gesture::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("root", ""));
    }

    @Test
    void negativeValuesAreLeftOutAndSaid() {
        Frame f = Frame.of(
                OnlineRetail.text("country", "A", "B", "C"),
                OnlineRetail.text("quarter", "1", "1", "1"),
                OnlineRetail.text("band", "x", "y", "z"),
                Pictures.numbers("revenue", Unit.of("GBP"), 10, -3, 5));
        for (ChartSpec spec : List.of(TREEMAP, SUNBURST)) {
            Scene scene = Pictures.of(spec, f, 400, 300);
            assertThat(scene.description()).contains("GBP 15.00").contains("1 negative value is left out.");
            assertThat(TextBoxes.of(scene))
                    .extracting(TextBoxes::text)
                    .anyMatch(t -> t.contains("1 negative value is left out."));
        }
    }

    @Test
    void tenThousandPartsAreThereAtOnce() {
        String[] names = new String[Odd.MANY];
        double[] values = new double[Odd.MANY];
        for (int i = 0; i < names.length; i++) {
            names[i] = "Product " + i;
            values[i] = 1e6 / (i + 1);
        }
        Frame f = Frame.of(
                OnlineRetail.text("country", names),
                OnlineRetail.text("quarter", names),
                OnlineRetail.text("band", names),
                Pictures.numbers("revenue", Unit.of("GBP"), values));
        for (ChartSpec spec : List.of(TREEMAP, SUNBURST)) {
            long start = System.nanoTime();
            Scene scene = Pictures.of(spec, f, 760, 420);
            assertThat((System.nanoTime() - start) / 1e6).isLessThan(900);
            assertThat(scene.description()).contains("and 9,997 more");
            assertThat(Pictures.data(scene).stream().filter(d -> d.title().endsWith(" others")))
                    .isNotEmpty();
        }
    }

    @Test
    void treemapsBearOddData() {
        Pictures.odd(TREEMAP, ViewState.initial(), TreeKindsTest::odd);
        Pictures.odd(TREEMAP.encode(Channel.BASE, "revenue_previous"), ViewState.initial(), TreeKindsTest::odd);
    }

    @Test
    void sunburstsBearOddData() {
        Pictures.odd(SUNBURST, ViewState.initial(), TreeKindsTest::odd);
        Pictures.odd(SUNBURST, ViewState.initial().with("root", "/C1"), TreeKindsTest::odd);
    }

    private static Frame odd(java.util.Random random, int n) {
        return Frame.of(
                Pictures.labels("country", random, n, random.nextBoolean() ? n : 6),
                Pictures.labels("quarter", random, n, 4),
                Pictures.labels("band", random, n, random.nextBoolean() ? n : 3),
                Pictures.values("revenue", random, n),
                Pictures.values("revenue_previous", random, n));
    }

    @Test
    void sharesOfAllPartsMakeTheWhole() {
        Column.Builder level = Column.builder(ColumnSpec.of("country", ColumnType.TEXT));
        Frame f = RealFrames.of("products");
        for (int i = 0; i < f.rowCount(); i++) {
            level.add("P" + i);
        }
        Frame own = Frame.of(level.build(), f.column("revenue"));
        ChartSpec spec = ChartSpec.of(ChartSpec.SUNBURST)
                .encode(Channel.LEVEL, "country")
                .encode(Channel.Y, "revenue");
        double sum = Pictures.data(Pictures.of(spec, own, 600, 600)).stream()
                .filter(d -> d.entries().size() > 1)
                .mapToDouble(d -> Double.parseDouble(
                        d.entries().get(1).value().replace(" %", "").replace('\u00a0', ' ')))
                .sum();
        assertThat(sum).isCloseTo(100, within(3.0));
    }
}
