package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Days by a rule. They count from the newest row of the data, never from today, and in the calendar of the workspace.
 *
 * @param rule how they are found
 * @param n how many steps, for {@link Rule#LAST} and {@link Rule#ROLLING}, else 1
 * @param grain the steps
 * @param yearBefore whether the same days of the year before are meant: the same part of it, and where a day or a 53rd week has
 *     none there, up to the last that has
 */
public record PeriodChoice(Rule rule, int n, Grain grain, boolean yearBefore) {
    private static final Texts TEXTS = Texts.of(PeriodChoice.class);

    /** How days are found. */
    public enum Rule {
        /** All of history. */
        ALL,
        /** From the beginning of the year, quarter, month or week to the data's last day. */
        TO_DATE,
        /** The last steps that are over; the one that the data's last day ends counts. */
        LAST,
        /** As many steps as end with the data's last day. */
        ROLLING,
        /** The whole step that the data's last day lies in, also what is still to come. */
        THIS
    }

    /** All of history. */
    public static final PeriodChoice ALL = new PeriodChoice(Rule.ALL, 1, Grain.DAY, false);
    /** The last twelve months that are over. */
    public static final PeriodChoice LAST_12_MONTHS = last(12, Grain.MONTH);
    /** From the beginning of the year. */
    public static final PeriodChoice YEAR_TO_DATE = toDate(Grain.YEAR);
    /** The last quarter that is over. */
    public static final PeriodChoice LAST_QUARTER = last(1, Grain.QUARTER);
    /** The last month that is over. */
    public static final PeriodChoice LAST_MONTH = last(1, Grain.MONTH);

    /** What {@link #parse} reads, for help and errors. */
    public static final String WORDS = "all; ytd, qtd, mtd, wtd; last:month, last:quarter, last:year, last:week,"
            + " last:12-months; rolling:90d, rolling:4w, rolling:12m, rolling:2q, rolling:1y; this:year and so on;"
            + " each with :year-before for the same days of the year before";

    private static final int MOST = 10_000;
    private static final String YEAR_BEFORE = ":year-before";
    private static final Pattern STEPS =
            Pattern.compile("(\\d{1,5})[ -]*(d|days?|w|weeks?|m|months?|periods?|q|quarters?|y|years?)");

    /** @throws AnalyticsException ARGUMENT_INVALID if there are no steps, or more than 10,000 */
    public PeriodChoice {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(grain, "grain");
        if (n < 1 || n > MOST) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("period.choice.period_has_1_10_000", n));
        }
    }

    /** From the beginning of a year, quarter, month or week to the data's last day. */
    public static PeriodChoice toDate(Grain within) {
        return new PeriodChoice(Rule.TO_DATE, 1, within, false);
    }

    /** The last {@code n} steps that are over. */
    public static PeriodChoice last(int n, Grain grain) {
        return new PeriodChoice(Rule.LAST, n, grain, false);
    }

    /** The {@code n} steps that end with the data's last day. */
    public static PeriodChoice rolling(int n, Grain grain) {
        return new PeriodChoice(Rule.ROLLING, n, grain, false);
    }

    /** The same, or the same days of the year before. */
    public PeriodChoice yearBefore(boolean yes) {
        return new PeriodChoice(rule, n, grain, yes && rule != Rule.ALL);
    }

    /** Those that are offered, in groups. */
    public static List<List<PeriodChoice>> offered() {
        return List.of(
                List.of(ALL),
                List.of(YEAR_TO_DATE, toDate(Grain.QUARTER), toDate(Grain.MONTH), toDate(Grain.WEEK)),
                List.of(LAST_12_MONTHS, last(1, Grain.YEAR), LAST_QUARTER, LAST_MONTH, last(1, Grain.WEEK)),
                List.of(
                        rolling(12, Grain.MONTH),
                        rolling(90, Grain.DAY),
                        rolling(28, Grain.DAY),
                        rolling(7, Grain.DAY)));
    }

    /**
     * Reads what {@link #toString} writes, and what people type: "ytd", "last:month", "rolling:90d", "rolling 90 days", "90d".
     *
     * @throws AnalyticsException ARGUMENT_INVALID for anything else
     */
    public static PeriodChoice parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean before = word.endsWith(YEAR_BEFORE);
        String rest = before ? word.substring(0, word.length() - YEAR_BEFORE.length()) : word;
        return plain(rest)
                .map(c -> c.yearBefore(before))
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID, TEXTS.get("period.choice.is_no_period_these_are", text, WORDS)));
    }

    private static Optional<PeriodChoice> plain(String word) {
        switch (word) {
            case "all", "all data" -> {
                return Optional.of(ALL);
            }
            case "ytd", "qtd", "mtd", "wtd" -> {
                return grain(word.substring(0, 1)).map(PeriodChoice::toDate);
            }
            default -> {}
        }
        if (word.endsWith("-to-date") || word.endsWith(" to date")) {
            return grain(word.substring(0, word.length() - 8)).map(PeriodChoice::toDate);
        }
        int cut = cut(word);
        String head = cut < 0 ? "" : word.substring(0, cut);
        String tail = cut < 0 ? word : word.substring(cut + 1).strip();
        Matcher steps = STEPS.matcher(tail);
        boolean counted = steps.matches();
        int n = counted ? Integer.parseInt(steps.group(1)) : 1;
        Optional<Grain> grain = grain(counted ? steps.group(2) : tail);
        return switch (head) {
            case "last" -> grain.filter(g -> g != Grain.DAY || counted).map(g -> last(n, g));
            case "rolling", "" -> counted ? grain.map(g -> rolling(n, g)) : Optional.empty();
            case "this" -> counted ? Optional.empty() : grain.map(g -> new PeriodChoice(Rule.THIS, 1, g, false));
            default -> Optional.empty();
        };
    }

    /** Where the rule's name ends, or -1. */
    private static int cut(String word) {
        for (String rule : List.of("last", "rolling", "this")) {
            if (word.startsWith(rule)
                    && word.length() > rule.length()
                    && ":- ".indexOf(word.charAt(rule.length())) >= 0) {
                return rule.length();
            }
        }
        return -1;
    }

    private static Optional<Grain> grain(String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return switch (word) {
            case "d", "day", "days" -> Optional.of(Grain.DAY);
            case "w", "week", "weeks" -> Optional.of(Grain.WEEK);
            case "m", "month", "months", "period", "periods" -> Optional.of(Grain.MONTH);
            case "q", "quarter", "quarters" -> Optional.of(Grain.QUARTER);
            case "y", "year", "years" -> Optional.of(Grain.YEAR);
            default -> Optional.empty();
        };
    }

    /** As {@link #parse} reads it: "ytd", "last:12-months", "rolling:90d:year-before". */
    @Override
    public String toString() {
        String noun = noun();
        String letter = noun.substring(0, 1);
        String word = switch (rule) {
            case ALL -> "all";
            case TO_DATE -> letter + "td";
            case LAST -> "last:" + (n == 1 ? noun : n + "-" + noun + "s");
            case ROLLING -> "rolling:" + n + letter;
            case THIS -> "this:" + noun;
        };
        return word + (yearBefore ? YEAR_BEFORE : "");
    }

    private String noun() {
        return grain.name().toLowerCase(Locale.ROOT);
    }

    /** For people: "Year to date", "Rolling 90 days", "Last full month, a year before". */
    public String label() {
        String noun = noun();
        String plain = switch (rule) {
            case ALL -> TEXTS.get("period.choice.all");
            case TO_DATE -> TEXTS.get("period.choice.to_date." + noun);
            case LAST -> TEXTS.get("period.choice.last." + noun, n);
            case ROLLING -> TEXTS.get("period.choice.rolling." + noun, n);
            case THIS -> TEXTS.get("period.choice.this." + noun);
        };
        return yearBefore ? TEXTS.get("period.choice.year_before", plain) : plain;
    }

    /**
     * The days of this choice in calendar months and years.
     *
     * @param last the day of the newest row, or null where there is no data
     */
    public Period resolve(@Nullable LocalDate last) {
        return resolve(last, BusinessCalendar.standard());
    }

    /** The same where weeks, months, quarters and years are those of a workspace. */
    Period resolve(@Nullable LocalDate last, BusinessCalendar calendar) {
        if (last == null) {
            return Period.all();
        }
        Period days = switch (rule) {
            case ALL -> Period.all();
            case TO_DATE -> new Period(calendar.floor(grain, last), last);
            case LAST -> fullSteps(last, calendar);
            case ROLLING -> new Period(rollingStart(last, calendar), last);
            case THIS -> new Period(calendar.floor(grain, last), calendar.last(grain, last));
        };
        return yearBefore ? back(days, calendar) : days;
    }

    /** The choice that shows most and can still be compared: twelve months where two years of data exist, else all. */
    public static PeriodChoice best(@Nullable LocalDate first, @Nullable LocalDate last) {
        return best(first, last, BusinessCalendar.standard());
    }

    /** The same where months are those of a workspace. */
    static PeriodChoice best(@Nullable LocalDate first, @Nullable LocalDate last, BusinessCalendar calendar) {
        LocalDate start = LAST_12_MONTHS.resolve(last, calendar).from();
        boolean comparable = first != null
                && start != null
                && !first.isAfter(Shift.year(Optional.empty(), calendar).back(start));
        return comparable ? LAST_12_MONTHS : ALL;
    }

    /** The last steps that are over; the one that {@code last} ends counts. */
    private Period fullSteps(LocalDate last, BusinessCalendar calendar) {
        LocalDate end = calendar.floor(grain, last.plusDays(1));
        return new Period(calendar.plus(grain, end, -n), end.minusDays(1));
    }

    // Months that end with the last day of a month are whole months, though these have several lengths.
    private LocalDate rollingStart(LocalDate last, BusinessCalendar calendar) {
        boolean days = grain == Grain.DAY || grain == Grain.WEEK;
        if (days) {
            return grain.plus(last, -n).plusDays(1);
        }
        LocalDate month = calendar.floor(Grain.MONTH, last);
        int months = n * (grain == Grain.MONTH ? 1 : grain == Grain.QUARTER ? 3 : 12);
        LocalDate before = calendar.plus(Grain.MONTH, month, -months);
        if (last.equals(calendar.last(Grain.MONTH, last))) {
            return calendar.plus(Grain.MONTH, month, 1 - months);
        }
        LocalDate same = before.plusDays(last.toEpochDay() - month.toEpochDay());
        LocalDate end = calendar.last(Grain.MONTH, before);
        return (same.isAfter(end) ? end : same).plusDays(1);
    }

    private static Period back(Period days, BusinessCalendar calendar) {
        Shift year = Shift.year(Optional.empty(), calendar);
        LocalDate from = Objects.requireNonNull(days.from());
        LocalDate to = Objects.requireNonNull(days.to());
        LocalDate first = year.back(from);
        LocalDate whole = calendar.floor(Grain.YEAR, to).minusDays(1);
        LocalDate last = year.weeks() != null && !year.reaches(to) ? whole : year.back(to);
        return new Period(last.isBefore(first) ? last : first, last);
    }

    /** All that are offered, in order. */
    public static List<PeriodChoice> values() {
        List<PeriodChoice> all = new ArrayList<>();
        offered().forEach(all::addAll);
        return List.copyOf(all);
    }
}
