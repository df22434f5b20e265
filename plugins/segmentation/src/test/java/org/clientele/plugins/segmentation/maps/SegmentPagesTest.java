package org.clientele.plugins.segmentation.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.segmentation.Shop;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Analyses of segments on the real runtime: figures add up to those of plain questions. */
class SegmentPagesTest {
    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.sample(500);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static double sum(Column column) {
        double sum = 0;
        for (int row = 0; row < column.size(); row++) {
            sum += column.isNull(row) ? 0 : column.doubleAt(row);
        }
        return sum;
    }

    @Test
    void everyoneWhoBoughtIsInOneSegmentInEveryAnalysis() {
        double buyers = shop.query(MetricQuery.of("customers").where(Filter.where("customer is not null")))
                .column("customers")
                .doubleAt(0);
        assertThat(sum(shop.analyse("segment-sizes").column("customers"))).isEqualTo(buyers);
        Frame map = shop.analyse("customer-map");
        assertThat(map.rowCount()).isEqualTo((int) buyers);
        assertThat(shop.analyse("segment-members").rowCount()).isEqualTo((int) buyers);
        Map<String, String> first = new HashMap<>();
        Frame values = shop.analyse("segment-values", "feature", "recency");
        for (int row = 0; row < map.rowCount(); row++) {
            first.put(
                    String.valueOf(map.column("customer").textAt(row)),
                    String.valueOf(map.column("segment").textAt(row)));
        }
        for (int row = 0; row < values.rowCount(); row++) {
            assertThat(first.get(String.valueOf(values.column("customer").textAt(row))))
                    .isEqualTo(values.column("segment").textAt(row));
        }
    }

    @Test
    void moneyOfSegmentsAddsUpToThatOfTheirCustomers() {
        Set<String> members = new HashSet<>();
        Frame map = shop.analyse("customer-map");
        for (int row = 0; row < map.rowCount(); row++) {
            members.add(String.valueOf(map.column("customer").textAt(row)));
        }
        Frame by = shop.query(MetricQuery.of("revenue", "sales").by("customer"));
        double revenue = 0;
        double sales = 0;
        for (int row = 0; row < by.rowCount(); row++) {
            String id = by.column("customer").textAt(row);
            if (id != null && members.contains(id)) {
                revenue += by.column("revenue").doubleAt(row);
                sales += by.column("sales").isNull(row) ? 0 : by.column("sales").doubleAt(row);
            }
        }
        assertThat(sum(shop.analyse("segment-comparison").column("value"))).isCloseTo(revenue, within(0.01));
        assertThat(sum(shop.analyse("segment-comparison", "monthly", "true").column("value")))
                .isCloseTo(revenue, within(0.01));
        assertThat(sum(shop.analyse("segment-spend").column("sales"))).isCloseTo(sales, within(0.01));
    }

    @Test
    void segmentsThatNobodyPublishedAreADimensionWithTheCustomersBehindIt() {
        Frame comparison = shop.analyse("segment-comparison", "metric", "average-order-value");
        String dimension = comparison.column("segment").spec().dimension();
        assertThat(dimension).startsWith("segment.live_");
        assertThat(shop.analyse("segment-sizes").column("segment").spec().dimension())
                .as("other cards find the same segments")
                .isEqualTo(dimension);
        Map<String, Set<String>> members = new HashMap<>();
        Frame all = shop.analyse("segment-members");
        for (int row = 0; row < all.rowCount(); row++) {
            members.computeIfAbsent(String.valueOf(all.column("segment").textAt(row)), n -> new HashSet<>())
                    .add(String.valueOf(all.column("customer").textAt(row)));
        }
        for (int row = 0; row < comparison.rowCount(); row++) {
            String segment = String.valueOf(comparison.column("segment").textAt(row));
            Set<String> own = members.getOrDefault(segment, Set.of());
            Frame customers = shop.session()
                    .rows(
                            RowQuery.of(CustomerModel.CUSTOMER, "customer_id")
                                    .filtered(List.of(Filter.in(dimension, segment)))
                                    .page(0, 1000),
                            CancelSignal.create());
            assertThat(customers.rowCount()).isEqualTo(own.size());
            assertThat(own).contains(String.valueOf(customers.columns().get(0).textAt(0)));
            Frame one = shop.query(MetricQuery.of("average-order-value")
                    .where(new Filter.Members("customer", List.copyOf(own), false)));
            assertThat(comparison.column("value").doubleAt(row))
                    .isCloseTo(one.column("average-order-value").doubleAt(0), within(1e-9));
        }
    }

    @Test
    void whoPicksASegmentGoesOnLookingAtIt() {
        Frame sizes = shop.analyse("segment-sizes");
        String dimension = sizes.column("segment").spec().dimension();
        String first = String.valueOf(sizes.column("segment").textAt(0));
        Frame picked = shop.session()
                .analyse(
                        AnalysisCall.of("clientele.segmentation/segment-sizes"),
                        Period.all(),
                        List.of(Filter.in(dimension, first)),
                        Progress.NONE,
                        CancelSignal.create());
        assertThat(picked.rowCount()).isEqualTo(1);
        assertThat(picked.column("segment").textAt(0)).isEqualTo(first);
        assertThat(picked.column("segment").spec().dimension()).isEqualTo(dimension);
        assertThat(picked.column("customers").longAt(0))
                .isEqualTo(sizes.column("customers").longAt(0));
    }

    @Test
    void componentsHoldAllOfTheVarianceTogether() {
        Frame variance = shop.analyse("map-variance");
        assertThat(sum(variance.column("share"))).isCloseTo(1, within(1e-9));
        Frame loadings = shop.analyse("map-loadings");
        double squares = 0;
        for (int row = 0; row < variance.rowCount(); row++) {
            double l = loadings.column("loading").doubleAt(row);
            squares += l * l;
        }
        assertThat(squares).as("of one feature over all components").isCloseTo(1, within(1e-9));
    }

    @Test
    void stagesOfCampaignsNeverGrow() {
        Frame funnel = shop.analyse("segment-funnel");
        for (int row = 0; row < funnel.rowCount(); row++) {
            if (row % 4 > 0) {
                assertThat(funnel.column("contacts").longAt(row))
                        .isLessThanOrEqualTo(funnel.column("contacts").longAt(row - 1));
            }
        }
    }

    @Test
    void wrongChoicesAreSaidInWords() {
        assertThatThrownBy(() -> shop.analyse("segment-pairs", "feature", "nonsense"))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("nonsense")
                .hasMessageContaining("recency");
        assertThatThrownBy(() -> shop.analyse("segment-comparison", "segments", "Nobody"))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("Nobody");
        assertThatThrownBy(() -> shop.analyse("customer-space", "features", "recency,frequency"))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("Choose more features");
    }

    @Test
    void aFileOfCustomersWithoutOrdersIsDescribedToo() {
        try (Shop file = Shop.marketingCampaign()) {
            Frame tests = file.analyse("segment-tests", "features", "frequency,monetary");
            assertThat(tests.rowCount()).isGreaterThan(20);
            Frame spend = file.analyse("segment-spend");
            double told = 0;
            Frame members = file.analyse("segment-members", "describe", "monetary");
            told = sum(members.column("monetary"));
            assertThat(sum(spend.column("sales"))).isCloseTo(told, within(1e-6 * told));
            assertThatThrownBy(() -> file.analyse("segment-composition", "group", "COUNTRY"))
                    .isInstanceOf(AnalyticsException.class)
                    .hasMessageContaining("country");
            assertThat(file.analyse("feature-information").insight()).contains("Response");
        }
    }
}
