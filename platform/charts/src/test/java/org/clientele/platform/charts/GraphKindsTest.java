package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;

/** Network and lineage graph. */
class GraphKindsTest {
    private static final ChartSpec NETWORK = ChartSpec.of(ChartSpec.NETWORK)
            .encode(Channel.FROM, "from")
            .encode(Channel.TO, "to")
            .encode(Channel.Y, "orders");

    private static final ChartSpec LINEAGE = ChartSpec.of(ChartSpec.LINEAGE)
            .encode(Channel.FROM, "from")
            .encode(Channel.TO, "to")
            .encode(Channel.LABEL, "from_kind", "to_kind");

    /** How the figures of the Online Retail file come about, as the standard tables and metrics name them. */
    private static Frame origins() {
        String[] rows = {
            "Online Retail.xlsx|file|order_line|table",
            "Online Retail.xlsx|file|orders|table",
            "Online Retail.xlsx|file|customer|table",
            "Online Retail.xlsx|file|product|table",
            "order_line|table|revenue|metric",
            "order_line|table|units|metric",
            "orders|table|order-count|metric",
            "customer|table|customer-count|metric",
            "order_line|table|returns|metric",
            "product|table|Top products|tile",
            "revenue|metric|average-order-value|metric",
            "order-count|metric|average-order-value|metric",
            "order-count|metric|orders-per-customer|metric",
            "customer-count|metric|orders-per-customer|metric",
            "revenue|metric|Revenue by month|tile",
            "revenue|metric|Top products|tile",
            "average-order-value|metric|Average order|tile",
            "orders-per-customer|metric|Frequency|tile",
            "returns|metric|return-rate|metric",
            "revenue|metric|return-rate|metric",
            "return-rate|metric|Returns|tile",
            "Revenue by month|tile|Overview|dashboard",
            "Average order|tile|Overview|dashboard",
            "Frequency|tile|Customers|dashboard",
            "Top products|tile|Products|dashboard",
            "Returns|tile|Products|dashboard",
            "customer|table|Customers|dashboard"
        };
        String[][] cells =
                java.util.Arrays.stream(rows).map(s -> s.split("\\|")).toArray(String[][]::new);
        String[] names = {"from", "from_kind", "to", "to_kind"};
        org.clientele.sdk.data.Column[] columns = new org.clientele.sdk.data.Column[4];
        for (int c = 0; c < 4; c++) {
            int k = c;
            columns[c] = OnlineRetail.text(
                    names[c], java.util.Arrays.stream(cells).map(row -> row[k]).toArray(String[]::new));
        }
        return Frame.of(columns);
    }

    @Test
    void lineageIsLaidOutAsReadBefore() {
        Pictures.golden("lineage", LINEAGE, origins(), ViewState.initial(), 960, 340);
    }

    @Test
    void lineageWithAFocusIsLaidOutAsReadBefore() {
        Pictures.golden("lineage-focus", LINEAGE, origins(), ViewState.initial().with("focus", "revenue"), 760, 220);
    }

    @Test
    void aClickOnABoxOfALineagePutsItInFocusAndAnotherTakesItOut() {
        Scene scene = Pictures.of(LINEAGE, origins(), 960, 340);
        Hit box = HitTest.all(scene).stream()
                .filter(h -> h.datum().title().equals("revenue"))
                .findFirst()
                .orElseThrow();
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        assertThat(HitTest.gestures(scene, x, y)).containsExactly(new Gesture(Gesture.Kind.CLICK, "focus", "revenue"));
        Scene in = Pictures.of(LINEAGE, origins(), ViewState.initial().with("focus", "revenue"), 960, 340);
        assertThat(HitTest.gestures(in, x, y)).containsExactly(new Gesture(Gesture.Kind.CLICK, "focus", ""));
        // Counted by hand from the rows: the file and order_line before; two metrics, four tiles, two dashboards after.
        assertThat(in.description()).contains("revenue is related to 10 of them");
    }

