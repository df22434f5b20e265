package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clientele.platform.charts.draw.Target;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Puts beside figures what they should have come to, and what a single question cannot be compared with at once. */
final class Assessed {
    private static final Texts TEXTS = Texts.of(Assessed.class);

    private static final String TARGET = "_target";
    private static final String RULE = "_target_rule";

    private Assessed() {}

    /** A tile's answer with the targets and the other comparison that its chart encodes. */
    static Frame of(Session session, TileSpec tile, Narrowing to, Frame answer, CancelSignal cancel) {
        MetricQuery query = figure(tile);
        if (query == null || answer.rowCount() == 0) {
            return answer;
        }
        MetricQuery asked = to.of(query);
        List<Column> columns = new ArrayList<>(answer.columns());
        for (String base : tile.chart().columns(Channel.BASE)) {
            if (!answer.has(base)
                    && metric(session, asked, base).filter(answer::has).isPresent()) {
                other(session, asked, base, columns, cancel);
            }
        }
        for (String metric : asked.metrics()) {
            String name = session.metric(metric).id().name();
            if (tile.chart().columns(Channel.TARGET).contains(name + TARGET) && answer.has(name)) {
                columns.addAll(target(session, asked, metric, answer, cancel));
            }
        }
        return columns.size() == answer.columns().size() ? answer : with(answer, columns);
    }

    /**
     * The question of a figure's metrics: its own, or, where an analysis works the figure out, that of the metrics beside it,
     * which bear the same names; null for what is no figure.
     */
    private static @Nullable MetricQuery figure(TileSpec tile) {
        if (!tile.chart().kind().equals(ChartSpec.KPI)) {
            return null;
        }
        if (tile.question() instanceof MetricQuery query) {
            return query.dimensions().isEmpty() ? query : null;
        }
        MetricQuery trend = tile.trend();
        return trend == null ? null : trend.by();
    }

    /** The name of the metric that a column compares. */
    private static Optional<String> metric(Session session, MetricQuery asked, String base) {
        return asked.metrics().stream()
                .map(m -> session.metric(m).id().name())
                .filter(name -> base.startsWith(name + "_"))
                .findFirst();
    }

    /** The column of another comparison, where the data has it. */
    private static void other(
            Session session, MetricQuery asked, String base, List<Column> columns, CancelSignal cancel) {
        for (Comparison comparison : List.of(Comparison.PREVIOUS, Comparison.YEAR_BEFORE)) {
            if (base.endsWith("_" + comparison.name().toLowerCase(java.util.Locale.ROOT))) {
                session.queries()
                        .ask(asked.compare(comparison), session.subject(), session.policy(), cancel)
                        .frame()
                        .find(base)
                        .ifPresent(columns::add);
            }
        }
    }

    private static List<Column> target(
            Session session, MetricQuery asked, String metric, Frame answer, CancelSignal cancel) {
        String name = session.metric(metric).id().name();
        Unit unit = answer.column(name).unit();
        Targets.Found found = session.targets().of(asked, metric, unit, session.subject(), session.policy(), cancel);
        return List.of(
                number(name + TARGET, TEXTS.get("assessed.target"), unit, found.value()),
                text(name + RULE, TEXTS.get("assessed.how_target_comes_about"), found.rule()));
    }

    /**
     * The answer to a question, with a target, the share of it that is reached, a status in words and a rule for each metric.
     *
     * @throws AnalyticsException ARGUMENT_INVALID for a question with dimensions
     */
    static Frame of(Session session, MetricQuery query, CancelSignal cancel) {
        if (!query.dimensions().isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("assessed.targets_are_for_figure_whole", String.join(", ", query.dimensions())));
        }
        Frame answer = session.queries()
                .ask(query, session.subject(), session.policy(), cancel)
                .frame();
        List<Column> columns = new ArrayList<>();
        for (Column column : answer.columns()) {
            columns.add(column);
        }
        for (String metric : query.metrics()) {
            MetricDefinition known = session.metric(metric);
            String name = known.id().name();
            List<Column> found = target(session, query, metric, answer, cancel);
            double value =
                    answer.rowCount() == 0 ? Double.NaN : answer.column(name).doubleAt(0);
            double due = found.get(0).doubleAt(0);
            boolean less = known.direction() == MetricDefinition.Direction.DOWN_IS_GOOD;
            Target target =
                    Target.of(due, known.target().warning(), known.target().bad(), !less);
            columns.add(found.get(0));
            columns.add(number(
                    name + "_of_target",
                    TEXTS.get("assessed.target_2"),
                    Unit.ratio(),
                    due == 0 ? Double.NaN : value / due));
            columns.add(text(
                    name + "_status",
                    TEXTS.get("assessed.status"),
                    Double.isNaN(due) ? TEXTS.get("assessed.no_target") : target.words(value)));
            columns.add(found.get(1));
        }
        return with(answer, columns);
    }

    private static Frame with(Frame answer, List<Column> columns) {
        return Frame.of(columns)
                .withCaveats(answer.caveats())
                .withInsight(answer.insight())
                .asOf(answer.dataAsOf().orElse(null));
    }

    private static Column number(String name, String label, Unit unit, double value) {
        Column.Builder column = Column.builder(new ColumnSpec(name, ColumnType.DOUBLE, unit, label));
        return (Double.isFinite(value) ? column.add(value) : column.addNull()).build();
    }

    private static Column text(String name, String label, String text) {
        return Column.builder(new ColumnSpec(name, ColumnType.TEXT, Unit.none(), label))
                .add(Objects.requireNonNull(text))
                .build();
    }
}
