package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Who is where at each step.
 *
 * @param names of the steps, in order
 * @param movers those who move, the largest first
 */
record Steps(List<String> names, List<Mover> movers) {
    /**
     * One who moves.
     *
     * @param row the first row of it
     * @param x by step; NaN where unknown
     * @param y by step
     * @param size by step, never negative
     * @param rows by step; -1 where there is none
     */
    record Mover(String name, int row, double[] x, double[] y, double[] size, int[] rows) {
        boolean knownAt(int step) {
            return rows[step] >= 0;
        }

        double largest() {
            double most = 0;
            for (double v : size) {
                most = v > most ? v : most;
            }
            return most;
        }
    }

    /**
     * Reads a frame. Steps in time come in their order, numbers rise, and names stay as they come.
     *
     * @param label tells the movers apart
     * @param size of the area, or null where all are alike
     */
    static Steps of(ChartRequest r, Column step, @Nullable Column label, Column x, Column y, @Nullable Column size) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < step.size(); row++) {
            order.add(row);
        }
        if (step.type() != ColumnType.TEXT) {
            order.sort(Comparator.comparingDouble(
                    row -> step.isNull(row) ? Double.POSITIVE_INFINITY : step.doubleAt(row)));
        }
        Map<String, Integer> steps = new LinkedHashMap<>();
        for (int row : order) {
            steps.putIfAbsent(Labels.member(step, row, r), steps.size());
        }
        int n = steps.size();
        Map<String, Mover> movers = new LinkedHashMap<>();
        for (int row = 0; row < step.size(); row++) {
            double atX = x.doubleAt(row);
            double atY = y.doubleAt(row);
            double area = size == null ? 1 : size.doubleAt(row);
            if (!Double.isFinite(atX) || !Double.isFinite(atY) || !Double.isFinite(area) || area < 0) {
                continue;
            }
            String name = label == null ? "" : Labels.member(label, row, r);
            int first = row;
            Mover m = movers.computeIfAbsent(name, k -> none(k, first, n));
            int at = steps.getOrDefault(Labels.member(step, row, r), 0);
            // The first row of a step stands; a second one for the same mover would be another place at the same time.
            if (m.rows()[at] < 0) {
                m.x()[at] = atX;
                m.y()[at] = atY;
                m.size()[at] = area;
                m.rows()[at] = row;
            }
        }
        record Ranked(Mover mover, double largest) {}
        List<Mover> all = movers.values().stream()
                .map(m -> new Ranked(m, m.largest()))
                .sorted(Comparator.comparingDouble(Ranked::largest).reversed())
                .map(Ranked::mover)
                .toList();
        return new Steps(List.copyOf(steps.keySet()), all);
    }

    private static Mover none(String name, int row, int n) {
        int[] rows = new int[n];
        Arrays.fill(rows, -1);
        double[] x = new double[n];
        Arrays.fill(x, Double.NaN);
        return new Mover(name, row, x, x.clone(), x.clone(), rows);
    }

    int count() {
        return names.size();
    }
}
