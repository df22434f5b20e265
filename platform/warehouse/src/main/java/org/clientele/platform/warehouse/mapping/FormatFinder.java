package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.platform.warehouse.mapping.FormatDecision.Ambiguity;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Finds how the values of columns are written, over all rows. The sample proposes; one query counts what does not fit; where
 * something does not, a second one tries every other format. A format that fits all values wins, else the one that fits
 * most. Where two fit and read differently, what the other columns, the readings' spans and the hints say decides, and the
 * other reading is told.
 */
public final class FormatFinder {
    private static final Texts TEXTS = Texts.of(FormatFinder.class);

    private final FormatSql sql;
    private final FormatCandidates candidates;
    private final FormatHints hints;

    public FormatFinder(FormatSql sql, FormatHints hints) {
        this.sql = sql;
        this.candidates = new FormatCandidates(sql);
        this.hints = hints;
    }

    /** A format that one column may have, and how many values do not fit it. */
    private record Candidate(FormatQuestion question, ColumnSpec spec, String format, long misfits) {}

    /** What two readings of a column have in common, and what not. */
    private record Pair(Candidate a, Candidate b, long differ, String text, String readA, String readB, long[] spans) {}

    /**
     * Decides for columns of one source.
     *
     * @param questions columns; those whose recipe says the format are only counted
     * @param tally asks the rows; called once to three times, not at all if there are no questions
     * @return a decision for each question, by its column
     */
    public Map<String, FormatDecision> decide(List<FormatQuestion> questions, Tally tally) {
        Map<String, List<Candidate>> counted = new LinkedHashMap<>();
        List<Candidate> first = new ArrayList<>();
        for (FormatQuestion q : questions) {
            counted.put(q.column(), new ArrayList<>());
            first.addAll(candidates(q));
        }
        count(first, tally).forEach(c -> take(counted, c));
        List<Candidate> second = new ArrayList<>();
        for (FormatQuestion q : questions) {
            List<Candidate> known = counted.getOrDefault(q.column(), List.of());
            ColumnSpec spec = q.spec();
            if (spec != null
                    && q.format() == null
                    && spec.type() != ColumnType.TEXT
                    && known.stream().allMatch(c -> c.misfits() > 0)) {
                for (String format : candidates.all(spec, q.sample())) {
                    if (known.stream().noneMatch(c -> c.format().equals(format))) {
                        second.add(new Candidate(q, spec, format, 0));
                    }
                }
            }
        }
        count(second, tally).forEach(c -> take(counted, c));
        return choose(questions, counted, tally);
    }

    private static void take(Map<String, List<Candidate>> counted, Candidate c) {
        Objects.requireNonNull(counted.get(c.question().column())).add(c);
    }

    private List<Candidate> candidates(FormatQuestion q) {
        List<Candidate> found = new ArrayList<>();
        ColumnSpec spec = q.spec();
        String said = q.format();
        if (spec == null) {
            if (said != null) {
                for (ColumnType type :
                        List.of(ColumnType.DOUBLE, ColumnType.DATE, ColumnType.TIMESTAMP, ColumnType.BOOLEAN)) {
                    ColumnSpec guess = ColumnSpec.of(q.column(), type);
                    if (allowed(guess, said)) {
                        found.add(new Candidate(q, guess, said, 0));
                    }
                }
                return found;
            }
            candidates
                    .attribute(q.column(), q.sample())
                    .forEach(e -> found.add(new Candidate(q, ColumnSpec.of(q.column(), e.getKey()), e.getValue(), 0)));
            return found;
        }
        if (spec.type() == ColumnType.TEXT) {
            return found;
        }
        if (said != null) {
            sql.check(spec, said);
            return List.of(new Candidate(q, spec, said, 0));
        }
        List<String> likely = new ArrayList<>(candidates.likely(spec, q.sample()));
        boolean digits = q.sample().stream().allMatch(v -> v.matches("\\s*-?\\d*\\s*"));
        if (spec.type().isNumeric() && digits && !Boolean.FALSE.equals(hints.decimalComma())) {
            // All of the sample are small whole numbers; 1.234 may still come.
            likely.add("1.234,56");
        }
        likely.forEach(f -> found.add(new Candidate(q, spec, f, 0)));
        return found;
    }

    private boolean allowed(ColumnSpec spec, String format) {
        try {
            sql.check(spec, format);
            return true;
        } catch (org.clientele.sdk.AnalyticsException e) {
            return false;
        }
    }

