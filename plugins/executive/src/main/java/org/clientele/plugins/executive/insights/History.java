package org.clientele.plugins.executive.insights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.plugins.executive.page.Core;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;

/** Asks for all series whose changes are judged: each metric of the whole, and of the members that matter most. */
final class History {
    static final List<String> METRICS =
            List.of(Core.REVENUE, Core.ORDERS, Core.NAMESPACE + "customers", Core.ORDER_VALUE, Core.RETURN_RATE);
    static final List<String> DIMENSIONS = List.of("country", "category", "channel");
    /** More members make each less likely to stand out: all are judged together. */
    private static final int MEMBERS = 4;

    private final AnalysisContext context;
    private final Windows windows;

    History(AnalysisContext context, Windows windows) {
        this.context = context;
        this.windows = windows;
    }

    /** Those with a value in every window. */
    List<Series> all() {
        List<Series> all = new ArrayList<>(of(""));
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            context.cancel().throwIfCancelled();
            context.progress().report((i + 1) / (DIMENSIONS.size() + 2.0), DIMENSIONS.get(i));
            all.addAll(of(DIMENSIONS.get(i)));
        }
        return all.stream().filter(s -> s.changes().length > 0).toList();
    }

    private List<Series> of(String dimension) {
        MetricQuery query = MetricQuery.of(METRICS.toArray(String[]::new))
                .by(dimension.isEmpty() ? new String[] {windows.step()} : new String[] {windows.step(), dimension})
                .during(windows.span());
        Optional<Filter> elapsed = windows.elapsed();
        Frame frame = context.query(elapsed.isPresent() ? query.where(elapsed.get()) : query);
        Map<LocalDate, Integer> places = new HashMap<>();
        for (int i = 0; i < windows.days().size(); i++) {
            places.put(Windows.from(windows.days().get(i)), i);
        }
        Map<String, double[][]> members = new LinkedHashMap<>();
        Column steps = frame.column(windows.step());
        Column names = dimension.isEmpty() ? null : frame.column(dimension);
        for (int row = 0; row < frame.rowCount(); row++) {
            Integer place = steps.valueAt(row) instanceof LocalDate start ? places.get(start) : null;
            String member = names == null ? "" : names.textAt(row);
            if (place != null && member != null) {
                fill(members.computeIfAbsent(member, m -> nothing()), frame, row, place);
            }
        }
        return series(dimension, members);
    }

    private double[][] nothing() {
        double[][] values = new double[METRICS.size()][windows.days().size()];
        for (double[] v : values) {
            Arrays.fill(v, Double.NaN);
        }
        return values;
    }

    private void fill(double[][] values, Frame frame, int row, int place) {
        for (int m = 0; m < METRICS.size(); m++) {
            Column column = frame.column(context.metric(METRICS.get(m)).id().name());
            values[m][place] = column.isNull(row) ? Double.NaN : column.doubleAt(row);
        }
    }

    private List<Series> series(String dimension, Map<String, double[][]> members) {
        List<Series> all = new ArrayList<>();
        members.entrySet().stream()
                .map(e -> seriesOf(dimension, e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble((List<Series> s) -> -s.get(0).total()))
                .limit(dimension.isEmpty() ? 1 : MEMBERS)
                .forEach(all::addAll);
        // A single member is the whole once more.
        return dimension.isEmpty() || members.size() > 1 ? all : List.of();
    }

    private List<Series> seriesOf(String dimension, String member, double[][] values) {
        List<Series> all = new ArrayList<>();
        for (int m = 0; m < METRICS.size(); m++) {
            MetricDefinition metric = context.metric(METRICS.get(m));
            all.add(new Series(
                    metric,
                    dimension,
                    dimension.isEmpty() ? null : member,
                    metric.unit().isRatio(),
                    values[m]));
        }
        return all;
    }
}