    @Test
    void boxesOfALineageNeverOverlapAndLinesLeadToTheRight() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int n = 30;
            String[] from = new String[n];
            String[] to = new String[n];
            for (int i = 0; i < n; i++) {
                int a = random.nextInt(14);
                from[i] = "N" + a;
                to[i] = "N" + (a + 1 + random.nextInt(4));
            }
            Frame f = Frame.of(
                    OnlineRetail.text("from", from),
                    OnlineRetail.text("to", to),
                    OnlineRetail.text("from_kind", from),
                    OnlineRetail.text("to_kind", to));
            Scene scene = Pictures.of(LINEAGE, f, 2000, 900);
            Map<String, Hit> boxes = new HashMap<>();
            HitTest.all(scene).forEach(h -> boxes.put(h.datum().title(), h));
            for (Hit a : boxes.values()) {
                for (Hit b : boxes.values()) {
                    assertThat(a == b
                                    || a.x() + a.width() <= b.x()
                                    || b.x() + b.width() <= a.x()
                                    || a.y() + a.height() <= b.y()
                                    || b.y() + b.height() <= a.y())
                            .as(
                                    "seed %s: %s and %s",
                                    seed, a.datum().title(), b.datum().title())
                            .isTrue();
                }
            }
            for (int i = 0; i < n; i++) {
                assertThat(boxes.get(from[i]).x()).isLessThan(boxes.get(to[i]).x());
            }
        }
    }

    @Test
    void circlesAndTenThousandLinesOfALineageAreThereAtOnce() {
        String[] from = new String[Odd.MANY];
        String[] to = new String[Odd.MANY];
        Random random = new Random(11);
        for (int i = 0; i < from.length; i++) {
            from[i] = "N" + random.nextInt(3000);
            to[i] = "N" + random.nextInt(3000);
        }
        Frame f = Frame.of(
                OnlineRetail.text("from", from),
                OnlineRetail.text("to", to),
                OnlineRetail.text("from_kind", to),
                OnlineRetail.text("to_kind", to));
        long start = System.nanoTime();
        Scene scene = Pictures.of(LINEAGE, f, 960, 400);
        assertThat((System.nanoTime() - start) / 1e6).isLessThan(900);
        assertThat(scene.description()).contains("layers more at the left");
    }

    @Test
    void lineagesBearOddData() {
        for (ViewState view :
                new ViewState[] {ViewState.initial(), ViewState.initial().with("focus", "C1")}) {
            Pictures.odd(
                    LINEAGE,
                    view,
                    (random, n) -> Frame.of(
                            Pictures.labels("from", random, n, random.nextBoolean() ? n : 12),
                            Pictures.labels("to", random, n, random.nextBoolean() ? n : 12),
                            Pictures.labels("from_kind", random, n, 4),
                            Pictures.labels("to_kind", random, n, 4)));
        }
    }

    @Test
    void networkIsLaidOutAsReadBefore() {
        Pictures.golden("network", NETWORK, RealFrames.of("product-pairs"), ViewState.initial(), 760, 440);
    }

    @Test
    void nodesOfANetworkHaveTheWeightOfTheirLinks() {
        Frame f = RealFrames.of("product-pairs");
        Map<String, Long> weights = new HashMap<>();
        for (int i = 0; i < f.rowCount(); i++) {
            weights.merge(f.column("from").textAt(i), f.column("orders").longAt(i), Long::sum);
            weights.merge(f.column("to").textAt(i), f.column("orders").longAt(i), Long::sum);
        }
        Scene scene = Pictures.of(NETWORK, f, 760, 440);
        weights.forEach((name, weight) -> {
            Datum d = Pictures.data(scene).stream()
                    .filter(x -> x.title().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(d.entries().get(0).value().replace(",", "")).isEqualTo(String.valueOf(weight));
        });
    }

    @Test
    void theSameDataGivesTheSameNetworkAndNoTwoNodesAreOneAnother() {
        Frame f = RealFrames.of("product-pairs");
        Scene scene = Pictures.of(NETWORK, f, 760, 440);
        assertThat(SceneJson.of(Pictures.of(NETWORK, f, 760, 440))).isEqualTo(SceneJson.of(scene));
        Set<String> nodes = new HashSet<>();
        for (Hit hit : HitTest.all(scene)) {
            if (hit.group().id().startsWith("node-")) {
                double x = hit.x() + hit.width() / 2;
                double y = hit.y() + hit.height() / 2;
                assertThat(HitTest.at(scene, x, y).orElseThrow().datum()).isEqualTo(hit.datum());
                assertThat(hit.gestures()).extracting(Gesture::kind).containsExactly(Gesture.Kind.SELECT);
                nodes.add(hit.datum().title());
            }
        }
        assertThat(nodes).hasSizeGreaterThan(20);
    }

    @Test
    void ofTenThousandLinksTheTwoHundredHeaviestNodesAreDrawnAtOnce() {
        String[] from = new String[Odd.MANY];
        String[] to = new String[Odd.MANY];
        double[] weight = new double[Odd.MANY];
        Random random = new Random(7);
        for (int i = 0; i < from.length; i++) {
            from[i] = "N" + random.nextInt(1000);
            to[i] = "N" + random.nextInt(1000);
            weight[i] = 1 + random.nextInt(50);
        }
        Frame f = Frame.of(
                OnlineRetail.text("from", from),
                OnlineRetail.text("to", to),
                Pictures.numbers("orders", Unit.of("orders"), weight));
        Pictures.of(NETWORK, f, 760, 440);
        long start = System.nanoTime();
        Scene scene = Pictures.of(NETWORK, f, 760, 440);
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(millis).isLessThan(900);
        assertThat(HitTest.all(scene).stream().filter(h -> h.group().id().startsWith("node-")))
                .hasSize(200);
        assertThat(scene.description()).contains("800 more nodes");
    }

    @Test
    void networksBearOddData() {
        Pictures.odd(
                NETWORK.encode(Channel.COLOR, "group"),
                ViewState.initial(),
                (random, n) -> Frame.of(
                        Pictures.labels("from", random, n, random.nextBoolean() ? n : 12),
                        Pictures.labels("to", random, n, random.nextBoolean() ? n : 12),
                        Pictures.labels("group", random, n, 1 + random.nextInt(12)),
                        Pictures.values("orders", random, n)));
    }
}
