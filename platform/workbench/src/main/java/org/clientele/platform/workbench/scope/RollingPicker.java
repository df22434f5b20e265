package org.clientele.platform.workbench.scope;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;

/** Asks for a rule in words: "90 days", "rolling 3 quarters", "last 6 months", "mtd". UI thread only. */
public final class RollingPicker {
    private static final Texts TEXTS = Texts.of(RollingPicker.class);
    /** What is read is the same in every language, as on the command line. */
    private static final String SUCH_AS = "90 days, 8 weeks, 18 months, last 6 months, mtd";

    private static final String START = "90 days";

    private RollingPicker() {}

    /**
     * Opens it at a place of the display.
     *
     * @param daysOf what a choice comes to, for people
     * @param chosen hears what was chosen
     */
    public static Shell open(
            Shell parent,
            Palette palette,
            Function<PeriodChoice, String> daysOf,
            Consumer<PeriodChoice> chosen,
            Point at) {
        return WordPrompt.open(
                parent,
                palette,
                new WordPrompt.Asked("rolling-picker", TEXTS.get("rolling.title"), SUCH_AS, START),
                text -> choice(text)
                        .map(c -> TEXTS.get("rolling.means", c.label(), daysOf.apply(c)))
                        .orElse(TEXTS.get("rolling.such", SUCH_AS)),
                text -> choice(text)
                        .map(c -> {
                            chosen.accept(c);
                            return true;
                        })
                        .orElse(false),
                at);
    }

    private static Optional<PeriodChoice> choice(String text) {
        try {
            return Optional.of(PeriodChoice.parse(text));
        } catch (AnalyticsException e) {
            return Optional.empty();
        }
    }
}
