package org.clientele.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.data.CustomerModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person should find in the default retailer. */
class SampleShapeTest {
    private static final double[] REVENUE_BY_MONTH = new double[36];
    private static final double[] REVENUE_BY_WEEKDAY = new double[7];
    private static final Map<String, Double> REVENUE_OF_CUSTOMER = new HashMap<>();
    private static final Map<String, Set<String>> ORDERS_OF_CUSTOMER = new HashMap<>();
    private static final Map<String, Integer> LINES_OF_ORDER = new HashMap<>();
    private static final Map<String, Set<Long>> PRICES_OF_PRODUCT = new HashMap<>();
    private static final Map<String, double[]> UNITS_BY_YEAR = new HashMap<>();
    private static final Set<String> GUEST_ORDERS = new HashSet<>();

    private static Generated all;
    private static int lines;
    private static double sales;
    private static double returned;
    private static double charges;
    private static double chargedLines;

    @BeforeAll
    static void generate() {
        all = Generated.standard();
        all.each(CustomerModel.ORDER_LINE, l -> {
            lines++;
            LocalDateTime at = (LocalDateTime) l.value("ordered_at");
            double amount = l.number("amount");
            int year = at.getYear() - 2023;
            REVENUE_BY_MONTH[year * 12 + at.getMonthValue() - 1] += amount;
            REVENUE_BY_WEEKDAY[at.getDayOfWeek().getValue() - 1] += amount;
            if (amount < 0) {
                returned -= amount;
                return;
            }
            sales += amount;
            if (l.stored("is_charge") == 1) {
                charges += amount;
                chargedLines++;
            }
            String order = l.text("order_id");
            LINES_OF_ORDER.merge(order, 1, Integer::sum);
            PRICES_OF_PRODUCT
                    .computeIfAbsent(l.text("product_id"), p -> new HashSet<>())
                    .add(l.stored("unit_price"));
            UNITS_BY_YEAR.computeIfAbsent(l.text("product_id"), p -> new double[3])[year] += l.number("quantity");
            String customer = l.text("customer_id");
            if (customer == null) {
                GUEST_ORDERS.add(order);
            } else {
                REVENUE_OF_CUSTOMER.merge(customer, amount, Double::sum);
                ORDERS_OF_CUSTOMER
                        .computeIfAbsent(customer, c -> new HashSet<>())
                        .add(order);
            }
        });
    }

    @Test
    void hasAboutTwentyLinesACustomer() {
        assertThat(all.count(CustomerModel.CUSTOMER)).isBetween(20_000, 20_150);
        assertThat(lines).isBetween(380_000, 440_000);
    }

    @Test
    void returnsAreFourToEightPercentOfSales() {
        assertThat(returned / sales).isBetween(0.04, 0.08);
    }

    @Test
    void someOrdersAreOfGuestsAndSomeLinesAreCharges() {
        assertThat((double) GUEST_ORDERS.size() / LINES_OF_ORDER.size()).isBetween(0.07, 0.09);
        assertThat(charges / sales).isBetween(0.01, 0.06);
        assertThat(chargedLines / lines).isBetween(0.02, 0.20);
    }

    @Test
    void revenueGrowsByAboutTwelvePercentAYear() {
        double first = Arrays.stream(REVENUE_BY_MONTH, 0, 12).sum();
        double second = Arrays.stream(REVENUE_BY_MONTH, 12, 24).sum();
        double third = Arrays.stream(REVENUE_BY_MONTH, 24, 36).sum();
        assertThat(second / first - 1).isBetween(0.09, 0.16);
        assertThat(third / second - 1).isBetween(0.09, 0.16);
    }

    @Test
    void decemberIsTheBestMonthOfEachYear() {
        for (int year = 0; year < 3; year++) {
            double[] months = Arrays.copyOfRange(REVENUE_BY_MONTH, year * 12, year * 12 + 12);
            double average = Arrays.stream(months).average().orElseThrow();
            assertThat(months[11]).isEqualTo(Arrays.stream(months).max().orElseThrow());
            assertThat(months[11]).isBetween(1.4 * average, 1.9 * average);
            assertThat(months[1]).isLessThan(0.9 * average);
        }
    }

    @Test
    void sundaysAreTheQuietestDays() {
        assertThat(REVENUE_BY_WEEKDAY[6])
                .isEqualTo(Arrays.stream(REVENUE_BY_WEEKDAY).min().orElseThrow());
    }

    @Test
    void basketsHaveALongTail() {
        List<Integer> sizes = new ArrayList<>(LINES_OF_ORDER.values());
        sizes.sort(Comparator.naturalOrder());
        assertThat(sizes.get(sizes.size() / 2)).isBetween(2, 4);
        assertThat(sizes.get(sizes.size() - 1)).isGreaterThan(30);
    }

    @Test
    void fewCustomersBringMuchOfTheRevenue() {
        List<Double> byWorth = new ArrayList<>(REVENUE_OF_CUSTOMER.values());
        byWorth.sort(Comparator.reverseOrder());
        double total = byWorth.stream().mapToDouble(d -> d).sum();
        double best =
                byWorth.stream().limit(byWorth.size() / 5).mapToDouble(d -> d).sum();
        assertThat(best / total).isBetween(0.55, 0.8);
        assertThat(byWorth.get(0) / total).isLessThan(0.01);
    }

    @Test
    void purchaseRatesDifferMoreThanChanceWouldMakeThem() {
        double n = ORDERS_OF_CUSTOMER.size();
        double mean = ORDERS_OF_CUSTOMER.values().stream().mapToInt(Set::size).sum() / n;
        double variance = ORDERS_OF_CUSTOMER.values().stream()
                        .mapToDouble(s -> (s.size() - mean) * (s.size() - mean))
                        .sum()
                / n;
        // Equal for a Poisson process with one rate for everybody.
        assertThat(variance / mean).isGreaterThan(3);
    }

    @Test
    void recommendedCustomersStayLongerThanThoseOfPaidSearch() {
        Map<String, int[]> ofChannel = new HashMap<>();
        all.each(CustomerModel.CUSTOMER, c -> {
            if (((LocalDateTime) c.value("registered_at")).getYear() == 2023) {
                int[] tally = ofChannel.computeIfAbsent(c.text("acquisition_channel"), k -> new int[2]);
                tally[0]++;
                tally[1] += ORDERS_OF_CUSTOMER
                        .getOrDefault(c.text("customer_id"), Set.of())
                        .size();
            }
        });
        int[] recommended = ofChannel.get("Recommendation");
        int[] paid = ofChannel.get("Paid search");
        assertThat((double) recommended[1] / recommended[0]).isGreaterThan(1.2 * paid[1] / paid[0]);
    }

    @Test
    void pricesChangeOverTheYearsAndSomeProductsTrend() {
        long changed =
                PRICES_OF_PRODUCT.values().stream().filter(s -> s.size() > 1).count();
        assertThat(changed).isGreaterThan(PRICES_OF_PRODUCT.size() / 2);
        assertThat(UNITS_BY_YEAR.values().stream().filter(u -> u[0] > 100 && u[2] > 1.8 * u[0]))
                .hasSizeGreaterThan(10);
        assertThat(UNITS_BY_YEAR.values().stream().filter(u -> u[0] > 100 && u[2] < 0.7 * u[0]))
                .hasSizeGreaterThan(2);
        assertThat(UNITS_BY_YEAR.values().stream().filter(u -> u[0] == 0)).hasSizeGreaterThan(2);
    }
}
