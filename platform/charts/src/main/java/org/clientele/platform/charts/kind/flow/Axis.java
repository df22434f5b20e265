package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.axis.RoundTicks;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;

/** One axis of parallel coordinates: where each row stands on it, from 0 at the foot to 1, and what is written beside it. */
final class Axis {
    /** A figure or a category beside the axis. */
    record Tick(double at, String text) {}

    private static final int MOST_CATEGORIES = 12;

    final String name;
    final Column column;
    /** By row; NaN where not known. */
    final double[] at;
    /** From the foot. */
    final List<Tick> ticks;

    private Axis(String name, Column column, double[] at, List<Tick> ticks) {
        this.name = name;
        this.column = column;
        this.at = at;
        this.ticks = ticks;
    }

    /** Whether places on it are numbers or times. */
    boolean measured() {
        return column.type().isNumeric() || column.type().isTemporal();
    }

    /** The axis of a column: numbers and times by value, on a logarithmic scale where asked for and possible; else categories. */
    static Axis of(ChartRequest r, Column c, boolean log) {
        String unit = Labels.unit(c);
        String label = Labels.of(c, r.metrics());
        String name = Labels.measured(label, unit);
        if (c.type().isNumeric() || c.type().isTemporal()) {
            return measured(r, c, log, name);
        }
        return categories(r, c, name);
    }

    private static Axis measured(ChartRequest r, Column c, boolean log, String name) {
        int n = c.size();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int first = -1;
        int last = -1;
        for (int i = 0; i < n; i++) {
            double v = c.doubleAt(i);
            if (Double.isFinite(v)) {
                first = v < low ? i : first;
                last = v > high ? i : last;
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        double[] at = new double[n];
        List<Tick> ticks = new ArrayList<>();
        if (first < 0) {
            java.util.Arrays.fill(at, Double.NaN);
            return new Axis(name, c, at, ticks);
        }
        boolean asLog = log && low > 0 && c.type().isNumeric();
        double start = low;
        double end = high;
        if (asLog) {
            start = Math.log10(low);
            end = Math.log10(high);
            if (end - start < 1e-9) {
                start -= 0.5;
                end += 0.5;
            }
            double from = Math.floor(start + 1e-9);
            for (double e = from; e <= Math.ceil(end) && ticks.size() < 40; e++) {
                if (e >= start - 1e-9 && e <= end + 1e-9) {
                    double v = Math.pow(10, e);
                    ticks.add(new Tick((e - start) / (end - start), r.format().tick(v, v, c.unit())));
                }
            }
            if (ticks.size() < 2) {
                ticks.clear();
                ticks.add(new Tick(0, r.format().compact(low, Figure.bare(c.unit()))));
                ticks.add(new Tick(1, r.format().compact(high, Figure.bare(c.unit()))));
            }
        } else if (c.type().isTemporal()) {
            if (start == end) {
                start -= 1;
                end += 1;
            }
            ticks.add(new Tick(0, Labels.member(c, first, r)));
            if (high > low) {
                ticks.add(new Tick(1, Labels.member(c, last, r)));
            }
        } else {
            RoundTicks round = RoundTicks.covering(low, high);
            start = round.values()[0];
            end = round.values()[round.values().length - 1];
            for (double v : round.values()) {
                ticks.add(new Tick(
                        (v / 2 - start / 2) / (end / 2 - start / 2), r.format().tick(v, round.step(), c.unit())));
            }
        }
        for (int i = 0; i < n; i++) {
            double v = c.doubleAt(i);
            double own = asLog ? Math.log10(v) : v;
            at[i] = Double.isFinite(v) ? (own / 2 - start / 2) / (end / 2 - start / 2) : Double.NaN;
        }
        return new Axis(name + (asLog ? " (log)" : ""), c, at, ticks);
    }

    /** The most frequent ones, the rest together at the foot. */
    private static Axis categories(ChartRequest r, Column c, String name) {
        Map<String, Integer> count = new LinkedHashMap<>();
        String[] member = new String[c.size()];
        for (int i = 0; i < member.length; i++) {
            boolean known = !c.isNull(i) || c.type() == ColumnType.TEXT;
            member[i] = known ? Labels.member(c, i, r) : Labels.UNKNOWN;
            count.merge(member[i], 1, Integer::sum);
        }
        List<String> names = new ArrayList<>(count.keySet());
        names.sort(Comparator.comparingInt((String s) -> -count.getOrDefault(s, 0)));
        boolean more = names.size() > MOST_CATEGORIES;
        List<String> shown = new ArrayList<>(names.subList(0, more ? MOST_CATEGORIES - 1 : names.size()));
        if (more) {
            shown.add(Labels.others(r, names.size() - shown.size()));
        }
        Map<String, Integer> place = new LinkedHashMap<>();
        List<Tick> ticks = new ArrayList<>();
        for (int k = 0; k < shown.size(); k++) {
            place.put(shown.get(k), k);
            ticks.add(0, new Tick(height(k, shown.size()), shown.get(k)));
        }
        double[] at = new double[member.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = height(place.getOrDefault(member[i], shown.size() - 1), shown.size());
        }
        return new Axis(name, c, at, ticks);
    }

    private static double height(int k, int count) {
        return count == 1 ? 0.5 : 1 - k / (count - 1.0);
    }
}
