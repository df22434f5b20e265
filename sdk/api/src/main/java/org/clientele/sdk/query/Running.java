package org.clientele.sdk.query;

import java.util.Locale;
import java.util.Objects;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Which days each step of a time dimension stands for: its own, or a window that ends with it. The metric is worked out from
 * the order lines of the whole window, so a count of distinct customers counts each of them once, and a ratio is that of its
 * parts over the window; nothing is added up that cannot be.
 *
 * <p>Windows to date and rolling ones reach back before the period of the query where they need to: the period says which
 * steps are shown. A cumulative one begins with the period.
 *
 * <pre>{@code
 * MetricQuery.of("customers").by("month").running(Running.toDate(Grain.YEAR))
 * }</pre>
 *
 * @param kind how windows go
 * @param steps how many steps a rolling window or a mean has, else 0
 * @param within the step at whose beginning a window to date begins, or that a share is of; DAY for other kinds
 */
public record Running(Kind kind, int steps, Grain within) {
    private static final Texts TEXTS = Texts.of(Running.class);

    /** How windows go. */
    public enum Kind {
        /** Each step for itself. */
        NONE,
        /** From the beginning of the period. */
        CUMULATIVE,
        /** From the beginning of the year, quarter, month or week that the step's last day lies in. */
        TO_DATE,
        /** The last few steps, this one included, taken as one. */
        ROLLING,
        /** The mean over the last few steps of what is counted or added up in each; a ratio is that of the means. */
        MEAN,
        /** The step's own value as a share of that of the year, quarter or month that its last day lies in. */
        SHARE
    }

    private static final int MOST_STEPS = 1_000;
    /** Each step for itself. */
    public static final Running NONE = new Running(Kind.NONE, 0, Grain.DAY);

    /** @throws AnalyticsException ARGUMENT_INVALID if a rolling window has no steps, or more than 1,000 */
    public Running {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(within, "within");
        boolean counted = kind == Kind.ROLLING || kind == Kind.MEAN;
        boolean inside = kind == Kind.TO_DATE || kind == Kind.SHARE;
        steps = counted ? steps : 0;
        within = inside ? within : Grain.DAY;
        if (counted && (steps < 1 || steps > MOST_STEPS)) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("running.rolling_window_has_to", steps));
        }
        if (inside && within == Grain.DAY) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("running.values_to_date_and"));
        }
    }

    /** From the beginning of the period. */
    public static Running cumulative() {
        return new Running(Kind.CUMULATIVE, 0, Grain.DAY);
    }

    /** From the beginning of a year, quarter, month or week. */
    public static Running toDate(Grain within) {
        return new Running(Kind.TO_DATE, 0, within);
    }

    /** The last {@code n} steps taken as one. */
    public static Running rolling(int n) {
        return new Running(Kind.ROLLING, n, Grain.DAY);
    }

    /** The mean of the last {@code n} steps. */
    public static Running mean(int n) {
        return new Running(Kind.MEAN, n, Grain.DAY);
    }

    /** The share of a year, quarter or month. */
    public static Running shareOf(Grain whole) {
        return new Running(Kind.SHARE, 0, whole);
    }

    /** Whether each step stands for itself. */
    public boolean isNone() {
        return kind == Kind.NONE;
    }

    /**
     * Reads what {@link #toString} writes: cumulative, ytd, qtd, mtd, wtd, rolling:3, mean:3, share (of the year) or
     * share:quarter; "none" or "" for each step for itself.
     *
     * @throws AnalyticsException ARGUMENT_INVALID for anything else
     */
    public static Running parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        int colon = word.indexOf(':');
        String head = colon < 0 ? word : word.substring(0, colon);
        String tail = colon < 0 ? "" : word.substring(colon + 1);
        try {
            if (colon < 0) {
                switch (head) {
                    case "", "none", "step" -> {
                        return NONE;
                    }
                    case "cumulative" -> {
                        return cumulative();
                    }
                    case "ytd", "qtd", "mtd", "wtd" -> {
                        return toDate(toDateGrain(head));
                    }
                    case "share" -> {
                        return shareOf(Grain.YEAR);
                    }
                    default -> {}
                }
            } else if (head.equals("rolling")) {
                return rolling(Integer.parseInt(tail));
            } else if (head.equals("mean")) {
                return mean(Integer.parseInt(tail));
            } else if (head.equals("share")) {
                return shareOf(Grain.valueOf(tail.toUpperCase(Locale.ROOT)));
            }
        } catch (IllegalArgumentException e) {
            throw unknown(text, e);
        }
        throw unknown(text, null);
    }

    private static AnalyticsException unknown(String text, @org.jspecify.annotations.Nullable Throwable cause) {
        String sentence = TEXTS.get("running.is_no_way_to", text);
        return cause == null
                ? new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence)
                : new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence, cause);
    }

    private static Grain toDateGrain(String word) {
        return switch (word.charAt(0)) {
            case 'y' -> Grain.YEAR;
            case 'q' -> Grain.QUARTER;
            case 'm' -> Grain.MONTH;
            default -> Grain.WEEK;
        };
    }

    /** For people and labels: "year to date", "rolling 3 months" for steps of months; "" for {@link #NONE}. */
    public String label(Grain step) {
        String noun = step.name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case NONE -> "";
            case CUMULATIVE -> TEXTS.get("running.cumulative");
            case TO_DATE -> TEXTS.get("running.to_date." + within.name().toLowerCase(Locale.ROOT));
            case ROLLING -> TEXTS.get("running.rolling." + noun, steps);
            case MEAN -> TEXTS.get("running.mean." + noun, steps);
            case SHARE -> TEXTS.get("running.share." + within.name().toLowerCase(Locale.ROOT));
        };
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "none";
            case CUMULATIVE -> "cumulative";
            case TO_DATE -> Character.toLowerCase(within.name().charAt(0)) + "td";
            case ROLLING -> "rolling:" + steps;
            case MEAN -> "mean:" + steps;
            case SHARE ->
                within == Grain.YEAR ? "share" : "share:" + within.name().toLowerCase(Locale.ROOT);
        };
    }
}
