package org.clientele.plugins.segmentation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.plugins.segmentation.Shop;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.Test;

class MigrationTest {
    @Test
    void movesOfOnlineRetailAddUpToItsCustomersAndItsRevenue() {
        try (Shop shop = Shop.onlineRetail()) {
            Frame flows = shop.analyse("migration");
            Map<LocalDate, Long> arriving = new TreeMap<>();
            Map<LocalDate, Long> leaving = new TreeMap<>();
            Map<LocalDate, Long> revenue = new TreeMap<>();
            for (int row = 0; row < flows.rowCount(); row++) {
                LocalDate before = (LocalDate) flows.column("before").valueAt(row);
                LocalDate after = (LocalDate) flows.column("after").valueAt(row);
                long customers = flows.column("customers").longAt(row);
                revenue.merge(after, flows.column("revenue").longAt(row), Long::sum);
                arriving.merge(after, customers, Long::sum);
                if (!flows.column("from").textAt(row).startsWith("not a customer")) {
                    leaving.merge(before, customers, Long::sum);
                }
            }
            LocalDate start = LocalDate.of(2011, 5, 31);
            assertThat(leaving.keySet()).first().isEqualTo(start);
            LocalDate before = start;
            for (LocalDate day : arriving.keySet()) {
                assertThat(arriving.get(day))
                        .as("customers who had bought by %s", day)
                        .isEqualTo(number(shop, "customers", new Period(null, day)));
                assertThat(leaving.get(before)).isEqualTo(number(shop, "customers", new Period(null, before)));
                assertThat(revenue.get(day))
                        .as("what they brought up to %s", day)
                        .isEqualTo(brought(shop, new Period(before.plusDays(1), day)));
                before = day;
            }
            assertThat(before).isEqualTo(LocalDate.of(2011, 11, 30));
            sizesAndTransitionsAgree(shop);
            reasonsNameEverybodyOnce(shop);
        }
    }

    private static void sizesAndTransitionsAgree(Shop shop) {
        Frame sizes = shop.analyse("migration-sizes");
        Map<String, Long> last = new TreeMap<>();
        for (int row = 0; row < sizes.rowCount(); row++) {
            if (LocalDate.of(2011, 11, 1).equals(sizes.column("month").valueAt(row))) {
                last.put(
                        sizes.column("segment").textAt(row),
                        sizes.column("customers").longAt(row));
            }
        }
        Frame transitions = shop.analyse("migration-matrix");
        Map<String, Long> into = new TreeMap<>();
        for (int row = 0; row < transitions.rowCount(); row++) {
            into.merge(
                    transitions.column("after").textAt(row),
                    transitions.column("customers").longAt(row),
                    Long::sum);
        }
        last.forEach((segment, customers) ->
                assertThat(into.getOrDefault(segment, 0L)).as(segment).isEqualTo(customers));
    }

    private static void reasonsNameEverybodyOnce(Shop shop) {
        Frame reasons = shop.analyse("migration-reasons", "by", "K_MEANS", "k", "4");
        Column customers = reasons.column("customers");
        long all = 0;
        for (int row = 0; row < reasons.rowCount(); row++) {
            all += customers.longAt(row);
        }
        assertThat(all).isEqualTo(number(shop, "customers", new Period(null, LocalDate.of(2011, 11, 30))));
    }

    /** Net revenue of those who had bought by the last of the days; some only gave back what they had bought before the data begins. */
    private static long brought(Shop shop, Period days) {
        Frame sales = shop.query(MetricQuery.of("clientele.core/orders")
                .by("customer")
                .where(Filter.where("customer_id is not null"))
                .during(new Period(null, days.to())));
        Set<String> buyers = new HashSet<>();
        for (int row = 0; row < sales.rowCount(); row++) {
            if (sales.column("orders").longAt(row) > 0) {
                buyers.add(sales.column("customer").textAt(row));
            }
        }
        Frame revenue = shop.query(MetricQuery.of("clientele.core/revenue")
                .by("customer")
                .where(Filter.where("customer_id is not null"))
                .during(days));
        long sum = 0;
        for (int row = 0; row < revenue.rowCount(); row++) {
            if (buyers.contains(revenue.column("customer").textAt(row))) {
                sum += revenue.column("revenue").longAt(row);
            }
        }
        return sum;
    }

    private static long number(Shop shop, String metric, Period days) {
        Frame frame = shop.query(MetricQuery.of("clientele.core/" + metric)
                .where(Filter.where("customer_id is not null"))
                .during(days));
        return frame.column(metric).longAt(0);
    }
}
