package org.clientele.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.data.CustomerModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the truths say of customers, held against the rows of the default retailer. */
class PlantedCustomersTest {
    private static final Generated ALL = Generated.standard();
    private static final JsonNode TRUTHS = ALL.truths();
    private static final int DAYS = 1096;
    private static final int CUSTOMERS = SampleOptions.DEFAULT_CUSTOMERS;

    private static final int[] REGISTERED = new int[CUSTOMERS];
    private static final int[] LAST = new int[CUSTOMERS];
    private static final int[] ORDERS = new int[CUSTOMERS];
    private static final int[] LAST_ORDER = new int[CUSTOMERS];
    private static final Set<Integer> DRIVEN_AWAY = new HashSet<>();
    private static String segments = "";

    @BeforeAll
    static void read() {
        JsonNode truth = TRUTHS.get("customerTruths");
        segments = truth.get("segments").asText();
        for (int i = 0; i < CUSTOMERS; i++) {
            LAST[i] = truth.get("lastActiveDay").get(i).asInt();
        }
        truth.get("drivenAway").forEach(i -> DRIVEN_AWAY.add(i.asInt()));
        ALL.each(CustomerModel.CUSTOMER, c -> {
            int i = place(c.text("customer_id"));
            if (i < CUSTOMERS) {
                REGISTERED[i] = day(c, "registered_at");
            }
        });
        Set<String> seen = new HashSet<>();
        ALL.each(CustomerModel.ORDER_LINE, l -> {
            if (l.has("customer_id") && l.text("kind").equals("sale") && seen.add(l.text("order_id"))) {
                int i = place(l.text("customer_id"));
                if (i < CUSTOMERS) {
                    ORDERS[i]++;
                    LAST_ORDER[i] = day(l, "ordered_at");
                }
            }
        });
    }

    private static int place(String customer) {
        return Integer.parseInt(customer.substring(2)) - 100_001;
    }

    private static int day(Generated.Row row, String column) {
        return (int) (((LocalDateTime) row.value(column)).toLocalDate().toEpochDay()
                - LocalDate.of(2023, 1, 1).toEpochDay());
    }

    private static double deviation(double share, double n) {
        return Math.sqrt(share * (1 - share) / n);
    }

    @Test
    void segmentsHaveTheirSharesAndLosses() {
        for (JsonNode segment : TRUTHS.get("segments")) {
            char code = segment.get("code").asText().charAt(0);
            int members = 0;
            int lost = 0;
            for (int i = 0; i < CUSTOMERS; i++) {
                if (segments.charAt(i) == code) {
                    members++;
                    lost += LAST[i] < DAYS ? 1 : 0;
                }
            }
            double share = segment.get("share").asDouble();
            assertThat(members).isEqualTo(segment.get("customers").asInt());
            assertThat((double) members / CUSTOMERS).isCloseTo(share, within(4 * deviation(share, CUSTOMERS)));
            assertThat(lost).isEqualTo(segment.get("lost").asInt());
        }
    }

    @Test
    void nobodyBuysOnceLost() {
        for (int i = 0; i < CUSTOMERS; i++) {
            if (ORDERS[i] > 0) {
                assertThat(LAST_ORDER[i]).as("customer %d", i).isLessThanOrEqualTo(LAST[i]);
            }
        }
    }

    @Test
    void customersDropOutByTheHazardsOfTheirSegmentAndTenure() {
        for (JsonNode segment : TRUTHS.get("segments")) {
            char code = segment.get("code").asText().charAt(0);
            for (JsonNode band : segment.get("dropout")) {
                int from = band.get("fromDays").asInt();
                int to = band.get("toDays").asInt();
                double atRisk = 0;
                double gone = 0;
                for (int i = 0; i < CUSTOMERS; i++) {
                    int age = LAST[i] - REGISTERED[i];
                    boolean seen = REGISTERED[i] + to <= DAYS;
                    boolean cutShort = DRIVEN_AWAY.contains(i) && age < to;
                    if (segments.charAt(i) == code && seen && age >= from && !cutShort) {
                        atRisk++;
                        gone += age < to ? 1 : 0;
                    }
                }
                double share = band.get("share").asDouble();
                assertThat(gone / atRisk)
                        .as("%s of %d to %d days", segment.get("name"), from, to)
                        .isCloseTo(share, within(4 * deviation(share, atRisk) + 0.01));
            }
        }
    }

