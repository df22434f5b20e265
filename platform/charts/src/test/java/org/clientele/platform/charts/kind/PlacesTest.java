package org.clientele.platform.charts.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000, 100_000})
    void findsEachDistinctValueAndPutsRowsInOrder(int distinct) {
        Random random = new Random(distinct);
        Column.Builder builder = Column.builder(ColumnSpec.of("day", ColumnType.DATE));
        for (int i = 0; i < 5000; i++) {
            if (random.nextInt(20) == 0) {
                builder.addNull();
            } else {
                builder.addLong(random.nextInt(distinct) - distinct / 2);
            }
        }
        Column column = builder.build();

        Places places = Places.of(column);

        assertThat(places.values())
                .isEqualTo(IntStream.range(0, 5000)
                        .filter(row -> !column.isNull(row))
                        .mapToDouble(column::doubleAt)
                        .sorted()
                        .distinct()
                        .toArray());
        for (int row = 0; row < 5000; row++) {
            int place = places.placeOf()[row];
            assertThat(place < 0).isEqualTo(column.isNull(row));
            assertThat(place < 0 || places.values()[place] == column.longAt(row))
                    .isTrue();
        }
        assertThat(places.inOrder())
                .isEqualTo(IntStream.range(0, 5000)
                        .filter(row -> !column.isNull(row))
                        .boxed()
                        .sorted(Comparator.comparingLong(column::longAt))
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    @Test
    void takesBothZerosForOneAndLeavesInfinityOut() {
        Column column = Column.builder(ColumnSpec.of("x", ColumnType.DOUBLE))
                .addDouble(0.0)
                .addDouble(5)
                .addDouble(-0.0)
                .addDouble(Double.POSITIVE_INFINITY)
                .addDouble(-3)
                .addDouble(0.0)
                .build();

        Places places = Places.of(column);

        assertThat(places.placeOf()).containsExactly(1, 2, 1, -1, 0, 1);
        assertThat(places.inOrder()).containsExactly(4, 0, 2, 5, 1);
    }
}
