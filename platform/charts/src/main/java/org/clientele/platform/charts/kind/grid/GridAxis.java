package org.clientele.platform.charts.kind.grid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param lineOf the line of each member; {@link #OUTSIDE} where it is not in view
 * @param hidden how much of the first line lies before what is in view
 * @param shown how many lines are in view, with their parts
 * @param note what was put together, or ""
 */
record GridAxis(List<Line> lines, int[] lineOf, double hidden, double shown, String note) {
    private static final Texts TEXTS = Texts.of(GridAxis.class);

    /** The line of a member that is not in view. */
    static final int OUTSIDE = -1;

    private static final double SLIVER = 1e-6;

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

    /** Where a line begins, in lines from the first edge in view. */
    double start(int line) {
        return line - hidden;
    }

    /**
     * At most {@code most} lines.
     *
     * @param weight how much each member counts
     */
    static GridAxis of(ChartRequest r, Members m, int most, double[] weight) {
        return within(r, m, 0, m.count(), most, weight);
    }

    /**
     * Those members that are in view. Lines are cut at its ends, but where members are put together.
     *
     * @param from the first edge in view, in members from the first
     * @param to the last edge
     */
    static GridAxis within(ChartRequest r, Members m, double from, double to, int most, double[] weight) {
        int first = (int) Math.floor(from + SLIVER);
        int end = (int) Math.min(m.count(), Math.ceil(to - SLIVER));
        int[] lineOf = new int[m.count()];
        Arrays.fill(lineOf, OUTSIDE);
        if (to - from <= most + SLIVER) {
            List<Line> lines = new ArrayList<>();
            for (int i = first; i < end; i++) {
                lineOf[i] = lines.size();
                lines.add(new Line(m.labels().get(i), m.member(i)));
            }
            return new GridAxis(lines, lineOf, from - first, to - from, "");
        }
        String name = Labels.of(m.column(), r.metrics());
        return Members.isOrdered(m.column())
                ? neighbours(r, m, first, end, most, name, lineOf)
                : largest(r, m, first, end, most, weight, name, lineOf);
    }

    private static GridAxis neighbours(
            ChartRequest r, Members m, int first, int end, int most, String name, int[] lineOf) {
        int last = end - 1;
        boolean unknown = m.raw().get(last) == null;
        int known = unknown ? last : end;
        int run = (int) Math.ceil((known - first) / (double) Math.max(1, most - (unknown ? 1 : 0)));
        List<Line> lines = new ArrayList<>();
        for (int from = first; from < known; from += run) {
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
        return new GridAxis(lines, lineOf, 0, lines.size(), TEXTS.get("grid.axis.up_to_together", name, run));
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

    private static GridAxis largest(
            ChartRequest r, Members m, int first, int end, int most, double[] weight, String name, int[] lineOf) {
        List<Integer> falling = IntStream.range(first, end)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weight[i]))
                .toList();
        Set<Integer> kept = new HashSet<>(falling.subList(0, most - 1));
        List<Line> lines = new ArrayList<>();
        for (int i = first; i < end; i++) {
            lineOf[i] = kept.contains(i) ? lines.size() : most - 1;
            if (kept.contains(i)) {
                lines.add(new Line(m.labels().get(i), m.member(i)));
            }
        }
        String others = Labels.others(r, end - first - lines.size());
        lines.add(new Line(others, Map.of()));
        return new GridAxis(lines, lineOf, 0, lines.size(), TEXTS.get("grid.axis.smallest", name, others));
    }
}