    @Test
    void purchaseRatesAreThoseOfTheSegments() {
        double[] clock = new double[DAYS + 1];
        for (int d = 0; d < DAYS; d++) {
            clock[d + 1] =
                    clock[d] + TRUTHS.get("seasonality").get("tradeDays").get(d).asDouble();
        }
        for (JsonNode segment : TRUTHS.get("segments")) {
            char code = segment.get("code").asText().charAt(0);
            double bought = 0;
            double alive = 0;
            double n = 0;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < CUSTOMERS; i++) {
                if (segments.charAt(i) == code && LAST[i] >= 0) {
                    int from = Math.max(REGISTERED[i], 0);
                    alive += clock[Math.min(LAST[i] + 1, DAYS)] - clock[from];
                    // The order with which somebody registers is not one of the process.
                    bought += ORDERS[i]
                            - (REGISTERED[i] >= 0 ? segment.get("buysAtOnce").asDouble() : 0);
                    if (REGISTERED[i] < 0 && LAST[i] == DAYS) {
                        n++;
                        sum += ORDERS[i];
                        squares += (double) ORDERS[i] * ORDERS[i];
                    }
                }
            }
            double rate = segment.get("ratePerDay").asDouble();
            assertThat(bought / alive / rate)
                    .as(segment.get("name").asText() + ": campaigns add some, and nobody orders twice a day on her own")
                    .isBetween(0.9, 1.2);
            double mean = sum / n;
            double shape = mean * mean / (squares / n - mean * mean - mean);
            assertThat(shape / segment.get("rateShape").asDouble())
                    .as("heterogeneity of " + segment.get("name").asText())
                    .isBetween(0.7, 1.4);
        }
    }

    @Test
    void slowAnswersLowerScoresAndDriveCustomersAway() {
        JsonNode service = TRUTHS.get("service");
        Map<String, Boolean> slow = new HashMap<>();
        double[] tickets = new double[2];
        double[] left = new double[2];
        ALL.each(CustomerModel.TICKET, t -> {
            boolean within = t.stored("within_target") == 1;
            slow.put(t.text("ticket_id"), !within);
            if (t.has("customer_id") && t.has("resolved_at") && place(t.text("customer_id")) < CUSTOMERS) {
                int i = place(t.text("customer_id"));
                int resolved = day(t, "resolved_at");
                if (LAST[i] >= resolved) {
                    tickets[within ? 0 : 1]++;
                    left[within ? 0 : 1] += DRIVEN_AWAY.contains(i) && LAST[i] == resolved ? 1 : 0;
                }
            }
        });
        double[] answers = new double[2];
        double[] points = new double[2];
        ALL.each(CustomerModel.FEEDBACK, f -> {
            if (f.text("kind").equals("csat") && f.number("score") <= f.number("score_max")) {
                int which = slow.getOrDefault(f.text("ticket_id"), false) ? 1 : 0;
                answers[which]++;
                points[which] += f.number("score");
            }
        });
        assertThat(points[0] / answers[0])
                .isCloseTo(service.get("meanPointsWithinTarget").asDouble(), within(4 * 1.05 / Math.sqrt(answers[0])));
        assertThat(points[1] / answers[1])
                .isCloseTo(service.get("meanPointsSlow").asDouble(), within(4 * 1.25 / Math.sqrt(answers[1])));
        String[] names = {"leavesWithinTarget", "leavesSlow"};
        for (int kind = 0; kind < 2; kind++) {
            double share = service.get(names[kind]).asDouble();
            assertThat(left[kind] / tickets[kind])
                    .as(names[kind])
                    .isCloseTo(share, within(4 * deviation(share, tickets[kind])));
        }
    }

    @Test
    void subscriptionsEndByTheHazardsOfTheirPlans() {
        for (JsonNode plan : TRUTHS.get("subscriptions")) {
            double[] periods = new double[3];
            double[] ended = new double[3];
            int every = plan.get("periodMonths").asInt();
            ALL.each(CustomerModel.SUBSCRIPTION, s -> {
                if (!s.text("plan").equals(plan.get("plan").asText())) {
                    return;
                }
                long months = s.stored("tenure_months");
                boolean censored = s.has("cancel_reason")
                        && s.text("cancel_reason").equals(plan.get("censoredBy").asText());
                for (int m = every; m <= months; m += every) {
                    int band = m <= 3 ? 0 : m <= 12 ? 1 : 2;
                    boolean last = m == months;
                    periods[band] += last && censored ? 0 : 1;
                    ended[band] += last && !censored && s.stored("churned") == 1 ? 1 : 0;
                }
            });
            for (int band = 0; band < 3; band++) {
                double hazard = plan.get("hazards").get(band).asDouble();
                assertThat(ended[band] / periods[band])
                        .as(plan.get("plan").asText() + " in band " + band)
                        .isCloseTo(hazard, within(4 * deviation(hazard, periods[band])));
            }
        }
    }

    @Test
    void whoWasServedWellRecommendsTheShop() {
        JsonNode means = TRUTHS.get("recommendation").get("meanByPoints");
        assertThat(means).hasSize(6);
        Map<String, Integer> lastPoints = new HashMap<>();
        double[] scores = new double[3];
        double[] answers = new double[3];
        ALL.each(CustomerModel.FEEDBACK, f -> {
            if (!f.has("customer_id") || f.number("score") > f.number("score_max")) {
                return;
            }
            if (f.text("kind").equals("csat")) {
                lastPoints.put(f.text("customer_id"), (int) f.number("score"));
            } else if (f.text("kind").equals("nps")) {
                int points = lastPoints.getOrDefault(f.text("customer_id"), 0);
                int which = points == 0 ? 0 : points <= 2 ? 1 : 2;
                scores[which] += f.number("score");
                answers[which]++;
            }
        });
        assertThat(scores[0] / answers[0]).isBetween(7.8, 8.6);
        assertThat(scores[1] / answers[1]).isLessThan(scores[2] / answers[2] - 1);
    }
}