    private List<Candidate> count(List<Candidate> some, Tally tally) {
        if (some.isEmpty()) {
            return List.of();
        }
        List<String> tests = new ArrayList<>();
        for (Candidate c : some) {
            String raw = c.question().raw();
            String fits = sql.fits(raw, c.spec(), c.format());
            if (c.question().spec() == null && c.spec().type().isNumeric()) {
                fits = "(" + raw + " IS NULL OR " + fits + " AND NOT regexp_matches(" + raw
                        + ", '^\\s*[+-]?0\\d|^\\s*[+-]?\\d{19}'))";
            }
            tests.add("CAST(count_if(NOT " + fits + ") AS VARCHAR)");
        }
        List<@Nullable String> counts = tally.select(tests);
        List<Candidate> counted = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            Candidate c = some.get(i);
            counted.add(new Candidate(c.question(), c.spec(), c.format(), number(counts.get(i))));
        }
        return counted;
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    private Map<String, FormatDecision> choose(
            List<FormatQuestion> questions, Map<String, List<Candidate>> counted, Tally tally) {
        Map<String, List<Candidate>> best = new LinkedHashMap<>();
        for (FormatQuestion q : questions) {
            List<Candidate> all = counted.getOrDefault(q.column(), List.of());
            if (q.spec() == null) {
                best.put(
                        q.column(),
                        all.stream().filter(c -> c.misfits() == 0).limit(1).toList());
            } else {
                long fewest = all.stream().mapToLong(Candidate::misfits).min().orElse(0);
                best.put(
                        q.column(),
                        all.stream().filter(c -> c.misfits() == fewest).toList());
            }
        }
        Map<String, List<Candidate>> rivals = new LinkedHashMap<>();
        counted.forEach((column, all) -> {
            List<Candidate> won = best.getOrDefault(column, List.of());
            if (won.size() == 1 && won.get(0).question().spec() == null) {
                // An attribute has several types; only readings of the same kind rival each other.
                Candidate w = won.get(0);
                won = all.stream()
                        .filter(c -> c.misfits() == 0 && kind(c.spec()) == kind(w.spec()))
                        .toList();
            }
            rivals.put(column, won);
        });
        List<Pair> pairs = compare(rivals, tally);
        FormatHints known = learn(best, pairs);
        Map<String, FormatDecision> decisions = new LinkedHashMap<>();
        for (FormatQuestion q : questions) {
            decisions.put(q.column(), decision(q, best.getOrDefault(q.column(), List.of()), pairs, known));
        }
        return decisions;
    }

    private static int kind(ColumnSpec spec) {
        return spec.type().isNumeric() ? 1 : spec.type().isTemporal() ? 2 : 3;
    }

