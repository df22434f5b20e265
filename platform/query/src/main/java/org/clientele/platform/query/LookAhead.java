package org.clientele.platform.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.platform.query.formula.Term;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Says on how many days of a question customers are in segments or sets, or have scores, that were worked out from later days. */
final class LookAhead {
    private static final Texts TEXTS = Texts.of(LookAhead.class);

    private LookAhead() {}

    /**
     * The doubts, one a segmentation or set.
     *
     * @param period the days of the present
     * @param shift where the base of a comparison lies, or null without one
     */
    static List<Caveat> of(
            List<Term> read, List<Term> filters, Period period, @Nullable Shift shift, QueryContext context) {
        LocalDateTime first = context.firstRow();
        LocalDateTime last = context.dataAsOf();
        Map<String, Term.Published> used = new LinkedHashMap<>();
        List<Term> all = new ArrayList<>(read);
        all.addAll(filters);
        all.forEach(term -> term.walk(t -> {
            if (t instanceof Term.Published p && (p.time() != null || ofLines(p))) {
                used.putIfAbsent(p.key() + (p.time() == null), p);
            }
        }));
        if (first == null || last == null) {
            return List.of();
        }
        LocalDate oldest = since(filters, first.toLocalDate());
        LocalDate begin = later(period.from(), oldest);
        LocalDate end = earlier(period.to(), last.toLocalDate());
        List<Caveat> doubts = new ArrayList<>();
        for (Term.Published s : used.values()) {
            LocalDate known = s.dated().get(0).from();
            long days = before(known, begin, end, oldest, period, shift);
            if (days > 0) {
                doubts.add(said(s, known.minusDays(1), days));
            }
        }
        for (KnownSets.Known set : sets(all, context)) {
            LocalDate seen = set.seen();
            long days = seen == null ? 0 : before(seen, begin, end, oldest, period, shift);
            if (seen != null && days > 0) {
                doubts.add(said(set, seen, days));
            }
        }
        return doubts;
    }

    /** The first day that filters of the rows' own time leave, such as those for days on which segments were known. */
    private static LocalDate since(List<Term> filters, LocalDate first) {
        LocalDate day = first;
        for (Term filter : filters) {
            if (filter instanceof Term.Comparison c
                    && c.relation() == Term.Relation.GREATER_OR_EQUAL
                    && c.left() instanceof Term.Column column
                    && column.table().equals(CustomerModel.ORDER_LINE)
                    && column.name().equals("ordered_at")
                    && c.right() instanceof Term.Literal literal
                    && literal.value() instanceof LocalDateTime moment) {
                day = later(day, moment.toLocalDate());
            }
        }
        return day;
    }

    private static boolean ofLines(Term.Published p) {
        return p.customer().table().equals(CustomerModel.ORDER_LINE);
    }

    /** The sets that measures and filters of order lines name, each once. */
    private static List<KnownSets.Known> sets(List<Term> all, QueryContext context) {
        Map<String, KnownSets.Known> used = new LinkedHashMap<>();
        all.forEach(term -> term.walk(t -> {
            if (t instanceof Term.InSet s && s.customer().table().equals(CustomerModel.ORDER_LINE)) {
                used.putIfAbsent(s.key(), context.sets().get(s.key()));
            }
        }));
        return List.copyOf(used.values());
    }

    /** How many days of a question, and of what it is compared with, lie before a day. */
    private static long before(
            LocalDate known, LocalDate begin, LocalDate end, LocalDate first, Period period, @Nullable Shift shift) {
        long days = before(begin, end, known);
        if (shift != null && period.from() != null) {
            LocalDate back = later(shift.back(begin), first);
            LocalDate until = earlier(shift.back(end), begin.minusDays(1));
            days += before(back, until, known);
        }
        return days;
    }

    private static Caveat said(KnownSets.Known set, LocalDate day, long days) {
        return Caveat.of(Caveat.Kind.LOOK_AHEAD, TEXTS.get("look.ahead.set", days, set.name(), day));
    }

    private static Caveat said(Term.Published s, LocalDate day, long days) {
        String said = s instanceof Term.Score ? "look.ahead.scores" : "look.ahead.segments";
        return Caveat.of(Caveat.Kind.LOOK_AHEAD, TEXTS.get(said, days, s.name(), day));
    }

    /** How many days of a stretch lie before a day. */
    private static long before(LocalDate from, LocalDate to, LocalDate day) {
        LocalDate end = to.isBefore(day) ? to : day.minusDays(1);
        return Math.max(0, ChronoUnit.DAYS.between(from, end) + 1);
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isAfter(other) ? other : one;
    }
}
