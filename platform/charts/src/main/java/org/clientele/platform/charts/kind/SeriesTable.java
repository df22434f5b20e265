package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a chart along its steps: one for each column of Y, or one for each member of COLOR.
 *
 * @param steps along X
 * @param series those that are measured, in the order in which they are drawn and named
 * @param bases what they are compared with
 * @param split the column of COLOR, or null
 * @param notes what was put together or left out, in sentences
 */
record SeriesTable(
        Steps steps,
        List<Series> series,
        List<Series> bases,
        @Nullable Column split,
        List<String> notes) {
    private static final Texts TEXTS = Texts.of(SeriesTable.class);

    /** As many as a theme has colours that a reader can tell apart. */
    static final int MOST = 7;

    private static final int NO_ROW = -1;
    private static final int SEVERAL = -2;

    /** Which rows a small multiple shows; all panels have the same steps and series. */
    record Panel(Groups groups, int group) {
        boolean has(int row) {
            return groups.groupOf()[row] == group;
        }
    }

    /**
     * Reads a request.
     *
     * @param ordered whether rows that have no place in time are left out, as lines need it
     * @param panel the rows to take, or null for all
     */
    static SeriesTable of(ChartRequest r, boolean ordered, @Nullable Panel panel) {
        Frame f = r.frame();
        Column x = f.column(r.spec().column(Channel.X));
        r.spec().column(Channel.Y);
        List<String> colours = r.spec().columns(Channel.COLOR);
        if (colours.isEmpty()) {
            return wide(r, panel == null ? Steps.ofRows(r, x, ordered) : Steps.ofMembers(r, x, ordered), panel);
        }
        return split(r, Steps.ofMembers(r, x, ordered), f.column(colours.get(0)), panel);
    }

    private static SeriesTable wide(ChartRequest r, Steps steps, @Nullable Panel panel) {
        List<String> ys = r.spec().columns(Channel.Y);
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < ys.size(); i++) {
            Column c = r.frame().column(ys.get(i));
            int colour = ys.size() == 1
                    ? r.theme().accent()
                    : r.theme().series().get(i % r.theme().series().size());
            Filled filled = Filled.of(c, steps, panel);
            all.add(new Series(
                    Labels.of(c, r.metrics()),
                    colour,
                    false,
                    c,
                    filled.values(),
                    ends(r, Channel.LOW, i, filled),
                    ends(r, Channel.HIGH, i, filled),
                    filled.rows(),
                    Map.of()));
        }
        List<String> notes = new ArrayList<>();
        boolean additive = all.stream()
                .allMatch(s -> s.isAdditive()
                        && s.column().unit().equals(all.get(0).column().unit()));
        if (all.size() > MOST && additive) {
            List<Series> bySize = new ArrayList<>(all);
            bySize.sort(java.util.Comparator.comparingDouble(s -> -s.weight()));
            List<Series> rest = bySize.subList(MOST - 1, bySize.size());
            double[] sum = new double[steps.count()];
            Arrays.fill(sum, Double.NaN);
            rest.forEach(s -> add(sum, s.values()));
            List<Series> kept = new ArrayList<>();
            for (Series s : all) {
                if (!rest.contains(s)) {
                    int argb = r.theme().series().get(kept.size());
                    kept.add(new Series(
                            s.label(), argb, false, s.column(), s.values(), s.low(), s.high(), s.rows(), s.members()));
                }
            }
            int n = rest.size();
            kept.add(others(r, n, rest.get(0).column(), sum));
            notes.add(TEXTS.get("series.table.smallest_series_are_put", n));
            return new SeriesTable(steps, kept, bases(r, steps, panel), null, notes);
        }
        return new SeriesTable(steps, all, bases(r, steps, panel), null, notes);
    }

    private static Series others(ChartRequest r, int n, Column like, double[] sum) {
        int[] none = new int[sum.length];
        Arrays.fill(none, -1);
        return new Series(
                Labels.others(r, n), MemberColours.rest(r.theme()), false, like, sum, null, null, none, Map.of());
    }

    private static List<Series> bases(ChartRequest r, Steps steps, @Nullable Panel panel) {
        List<Series> out = new ArrayList<>();
        int grey = Colors.mix(r.theme().surface(), r.theme().secondary(), 0.85);
        for (String name : r.spec().columns(Channel.BASE)) {
            Column c = r.frame().find(name).orElse(null);
            if (c != null && c.type().isNumeric()) {
                Filled f = Filled.of(c, steps, panel);
                String label = Labels.of(c, r.metrics());
                out.add(new Series(label, grey, true, c, f.values(), null, null, f.rows(), Map.of()));
            }
        }
        return out;
    }

    /** The values of a column by step; those of one step are added up. */
    private record Filled(double[] values, int @Nullable [] rows) {
        static Filled of(Column c, Steps steps, @Nullable Panel panel) {
            return steps.areRows() && panel == null ? inRows(c) : gathered(c, steps, panel);
        }

        int row(int step) {
            return Series.row(rows, values, step);
        }

        private static Filled inRows(Column c) {
            double[] values = c.doubles();
            for (int row = 0; row < values.length; row++) {
                if (Double.isInfinite(values[row])) {
                    values[row] = Double.NaN;
                }
            }
            return new Filled(values, null);
        }

        private static Filled gathered(Column c, Steps steps, @Nullable Panel panel) {
            double[] values = new double[steps.count()];
            int[] rows = new int[steps.count()];
            Arrays.fill(values, Double.NaN);
            Arrays.fill(rows, NO_ROW);
            for (int row = 0; row < c.size(); row++) {
                int step = steps.stepOf(row);
                double v = step < 0 || panel != null && !panel.has(row) ? Double.NaN : c.doubleAt(row);
                if (Double.isFinite(v)) {
                    put(values, rows, step, v, row);
                }
            }
            return new Filled(values, rows);
        }
    }

    private static void put(double[] values, int[] rows, int step, double v, int row) {
        boolean first = rows[step] == NO_ROW;
        values[step] = first ? v : values[step] + v;
        rows[step] = first ? row : SEVERAL;
    }

    private static double @Nullable [] ends(ChartRequest r, Channel channel, int i, Filled filled) {
        List<String> names = r.spec().columns(channel);
        if (i >= names.size()) {
            return null;
        }
        Column c = r.frame().column(names.get(i));
        double[] out = new double[filled.values().length];
        for (int k = 0; k < out.length; k++) {
            int row = filled.row(k);
            double v = row < 0 ? Double.NaN : c.doubleAt(row);
            out[k] = Double.isFinite(v) ? v : Double.NaN;
        }
        return out;
    }

    private static void add(double[] sum, double[] more) {
        for (int i = 0; i < sum.length; i++) {
            if (!Double.isNaN(more[i])) {
                sum[i] = Double.isNaN(sum[i]) ? more[i] : sum[i] + more[i];
            }
        }
    }

    private static SeriesTable split(ChartRequest r, Steps steps, Column colour, @Nullable Panel panel) {
        Column y = r.frame().column(r.spec().column(Channel.Y));
        Groups groups = Groups.of(colour, r);
        int n = steps.count();
        double[] weight = weights(groups, y);
        int[] order = groups.restLast(groups.byWeight(weight));
        boolean additive = Series.isAdditive(y.unit());
        int own = order.length <= MOST ? order.length : MOST - 1;
        if (colour.type().isTemporal()) {
            // The largest are chosen; among themselves they stay in the order of time.
            int[] chosen = Arrays.stream(order, 0, own)
                    .boxed()
                    .sorted(java.util.Comparator.comparingDouble(g -> colour.doubleAt(groups.firstRow()[g])))
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(chosen, 0, order, 0, own);
        }
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = Math.min(i, own);
        }
        int[] colours = groups.colours(r, order, own);
        double[][] values = new double[own + 1][n];
        int[][] rows = new int[own + 1][n];
        for (int i = 0; i <= own; i++) {
            Arrays.fill(values[i], Double.NaN);
            Arrays.fill(rows[i], -1);
        }
        double[] known = y.doubles();
        for (int row = 0; row < known.length; row++) {
            int step = steps.stepOf(row);
            double v = step < 0 || panel != null && !panel.has(row) ? Double.NaN : known[row];
            if (Double.isFinite(v)) {
                int s = place[groups.groupOf()[row]];
                put(values[s], rows[s], step, v, row);
            }
        }
        List<Series> out = new ArrayList<>();
        for (int i = 0; i < own; i++) {
            int g = order[i];
            Filled filled = new Filled(values[i], rows[i]);
            out.add(new Series(
                    groups.names().get(g),
                    colours[i],
                    false,
                    y,
                    values[i],
                    ends(r, Channel.LOW, 0, filled),
                    ends(r, Channel.HIGH, 0, filled),
                    rows[i],
                    Labels.members(colour, groups.firstRow()[g])));
        }
        List<String> notes = new ArrayList<>();
        int rest = order.length - own;
        if (rest > 0 && additive) {
            out.add(others(r, rest, y, values[own]));
            notes.add(TEXTS.get(
                    "series.table.smallest_are_put_together",
                    Figure.counted(r, rest),
                    Labels.plural(colour, r.metrics())));
        } else if (rest > 0) {
            notes.add(TEXTS.get(
                    "series.table.smallest_are_left_out", Figure.counted(r, rest), Labels.plural(colour, r.metrics())));
        }
        return new SeriesTable(steps, out, List.of(), colour, notes);
    }

    private static double[] weights(Groups groups, Column y) {
        double[] weight = new double[groups.count()];
        for (int row = 0; row < y.size(); row++) {
            double v = y.doubleAt(row);
            weight[groups.groupOf()[row]] += Double.isFinite(v) ? Math.abs(v) : 0;
        }
        return weight;
    }

    /** All that is measured or compared with. */
    List<Series> all() {
        List<Series> all = new ArrayList<>(series);
        all.addAll(bases);
        return all;
    }
}
