package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points of space as parts of their ranges, those that stand together put together where there are too many. */
final class Cloud {
    /** More points than this are put together. */
    static final int MOST = 1500;

    private static final int[] FINENESS = {40, 28, 20, 14, 10};

    /**
     * One or several points.
     *
     * @param parts where it stands on each axis, 0 to 1
     * @param rows whom it stands for
     */
    record Point(double[] parts, int[] rows) {
        boolean isOne() {
            return rows.length == 1;
        }
    }

    private Cloud() {}

    /** The points of rows; one for all in the same small cube of space where they are more than {@link #MOST}. */
    static List<Point> of(List<double[]> parts, List<Integer> rows) {
        List<Point> out = new ArrayList<>();
        if (rows.size() <= MOST) {
            for (int i = 0; i < rows.size(); i++) {
                out.add(new Point(parts.get(i), new int[] {rows.get(i)}));
            }
            return out;
        }
        for (int fineness : FINENESS) {
            out = together(parts, rows, fineness);
            if (out.size() <= MOST) {
                break;
            }
        }
        return out;
    }

    private static List<Point> together(List<double[]> parts, List<Integer> rows, int fineness) {
        Map<Long, List<Integer>> cells = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            long key = 0;
            for (double part : parts.get(i)) {
                key = key * fineness + Math.min(fineness - 1, (long) (part * fineness));
            }
            cells.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        List<Point> out = new ArrayList<>();
        for (List<Integer> cell : cells.values()) {
            double[] middle = new double[3];
            int[] whom = new int[cell.size()];
            for (int k = 0; k < whom.length; k++) {
                whom[k] = rows.get(cell.get(k));
                for (int axis = 0; axis < 3; axis++) {
                    middle[axis] += parts.get(cell.get(k))[axis] / whom.length;
                }
            }
            out.add(new Point(middle, whom));
        }
        return out;
    }
}
