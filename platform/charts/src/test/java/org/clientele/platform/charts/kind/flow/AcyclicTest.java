package org.clientele.platform.charts.kind.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcyclicTest {
    /** Whether {@code to} already leads to {@code from}, found the plain way. */
    private static boolean closes(List<int[]> links, int from, int to, int nodes) {
        boolean[] reached = new boolean[nodes];
        reached[to] = true;
        for (int round = 0; round < nodes; round++) {
            for (int[] l : links) {
                reached[l[1]] |= reached[l[0]];
            }
        }
        return reached[from];
    }

    @Test
    void aLinkIsRefusedExactlyWhereItClosesACircle() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int nodes = 2 + random.nextInt(12);
            Acyclic graph = new Acyclic(IntStream.range(0, nodes).toArray());
            List<int[]> taken = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int from = random.nextInt(nodes);
                int to = random.nextInt(nodes);
                boolean expected = !closes(taken, from, to, nodes);
                assertThat(graph.add(from, to)).as("seed %s, link %s", seed, i).isEqualTo(expected);
                if (expected) {
                    taken.add(new int[] {from, to});
                }
            }
            int[] layer = graph.layers();
            assertThat(taken).as("seed %s", seed).allMatch(l -> layer[l[0]] < layer[l[1]]);
        }
    }
}
