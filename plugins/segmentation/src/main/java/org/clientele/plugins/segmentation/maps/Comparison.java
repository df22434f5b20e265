package org.clientele.plugins.segmentation.maps;

import java.util.Arrays;
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

/** Two or more segments beside one another in any metric, which is asked by segment as it is defined, never averaged. */
final class Comparison {
    private static final Texts TEXTS = Texts.of(Comparison.class);

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
        int[] chosen = chosen(s, segments);
        String[] names = Arrays.stream(chosen).mapToObj(s.names()::get).toArray(String[]::new);
        MetricQuery query = MetricQuery.of(definition.id().toString())
                .by(monthly ? new String[] {s.dimension(), "month"} : new String[] {s.dimension()})
                .where(Filter.in(s.dimension(), names))
                .during(s.table().window());
        return frame(s, definition, chosen, context.query(query), monthly);
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

    private static Frame frame(Described s, MetricDefinition definition, int[] chosen, Frame answer, boolean monthly) {
        Column value = answer.column(definition.id().name());
        Column segment = answer.column(s.dimension());
        FrameRows rows = new FrameRows().column(Segments.column(s));
        if (monthly) {
            rows.column(new ColumnSpec("month", ColumnType.DATE, Unit.none(), TEXTS.get("column.month")));
        }
        rows.number("value", definition.label(), value.unit())
                .count("customers", TEXTS.get("column.customers"), "customers");
        int[] sizes = s.sizes();
        for (int g : chosen) {
            String name = s.names().get(g);
            boolean found = false;
            for (int row = 0; row < answer.rowCount(); row++) {
                if (name.equals(segment.textAt(row))) {
                    found = true;
                    if (monthly) {
                        rows.row(name, answer.column("month").valueAt(row), value.doubleAt(row), sizes[g]);
                    } else {
                        rows.row(name, value.doubleAt(row), sizes[g]);
                    }
                }
            }
            if (!found && !monthly) {
                rows.row(name, Double.NaN, sizes[g]);
            }
        }
        return Segments.told(s, rows.frame()).withInsight(TEXTS.get("comparison.insight", definition.label()));
    }
}
