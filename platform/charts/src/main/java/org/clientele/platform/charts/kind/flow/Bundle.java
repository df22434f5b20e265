package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rows of a group that go from one stretch of an axis to one stretch of the next: how many, and the outermost of them. */
final class Bundle {
    final int axis;
    final int group;
    /** The stretches, counted from the foot. */
    final int from;

    final int to;
    int count;
    /** Rows that are lowest and highest on either axis. */
    int lowFrom;

    int highFrom;
    int lowTo;
    int highTo;

    private Bundle(int axis, int group, int from, int to, int row) {
        this.axis = axis;
        this.group = group;
        this.from = from;
        this.to = to;
        lowFrom = row;
        highFrom = row;
        lowTo = row;
        highTo = row;
    }

    /** The bundles, from the smallest; each axis is cut into {@code bins} equal stretches. */
    static List<Bundle> of(List<Axis> axes, List<Integer> rows, int[] group, int groups, int bins) {
        List<Bundle> all = new ArrayList<>();
        for (int a = 0; a + 1 < axes.size(); a++) {
            double[] from = axes.get(a).at;
            double[] to = axes.get(a + 1).at;
            @Nullable Bundle[] cells = new Bundle[groups * bins * bins];
            for (int row : rows) {
                if (Double.isNaN(from[row]) || Double.isNaN(to[row])) {
                    continue;
                }
                int x = bin(from[row], bins);
                int y = bin(to[row], bins);
                int cell = (group[row] * bins + x) * bins + y;
                Bundle b = cells[cell];
                if (b == null) {
                    b = new Bundle(a, group[row], x, y, row);
                    cells[cell] = b;
                    all.add(b);
                }
                b.count++;
                b.lowFrom = from[row] < from[b.lowFrom] ? row : b.lowFrom;
                b.highFrom = from[row] > from[b.highFrom] ? row : b.highFrom;
                b.lowTo = to[row] < to[b.lowTo] ? row : b.lowTo;
                b.highTo = to[row] > to[b.highTo] ? row : b.highTo;
            }
        }
        all.sort(Comparator.comparingInt(b -> b.count));
        return all;
    }

    private static int bin(double at, int bins) {
        return (int) Math.max(0, Math.min(bins - 1, Math.floor(at * bins)));
    }
}
