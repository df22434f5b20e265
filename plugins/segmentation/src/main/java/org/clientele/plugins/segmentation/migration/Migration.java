package org.clientele.plugins.segmentation.migration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.segmentation.cluster.SegmentChoice;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/**
 * Customers followed from month to month by one model, which is found at the end of the first month and then frozen: whoever moves has come to
 * behave differently.
 *
 * @param names of the segments, in order
 * @param course who was where
 * @param caveats what to know about it
 */
record Migration(List<String> names, Course course, List<Caveat> caveats) {
    private static final Texts TEXTS = Texts.of(Migration.class);

    /** @throws org.clientele.sdk.AnalyticsException as {@link MonthEnds#of} and the segmentation itself do, or CANCELLED */
    static Migration of(MigrationParameters p, AnalysisContext context) {
        List<LocalDate> days = MonthEnds.of(context, p.reference(), p.months());
        SegmentChoice choice = p.choice();
        Segmented found = choice.segment(AsOf.of(context, days.get(0)));
        List<Members> members = new ArrayList<>(List.of(found.members()));
        for (int day = 1; day < days.size(); day++) {
            context.cancel().throwIfCancelled();
            context.progress().report((double) day / days.size(), TEXTS.get("progress", days.get(day)));
            members.add(choice.apply(found.model(), AsOf.of(context, days.get(day))));
        }
        return new Migration(
                found.segments().stream().map(s -> s.name()).toList(),
                Course.of(days, members, found.segments().size()),
                found.caveats());
    }

    /** What a segment is called; what follows the last is in none. */
    String name(int segment) {
        return segment == names.size() ? TEXTS.get("none") : names.get(segment);
    }

    /**
     * What each customer of the course brought between two of its days, the first excluded, in units of 10<sup>-4</sup>.
     *
     * @return as long as the course has customers; 0 for those who bought nothing
     */
    long[] earned(int before, int after, AnalysisContext context) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < course.customers().size(); i++) {
            rows.put(course.customers().get(i), i);
        }
        Frame frame = revenue(before, after, context);
        Column customer = frame.column("customer");
        Column revenue = frame.column("revenue");
        long[] earned = new long[rows.size()];
        for (int row = 0; row < frame.rowCount(); row++) {
            Integer at = rows.get(customer.textAt(row));
            if (at != null && !revenue.isNull(row)) {
                earned[at] = revenue.type() == ColumnType.DECIMAL && revenue.scale() == CustomerModel.MONEY_SCALE
                        ? revenue.longAt(row)
                        : Math.round(revenue.doubleAt(row) * 1e4);
            }
        }
        return earned;
    }

    private Frame revenue(int before, int after, AnalysisContext context) {
        return context.query(MetricQuery.of("clientele.core/revenue")
                .by("customer")
                .where(Filter.where("customer_id is not null"))
                .during(new Period(
                        course.days().get(before).plusDays(1), course.days().get(after))));
    }

    /** The unit of what customers brought. */
    static Unit money(AnalysisContext context) {
        return context.metric("clientele.core/revenue").unit();
    }
}
