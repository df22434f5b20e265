package org.clientele.platform.app;

import org.clientele.platform.runtime.PeriodChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which days a picture shows. */
final class PeriodOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "all, last-12-months, year-to-date, last-quarter or last-month. Default: what fits the data.")
    @Nullable
    String period;

    /** The choice, or null where nobody chose. */
    @Nullable
    PeriodChoice choice() {
        if (period == null) {
            return null;
        }
        for (PeriodChoice c : PeriodChoice.values()) {
            if (c.name().replace('_', '-').equalsIgnoreCase(period)) {
                return c;
            }
        }
        throw new ParameterException(
                spec.commandLine(),
                "--period takes all, last-12-months, year-to-date, last-quarter or last-month, not \"" + period
                        + "\".");
    }
}
