package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.platform.query.formula.Formulas;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.TermText;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricPartsTest {
    private static final MetricCatalog CORE = MetricCatalog.of(CoreMetrics.definitions());

    @Test
    void aRatioHasTheRowsOfItsTwoParts() {
        List<MetricParts.Part> parts = MetricParts.of(CORE, "return-rate");
        assertThat(parts)
                .extracting(MetricParts.Part::label)
                .containsExactly("sum(amount) where quantity < 0", "Sales");
        assertThat(parts).extracting(MetricParts.Part::formula).containsOnly("sum(amount)");
        assertThat(parts.get(0).unit()).isEqualTo(Unit.money());
        assertThat(parts.get(0).rows())
                .containsExactly(Filter.where("quantity < 0"), Filter.where("amount is not null"));
        assertThat(parts.get(1).rows())
                .containsExactly(
                        Filter.where("quantity > 0 and (unit_price > 0 or unit_price is null)"),
                        Filter.where("amount is not null"));
    }

    @Test
    void aCountOfCustomersCountsLinesThatHaveOne() {
        assertThat(MetricParts.of(CORE, "customers")).singleElement().satisfies(p -> {
            assertThat(p.label()).isEqualTo("Customers");
            assertThat(p.formula()).isEqualTo("count(distinct customer_id)");
            assertThat(p.unit()).isEqualTo(Unit.of("customers"));
            assertThat(p.rows()).hasSize(2).contains(Filter.where("customer_id is not null"));
        });
        assertThat(MetricParts.of(CORE, "new-customers").get(0).rows().get(0).toString())
                .contains("in_period(customer.first_sale_at)");
    }

    @Test
    void everyMetricReadsTheSameOnceItIsWritten() {
        Names names = Names.of(CustomerModel.standard(), CustomerModel.ORDER_LINE);
        for (MetricDefinition m : CORE.all()) {
            Term term = CORE.term(m);
            MetricDefinition again = MetricDefinition.builder("test.again/it", new TermText(names).of(term))
                    .unit(m.unit())
                    .build();
            Term reread = Formulas.metric(again, names, id -> {
                throw new AssertionError(id);
            });
            assertThat(reread).as(again.formula()).isEqualTo(term);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country = 'It''s'",
                "order_line.country is null or customer.country in ('FR', 'DE')",
                "month >= date '2011-02-01' and \"product-name\" like 'A%'",
                "not (quantity between -1.5 and 20 and is_charge = true)",
                "ordered_at < timestamp '2011-02-01 10:30:00' and (category = 'x' or currency is not null)",
                "lower(description) like '%white%' and abs(quantity - 3) * 2 > 1 - -line_no",
                "in_period(customer.first_sale_at) and round(amount, 2) <> 0.10"
            })
    void everyConditionReadsTheSameOnceItIsWritten(String condition) {
        Names names = Names.of(CustomerModel.standard(), CustomerModel.ORDER_LINE);
        Term term = Formulas.condition("The filter", condition, names);
        String written = new TermText(names).of(term);
        assertThat(Formulas.condition("The filter", written, names)).as(written).isEqualTo(term);
    }
}
