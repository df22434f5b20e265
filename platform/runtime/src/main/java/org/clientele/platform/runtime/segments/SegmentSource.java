package org.clientele.platform.runtime.segments;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.platform.catalog.StoredSegmentation;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.CustomerList;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/** What published segmentations need of a session: analyses under its policy, and both stores. Thread-safe; what may take long blocks. */
public interface SegmentSource {
    /** All segmentations, by name, deleted ones among them. Answers at once. */
    List<StoredSegmentation> stored();

    /** The names of segmentations that analyses found and nobody published, by dimension. Answers at once. */
    Map<String, String> live();

    /**
     * The analysis that a call means, with all of its parameters.
     *
     * @param id the whole id
     * @param pluginVersion of its plugin
     * @param parameters by name, defaults among them
     */
    record Named(String id, String pluginVersion, Map<String, String> parameters) {}

    /** @throws org.clientele.sdk.AnalyticsException ANALYSIS_UNKNOWN; ARGUMENT_INVALID if it neither puts customers into segments nor gives them numbers */
    Named named(AnalysisCall call);

    /**
     * What an analysis found.
     *
     * @param segments in order; none of a score
     * @param score what the numbers are, or null where customers are in segments
     * @param model what customers are put in again by
     * @param customers each with her segment or number
     * @param caveats its own, then of all that it asked
     */
    record Fitted(
            List<Segmentation.Segment> segments,
            StoredSegmentation.@Nullable Score score,
            String model,
            CustomerList customers,
            List<Caveat> caveats) {
        /** What a plugin found. */
        public static Fitted of(Segmentation found, List<Caveat> asked) {
            return new Fitted(found.segments(), null, found.model(), found.members(), together(found.caveats(), asked));
        }

        /** What a plugin found. */
        public static Fitted of(Scoring found, List<Caveat> asked) {
            StoredSegmentation.Score score = new StoredSegmentation.Score(
                    found.unit().numerator(),
                    found.unit().denominator(),
                    found.meaning().name());
            return new Fitted(List.of(), score, found.model(), found.scores(), together(found.caveats(), asked));
        }

        private static List<Caveat> together(List<Caveat> own, List<Caveat> asked) {
            return Stream.concat(own.stream(), asked.stream()).toList();
        }
    }

    /** Finds segments or numbers by what was known at the end of the period's last day. */
    Fitted fit(Named analysis, Period period, List<Filter> filters, Progress progress, CancelSignal cancel);

    /** Puts customers into the segments of a version, or gives them its numbers, by what was known at the end of the period's last day. */
    CustomerList apply(
            StoredSegmentation.Version version,
            String model,
            Period period,
            List<Filter> filters,
            Progress progress,
            CancelSignal cancel);

    /** The model of a version. */
    String model(long version);

    /** Writes who is in which segment, or has which number, down, under a number that nobody has; it is not seen before something names it. */
    long write(CustomerList members, CancelSignal cancel);

    /** Forgets lists that nothing names. */
    void forget(Collection<Long> datasets);

    /** Who is in which segment by a list, whoever may see them. */
    Members members(long dataset, CancelSignal cancel);

    /** Adds a segmentation with its first version. */
    long add(String key, String name, String description, StoredSegmentation.Version version, String model);

    /** Adds a version, which is in force from now on. */
    int addVersion(long id, StoredSegmentation.Version version, String model);

    /** Adds who is in which segment on more days, and takes others away. */
    void addSnapshots(long version, List<StoredSegmentation.Snapshot> snapshots, Collection<LocalDate> gone);

    /** Lets questions mean a version. */
    void use(long id, int number);

    /** Gives a segmentation another key, name and description. */
    void rename(long id, String key, String name, String description);

    /** Gives a segment another name, description and action. */
    void edit(long version, int place, String name, String description, String action);

    /** Deletes a segmentation or brings it back. */
    void delete(long id, boolean gone);

    /** Lets one at a time work on a segmentation; empty if somebody else does. */
    @Nullable
    AutoCloseable alone(long id);

    /** Work that is shown while it runs and can be cancelled. */
    <T> T listed(String title, Progress progress, CancelSignal cancel, Work<T> work);

    /** Such work. */
    interface Work<T> {
        T run(Progress progress, CancelSignal cancel);
    }

    /**
     * What days there are.
     *
     * @param first the moment of the oldest order line that the policy shows; null without any
     * @param last that of the newest
     * @param end the day as of which customers are known: that of the newest order line, or without any the day of the last import; null without either
     */
    record Span(
            @Nullable LocalDateTime first,
            @Nullable LocalDateTime last,
            @Nullable LocalDate end) {}

    /** What days there are. */
    Span span(CancelSignal cancel);

    /** The last day of the month, as the workspace's calendar has it, before that of a day. */
    LocalDate monthEndBefore(LocalDate day);

    /** A number that changes with the data. */
    long dataState();

    /** The name of whoever asks. */
    String person();

    /** The name of the policy in force. */
    String policy();

    /** Equal for policies that show the same. */
    String fingerprint();
}
