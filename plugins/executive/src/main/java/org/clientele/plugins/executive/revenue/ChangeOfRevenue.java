package org.clientele.plugins.executive.revenue;

import java.util.Optional;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.plugins.executive.page.Core;
import org.clientele.plugins.executive.page.Days;
import org.clientele.plugins.executive.revenue.PriceVolumeMix.Effect;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;

/**
 * Why net revenue changed between two stretches of days. Products are explained by {@link PriceVolumeMix} on their sales;
 * charges (postage, fees) and sales without a product are one step, returns and adjustments another.
 *
 * @param days the two stretches
 * @param money the unit of amounts
 * @param products what they are called, in the order of {@code effects}
 * @param effects of the products' sales
 * @param charges the change of sales that are of no product
 * @param returns the change of returns and adjustments, which are negative
 * @param before net revenue of the earlier stretch
 * @param now net revenue of the later stretch
 */
record ChangeOfRevenue(
        TwoPeriods days,
        Unit money,
        ProductPeriods products,
        PriceVolumeMix effects,
        long charges,
        long returns,
        long before,
        long now) {
    /** Asks for both stretches; empty without data. */
    static Optional<ChangeOfRevenue> of(AnalysisContext context, Against against) {
        Optional<Days> span = Days.of(context);
        if (span.isEmpty()) {
            return Optional.empty();
        }
        TwoPeriods days = TwoPeriods.of(span.get(), against);
        ProductPeriods products = new ProductPeriods();
        Totals before = ask(context, days.before(), products, 0);
        Totals now = ask(context, days.now(), products, 1);
        PriceVolumeMix effects = products.effects();
        long chargesBefore = Math.subtractExact(before.sales(), effects.before());
        long chargesNow = Math.subtractExact(now.sales(), effects.now());
        long returnsBefore = Math.subtractExact(before.revenue(), before.sales());
        long returnsNow = Math.subtractExact(now.revenue(), now.sales());
        return Optional.of(new ChangeOfRevenue(
                days,
                now.money(),
                products,
                effects,
                Math.subtractExact(chargesNow, chargesBefore),
                Math.subtractExact(returnsNow, returnsBefore),
                before.revenue(),
                now.revenue()));
    }

    private record Totals(long revenue, long sales, Unit money) {}

    private static Totals ask(AnalysisContext context, Period days, ProductPeriods products, int period) {
        Frame all = context.query(MetricQuery.of(Core.REVENUE, Core.SALES).during(days));
        Frame frame = context.query(MetricQuery.of(Core.SALES, RevenueMetrics.UNITS_SOLD)
                .by("product", "product-name")
                .where(Filter.where("product_id is not null and (is_charge is null or is_charge = false)"))
                .during(days));
        Column product = frame.column("product");
        Column name = frame.column("product-name");
        Column sales = frame.column("sales");
        Column units = frame.column("units-sold");
        for (int row = 0; row < frame.rowCount(); row++) {
            String id = product.textAt(row);
            if (id != null) {
                products.add(id, name.textAt(row), period, Amounts.at(sales, row), Amounts.at(units, row));
            }
        }
        Column revenue = all.column("revenue");
        boolean some = all.rowCount() > 0;
        return new Totals(
                some ? Amounts.at(revenue, 0) : 0, some ? Amounts.at(all.column("sales"), 0) : 0, revenue.unit());
    }

    /** The change that all steps come to. */
    long change() {
        long sum = Math.addExact(charges, returns);
        for (Effect effect : Effect.values()) {
            sum = Math.addExact(sum, effects.total(effect));
        }
        return sum;
    }
}
