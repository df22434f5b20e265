package org.clientele.plugins.segmentation.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clientele.sdk.data.Members;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovesTest {
    private static final LocalDate FIRST = LocalDate.of(2011, 3, 31);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void flowsAddUpToSizesOnBothDaysToTheCustomerAndToMoneyToTheLastDigit(long seed) {
        Random draws = new Random(seed);
        int segments = 1 + draws.nextInt(5);
        List<LocalDate> days = List.of(FIRST, FIRST.plusMonths(1), FIRST.plusMonths(2));
        List<Members> members = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            members.add(random(draws, segments));
        }
        Course course = Course.of(days, members, segments);
        long[] money = draws.longs(course.customers().size(), -1_000_0000L, 9_000_0000L)
                .toArray();

        for (int step = 0; step < course.steps(); step++) {
            Moves moves = Moves.of(course, step, step + 1);
            Moves worth = Moves.of(course, step, step + 1, money);
            assertThat(moves.total()).isEqualTo(course.customers().size());
            assertThat(worth.total()).isEqualTo(java.util.Arrays.stream(money).sum());
            for (int segment = 0; segment <= segments; segment++) {
                assertThat(moves.from(segment)).isEqualTo(course.sizes(step)[segment]);
                assertThat(moves.to(segment)).isEqualTo(course.sizes(step + 1)[segment]);
            }
            for (int segment = 0; segment < segments; segment++) {
                assertThat(members.get(step).sizes(segments)[segment]).isEqualTo((int) course.sizes(step)[segment]);
            }
        }
        Reasons why = Reasons.of(
                course.places().get(0), course.places().get(1), course.places().get(2));
        assertThat(why.total()).isEqualTo(course.customers().size());
    }

    private static Members random(Random draws, int segments) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            if (draws.nextInt(4) > 0) {
                ids.add("C" + (1000 + i));
            }
        }
        return Members.of(
                ids.toArray(new String[0]), draws.ints(ids.size(), 0, segments).toArray());
    }
}
