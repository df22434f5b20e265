package org.clientele.plugins.segmentation.features;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The days that features are told of.
 *
 * @param asOf the last of them, on which all is told; null where there are no orders and none was asked for
 * @param window those whose orders count
 * @param orders whether there are any orders at all
 */
record Span(@Nullable LocalDate asOf, Period window, boolean orders) {
    private static final Texts TEXTS = Texts.of(Span.class);

    /** @throws AnalyticsException ARGUMENT_INVALID if the day is none, or before the data */
    static Span of(AnalysisContext context, FeatureChoice choice) {
        if (choice.windowDays() < 0) {
            throw invalid("span.window.negative", choice.windowDays());
        }
        LocalDate newest = context.lastDay();
        LocalDate first = context.firstDay();
        LocalDate asked = day(choice.asOf());
        if (newest == null || first == null) {
            return new Span(asked, Period.all(), false);
        }
        LocalDate end = context.period().to();
        LocalDate asOf = asked != null ? asked : end == null || end.isAfter(newest) ? newest : end;
        if (asOf.isBefore(first)) {
            throw invalid("span.before.data", asOf, first);
        }
        LocalDate from = choice.windowDays() > 0
                ? asOf.minusDays(choice.windowDays() - 1L)
                : context.period().from();
        if (from != null && from.isAfter(asOf)) {
            throw invalid("span.before.period", asOf, from);
        }
        return new Span(asOf, new Period(from, asOf), true);
    }

    private static @Nullable LocalDate day(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("span.no.day", text.strip()), e);
        }
    }

    private static AnalyticsException invalid(String key, Object... arguments) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get(key, arguments));
    }
}
