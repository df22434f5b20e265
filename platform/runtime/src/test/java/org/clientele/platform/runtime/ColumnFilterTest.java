package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientele.platform.runtime.records.ColumnFilter;
import org.clientele.platform.runtime.records.RecordColumn;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnFilterTest {
    private static RecordColumn column(String name, ColumnType type) {
        return new RecordColumn(new ColumnSpec(name, type, Unit.none(), "Thing"), "Order line", 1, false, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT | Chair | lower(it) like '%chair%'",
                "TEXT | = It's | it = 'It''s'",
                "TEXT | <> x | it is null or not (lower(it) like '%x%')",
                "TEXT | = | it is null",
                "DECIMAL | >1,000.50 | it > 1000.50",
                "INTEGER | -5 .. 10 | it between -5 and 10",
                "DOUBLE | 7 | it = 7",
                "INTEGER | <> | it is not null",
                "DATE | 2011 | it >= '2011-01-01' and it < '2012-01-01'",
                "TIMESTAMP | > 2011-11 | it >= '2011-12-01'",
                "TIMESTAMP | 2011-01..2011-02-03 | it >= '2011-01-01' and it < '2011-02-04'",
                "BOOLEAN | Yes | it = true"
            })
    void whatIsTypedBecomesACondition(ColumnType type, String typed, String condition) {
        assertThat(ColumnFilter.of(column("it", type), typed)).contains(Filter.where(condition));
    }

    @Test
    void namesWithHyphensAndDotsAreWrittenAsTheLanguageWantsThem() {
        assertThat(ColumnFilter.of(column("product-name", ColumnType.TEXT), "= a"))
                .contains(Filter.where("\"product-name\" = 'a'"));
        assertThat(ColumnFilter.of(column("customer.name", ColumnType.TEXT), "= a"))
                .contains(Filter.where("customer.name = 'a'"));
        assertThat(ColumnFilter.of(column("it", ColumnType.TEXT), "  ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"INTEGER | many", "DATE | 2011-13", "BOOLEAN | maybe", "TEXT | > a", "DECIMAL | 1..", "DATE | >"})
    void whatIsNotUnderstoodIsRefusedWithWhatWouldBe(ColumnType type, String typed) {
        RuntimeTest.assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> ColumnFilter.of(column("it", type), typed),
                "\"" + typed + "\" is no filter of Thing. Write ");
    }
}
