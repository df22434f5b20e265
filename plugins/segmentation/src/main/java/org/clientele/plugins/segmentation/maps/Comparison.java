package org.clientele.plugins.segmentation.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.profile.Described;
import org.clientele.plugins.segmentation.profile.Segments;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Two or more segments beside one another in any metric, which is asked for each of them as it is defined, never averaged. */
final class Comparison {
    private static final Texts TEXTS = Texts.of(Comparison.class);
    /** More ids than this in one question take longer than anybody waits. */
    private static final int MOST = 200_000;

    private Comparison() {}

    /**
     * A row a segment, or a segment and month.
     *
     * @param metric its id, or an unambiguous suffix of it
     * @param segments names parted by "|", or "" for all
     */
    static Frame of(Described s, String metric, String segments, boolean monthly, AnalysisContext context) {
        if (context.lastDay() == null) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, TEXTS.get("months.no.orders"));
        }
        MetricDefinition definition = context.metric(metric);
        MetricQuery query =
                MetricQuery.of(definition.id().toString()).during(s.table().window());
        if (monthly) {
            query = query.by("month");
        }
        int[] chosen = chosen(s, segments);
        if (s.dimension().isEmpty() && s.table().size() > MOST) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("comparison.many", s.table().size()));
        }
        List<Frame> answers = new ArrayList<>();
        for (int g : chosen) {
            context.cancel().throwIfCancelled();
            answers.add(context.query(query.where(members(s, g))));
        }
        return frame(s, definition, chosen, answers, monthly);
    }

    /** Whoever is in a segment: by its dimension where it is published, else one by one. */
    private static Filter members(Described s, int segment) {
        if (!s.dimension().isEmpty()) {
            return Filter.in(s.dimension(), s.names().get(segment));
        }
        List<@Nullable String> ids = new ArrayList<>();
        for (int i : s.rows(segment)) {
            ids.add(s.table().customers().get(i));
        }
        return new Filter.Members("customer", ids, false);
    }

    /** Segments by names. */
    static int[] chosen(Described s, String segments) {
        if (segments.isBlank()) {
            return IntStream.range(0, s.count()).toArray();
        }
        return Arrays.stream(segments.split("\\|"))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .mapToInt(n -> place(s, n))
                .distinct()
                .toArray();
    }

    private static int place(Described s, String name) {
        for (int g = 0; g < s.count(); g++) {
            if (s.names().get(g).equalsIgnoreCase(name)) {
                return g;
            }
        }
        throw new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID, TEXTS.get("segment.unknown", name, String.join(", ", s.names())));
    }

    private static Frame frame(
            Described s, MetricDefinition definition, int[] chosen, List<Frame> answers, boolean monthly) {
        String name = definition.id().name();
        Unit unit = answers.isEmpty()
                ? definition.unit()
                : answers.get(0).column(name).unit();
        FrameRows rows = new FrameRows().column(Segments.column(s));
        if (monthly) {
            rows.column(new ColumnSpec("month", ColumnType.DATE, Unit.none(), TEXTS.get("column.month")));
        }
        rows.number("value", definition.label(), unit).count("customers", TEXTS.get("column.customers"), "customers");
        int[] sizes = s.sizes();
        for (int c = 0; c < chosen.length; c++) {
            Column value = answers.get(c).column(name);
            for (int row = 0; row < answers.get(c).rowCount(); row++) {
                String segment = s.names().get(chosen[c]);
                if (monthly) {
                    rows.row(
                            segment,
                            answers.get(c).column("month").valueAt(row),
                            value.doubleAt(row),
                            sizes[chosen[c]]);
                } else {
                    rows.row(segment, value.doubleAt(row), sizes[chosen[c]]);
                }
            }
        }
        return Segments.told(s, rows.frame()).withInsight(TEXTS.get("comparison.insight", definition.label()));
    }
}
