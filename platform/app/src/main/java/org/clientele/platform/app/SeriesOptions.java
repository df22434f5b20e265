package org.clientele.platform.app;

import java.util.Locale;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.ShownAs;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Running;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What figures over time stand for, and what they are compared with. */
final class SeriesOptions {
    private static final Texts TEXTS = Texts.of(SeriesOptions.class);

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    @Option(names = "--compare", paramLabel = "WITH", description = "${bundle:option.series.compare}")
    @Nullable
    String compare;

    @Option(names = "--running", paramLabel = "HOW", description = "${bundle:option.series.running}")
    @Nullable
    String running;

    @Option(names = "--incomplete", paramLabel = "RULE", description = "${bundle:option.series.incomplete}")
    @Nullable
    String incomplete;

    private Comparison comparison() {
        return switch (compare == null ? "none" : compare.toLowerCase(Locale.ROOT)) {
            case "none" -> Comparison.NONE;
            case "previous" -> Comparison.PREVIOUS;
            case "year-before" -> Comparison.YEAR_BEFORE;
            default -> throw wrong(TEXTS.get("series.options.compare_takes_previous_year", String.valueOf(compare)));
        };
    }

    private Running running() {
        try {
            return running == null ? Running.NONE : Running.parse(running);
        } catch (AnalyticsException e) {
            throw wrong(e.getMessage());
        }
    }

    private Incomplete rule() {
        return switch (incomplete == null ? "same-part" : incomplete.toLowerCase(Locale.ROOT)) {
            case "same-part" -> Incomplete.SAME_PART;
            case "whole" -> Incomplete.WHOLE;
            case "left-out" -> Incomplete.LEFT_OUT;
            default -> throw wrong(TEXTS.get("series.options.incomplete_takes_same_part", String.valueOf(incomplete)));
        };
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** The question with what was said. */
    MetricQuery of(MetricQuery query) {
        return query.compare(comparison()).running(running()).incomplete(rule());
    }

    /** The scope with what was said: tiles that compare do so with that, and all tiles over time are shown so. */
    Scope of(Scope scope) {
        Scope ruled = scope.incomplete(rule());
        Scope compared = compare == null ? ruled : ruled.compared(comparison());
        return compared.shownAs(Scope.EVERY_TILE, new ShownAs(running(), false));
    }
}