    /** Compares the first of each column's rivals with the others: how many values they read differently. */
    private List<Pair> compare(Map<String, List<Candidate>> rivals, Tally tally) {
        List<Candidate[]> asked = new ArrayList<>();
        List<String> tests = new ArrayList<>();
        rivals.values().forEach(all -> {
            for (int i = 1; i < all.size(); i++) {
                Candidate a = all.get(0);
                Candidate b = all.get(i);
                if (kind(a.spec()) == 1 && a.format().equals(b.format())) {
                    // A whole number is the same number with decimals, if it is written the same way.
                    continue;
                }
                String raw = a.question().raw();
                String readA = sql.cast(raw, a.spec(), a.format());
                String readB = sql.cast(raw, b.spec(), b.format());
                // What one of them does not read at all is a misfit, no other reading.
                String differ = "(" + readA + ") <> (" + readB + ")";
                String example = "min(" + raw + ") FILTER (WHERE " + differ + ")";
                asked.add(new Candidate[] {a, b});
                tests.add("CAST(count_if(" + differ + ") AS VARCHAR)");
                tests.add(example);
                tests.add("CAST(arg_min(" + readA + ", " + raw + ") FILTER (WHERE " + differ + ") AS VARCHAR)");
                tests.add("CAST(arg_min(" + readB + ", " + raw + ") FILTER (WHERE " + differ + ") AS VARCHAR)");
                boolean days = a.spec().type().isTemporal();
                tests.add(days ? span(readA) : "CAST(count_if(regexp_matches(" + raw + ", '\\d{4}')) AS VARCHAR)");
                tests.add(
                        days ? span(readB) : "CAST(count_if(regexp_full_match(" + raw + ", '-?\\d{1,3}')) AS VARCHAR)");
            }
        });
        if (asked.isEmpty()) {
            return List.of();
        }
        List<@Nullable String> answers = tally.select(tests);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            List<@Nullable String> some = answers.subList(6 * i, 6 * i + 6);
            if (number(some.get(0)) > 0) {
                pairs.add(new Pair(
                        asked.get(i)[0],
                        asked.get(i)[1],
                        number(some.get(0)),
                        String.valueOf(some.get(1)),
                        String.valueOf(some.get(2)),
                        String.valueOf(some.get(3)),
                        new long[] {number(some.get(4)), number(some.get(5))}));
            }
        }
        return pairs;
    }

    private static String span(String value) {
        return "CAST(date_diff('day', min(CAST(" + value + " AS DATE)), max(CAST(" + value + " AS DATE))) AS VARCHAR)";
    }

    /** What the columns whose format is beyond doubt say about the others. */
    private FormatHints learn(Map<String, List<Candidate>> best, List<Pair> pairs) {
        Map<String, Integer> votes = new HashMap<>();
        best.forEach((column, won) -> {
            boolean doubtful =
                    pairs.stream().anyMatch(p -> p.a().question().column().equals(column));
            if (won.isEmpty() || doubtful || won.get(0).misfits() > 0) {
                return;
            }
            String format = won.get(0).format();
            if (won.get(0).spec().type().isTemporal()) {
                votes.merge(dayFirst(format) ? "day" : monthFirst(format) ? "month" : "", 1, Integer::sum);
            } else if (won.get(0).spec().type().isNumeric()
                    && won.get(0).question().sample().stream().anyMatch(v -> v.matches(".*\\d[.,]\\d.*"))) {
                votes.merge(comma(format) ? "comma" : "point", 1, Integer::sum);
            }
        });
        int comma = votes.getOrDefault("comma", 0) - votes.getOrDefault("point", 0);
        int day = votes.getOrDefault("day", 0) - votes.getOrDefault("month", 0);
        return new FormatHints(
                comma == 0 ? hints.decimalComma() : Boolean.valueOf(comma > 0),
                day == 0 ? hints.dayFirst() : Boolean.valueOf(day > 0));
    }

    private static boolean dayFirst(String format) {
        return format.matches("(EEE, )?d.*");
    }

    private static boolean monthFirst(String format) {
        return format.matches("(EEE, )?M.*");
    }

    private static boolean comma(String format) {
        return format.matches("[^0-9]*[0-9. ]*,[0-9]{1,2}[^0-9]*");
    }

    private FormatDecision decision(FormatQuestion q, List<Candidate> won, List<Pair> pairs, FormatHints known) {
        ColumnSpec spec = q.spec();
        if (won.isEmpty()) {
            return new FormatDecision(
                    q.column(), spec == null ? ColumnType.TEXT : spec.type(), "", 0, false, null, List.of());
        }
        Candidate chosen = won.get(0);
        Ambiguity ambiguity = null;
        List<String> doubts = new ArrayList<>();
        for (Pair p : pairs) {
            if (!p.a().question().column().equals(q.column()) || ambiguity != null) {
                continue;
            }
            String why = reason(p, known);
            boolean second = why.startsWith("!");
            Candidate taken = second ? p.b() : p.a();
            Candidate other = second ? p.a() : p.b();
            ambiguity = new Ambiguity(
                    shown(other),
                    p.differ(),
                    p.text(),
                    second ? p.readB() : p.readA(),
                    second ? p.readA() : p.readB(),
                    second ? why.substring(1) : why);
            chosen = taken;
            doubts.add(TEXTS.get(
                    "format.finder.read_as_so_as",
                    q.column(),
                    shown(taken),
                    ambiguity.text(),
                    ambiguity.reading(),
                    ambiguity.other(),
                    ambiguity.otherReading(),
                    ambiguity.why()));
        }
        boolean zoned = sql.withZone(chosen.spec(), chosen.format());
        if (zoned && spec != null) {
            doubts.add(TEXTS.get("format.finder.names_its_offset_universal", q.column()));
        }
        return new FormatDecision(
                q.column(), chosen.spec().type(), chosen.format(), chosen.misfits(), zoned, ambiguity, doubts);
    }

    private static String shown(Candidate c) {
        return !c.format().isEmpty() ? c.format() : c.spec().type().isTemporal() ? "yyyy-MM-dd" : "1234.56";
    }

    /** Why the first reading is taken; with a leading exclamation mark why the second one is. */
    private static String reason(Pair p, FormatHints known) {
        if (p.a().spec().type().isTemporal()) {
            boolean firstIsDay = dayFirst(p.a().format());
            boolean orders = firstIsDay != dayFirst(p.b().format());
            if (orders && known.dayFirst() != null) {
                return (known.dayFirst() == firstIsDay ? "" : "!") + TEXTS.get("format.finder.locale");
            }
            if (p.spans()[1] * 3 < p.spans()[0]) {
                return "!"
                        + TEXTS.get(
                                "format.finder.days_then_lie_within",
                                String.valueOf(p.spans()[1]),
                                String.valueOf(p.spans()[0]));
            }
            if (p.spans()[0] * 3 < p.spans()[1]) {
                return TEXTS.get(
                        "format.finder.days_then_lie_within",
                        String.valueOf(p.spans()[0]),
                        String.valueOf(p.spans()[1]));
            }
            return (orders && !firstIsDay && dayFirst(p.b().format()) ? "!" : "") + TEXTS.get("format.finder.world");
        }
        boolean firstComma = comma(p.a().format());
        if (firstComma != comma(p.b().format()) && known.decimalComma() != null) {
            return (known.decimalComma() == firstComma ? "" : "!") + TEXTS.get("format.finder.delimiter");
        }
        boolean grouped = p.spans()[0] == 0 && p.spans()[1] > 0;
        return (grouped && p.a().format().isEmpty() ? "!" : "")
                + (grouped
                        ? TEXTS.get("format.finder.every_number_below_thousand")
                        : TEXTS.get("format.finder.nothing_file_says_which_2"));
    }
}
