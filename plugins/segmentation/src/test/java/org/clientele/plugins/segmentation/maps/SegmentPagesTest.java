package org.clientele.plugins.segmentation.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.segmentation.Shop;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
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
