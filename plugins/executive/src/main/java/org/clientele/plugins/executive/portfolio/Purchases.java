package org.clientele.plugins.executive.portfolio;

import java.time.LocalDate;
import java.util.Optional;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.plugins.executive.page.Core;
import org.clientele.plugins.executive.page.Days;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/**
 * All purchases of known customers up to the end of the page's period.
 *
 * @param span the days that count
 * @param days who bought when
 * @param orders how many orders of each customer
 * @param sales the sales to each customer, as {@link Amounts}
 * @param value the net value of each customer in the twelve months up to the end, as {@link Amounts}
 * @param money the unit of amounts
 */
record Purchases(Days span, PurchaseDays days, long[] orders, long[] sales, long[] value, Unit money) {
    private static final Texts TEXTS = Texts.of(Purchases.class);

    private static final Filter KNOWN = Filter.where("customer_id is not null");

    /** Asks for them; empty where there are none. */
    static Optional<Purchases> of(AnalysisContext context) {
        Optional<Days> span = Days.of(context);
        if (span.isEmpty()) {
            return Optional.empty();
        }
        Days days = span.get();
        context.progress().report(0.1, TEXTS.get("purchases.purchases_by_customer_and"));
        Frame frame = context.query(MetricQuery.of(Core.ORDERS, Core.KNOWN_SALES)
                .by("customer", "day")
                .where(KNOWN)
                .during(days.history()));
        Column customer = frame.column("customer");
        Column day = frame.column("day");
        Column count = frame.column("orders");
        Column amount = frame.column("known-customer-sales");
        // Who only returned something has no order: she gets no number and is no customer here.
        int[] number = new int[customer.dictionary().size()];
        int customers = 0;
        int rows = 0;
        for (int row = 0; row < frame.rowCount(); row++) {
            if (count.longAt(row) > 0 && !day.isNull(row)) {
                rows++;
                int code = customer.codeAt(row);
                if (number[code] == 0) {
                    number[code] = ++customers;
                }
            }
        }
        int[] who = new int[rows];
        int[] when = new int[rows];
        long[] orders = new long[customers];
        long[] sales = new long[customers];
        int n = 0;
        for (int row = 0; row < frame.rowCount(); row++) {
            int c = number[customer.codeAt(row)] - 1;
            if (count.longAt(row) > 0 && !day.isNull(row)) {
                who[n] = c;
                when[n++] = Math.toIntExact(day.longAt(row));
                orders[c] += count.longAt(row);
                sales[c] += Amounts.at(amount, row);
            }
        }
        if (customers == 0) {
            return Optional.empty();
        }
        context.cancel().throwIfCancelled();
        context.progress().report(0.6, TEXTS.get("purchases.value_by_customer"));
        Frame year = context.query(
                MetricQuery.of(Core.REVENUE).by("customer").where(KNOWN).during(days.year()));
        java.util.Map<String, Integer> names = new java.util.HashMap<>(2 * customers);
        for (int code = 0; code < number.length; code++) {
            if (number[code] > 0) {
                names.put(customer.dictionary().get(code), number[code] - 1);
            }
        }
        long[] value = new long[customers];
        Column revenue = year.column("revenue");
        for (int row = 0; row < year.rowCount(); row++) {
            Integer c = names.get(year.column("customer").textAt(row));
            if (c != null) {
                value[c] += Amounts.at(revenue, row);
            }
        }
        return Optional.of(
                new Purchases(days, PurchaseDays.of(customers, who, when), orders, sales, value, amount.unit()));
    }

    int customers() {
        return days.customers();
    }

    int asOf() {
        return Math.toIntExact(span.to().toEpochDay());
    }

    /** The net value of all customers over twelve months. */
    long allValue() {
        return java.util.Arrays.stream(value).sum();
    }

    /** The net value of the customers in a state. */
    long value(PurchaseRhythm rhythm, CustomerState state) {
        long sum = 0;
        for (int c = 0; c < value.length; c++) {
            sum += rhythm.state(c) == state ? value[c] : 0;
        }
        return sum;
    }

    /** How many customers have under three orders. */
    int withFewOrders() {
        return (int) java.util.Arrays.stream(orders).filter(n -> n < 3).count();
    }

    /** The rhythms at the end, by these quantiles. */
    PurchaseRhythm rhythm(PortfolioParameters p) {
        return PurchaseRhythm.of(days, asOf(), p.riskQuantile(), p.lapsedQuantile());
    }

    /**
     * Whether the data reaches back far enough before {@code day} for a customer of the typical rhythm to have lapsed by then;
     * before that, everybody looks active.
     */
    boolean shows(int day, PurchaseRhythm latest) {
        return latest.hasRhythm() && day - span.first().toEpochDay() >= latest.lapsedRatio() * latest.typicalGap();
    }

    /** The back-test over the last days; empty where the purchases before them show no rhythm. */
    Optional<BackTest> backTest(PortfolioParameters p) {
        int then = asOf() - p.horizonDays();
        PurchaseRhythm rhythm = PurchaseRhythm.of(days, then, p.riskQuantile(), p.lapsedQuantile());
        return rhythm.hasRhythm() ? Optional.of(BackTest.of(days, rhythm, asOf())) : Optional.empty();
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
