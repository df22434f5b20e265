package org.clientele.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.sdk.data.CustomerModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the truths say of products, days, campaigns and experiments, found again in the rows of the default retailer. */
class PlantedEffectsTest {
    private static final Generated ALL = Generated.standard();
    private static final JsonNode TRUTHS = ALL.truths();
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1096;

    /** A sale, with what was in it. */
    private static final class Sale {
        private int day;
        private long moment;
        private String channel = "";
        private String customer = "";
        private final Set<String> products = new HashSet<>();
    }

    private static final Map<String, Sale> SALES = new TreeMap<>();
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final double[] ORDERS = new double[DAYS];

    @BeforeAll
    static void read() {
        ALL.each(CustomerModel.PRODUCT, p -> NAMES.put(p.text("product_id"), p.text("name")));
        ALL.each(CustomerModel.ORDER_LINE, l -> {
            if (!l.text("kind").equals("sale")) {
                return;
            }
            Sale sale = SALES.computeIfAbsent(l.text("order_id"), id -> new Sale());
            if (sale.products.isEmpty()) {
                sale.day = day(((LocalDateTime) l.value("ordered_at")).toLocalDate());
                sale.moment = l.stored("ordered_at");
                sale.channel = l.text("channel");
                ORDERS[sale.day]++;
            }
            if (l.has("customer_id") && sale.customer.isEmpty()) {
                sale.customer = l.text("customer_id");
            }
            if (l.stored("is_charge") == 0) {
                sale.products.add(l.text("product_id"));
            }
        });
    }

    private static int day(LocalDate date) {
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }

    private static int day(JsonNode date) {
        return day(LocalDate.parse(date.asText()));
    }

    private static double tradeDay(int day) {
        return TRUTHS.get("seasonality").get("tradeDays").get(day).asDouble();
    }

    private static JsonNode anomaly(String kind) {
        for (JsonNode a : TRUTHS.get("anomalies")) {
            if (a.get("kind").asText().equals(kind)) {
                return a;
            }
        }
        throw new AssertionError(kind);
    }

    @Test
    void productsGoTogetherWithThePlantedLift() {
        for (JsonNode rule : TRUTHS.get("affinities")) {
            String then = rule.get("then").asText();
            Set<String> given = new HashSet<>();
            rule.get("given").forEach(g -> given.add(g.asText()));
            double withGiven = 0;
            double withThen = 0;
            double both = 0;
            for (Sale sale : SALES.values()) {
                boolean left = sale.products.containsAll(given);
                boolean right = sale.products.contains(then);
                withGiven += left ? 1 : 0;
                withThen += right ? 1 : 0;
                both += left && right ? 1 : 0;
            }
            double confidence = both / withGiven;
            double lift = confidence / (withThen / SALES.size());
            double planted = rule.get("lift").asDouble();
            double error = 4 * Math.sqrt((1 - confidence) / (confidence * withGiven)) + 0.08;
            assertThat(lift / planted).as(given + " with " + then).isCloseTo(1, within(error));
            assertThat(lift).isGreaterThan(3);
        }
        assertThat(TRUTHS.get("affinities")).anyMatch(r -> r.get("given").size() == 2);
    }

    @Test
    void weekdaysAndMonthsAreAsBusyAsPlanted() {
        double[] orders = new double[7];
        double[] days = new double[7];
        for (int d = 0; d < DAYS; d++) {
            int month = FIRST.plusDays(d).getMonthValue();
            if (month >= 4 && month <= 10) {
                int weekday = FIRST.plusDays(d).getDayOfWeek().getValue() - 1;
                orders[weekday] += ORDERS[d];
                days[weekday]++;
            }
        }
        double average = 0;
        for (int w = 0; w < 7; w++) {
            average += orders[w] / days[w] / 7;
        }
        for (int w = 0; w < 7; w++) {
            double planted = TRUTHS.get("seasonality").get("weekdays").get(w).asDouble();
            assertThat(orders[w] / days[w] / average).as("weekday %d", w + 1).isCloseTo(planted, within(0.04));
        }
        double[] perTradeDay = new double[36];
        for (int m = 0; m < 36; m++) {
            double sum = 0;
            double trade = 0;
            int from = day(FIRST.plusMonths(m));
            for (int d = from; d < from + FIRST.plusMonths(m).lengthOfMonth(); d++) {
                sum += ORDERS[d];
                trade += tradeDay(d);
            }
            perTradeDay[m] = sum / trade;
        }
        // Without its season, business grows evenly.
        for (int m = 6; m < 30; m++) {
            double around = 0;
            for (int k = m - 6; k < m + 6; k++) {
                around += perTradeDay[k] / 12;
            }
            assertThat(perTradeDay[m] / around).as("month %d", m).isBetween(0.9, 1.12);
        }
    }

