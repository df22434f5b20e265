package org.clientele.platform.charts.kind.grid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Members;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;

/**
 * The rows or columns of a grid. Members with an order of their own are put together with their neighbours where there are
 * too many, others the smallest together.
 *
 * @param lines in order
 * @param lineOf the line of each member
 * @param note what was put together, or ""
 */
record GridAxis(List<Line> lines, int[] lineOf, String note) {
    private static final Texts TEXTS = Texts.of(GridAxis.class);

    /**
     * One row or column.
     *
     * @param label for people
     * @param member what a filter calls it, by the column's name; empty where it is several or unknown
     */
    record Line(String label, Map<String, String> member) {}

    int count() {
        return lines.size();
    }

    /**
     * At most {@code most} lines.
     *
     * @param weight how much each member counts
     */
    static GridAxis of(ChartRequest r, Members m, int most, double[] weight) {
        if (m.count() <= most) {
            List<Line> lines = IntStream.range(0, m.count())
                    .mapToObj(i -> new Line(m.labels().get(i), m.member(i)))
                    .toList();
            return new GridAxis(lines, IntStream.range(0, m.count()).toArray(), "");
        }
        String name = Labels.of(m.column(), r.metrics());
        return Members.isOrdered(m.column()) ? neighbours(r, m, most, name) : largest(r, m, most, weight, name);
    }

    private static GridAxis neighbours(ChartRequest r, Members m, int most, String name) {
        int last = m.count() - 1;
        boolean unknown = m.raw().get(last) == null;
        int known = unknown ? last : m.count();
        int run = (int) Math.ceil(known / (double) Math.max(1, most - (unknown ? 1 : 0)));
        List<Line> lines = new ArrayList<>();
        int[] lineOf = new int[m.count()];
        for (int from = 0; from < known; from += run) {
            int to = Math.min(known, from + run) - 1;
            for (int i = from; i <= to; i++) {
                lineOf[i] = lines.size();
            }
            lines.add(
                    from == to
                            ? new Line(m.labels().get(from), m.member(from))
                            : new Line(span(r, m, from, to), Map.of()));
        }
        if (unknown) {
            lineOf[last] = lines.size();
            lines.add(new Line(m.labels().get(last), Map.of()));
        }
        return new GridAxis(lines, lineOf, TEXTS.get("grid.axis.up_to_together", name, run));
    }

    /** "7–9"; months in short: "Dec 2010–Jan 2011". */
    private static String span(ChartRequest r, Members m, int from, int to) {
        TimeColumn time = TimeColumn.of(m.column());
        String first = m.raw().get(from);
        String last = m.raw().get(to);
        if (time == null || time.grain() != Grain.MONTH || first == null || last == null) {
            return m.labels().get(from) + "–" + m.labels().get(to);
        }
        LocalDate start = LocalDate.parse(first.substring(0, 10));
        LocalDate end = LocalDate.parse(last.substring(0, 10));
        String year = start.getYear() == end.getYear() ? "" : " " + start.getYear();
        return r.format().tick(start, Grain.MONTH) + year + "–" + r.format().tick(end, Grain.MONTH) + " "
                + end.getYear();
    }

    private static GridAxis largest(ChartRequest r, Members m, int most, double[] weight, String name) {
        Integer[] order = new Integer[m.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, Comparator.comparingDouble(i -> -weight[i]));
        boolean[] kept = new boolean[order.length];
        for (int k = 0; k < most - 1; k++) {
            kept[order[k]] = true;
        }
        List<Line> lines = new ArrayList<>();
        int[] lineOf = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            lineOf[i] = kept[i] ? lines.size() : most - 1;
            if (kept[i]) {
                lines.add(new Line(m.labels().get(i), m.member(i)));
            }
        }
        String others = Labels.others(r, order.length - lines.size());
        lines.add(new Line(others, Map.of()));
        return new GridAxis(lines, lineOf, TEXTS.get("grid.axis.smallest", name, others));
    }
}
