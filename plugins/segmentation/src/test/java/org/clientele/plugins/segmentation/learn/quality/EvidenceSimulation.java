package org.clientele.plugins.segmentation.learn.quality;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.Covariance;
import org.clientele.plugins.segmentation.learn.cluster.Grouping;
import org.clientele.plugins.segmentation.learn.cluster.Linkage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/** How often points of one group seem to have more, by kind and algorithm, with 200 references each; takes minutes. */
final class EvidenceSimulation {
    private record Way(String name, Grouping grouping) {}

    private EvidenceSimulation() {}

    /** @param args how many rounds of each kind and way, how many points, and part of the name of a way; 100, 300 and all without */
    public static void main(String[] args) {
        PrintStream out = System.out;
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        String only = args.length > 2 ? args[2] : "";
        int all = 0;
        int said = 0;
        for (Way way : List.of(
                new Way("k-means 2", Grouping.kMeans(2, 2)),
                new Way("k-means 4", Grouping.kMeans(4, 2)),
                new Way("Ward 3", Grouping.hierarchy(Linkage.WARD, 3)),
                new Way("mixture 2", Grouping.mixture(2, Covariance.FULL, 1)))) {
            for (OneGroup kind : way.name().contains(only) ? OneGroup.values() : new OneGroup[0]) {
                int here = 0;
                for (int round = 0; round < rounds; round++) {
                    Points points = kind.points(rows, 77_000L + round);
                    here += Evidence.of(points, way.grouping(), round, Progress.NONE, CancelSignal.create())
                                    .grouped()
                            ? 1
                            : 0;
                }
                all += rounds;
                said += here;
                out.printf(Locale.ROOT, "%-10s %-10s %d of %d%n", way.name(), kind, here, rounds);
            }
        }
        out.printf(Locale.ROOT, "all %d of %d: %.1f %%%n", said, all, 100.0 * said / all);
    }
}
