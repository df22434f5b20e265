package org.clientele.plugins.segmentation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.clientele.plugins.segmentation.Shop;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.Test;

class RfmTest {
    private static final LocalDate LAST = LocalDate.of(2011, 12, 9);

    /** A customer of Online Retail, counted from the file without the workbench. */
    private static final class Bought {
        final Set<String> orders = new HashSet<>();
        LocalDate last = LocalDate.MIN;
        BigDecimal net = BigDecimal.ZERO;
    }

    private static Map<String, Bought> read() throws IOException {
        Map<String, Bought> all = new TreeMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shop.data("online_retail", "online_retail.csv.gz"))),
                StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                // Only the description is ever quoted, so that all else can be counted from the ends.
                String[] head = line.split(",", 3);
                String[] tail = line.substring(line.lastIndexOf('"') + 1).split(",");
                String[] t = Arrays.copyOfRange(tail, tail.length - 5, tail.length);
                if (t[3].isEmpty()) {
                    continue;
                }
                Bought b = all.computeIfAbsent(t[3], c -> new Bought());
                BigDecimal quantity = new BigDecimal(t[0]);
                BigDecimal price = new BigDecimal(t[2]);
                b.net = b.net.add(quantity.multiply(price));
                if (quantity.signum() > 0 && price.signum() > 0) {
                    b.orders.add(head[0]);
                    LocalDate day = LocalDate.parse(t[1].substring(0, 10));
                    b.last = day.isAfter(b.last) ? day : b.last;
                }
            }
        }
        all.values().removeIf(b -> b.orders.isEmpty());
        return all;
    }

    /** The score by the place among all, worked out by counting: no cut of the workbench's is asked. */
    private static Map<String, Integer> scores(Map<String, Bought> all, ToDoubleFunction<Bought> of, boolean less) {
        List<Double> sorted = new ArrayList<>();
        all.values().forEach(b -> sorted.add(of.applyAsDouble(b)));
        Collections.sort(sorted);
        Map<String, Integer> scores = new HashMap<>();
        all.forEach((id, b) -> {
            int above = 0;
            for (int i = 1; i < 5; i++) {
                double at = (sorted.size() - 1) * i / 5.0;
                int below = (int) at;
                double cut = sorted.get(below)
                        + (at - below) * (sorted.get(Math.min(below + 1, sorted.size() - 1)) - sorted.get(below));
                above += of.applyAsDouble(b) > cut ? 1 : 0;
            }
            scores.put(id, less ? 5 - above : 1 + above);
        });
        return scores;
    }

    @Test
    void onlineRetailIsScoredAsAnIndependentCountDoes() throws IOException {
        Map<String, Bought> expected = read();
        Map<String, Integer> r = scores(expected, b -> LAST.toEpochDay() - b.last.toEpochDay(), true);
        Map<String, Integer> f = scores(expected, b -> b.orders.size(), false);
        Map<String, Integer> m = scores(expected, b -> b.net.doubleValue(), false);
        try (Shop shop = Shop.onlineRetail()) {
            Frame all = shop.analyse("rfm");
            assertThat(all.rowCount()).isEqualTo(expected.size()).isEqualTo(4338);
            Map<Object, Integer> scoreOf = new HashMap<>();
            for (int row = 0; row < all.rowCount(); row++) {
                String id = all.column("customer").textAt(row);
                Bought b = expected.get(id);
                assertThat(b).as(id).isNotNull();
                assertThat(all.column("recency").longAt(row)).isEqualTo(LAST.toEpochDay() - b.last.toEpochDay());
                assertThat(all.column("frequency").longAt(row)).isEqualTo(b.orders.size());
                assertThat((BigDecimal) all.column("monetary").valueAt(row))
                        .as(id)
                        .isEqualByComparingTo(b.net);
                assertThat(all.column("r").longAt(row)).as(id).isEqualTo((long) r.get(id));
                assertThat(all.column("f").longAt(row)).as(id).isEqualTo((long) f.get(id));
                assertThat(all.column("m").longAt(row)).as(id).isEqualTo((long) m.get(id));
                Integer same = scoreOf.putIfAbsent(b.orders.size(), f.get(id));
                assertThat(same == null || same.equals(f.get(id))).isTrue();
                if (id.equals("16446")) {
                    assertThat(all.column("monetary").valueAt(row)).hasToString("2.9000");
                    assertThat(all.column("m").longAt(row)).isEqualTo(1);
                }
            }
            Frame segments = shop.analyse("rfm-segments");
            assertThat(segments.rowCount()).isEqualTo(11);
            assertThat(Arrays.stream(segments.column("customers").doubles()).sum())
                    .isEqualTo(4338);
            Frame grid = shop.analyse("rfm-grid");
            assertThat(grid.rowCount()).isEqualTo(25);
            BigDecimal net = expected.values().stream().map(b -> b.net).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal sum = BigDecimal.ZERO;
            for (int row = 0; row < 25; row++) {
                sum = sum.add((BigDecimal)
                        java.util.Objects.requireNonNull(grid.column("revenue").valueAt(row)));
            }
            assertThat(sum).isEqualByComparingTo(net);
            Frame earlier = shop.analyse("rfm", "asOf", "2011-06-30", "windowDays", "90");
            Frame asked = shop.query(MetricQuery.of("clientele.core/customers")
                    .during(new Period(LocalDate.of(2011, 4, 2), LocalDate.of(2011, 6, 30))));
            assertThat((long) earlier.rowCount())
                    .isEqualTo(asked.column("customers").longAt(0));
            Frame page = shop.analyse(new Period(LocalDate.of(2011, 4, 2), LocalDate.of(2011, 6, 30)), "rfm");
            assertThat(page.rowCount()).isEqualTo(earlier.rowCount());

            assertThat(shop.analyse("rfm-cuts", "asOf", "2011-06-30", "windowDays", "90")
                            .insight())
                    .isEqualTo("As of 2011-06-30; orders from 2011-04-02 on count");

            Frame own = shop.analyse("rfm", "cuts", "monetary=0,100,1000,5000");
            for (int row = 0; row < own.rowCount(); row++) {
                double money = own.column("monetary").doubleAt(row);
                long score = money <= 0 ? 1 : money <= 100 ? 2 : money <= 1000 ? 3 : money <= 5000 ? 4 : 5;
                assertThat(own.column("m").longAt(row)).isEqualTo(score);
            }
            Frame tiers = shop.analyse("tiers");
            long vips = 0;
            for (int row = 0; row < tiers.rowCount(); row++) {
                vips += "VIP".equals(tiers.column("segment").textAt(row)) ? 1 : 0;
            }
            assertThat(vips).isEqualTo(434);
            Frame summed = shop.analyse("tier-segments");
            assertThat(summed.column("action").textAt(0)).startsWith("Reward and keep them");
            assertThat(summed.column("action").textAt(3)).startsWith("Spend little");
            Frame two = shop.analyse("rfm-segments", "segments", "Near: R 3-5 FM 1-5; Far: R 1-2 FM 1-5");
            assertThat(two.column("action").textAt(1)).startsWith("Spend little");
        }
    }

    @Test
    void theUsualElevenCoverEachCellOnce() {
        Grid grid = Grid.read("");
        assertThat(grid.names()).hasSize(11).doesNotHaveDuplicates();
        Set<Integer> used = new HashSet<>();
        for (int r = 1; r <= 5; r++) {
            for (int fm = 1; fm <= 5; fm++) {
                assertThat(grid.segment(r, fm)).isBetween(0, 10);
                used.add(grid.segment(r, fm));
            }
        }
        assertThat(used).hasSize(11);
        assertThat(grid.key(grid.segment(5, 5))).isEqualTo("champions");
        assertThat(grid.key(grid.segment(1, 1))).isEqualTo("lost");
        assertThat(grid.key(grid.segment(1, 5))).isEqualTo("lose");
    }

    @Test
    void rulesThatLeaveACellOutOrNameItTwiceAreRefused() {
        assertThatThrownBy(() -> Grid.read("A: R 1-5 FM 1-4")).hasMessageContaining("R 1 FM 5 is in no segment");
        assertThatThrownBy(() -> Grid.read("A: R 1-5 FM 1-5; B: R 2 FM 3"))
                .hasMessageContaining("R 2 FM 3 is in \"A\" and in \"B\"");
        assertThatThrownBy(() -> Grid.read("A: R 0-5 FM 1-5")).hasMessageContaining("from 1 to 5");
        assertThatThrownBy(() -> Grid.read("A: recent ones")).hasMessageContaining("not understood: \"recent ones\"");
        assertThatThrownBy(() -> Grid.read("champions")).hasMessageContaining("is no rule");
        assertThatThrownBy(() -> RfmModel.cuts("recency=1,2,3")).hasMessageContaining("4 numbers");
        assertThatThrownBy(() -> RfmModel.cuts("spend=1,2,3,4")).hasMessageContaining("is no set of cuts");
        assertThatThrownBy(() -> TierRules.read("VIP: monetary top")).hasMessageContaining("not understood");
        assertThatThrownBy(() -> TierRules.read("All; VIP: monetary > 3")).hasMessageContaining("Nobody is left");
        Grid own = Grid.read("Good: R 3-5 FM 1-5 or R 1-2 FM 5; Bad: R 1-2 FM 1-4");
        assertThat(own.segment(2, 5)).isZero();
        assertThat(own.segment(2, 4)).isEqualTo(1);
    }

    @Test
    void equalValuesHaveEqualScoresAndMoreNeverScoresLess() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] values = random.doubles(1 + random.nextInt(60))
                    .map(v -> Math.floor(v * 8))
                    .toArray();
            Scale scale = Scale.quantiles(values, 5, round % 2 == 0);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int before = scale.score(sorted[0]);
            for (double v : sorted) {
                int score = scale.score(v);
                assertThat(score).isBetween(1, 5);
                assertThat(scale.lessIsBetter() ? before - score : score - before)
                        .isNotNegative();
                before = score;
            }
        }
    }
}
