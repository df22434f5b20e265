package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.clientele.platform.query.formula.Names;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question split by one more dimension: the members with most of the first metric, and the others together. The
 * others are asked for like any other number, so that ratios and distinct counts are right for them too.
 */
record SplitRun(Function<MetricQuery, Frame> ask) {
    private static final Texts TEXTS = Texts.of(SplitRun.class);

    /** So many members are told apart; more colours nobody tells apart. */
    static final int MOST = 6;

    /** @param query whose last dimension is the one that it is split by */
    Frame answer(MetricQuery query) {
        List<String> dimensions = query.dimensions();
        String by = dimensions.get(dimensions.size() - 1);
        List<String> along = dimensions.subList(0, dimensions.size() - 1);
        MetricQuery limited = first(query, along);
        List<@Nullable String> all = members(ask.apply(with(limited, List.of(by), 0)), by);
        List<@Nullable String> shown =
                Collections.unmodifiableList(all.size() <= MOST + 1 ? all : all.subList(0, MOST));
        Frame main = ask.apply(with(limited.where(new Filter.Members(by, shown, false)), dimensions, 0));
        if (shown.size() == all.size()) {
            return main;
        }
        Frame rest = ask.apply(with(limited.where(new Filter.Members(by, shown, true)), along, 0));
        return joined(main, rest, by, TEXTS.get("split.run.others", all.size() - shown.size()));
    }

    /** Only the first groups of the question without the split, where it asks for some. */
    private MetricQuery first(MetricQuery query, List<String> along) {
        if (query.limit() == 0 || along.isEmpty()) {
            return query;
        }
        List<@Nullable String> groups = members(ask.apply(with(query, along, query.limit())), along.get(0));
        return query.where(new Filter.Members(along.get(0), groups, false));
    }

    private static MetricQuery with(MetricQuery query, List<String> dimensions, int limit) {
        MetricQuery one = new MetricQuery(
                        query.metrics(), dimensions, query.filters(), query.period(), Comparison.NONE, limit)
                .incomplete(query.incomplete());
        boolean overTime = dimensions.stream().anyMatch(d -> Names.grain(d).isPresent());
        return overTime ? one.running(query.running()) : one;
    }

    private static List<@Nullable String> members(Frame frame, String dimension) {
        Column column = frame.column(dimension);
        List<@Nullable String> all = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            Object value = column.valueAt(row);
            all.add(value == null ? null : value.toString());
        }
        return all;
    }

    private static Frame joined(Frame main, Frame rest, String by, String name) {
        List<Column> columns = new ArrayList<>();
        for (Column column : main.columns()) {
            ColumnSpec spec = column.name().equals(by)
                    ? new ColumnSpec(
                            by, ColumnType.TEXT, column.unit(), column.spec().label())
                    : column.spec();
            Column other = rest.find(column.name()).orElse(null);
            Column.Builder both = spec.type() == ColumnType.DECIMAL
                    ? Column.decimalBuilder(spec, Math.max(column.scale(), other == null ? 0 : other.scale()))
                    : Column.builder(spec);
            for (int row = 0; row < main.rowCount(); row++) {
                both.add(column.valueAt(row));
            }
            for (int row = 0; row < rest.rowCount(); row++) {
                both.add(other == null ? name : other.valueAt(row));
            }
            columns.add(both.build());
        }
        return Frame.of(columns)
                .withCaveats(main.caveats())
                .asOf(main.dataAsOf().orElse(null));
    }
}
