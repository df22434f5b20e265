package org.clientele.platform.runtime.breakdown;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.clientele.platform.query.formula.Names;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Where in the data a part lies: the days and filters of all parts that it is in.
 *
 * @param period the days; a step of time narrows them, so that comparisons hold for it
 * @param filters the others
 */
public record Place(Period period, List<Filter> filters) {
    private static final Texts TEXTS = Texts.of(Place.class);

    public Place {
        filters = List.copyOf(filters);
    }

    /** The place of a question without members. */
    static Place of(MetricQuery question) {
        return new Place(question.period(), question.filters());
    }

    /**
     * The part of it that a member of a dimension has.
     *
     * @param member as filters name it, a step of time by its first day; null for the unknown one
     * @throws AnalyticsException ARGUMENT_INVALID if a step of time is none, or lies outside
     */
    public Place of(String dimension, @Nullable String member, Answers answers) {
        Grain grain = Names.grain(dimension).orElse(null);
        if (grain == null || member == null) {
            return and(new Filter.Members(dimension, Arrays.asList(member), false));
        }
        LocalDate first = day(dimension, member);
        return new Place(within(period, first, answers.last(grain, first)), filters);
    }

    /** The part of it without some members of a dimension. */
    Place without(String dimension, List<@Nullable String> members) {
        return and(new Filter.Members(dimension, members, true));
    }

    private Place and(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new Place(period, more);
    }

    /** A question for metrics here. */
    public MetricQuery ask(List<String> metrics, List<String> dimensions, Comparison comparison) {
        return new MetricQuery(metrics, dimensions, filters, period, comparison, 0);
    }

    private static LocalDate day(String dimension, String member) {
        try {
            return LocalDate.parse(member);
        } catch (DateTimeException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("place.is_named_by_first_day", dimension, member), e);
        }
    }

    private static Period within(Period period, LocalDate from, LocalDate to) {
        LocalDate later = later(Objects.requireNonNullElse(period.from(), from), from);
        LocalDate sooner =
                Objects.requireNonNullElse(period.to(), to).isBefore(to) ? Objects.requireNonNull(period.to()) : to;
        if (sooner.isBefore(later)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("place.days_lie_outside_period_is", from, to));
        }
        return new Period(later, sooner);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
