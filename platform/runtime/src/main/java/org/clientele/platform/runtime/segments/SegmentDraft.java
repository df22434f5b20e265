package org.clientele.platform.runtime.segments;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A segmentation that is to be published.
 *
 * @param name for people; that of one that there is makes its next version
 * @param description for people, or ""; what a segmentation had stays if it is ""
 * @param call the analysis that finds the segments, and its parameters
 * @param filters that the data is narrowed down to
 * @param period the days to look at
 * @param asOf the day at whose end customers are looked at, or null for the end of the period or of the data, whichever is earlier
 * @param months at how many ends of months before that day it is worked out who was in which segment, 0 to 120
 */
public record SegmentDraft(
        String name,
        String description,
        AnalysisCall call,
        List<Filter> filters,
        Period period,
        @Nullable LocalDate asOf,
        int months) {
    private static final Texts TEXTS = Texts.of(SegmentDraft.class);

    /** The most months. */
    public static final int MOST_MONTHS = 120;

    public SegmentDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(call, "call");
        filters = List.copyOf(filters);
        if (months < 0 || months > MOST_MONTHS) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("segment.draft.members_can_worked_out_at", MOST_MONTHS, months));
        }
    }

    /** What an analysis finds in all data, at its end only. */
    public static SegmentDraft of(String name, AnalysisCall call) {
        return new SegmentDraft(name, "", call, List.of(), Period.all(), null, 0);
    }

    /** The same at so many ends of months as well. */
    public SegmentDraft months(int n) {
        return new SegmentDraft(name, description, call, filters, period, asOf, n);
    }

    /** The same by the end of another day. */
    public SegmentDraft asOf(LocalDate day) {
        return new SegmentDraft(name, description, call, filters, period, day, months);
    }

    /** The same of data that is narrowed down. */
    public SegmentDraft narrowed(Period days, List<Filter> all) {
        return new SegmentDraft(name, description, call, all, days, asOf, months);
    }

    /** The same with a description. */
    public SegmentDraft described(String text) {
        return new SegmentDraft(name, text, call, filters, period, asOf, months);
    }
}
