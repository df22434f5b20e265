package org.clientele.platform.query.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Running;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The windows that the steps of a time dimension stand for, over pieces of time that none of them cuts. A window is a run of
 * pieces that ends with its step; a piece lies in all windows that end from the piece itself up to one that is known, so
 * lines are read once, by their piece, whatever the number of windows is.
 *
 * @param grain the steps
 * @param split where pieces are cut beside the steps, because windows begin there, or null
 * @param pieces in order of time
 * @param labels the steps that are shown, in order
 * @param reach the days that lie in some window; ends may be open
 */
public record Windows(Grain grain, @Nullable Grain split, List<Piece> pieces, List<Label> labels, Period reach) {
    private static final Texts TEXTS = Texts.of(Windows.class);

    private static final int MOST_PIECES = 20_000;

    public Windows {
        pieces = List.copyOf(pieces);
        labels = List.copyOf(labels);
    }

    /**
     * A piece of time.
     *
     * @param start its first day
     * @param until the number of the last piece that ends a window with this one in it
     */
    public record Piece(LocalDate start, int until) {}

    /**
     * A step with its window.
     *
     * @param step the first day of the step
     * @param from the first day of the window
     * @param to the last day of the window, as far as period and data reach
     * @param last the number of the piece that ends it
     */
    public record Label(LocalDate step, LocalDate from, LocalDate to, int last) {}

    /** The same without windows that begin before a day. */
    public Windows from(LocalDate day) {
        return new Windows(
                grain,
                split,
                pieces,
                labels.stream().filter(l -> !l.from().isBefore(day)).toList(),
                reach);
    }

    /**
     * The windows of a question.
     *
     * @param running how they go; of a share, the steps themselves
     * @param first the first day of the data, or null without any
     * @param last the last day of the data, or null without any
     * @throws AnalyticsException ARGUMENT_INVALID if a window would be shorter than a step, or there are too many steps
     */
    public static Windows of(
            Running running,
            Grain grain,
            Period period,
            BusinessCalendar calendar,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        return of(running, running.kind() == Running.Kind.SHARE, grain, period, calendar, first, last);
    }

    /** What the steps of {@code running}, a share, are shares of: for each the whole of the longer step that it lies in. */
    public static Windows wholes(
            Running running,
            Grain grain,
            Period period,
            BusinessCalendar calendar,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        return of(running, false, grain, period, calendar, first, last);
    }

