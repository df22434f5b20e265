package org.clientele.sdk.extension;

import java.time.LocalDate;
import java.util.List;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.PublishedSegments;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis works with. Its answers are those that the person who asks may see; the caveats of all of them are added
 * to the analysis's own, and so is how old the data is.
 */
public interface AnalysisContext {
    /**
     * Answers a question for metrics. The filters in force are added to those of the query; its period is taken as it is:
     * an analysis of the period in force says so with {@code during(period())}.
     *
     * @throws org.clientele.sdk.AnalyticsException as for any query, or CANCELLED
     */
    Frame query(MetricQuery query);

    /**
     * Answers a question for rows. The filters in force are added where the table is that of order lines, and nowhere else;
     * the period is taken as it is.
     *
     * @throws org.clientele.sdk.AnalyticsException as for any query, or CANCELLED
     */
    Frame rows(RowQuery query);

    /** The days that the person looks at. */
    Period period();

    /** What she has narrowed the data down to, all of which {@link #query} and {@link #rows} apply. */
    List<Filter> filters();

    /** The day of the oldest order line that she may see, whatever the filters are; null without any. */
    @Nullable
    LocalDate firstDay();

    /** The day of the newest order line that she may see, whatever the filters are; null without any. */
    @Nullable
    LocalDate lastDay();

    /**
     * The definition of a metric.
     *
     * @param id or an unambiguous suffix of it
     * @throws org.clientele.sdk.AnalyticsException METRIC_UNKNOWN
     */
    MetricDefinition metric(String id);

    /**
     * What people want metrics to come to, set goals first, then those that came with the data. Filters and period do not choose among them. An
     * analysis that asks is worked out anew when goals change.
     */
    List<Goal> goals();

    /** The scores that were published, by name. An analysis is worked out anew when one is published, put in again or deleted. */
    default List<PublishedScore> scores() {
        return List.of();
    }

    /** The segmentations that were published, by name, as they are in force. An analysis is worked out anew when one is published or deleted. */
    default List<PublishedSegments> segmentations() {
        return List.of();
    }

    /**
     * Names segments that were found just now and that nobody published, so that {@link #query} and {@link #rows} can group and filter by them, however
     * many customers there are, and whoever looks at a frame with a column of that dimension can pick its members and see the customers behind them. Segments
     * with the same names and members get the same dimension. The ones named last are kept while the workspace is open.
     *
     * @param name what they are called together, for people: "k-means, 4 segments"
     * @param segments their names, at least one, none twice, by place
     * @param members who is in which; others are {@link org.clientele.sdk.data.Segmentation#NONE}
     * @return the dimension, {@code segment.live_...}
     * @throws org.clientele.sdk.AnalyticsException CONTRACT_BROKEN if a customer is in a segment that is not there; CANCELLED
     */
    String segments(String name, List<String> segments, Members members);

    /**
     * The tables that can be asked for by {@link #rows}, with the attributes that imported files brought. What of it the person
     * may see, a query for it tells.
     */
    CustomerModel model();

    /**
     * Takes an early answer, such as one from a sample, for who looks on while {@link Analysis#run} still works out the whole one: a card shows it,
     * marked as not the last word. Whoever waits for the whole one never sees it. What it lacks, its caveats say; its columns are those of the
     * whole one.
     */
    default void early(Frame frame) {}

    /** Hears how far it is. */
    Progress progress();

    /** Says when to stop. */
    CancelSignal cancel();
}
