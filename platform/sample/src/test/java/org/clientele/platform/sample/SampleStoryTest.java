package org.clientele.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.data.CustomerModel;
import org.junit.jupiter.api.Test;

/** The tables tell one story: what one says of a customer is not denied by another. */
class SampleStoryTest {
    private static final Generated SHOP = Generated.faultless(3000, 11);

    @Test
    void peopleLiveWhereTheirCityIs() {
        Map<String, double[]> cities = new HashMap<>();
        Map<String, String> countryOf = new HashMap<>();
        SHOP.each(CustomerModel.CUSTOMER, c -> {
            double[] sums = cities.computeIfAbsent(c.text("city"), k -> new double[3]);
            sums[0]++;
            sums[1] += c.number("latitude");
            sums[2] += c.number("longitude");
            assertThat(countryOf.putIfAbsent(c.text("city"), c.text("country"))).isIn(null, c.text("country"));
        });
        assertThat(cities).hasSizeGreaterThan(40);
        SHOP.each(CustomerModel.CUSTOMER, c -> {
            double[] sums = cities.get(c.text("city"));
            assertThat(c.number("latitude")).isCloseTo(sums[1] / sums[0], within(0.3));
            assertThat(c.number("longitude")).isCloseTo(sums[2] / sums[0], within(0.5));
        });
    }

    @Test
    void nobodyIsContactedWithoutConsentOrBeforeRegistering() {
        Set<String> consenting = new HashSet<>();
        Map<String, Long> registered = new HashMap<>();
        SHOP.each(CustomerModel.CUSTOMER, c -> {
            registered.put(c.text("customer_id"), c.stored("registered_at"));
            if (c.stored("consent") == 1) {
                consenting.add(c.text("customer_id"));
            }
        });
        SHOP.each(CustomerModel.CAMPAIGN_CONTACT, c -> {
            assertThat(consenting).contains(c.text("customer_id"));
            assertThat(c.stored("contacted_at")).isGreaterThan(registered.get(c.text("customer_id")));
            if (c.stored("is_control") == 1) {
                assertThat(c.stored("delivered")).isZero();
                assertThat(c.has("opened_at") || c.has("clicked_at")).isFalse();
            }
            assertThat(c.number("revenue") > 0).isEqualTo(c.has("converted_at"));
        });
    }

    @Test
    void aWonOfferIsAnOrderOfItsAmount() {
        Map<String, Double> orders = new HashMap<>();
        SHOP.each(CustomerModel.ORDER_LINE, l -> {
            if (l.text("kind").equals("sale") && l.has("customer_id")) {
                String day = ((LocalDateTime) l.value("ordered_at")).toLocalDate() + " " + l.text("customer_id");
                orders.merge(day + " " + l.text("order_id"), l.number("amount"), Double::sum);
            }
        });
        Set<String> amounts = new HashSet<>();
        orders.forEach((order, amount) ->
                amounts.add(order.substring(0, order.lastIndexOf(' ')) + " " + Math.round(amount * 100)));
        int[] won = new int[1];
        SHOP.each(CustomerModel.OPPORTUNITY, o -> {
            assertThat(o.has("lost_reason")).isEqualTo(o.text("stage").equals("Lost"));
            if (o.text("stage").equals("Won")) {
                won[0]++;
                assertThat(amounts)
                        .contains(((LocalDateTime) o.value("closed_at")).toLocalDate() + " " + o.text("customer_id")
                                + " " + Math.round(o.number("amount") * 100));
            }
        });
        assertThat(won[0]).isGreaterThan(5);
    }

    @Test
    void ticketsAreOpenedThenAnsweredThenResolved() {
        SHOP.each(CustomerModel.TICKET, t -> {
            if (t.has("first_response_at")) {
                assertThat(t.stored("first_response_at")).isGreaterThan(t.stored("opened_at"));
                double hours = (t.stored("first_response_at") - t.stored("opened_at")) / 3.6e9;
                assertThat(hours <= Service.TARGET_HOURS).isEqualTo(t.stored("within_target") == 1);
            }
            assertThat(t.has("resolved_at")).isEqualTo(t.text("status").equals("resolved"));
            if (t.has("resolved_at")) {
                assertThat(t.stored("resolved_at")).isGreaterThan(t.stored("first_response_at"));
            }
        });
    }

    @Test
    void scoresStayOnTheirScales() {
        Set<String> kinds = new HashSet<>();
        SHOP.each(CustomerModel.FEEDBACK, f -> {
            kinds.add(f.text("kind"));
            assertThat(f.number("score")).isBetween(f.text("kind").equals("nps") ? 0.0 : 1.0, f.number("score_max"));
        });
        assertThat(kinds).containsExactlyInAnyOrder("nps", "csat", "ces", "review");
    }

    @Test
    void subscriptionsAddUp() {
        SHOP.each(CustomerModel.SUBSCRIPTION, s -> {
            assertThat(s.has("ended_at")).isEqualTo(s.stored("churned") == 1);
            assertThat(s.has("cancel_reason")).isEqualTo(s.stored("churned") == 1);
            assertThat(s.stored("total_amount") % s.stored("monthly_amount")).isZero();
            assertThat(s.stored("total_amount") / s.stored("monthly_amount"))
                    .isGreaterThanOrEqualTo(s.stored("tenure_months"));
        });
    }

    @Test
    void targetsAreOfMetricsThatThereAre() throws IOException {
        Set<String> metrics = new HashSet<>();
        new ObjectMapper()
                .readTree(Path.of("../query/src/main/resources/clientele/metrics.json")
                        .toFile())
                .get("metrics")
                .forEach(m -> metrics.add(m.get("id").asText()));
        Set<String> aimedAt = new HashSet<>();
        SHOP.each(CustomerModel.TARGET, t -> {
            aimedAt.add(t.text("metric"));
            assertThat(t.number("value")).isPositive();
        });
        assertThat(aimedAt).hasSize(5).isSubsetOf(metrics);
    }

    @Test
    void ratesThereAndBackAreOne() {
        Map<String, Double> rates = new HashMap<>();
        SHOP.each(
                CustomerModel.EXCHANGE_RATE,
                r -> rates.put(
                        r.text("from_currency") + r.text("to_currency") + r.stored("valid_from"), r.number("rate")));
        SHOP.each(CustomerModel.EXCHANGE_RATE, r -> {
            double back = rates.get(r.text("to_currency") + r.text("from_currency") + r.stored("valid_from"));
            assertThat(back * r.number("rate")).isCloseTo(1, within(1e-9));
        });
        assertThat(rates).hasSize(432);
    }
}
