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

/** Network. */
class GraphKindsTest {
    private static final ChartSpec NETWORK = ChartSpec.of(ChartSpec.NETWORK)
            .encode(Channel.FROM, "from")
            .encode(Channel.TO, "to")
            .encode(Channel.Y, "orders");

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
