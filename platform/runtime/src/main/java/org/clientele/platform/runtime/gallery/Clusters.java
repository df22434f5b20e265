package org.clientele.platform.runtime.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** Merges what is alike, closest first, by the average distance between members (Sokal and Michener 1958). */
final class Clusters {
    private static final Texts TEXTS = Texts.of(Clusters.class);

    private record Cluster(String name, List<double[]> members) {
        double distance(Cluster other) {
            double sum = 0;
            for (double[] a : members) {
                for (double[] b : other.members) {
                    sum += between(a, b);
                }
            }
            return sum / (members.size() * (double) other.members.size());
        }
    }

    private Clusters() {}

    /** from, to, distance: leaves by name, the n-th merge as "#n". */
    static Frame of(Map<String, double[]> points, String label) {
        List<Cluster> open = new ArrayList<>();
        points.forEach((name, point) -> open.add(new Cluster(name, List.of(point))));
        Rows rows = new Rows()
                .text("from", TEXTS.get("clusters.one"))
                .text("to", TEXTS.get("clusters.other"))
                .real("distance", Unit.none(), label);
        for (int merge = 1; open.size() > 1; merge++) {
            int one = 0;
            int other = 1;
            double closest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < open.size(); i++) {
                for (int k = i + 1; k < open.size(); k++) {
                    double d = open.get(i).distance(open.get(k));
                    if (d < closest) {
                        closest = d;
                        one = i;
                        other = k;
                    }
                }
            }
            Cluster b = open.remove(other);
            Cluster a = open.remove(one);
            rows.add(a.name(), b.name(), closest);
            List<double[]> both = new ArrayList<>(a.members());
            both.addAll(b.members());
            open.add(new Cluster("#" + merge, both));
        }
        return rows.frame();
    }

    private static double between(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