    private static Windows of(
            Running running,
            boolean own,
            Grain grain,
            Period period,
            BusinessCalendar calendar,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        boolean inside = running.kind() == Running.Kind.TO_DATE || running.kind() == Running.Kind.SHARE;
        if (inside && running.within().compareTo(grain) < 0) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("windows.is_shorter_than_choose_shorter", noun(running.within()), noun(grain)));
        }
        Grain split = inside && !own && !nested(grain, running.within(), calendar) ? running.within() : null;
        if (first == null || last == null) {
            return new Windows(grain, split, List.of(), List.of(), period);
        }
        LocalDate from = period.from() == null || period.from().isBefore(first) ? first : period.from();
        LocalDate to = period.to() == null || period.to().isAfter(last) ? last : period.to();
        if (from.isAfter(to)) {
            return new Windows(grain, split, List.of(), List.of(), period);
        }
        Rule rule = new Rule(running, own, grain, split, calendar, from, period);
        return rule.windows(to, first, last);
    }

    private static String noun(Grain grain) {
        return TEXTS.get("grain." + grain.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean nested(Grain grain, Grain within, BusinessCalendar calendar) {
        return grain != Grain.WEEK || within == Grain.WEEK || calendar.retail() != null;
    }

    /** How windows are laid. */
    private record Rule(
            Running running,
            boolean own,
            Grain grain,
            @Nullable Grain split,
            BusinessCalendar calendar,
            LocalDate from,
            Period period) {
        private LocalDate end(LocalDate step, LocalDate to) {
            LocalDate end = calendar.last(grain, step);
            return end.isAfter(to) ? to : end;
        }

        /** The first day of the window of a step whose last day is {@code end}. */
        private LocalDate begin(LocalDate step, LocalDate end) {
            if (own) {
                return step;
            }
            return switch (running.kind()) {
                case NONE -> step;
                case CUMULATIVE -> from;
                case TO_DATE, SHARE -> calendar.floor(running.within(), end);
                case ROLLING, MEAN -> calendar.plus(grain, step, 1 - running.steps());
            };
        }

        private LocalDate piece(LocalDate day) {
            LocalDate step = calendar.floor(grain, day);
            LocalDate cut = split == null ? step : calendar.floor(split, day);
            return cut.isAfter(step) ? cut : step;
        }

        private LocalDate next(LocalDate piece) {
            LocalDate step = calendar.plus(grain, calendar.floor(grain, piece), 1);
            LocalDate cut = split == null ? step : calendar.plus(split, calendar.floor(split, piece), 1);
            return cut.isBefore(step) ? cut : step;
        }

        Windows windows(LocalDate to, LocalDate first, LocalDate last) {
            LocalDate shown = calendar.floor(grain, from);
            LocalDate begin = begin(shown, end(shown, to));
            boolean wholes = running.kind() == Running.Kind.SHARE && !own;
            LocalDate reached = wholes ? least(calendar.last(running.within(), to), last) : to;
            List<LocalDate> starts = new ArrayList<>();
            // Before the data nothing lies in any window.
            LocalDate oldest = begin.isBefore(first) ? first : begin;
            for (LocalDate piece = piece(oldest); !piece.isAfter(reached); piece = next(piece)) {
                starts.add(piece);
                if (starts.size() > MOST_PIECES) {
                    throw new AnalyticsException(
                            ErrorCode.ARGUMENT_INVALID, TEXTS.get("windows.days_from_have_more_than", oldest, reached));
                }
            }
            List<Piece> pieces = pieces(starts);
            List<Label> labels = new ArrayList<>();
            int at = 0;
            for (LocalDate step = shown; !step.isAfter(to); step = calendar.plus(grain, step, 1)) {
                LocalDate end = end(step, to);
                LocalDate start = begin(step, end);
                while (at + 1 < starts.size() && !starts.get(at + 1).isAfter(end)) {
                    at++;
                }
                boolean counted = running.kind() == Running.Kind.ROLLING || running.kind() == Running.Kind.MEAN;
                if (!counted || !start.isBefore(calendar.floor(grain, first))) {
                    labels.add(
                            new Label(step, start, end, wholes ? pieces.get(at).until() : at));
                }
            }
            LocalDate until = period.to();
            boolean reaches = !own && running.kind() != Running.Kind.CUMULATIVE;
            return new Windows(
                    grain,
                    split,
                    pieces,
                    labels,
                    new Period(
                            reaches ? begin : from,
                            until == null || !wholes ? until : calendar.last(running.within(), until)));
        }

        private static LocalDate least(LocalDate a, LocalDate b) {
            return a.isBefore(b) ? a : b;
        }

        private List<Piece> pieces(List<LocalDate> starts) {
            int[] until = new int[starts.size()];
            for (int i = until.length - 1; i >= 0; i--) {
                until[i] = until(i, starts, until);
            }
            List<Piece> pieces = new ArrayList<>();
            for (int i = 0; i < until.length; i++) {
                pieces.add(new Piece(starts.get(i), until[i]));
            }
            return pieces;
        }

        private int until(int i, List<LocalDate> starts, int[] known) {
            if (own) {
                return i;
            }
            return switch (running.kind()) {
                case NONE -> i;
                case CUMULATIVE -> known.length - 1;
                case ROLLING, MEAN -> i + running.steps() - 1;
                case TO_DATE, SHARE -> {
                    boolean same = i + 1 < known.length
                            && calendar.floor(running.within(), starts.get(i))
                                    .equals(calendar.floor(running.within(), starts.get(i + 1)));
                    yield same ? known[i + 1] : i;
                }
            };
        }
    }
}