    @Test
    void holidaysAndEventsHaveTheirFactors() {
        for (JsonNode occasion : TRUTHS.get("seasonality").get("occasions")) {
            int from = day(occasion.get("from"));
            int to = day(occasion.get("to"));
            double expected = 0;
            double orders = 0;
            for (int d = from; d <= to; d++) {
                expected += tradeDay(d);
                orders += ORDERS[d];
            }
            double around = 0;
            double trade = 0;
            for (int d = Math.max(0, from - 20); d < Math.min(DAYS, to + 20); d++) {
                around += ORDERS[d];
                trade += tradeDay(d);
            }
            double n = expected * around / trade;
            assertThat(orders / n)
                    .as(occasion.get("name").asText() + " "
                            + occasion.get("from").asText())
                    .isCloseTo(1, within(4 / Math.sqrt(n) + 0.1));
        }
    }

    @Test
    void demandFollowsPricesByThePlantedElasticity() {
        Map<String, JsonNode> moves = new TreeMap<>();
        Map<String, Set<String>> products = new HashMap<>();
        for (JsonNode change : TRUTHS.get("priceChanges")) {
            if (change.get("planted").asBoolean()) {
                String key = change.get("from").asText() + " " + change.get("elasticity");
                moves.putIfAbsent(key, change);
                products.computeIfAbsent(key, k -> new HashSet<>())
                        .add(change.get("product").asText());
            }
        }
        assertThat(moves).hasSizeGreaterThan(8);
        double deviationOfAll = 0;
        for (Map.Entry<String, JsonNode> move : moves.entrySet()) {
            int at = day(move.getValue().get("from"));
            int before = day(FIRST.plusDays(at).minusYears(1));
            int end = day(FIRST.plusDays(at).plusYears(1));
            double[] own = new double[2];
            double[] lines = new double[2];
            for (Sale sale : SALES.values()) {
                if (sale.day >= before && sale.day < end) {
                    int period = sale.day < at ? 0 : 1;
                    lines[period] += sale.products.size();
                    for (String product : sale.products) {
                        own[period] +=
                                products.getOrDefault(move.getKey(), Set.of()).contains(product) ? 1 : 0;
                    }
                }
            }
            double factor = move.getValue().get("factor").asDouble();
            double elasticity = Math.log(own[1] / lines[1] / (own[0] / lines[0])) / Math.log(factor);
            double error = Math.sqrt(1 / own[0] + 1 / own[1]) / Math.abs(Math.log(factor));
            double planted = move.getValue().get("elasticity").asDouble();
            assertThat(elasticity).as(move.getKey()).isCloseTo(planted, within(4 * error + 0.25));
            deviationOfAll += (elasticity - planted) / moves.size();
        }
        assertThat(deviationOfAll).isCloseTo(0, within(0.25));
    }

    @Test
    void campaignsBringTheirExtraOrdersAndNoMore() {
        Map<String, List<Sale>> salesOf = new HashMap<>();
        SALES.values()
                .forEach(s -> salesOf.computeIfAbsent(s.customer, c -> new ArrayList<>())
                        .add(s));
        Map<String, double[][]> tally = new HashMap<>();
        Map<String, JsonNode> truths = new TreeMap<>();
        TRUTHS.get("campaigns").forEach(c -> truths.put(c.get("id").asText(), c));
        ALL.each(CustomerModel.CAMPAIGN_CONTACT, c -> {
            JsonNode truth = truths.get(c.text("campaign_id"));
            int end = day(truth.get("from")) + truth.get("days").asInt();
            int orders = 0;
            for (Sale sale : salesOf.getOrDefault(c.text("customer_id"), List.of())) {
                orders += sale.moment >= c.stored("contacted_at") && sale.day < end ? 1 : 0;
            }
            double[] group =
                    tally.computeIfAbsent(c.text("campaign_id"), k -> new double[2][3])[(int) c.stored("is_control")];
            group[0]++;
            group[1] += orders;
            group[2] += orders * orders;
        });
        assertThat(tally.keySet()).isEqualTo(truths.keySet());
        double lifts = 0;
        double planted = 0;
        for (Map.Entry<String, JsonNode> campaign : truths.entrySet()) {
            double[][] t = tally.get(campaign.getKey());
            double lift = t[0][1] / t[0][0] - t[1][1] / t[1][0];
            double error = Math.sqrt(variance(t[0]) / t[0][0] + variance(t[1]) / t[1][0]);
            double truth = campaign.getValue().get("lift").asDouble();
            assertThat(lift).as(campaign.getValue().get("name").asText()).isCloseTo(truth, within(3.5 * error));
            assertThat(t[1][0]).isBetween(0.97 * control(campaign), 1.0 * control(campaign));
            lifts += lift;
            planted += truth;
        }
        assertThat(lifts / planted).isBetween(0.7, 1.3);
        assertThat(TRUTHS.get("campaigns")).anyMatch(c -> c.get("lift").asDouble() == 0);
    }

