package org.clientele.sdk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FrameRowsTest {
    @Test
    void rowsBecomeTypedColumns() {
        Frame frame = new FrameRows()
                .members("country", "Country")
                .date("day", "Day")
                .count("customers", "Customers", "customers")
                .money("revenue", "Revenue", Unit.money())
                .share("share", "Share")
                .row("France", LocalDate.of(2011, 12, 9), 87, 12_345L, 0.25)
                .row("", null, Double.NaN, null, Double.NaN)
                .frame();

        assertThat(frame.rowCount()).isEqualTo(2);
        assertThat(frame.column("country").spec().dimension()).isEqualTo("country");
        assertThat(frame.column("revenue").valueAt(0)).isEqualTo(new BigDecimal("1.2345"));
        for (Column column : frame.columns()) {
            assertThat(column.isNull(0)).isFalse();
            assertThat(column.isNull(1)).as(column.spec().name()).isTrue();
        }
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new FrameRows().text("a", "A").row("x", "y"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
