package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.query.Additivity.Kind;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditivityTest {
    private static final MetricCatalog METRICS = metrics();

    private static MetricCatalog metrics() {
        List<MetricDefinition> all = new ArrayList<>(CoreMetrics.definitions());
        all.add(own("net-of-sales", "[revenue] - 2 * [sales]", Unit.money()));
        all.add(own("or-nothing", "coalesce(sum(quantity), 0)", Unit.of("units")));
        all.add(own("or-one", "coalesce(sum(quantity), 1)", Unit.of("units")));
        all.add(own("latest", "max(quantity)", Unit.of("units")));
        all.add(own("repeat-customers", "[customers-in-data] - [customers]", Unit.of("customers")));
        return MetricCatalog.of(all);
    }

    private static MetricDefinition own(String name, String formula, Unit unit) {
        return MetricDefinition.builder("test.own/" + name, formula).unit(unit).build();
    }

    @ParameterizedTest
    @CsvSource({
        "revenue, SUM, true",
        "order-lines, SUM, true",
        "net-of-sales, SUM, true",
        "or-nothing, SUM, true",
        "or-one, RATE, true",
        "customers, DISTINCT, true",
        "returning-customers, DISTINCT, false",
        "repeat-customers, DISTINCT, true",
        "return-rate, RATE, true",
        "latest, RATE, true"
    })
    void theFormulaSaysWhetherPartsAddUp(String metric, Kind kind, boolean overTime) {
        Additivity found = Additivity.of(METRICS, metric);
        assertThat(found).isEqualTo(new Additivity(kind, overTime));
        assertThat(found.addsUp(false)).isEqualTo(kind == Kind.SUM);
        assertThat(found.addsUp(true)).isEqualTo(kind == Kind.SUM && overTime);
    }
}
