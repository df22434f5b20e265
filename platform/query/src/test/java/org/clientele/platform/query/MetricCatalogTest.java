package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.junit.jupiter.api.Test;

class MetricCatalogTest {
    private static MetricCatalog with(String... idsAndFormulas) {
        List<MetricDefinition> all = new ArrayList<>(CoreMetrics.definitions());
        for (int i = 0; i < idsAndFormulas.length; i += 2) {
            all.add(MetricDefinition.builder(idsAndFormulas[i], idsAndFormulas[i + 1])
                    .build());
        }
        return MetricCatalog.of(all);
    }

    @Test
    void theCoreMetricsAreThoseOfTheModelAndAllAreRight() {
        MetricCatalog catalog = MetricCatalog.of(CoreMetrics.definitions());
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.all().stream().map(d -> d.id().toString()))
                .containsExactly(
                        "clientele.core/revenue",
                        "clientele.core/sales",
                        "clientele.core/known-customer-sales",
                        "clientele.core/orders",
                        "clientele.core/customers",
                        "clientele.core/customers-in-data",
                        "clientele.core/order-lines",
                        "clientele.core/units",
                        "clientele.core/average-order-value",
                        "clientele.core/return-rate",
                        "clientele.core/new-customers",
                        "clientele.core/returning-customers");
        assertThat(catalog.all()).allSatisfy(d -> assertThat(d.description()).endsWith("."));
        assertThat(catalog.resolve("average-order-value").unit().inCurrency("GBP"))
                .hasToString("GBP per order");
    }

    @Test
    void aWrongMetricIsReportedAndTheOthersLive() {
        MetricCatalog catalog =
                with("acme.x/bad", "sum(nothing)", "acme.x/good", "count()", "acme.x/leans", "1 + [bad]");
        assertThat(catalog.problems()).extracting(p -> p.id().name()).containsExactly("bad", "leans");
        assertThat(catalog.problems().get(1).message())
                .startsWith("The formula of acme.x/leans, 1:5: the metric acme.x/bad cannot be used: "
                        + "The formula of acme.x/bad, 1:5: there is no column");
        assertThat(catalog.resolve("good").id().name()).isEqualTo("good");
        assertThatThrownBy(() -> catalog.resolve("bad"))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORMULA_INVALID));
    }

    @Test
    void metricsThatReferToEachOtherAreReported() {
        MetricCatalog catalog = with("acme.x/a", "[b]", "acme.x/b", "[c]", "acme.x/c", "[a]", "acme.x/self", "[self]");
        assertThat(catalog.problems()).hasSize(4);
        assertThat(catalog.problems().get(0).message())
                .contains("in a circle: acme.x/a > acme.x/b > acme.x/c > acme.x/a");
        assertThat(catalog.problems().get(3).message()).contains("in a circle: acme.x/self > acme.x/self");
    }

    @Test
    void anotherPluginsMetricOfTheSameNameDisturbsNoFormula() {
        MetricCatalog catalog = with("acme.x/sales", "count()", "acme.x/twice", "2 * [sales]", "other.y/z", "[sales]");
        assertThat(catalog.problems()).hasSize(1);
        assertThat(catalog.problems().get(0).message())
                .contains("\"sales\" could mean acme.x/sales, clientele.core/sales");
        assertThatThrownBy(() -> catalog.resolve("sales"))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.METRIC_UNKNOWN));
        assertThat(catalog.resolve("core/sales").id().namespace()).isEqualTo("clientele.core");
    }

    @Test
    void theFirstOfTwoMetricsOfOneIdCounts() {
        MetricCatalog catalog = with("clientele.core/sales", "1");
        assertThat(catalog.problems().get(0).message()).contains("defined twice");
        assertThat(catalog.resolve("sales").unit()).isEqualTo(Unit.money());
    }

    @Test
    void aMetricFileSaysWhatIsWrongWithIt() {
        assertThat(read("{\"schemaVersion\":1,\"metrics\":[{\"id\":\"a.b/c\",\"label\":\"C\",\"formula\":\"count()\","
                                + "\"unit\":\"money per orders\"}]}")
                        .get(0)
                        .unit())
                .isEqualTo(new Unit("money", "orders"));
        assertThatThrownBy(() -> read("{\"schemaVersion\":2,\"metrics\":[]}")).hasMessageContaining("schema version 2");
        assertThatThrownBy(() -> read("{\"schemaVersion\":1,\"metrics\":[{\"id\":\"a.b/c\",\"label\":\"C\"}]}"))
                .hasMessageContaining("formula");
        assertThatThrownBy(() -> read("nonsense")).hasMessageStartingWith("x.json is no metric file");
    }

    private static List<MetricDefinition> read(String json) {
        return MetricFile.read("x.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
