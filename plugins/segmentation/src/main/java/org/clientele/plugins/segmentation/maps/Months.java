package org.clientele.plugins.segmentation.maps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.plugins.segmentation.profile.Described;
import org.clientele.plugins.segmentation.profile.Segments;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** Segments month by month: how many of their customers bought, how often, and for how much. */
final class Months {
    private static final Texts TEXTS = Texts.of(Months.class);
    private static final String REVENUE = "clientele.core/revenue";
    private static final String ORDERS = "clientele.core/orders";
    private static final Filter KNOWN = Filter.where("customer_id is not null");

    private static final class Sum {
        private double revenue;
        private double orders;
        private long customers;
    }

    private Months() {}

    /** A row a month and segment. */
    static Frame of(Described s, AnalysisContext context) {
        if (context.lastDay() == null) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, TEXTS.get("months.no.orders"));
        }
        Frame lines = context.query(MetricQuery.of(REVENUE, ORDERS)
                .by("month", "customer")
                .where(KNOWN)
                .during(s.table().window()));
        Map<String, Integer> segment = segments(s);
        Map<Long, Sum[]> months = new TreeMap<>();
        Column month = lines.column("month");
        Column customer = lines.column("customer");
        Column revenue = lines.column("revenue");
        Column orders = lines.column("orders");
        for (int row = 0; row < lines.rowCount(); row++) {
            String id = customer.textAt(row);
            Integer of = id == null ? null : segment.get(id);
            if (of != null && of >= 0 && !month.isNull(row)) {
                Sum[] sums = months.computeIfAbsent(month.longAt(row), m -> sums(s.count()));
                sums[of].revenue += revenue.isNull(row) ? 0 : revenue.doubleAt(row);
                sums[of].orders += orders.isNull(row) ? 0 : orders.doubleAt(row);
                // Who only sent something back did not buy, though it counts against revenue.
                sums[of].customers += orders.doubleAt(row) > 0 ? 1 : 0;
            }
        }
        Unit per = Unit.of("customers");
        FrameRows rows = new FrameRows()
                .column(new ColumnSpec("month", ColumnType.DATE, Unit.none(), TEXTS.get("column.month")))
                .column(Segments.column(s))
                .number(
                        "orders",
                        TEXTS.get("column.orders.each"),
                        Unit.of("orders").per(per))
                .number(
                        "revenue",
                        TEXTS.get("column.revenue.each"),
                        revenue.unit().per(per))
                .count("customers", TEXTS.get("column.bought"), "customers")
                .number("total", TEXTS.get("column.revenue"), revenue.unit());
        List<String> names = s.names();
        months.forEach((day, sums) -> {
            for (int g = 0; g < sums.length; g++) {
                Sum sum = sums[g];
                if (sum.customers > 0) {
                    rows.row(
                            java.time.LocalDate.ofEpochDay(day),
                            names.get(g),
                            sum.orders / sum.customers,
                            sum.revenue / sum.customers,
                            sum.customers,
                            sum.revenue);
                }
            }
        });
        return Segments.told(s, rows.frame());
    }

    private static Sum[] sums(int n) {
        Sum[] sums = new Sum[n];
        for (int i = 0; i < n; i++) {
            sums[i] = new Sum();
        }
        return sums;
    }

    /** The segment of each customer by id. */
    static Map<String, Integer> segments(Described s) {
        Map<String, Integer> of = new HashMap<>();
        for (int i = 0; i < s.segments().length; i++) {
            of.put(s.table().customers().get(i), s.segments()[i]);
        }
        return of;
    }
}
