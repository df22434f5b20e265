package org.clientele.platform.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a query is compiled for.
 *
 * @param subject who asks
 * @param policy what they may see
 * @param facts what is known of the order lines that they may see
 * @param calendar what week, month, quarter and year mean
 * @param reporting the ISO 4217 code that money of several currencies is converted to, or "" for that of most lines
 * @param sets the customer sets and segmentations that it may name
 */
public record QueryContext(
        Subject subject, Policy policy, LineFacts facts, BusinessCalendar calendar, String reporting, KnownSets sets) {
    public QueryContext {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(reporting, "reporting");
        Objects.requireNonNull(sets, "sets");
    }

    /** The same without customer sets. */
    public QueryContext(Subject subject, Policy policy, LineFacts facts, BusinessCalendar calendar, String reporting) {
        this(subject, policy, facts, calendar, reporting, KnownSets.NONE);
    }

    /** The same with these customer sets. */
    public QueryContext with(KnownSets known) {
        return new QueryContext(subject, policy, facts, calendar, reporting, known);
    }

    /** The same in calendar months and years. */
    public QueryContext(Subject subject, Policy policy, LineFacts facts) {
        this(subject, policy, facts, BusinessCalendar.standard(), "");
    }

    /** The same with what was published as it was known at the end of a day. */
    public QueryContext asOf(LocalDate day) {
        return with(sets.asOf(day));
    }

    /** The ISO 4217 code of all money, or "" while it is unknown. */
    public String currency() {
        return facts.currency();
    }

    /** The moment of the oldest order line, or null where there is none. */
    public @Nullable LocalDateTime firstRow() {
        return facts.first();
    }

    /** The moment of the newest order line, or null where there is none. */
    public @Nullable LocalDateTime dataAsOf() {
        return facts.last();
    }
}
