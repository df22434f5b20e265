package org.clientele.platform.app;

import java.util.Locale;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.ShownAs;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Running;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What figures over time stand for, and what they are compared with. */
final class SeriesOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    @Option(names = "--compare", paramLabel = "WITH", description = "previous, year-before or none.")
    @Nullable
    String compare;

    @Option(
            names = "--running",
            paramLabel = "HOW",
            description =
                    "What each step of time stands for: cumulative, ytd, qtd, mtd, wtd, rolling:3, mean:3, share (of the"
                            + " year) or share:quarter. Default: itself.")
    @Nullable
    String running;

    @Option(
            names = "--incomplete",
            paramLabel = "RULE",
            description =
                    "What becomes of steps and periods that are not over: same-part (compared with the same part of the"
                            + " other), whole (with all of it) or left-out. Default: same-part.")
    @Nullable
    String incomplete;

    private Comparison comparison() {
        return switch (compare == null ? "none" : compare.toLowerCase(Locale.ROOT)) {
            case "none" -> Comparison.NONE;
            case "previous" -> Comparison.PREVIOUS;
            case "year-before" -> Comparison.YEAR_BEFORE;
            default -> throw wrong("--compare takes previous, year-before or none, not \"" + compare + "\".");
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
            default -> throw wrong("--incomplete takes same-part, whole or left-out, not \"" + incomplete + "\".");
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
