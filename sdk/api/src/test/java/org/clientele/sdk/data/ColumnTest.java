package org.clientele.sdk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clientele.sdk.AnalyticsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnTest {
    @ParameterizedTest
    @EnumSource(ColumnType.class)
    void keepsEveryValueWhileItGrows(ColumnType type) {
        ColumnSpec spec = ColumnSpec.of("c", type);
        Column.Builder builder = type == ColumnType.DECIMAL ? Column.decimalBuilder(spec, 2) : Column.builder(spec);
        for (int i = 0; i < 1000; i++) {
            switch (type) {
                case TEXT -> builder.addText("t" + i % 300);
                case DOUBLE -> builder.addDouble(i);
                default -> builder.addLong(i);
            }
        }

        Column column = builder.build();

        assertThat(column.size()).isEqualTo(1000);
        assertThat(column.nullCount()).isZero();
        for (int i = 0; i < 1000; i++) {
            switch (type) {
                case TEXT -> assertThat(column.textAt(i)).isEqualTo("t" + i % 300);
                case DOUBLE -> assertThat(column.doubleAt(i)).isEqualTo(i);
                default -> assertThat(column.longAt(i)).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = ColumnType.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
    void givesAllValuesAtOnceAsItGivesEach(ColumnType type) {
        ColumnSpec spec = ColumnSpec.of("c", type);
        Column.Builder builder = type == ColumnType.DECIMAL ? Column.decimalBuilder(spec, 2) : Column.builder(spec);
        for (int i = 0; i < 100; i++) {
            if (i % 7 == 0) {
                builder.addNull();
            } else if (type == ColumnType.DOUBLE) {
                builder.addDouble(i / 3.0);
            } else {
                builder.addLong(12_345L * i);
            }
        }
        Column column = builder.build();

        double[] all = column.doubles();

        assertThat(all).hasSize(100);
        for (int i = 0; i < 100; i++) {
            assertThat(Double.compare(all[i], column.doubleAt(i))).isZero();
        }
        all[1] = -1;
        assertThat(column.doubleAt(1)).isPositive();
    }

    @Test
    void hasNoNumbersInText() {
        Column column =
                Column.builder(ColumnSpec.of("c", ColumnType.TEXT)).addText("x").build();

        assertThatThrownBy(column::doubles).isInstanceOf(AnalyticsException.class);
    }

    @Test
    void keepsMissingValuesApart() {
        Column.Builder builder = Column.builder(ColumnSpec.of("c", ColumnType.TEXT));
        for (int i = 0; i < 100; i++) {
            if (i % 3 == 0) {
                builder.addNull();
            } else {
                builder.addText("x");
            }
        }

        Column column = builder.build();

        assertThat(column.nullCount()).isEqualTo(34);
        assertThat(column.textAt(99)).isNull();
        assertThat(column.textAt(98)).isEqualTo("x");
    }
}
