package org.clientele.platform.app;

import java.time.LocalDate;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which days: by a rule that counts from the data's last day, or by the first and the last. */
final class PeriodOptions {
    private static final Texts TEXTS = Texts.of(PeriodOptions.class);

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    @Option(names = "--period", paramLabel = "PERIOD", description = "${bundle:option.period.period}")
    @Nullable
    String period;

    @Option(names = "--from", paramLabel = "DATE", description = "${bundle:option.period.from}")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "${bundle:option.period.to}")
    @Nullable
    LocalDate to;

    /** The rule, or null where nobody chose one. */
    @Nullable
    PeriodChoice choice() {
        if (period == null) {
            return null;
        }
        if (from != null || to != null) {
            throw wrong(TEXTS.get("period.options.period_says_which_days"));
        }
        try {
            return PeriodChoice.parse(period);
        } catch (AnalyticsException e) {
            throw wrong(e.getMessage());
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** The days; both ends are open where nobody chose. Reads the data's last day, where a rule counts from it. */
    Period days(Session session, CancelSignal cancel) {
        PeriodChoice choice = choice();
        return choice == null ? new Period(from, to) : session.days(choice, cancel);
    }

    /** The scope for these days; that of the best ones where nobody chose. */
    Scope during(Scope scope) {
        Scope chosen = scope.during(choice());
        return from == null && to == null ? chosen : chosen.during(new Period(from, to));
    }
}