    private static double control(Map.Entry<String, JsonNode> campaign) {
        return campaign.getValue().get("control").asDouble();
    }

    private static double variance(double[] group) {
        double mean = group[1] / group[0];
        return group[2] / group[0] - mean * mean;
    }

    @Test
    void experimentsShowTheirLiftAndOneItsWrongRatio() {
        int wrongRatios = 0;
        int without = 0;
        for (JsonNode truth : TRUTHS.get("experiments")) {
            double[] shown = new double[2];
            double[] converted = new double[2];
            ALL.each(CustomerModel.EXPOSURE, e -> {
                if (e.text("experiment_id").equals(truth.get("id").asText()) && e.has("customer_id")) {
                    int which = e.text("variant").equals("treatment") ? 1 : 0;
                    shown[which]++;
                    converted[which] += e.stored("converted");
                }
            });
            double control = converted[0] / shown[0];
            double treatment = converted[1] / shown[1];
            double error = Math.sqrt(control * (1 - control) / shown[0] + treatment * (1 - treatment) / shown[1]);
            assertThat(treatment - control)
                    .as(truth.get("name").asText())
                    .isCloseTo(truth.get("lift").asDouble(), within(3.5 * error));
            double half = (shown[0] + shown[1]) / 2;
            double chiSquare = 2 * (shown[0] - half) * (shown[0] - half) / half;
            boolean wrong = truth.get("lostShare").asDouble() > 0;
            // 10.83 is the 0.1 % point of chi-square with one degree of freedom.
            assertThat(chiSquare > 10.83).as(truth.get("name").asText()).isEqualTo(wrong);
            wrongRatios += wrong ? 1 : 0;
            without += truth.get("lift").asDouble() == 0 ? 1 : 0;
        }
        assertThat(wrongRatios).isEqualTo(1);
        assertThat(without).isEqualTo(1);
    }

    @Test
    void anomaliesShowOnTheirDays() {
        int outage = day(anomaly("outage").get("from"));
        assertThat(SALES.values()).noneMatch(s -> s.day == outage && s.channel.equals("web"));
        assertThat(SALES.values()).anyMatch(s -> s.day == outage);

        JsonNode viral = anomaly("viral product");
        double[] baskets = new double[2];
        for (Sale sale : SALES.values()) {
            if (sale.day >= day(viral.get("from")) && sale.day <= day(viral.get("to"))) {
                boolean has = sale.products.stream()
                        .anyMatch(p -> viral.get("subject").asText().equals(NAMES.get(p)));
                baskets[has ? 1 : 0]++;
            }
        }
        assertThat(baskets[1] / (baskets[0] + baskets[1]))
                .isCloseTo(viral.get("size").asDouble(), within(0.06));

        JsonNode gap = anomaly("tracking gap");
        double[] visits = new double[DAYS];
        ALL.each(CustomerModel.INTERACTION, i -> {
            if (i.text("kind").equals("visit")) {
                visits[day(((LocalDateTime) i.value("occurred_at")).toLocalDate())]++;
            }
        });
        for (int d = 1; d < DAYS; d++) {
            boolean blind = d >= day(gap.get("from")) && d <= day(gap.get("to"));
            assertThat(visits[d] < 10).as("day %d", d).isEqualTo(blind || d == outage);
        }

        JsonNode backlog = anomaly("service backlog");
        double[] tickets = new double[2];
        ALL.each(CustomerModel.TICKET, t -> {
            int d = day(((LocalDateTime) t.value("opened_at")).toLocalDate());
            if (d >= day(backlog.get("from")) && d <= day(backlog.get("to"))) {
                tickets[(int) t.stored("within_target")]++;
            }
        });
        assertThat(tickets[0] / (tickets[0] + tickets[1]))
                .isCloseTo(backlog.get("size").asDouble(), within(0.16));
    }

    @Test
    void theRecalledProductComesBackInAWave() {
        JsonNode wave = anomaly("refund wave");
        double[] sold = new double[1];
        double[] back = new double[1];
        ALL.each(CustomerModel.ORDER_LINE, l -> {
            if (!wave.get("subject").asText().equals(NAMES.get(l.text("product_id")))) {
                return;
            }
            int d = day(((LocalDateTime) l.value("ordered_at")).toLocalDate());
            if (l.text("kind").equals("sale") && d >= day(LocalDate.of(2025, 7, 1)) && d < day(wave.get("from"))) {
                sold[0]++;
            }
            if (l.text("kind").equals("return") && d >= day(wave.get("from")) && d <= day(wave.get("to"))) {
                back[0]++;
            }
        });
        assertThat(sold[0]).isGreaterThan(20);
        double size = wave.get("size").asDouble();
        assertThat(back[0] / sold[0]).isCloseTo(size, within(4 * Math.sqrt(size * (1 - size) / sold[0]) + 0.02));
    }
}
