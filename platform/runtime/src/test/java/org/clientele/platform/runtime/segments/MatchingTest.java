package org.clientele.platform.runtime.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static List<Segment> clusters(String prefix, int n) {
        List<Segment> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String name = prefix + i;
            all.add(new Segment(String.valueOf(i), name, name, "", ""));
        }
        return all;
    }

    @Test
    void segmentsThatAreCalledTheSameAreTheSameWhoeverMoved() {
        List<List<Long>> swapped = List.of(List.of(0L, 9L, 0L), List.of(9L, 0L, 0L), List.of(0L, 0L, 0L));
        assertThat(Matching.of(clusters("x", 2), clusters("x", 2), swapped)).containsExactly(0, 1);
    }

    @Test
    void clustersWithOtherNumbersAreThoseThatShareMostCustomers() {
        List<List<Long>> counts =
                List.of(List.of(5L, 9L, 0L), List.of(0L, 8L, 0L), List.of(3L, 2L, 0L), List.of(0L, 0L, 0L));
        assertThat(Matching.of(clusters("x", 3), clusters("y", 2), counts))
                .as("not the largest pair first: 5 and 8 are more than 9 and 3")
                .containsExactly(0, 1, -1);
    }

    @Test
    void noOtherPairsShareMoreCustomers() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 200; round++) {
            int rows = 1 + random.nextInt(5);
            int columns = 1 + random.nextInt(5);
            List<List<Long>> counts = new ArrayList<>();
            for (int i = 0; i <= rows; i++) {
                List<Long> row = new ArrayList<>();
                for (int j = 0; j <= columns; j++) {
                    row.add((long) random.nextInt(20));
                }
                counts.add(row);
            }
            List<Integer> found = Matching.of(clusters("x", rows), clusters("y", columns), counts);
            assertThat(found.stream().filter(j -> j >= 0)).as("each once").doesNotHaveDuplicates();
            long shared = 0;
            for (int i = 0; i < rows; i++) {
                shared += found.get(i) < 0 ? 0 : counts.get(i).get(found.get(i));
            }
            assertThat(shared).as("round " + round).isEqualTo(most(counts, rows, columns, 0, new boolean[columns]));
        }
    }

    /** By trying all of them. */
    private static long most(List<List<Long>> counts, int rows, int columns, int row, boolean[] taken) {
        if (row == rows) {
            return 0;
        }
        long best = most(counts, rows, columns, row + 1, taken);
        for (int j = 0; j < columns; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.max(best, counts.get(row).get(j) + most(counts, rows, columns, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }
}
