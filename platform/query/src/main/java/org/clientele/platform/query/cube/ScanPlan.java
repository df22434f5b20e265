package org.clientele.platform.query.cube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.clientele.platform.query.CubePlan;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.sql.CellStatement;
import org.clientele.platform.query.sql.CellStatement.Lines;
import org.clientele.sdk.query.Grain;

/**
 * In how few statements the cells of several questions can be had. Lines are read once for all questions about the same ones,
 * by all of their dimensions together, as long as that gives few cells; longer steps of time come from shorter ones.
 *
 * @param statements what to ask for
 */
public record ScanPlan(List<CellStatement> statements) {
    public ScanPlan {
        statements = List.copyOf(statements);
    }

    /**
     * What cells a side of a question needs.
     *
     * @param lines which lines
     * @param dimensions the brushed one and those of the question
     * @param aggregates what its metrics are added up from
     */
    public record Need(Lines lines, Set<Term> dimensions, List<Term.Aggregate> aggregates) {
        /** The need of the present of a question. */
        public static Need present(CubePlan.Question question, Term brushed) {
            return of(question, Lines.of(question.statement(), null), brushed);
        }

        /** The need of its comparison's base, which it must have. */
        public static Need base(CubePlan.Question question, Term brushed) {
            return of(
                    question,
                    Lines.of(question.statement(), question.statement().base()),
                    brushed);
        }

        private static Need of(CubePlan.Question question, Lines lines, Term brushed) {
            Set<Term> dimensions = new LinkedHashSet<>();
            dimensions.add(brushed);
            question.statement().dimensions().forEach(d -> dimensions.add(d.term()));
            return new Need(lines, dimensions, Side.parts(question.statement()));
        }
    }

    /**
     * The plan for some needs.
     *
     * @param members about how many members a dimension has
     * @param most how many cells a statement for several needs may give
     * @param numbered texts that are read as numbers, with all that there are of each
     * @param nested whether each step of time lies within one of each longer kind, weeks aside
     */
    public static ScanPlan of(
            List<Need> needs,
            ToLongFunction<Term> members,
            Map<Term.Column, List<String>> numbered,
            long most,
            boolean nested) {
        List<Need> sorted = new ArrayList<>(needs);
        ToLongFunction<Need> cells = n -> cells(n.dimensions(), members);
        sorted.sort(Comparator.comparingLong(cells).reversed());
        List<Need> scans = new ArrayList<>();
        for (Need need : sorted) {
            Need wanted =
                    new Need(need.lines(), nested ? shortest(need.dimensions()) : need.dimensions(), need.aggregates());
            Need best = null;
            Need merged = wanted;
            long least = Long.MAX_VALUE;
            for (Need scan : scans) {
                Need both = together(scan, wanted, nested);
                long grown = cells.applyAsLong(both);
                boolean fits = grown <= most || grown == cells.applyAsLong(scan);
                if (scan.lines().equals(wanted.lines()) && fits && grown < least) {
                    best = scan;
                    merged = both;
                    least = grown;
                }
            }
            if (best != null) {
                scans.remove(best);
            }
            scans.add(merged);
        }
        return new ScanPlan(scans.stream().map(s -> statement(s, numbered)).toList());
    }

    private static CellStatement statement(Need scan, Map<Term.Column, List<String>> numbered) {
        Map<Term.Column, List<String>> own = new HashMap<>(numbered);
        own.keySet().retainAll(scan.dimensions());
        return new CellStatement(scan.lines(), List.copyOf(scan.dimensions()), scan.aggregates(), own);
    }

    private static Need together(Need a, Need b, boolean nested) {
        Set<Term> dimensions = new LinkedHashSet<>(a.dimensions());
        dimensions.addAll(b.dimensions());
        Set<Term.Aggregate> aggregates = new LinkedHashSet<>(a.aggregates());
        aggregates.addAll(b.aggregates());
        return new Need(a.lines(), nested ? shortest(dimensions) : dimensions, new ArrayList<>(aggregates));
    }

    private static long cells(Set<Term> dimensions, ToLongFunction<Term> members) {
        double product = 1;
        for (Term d : dimensions) {
            product *= Math.max(1, members.applyAsLong(d));
        }
        return (long) Math.min(product, 1e15);
    }

    /** The same with one step of time at most, from which all of those follow. */
    private static Set<Term> shortest(Set<Term> dimensions) {
        Set<Term> rest = new LinkedHashSet<>();
        Set<Grain> grains = new LinkedHashSet<>();
        Term moment = null;
        for (Term d : dimensions) {
            if (d instanceof Term.Step step) {
                grains.add(step.grain());
                moment = step.moment();
            } else {
                rest.add(d);
            }
        }
        if (moment == null) {
            return dimensions;
        }
        boolean mixed = grains.contains(Grain.WEEK) && grains.size() > 1;
        Grain grain = mixed
                ? Grain.DAY
                : grains.stream().min(Comparator.naturalOrder()).orElse(Grain.DAY);
        Set<Term> all = new LinkedHashSet<>();
        all.add(new Term.Step(grain, moment));
        all.addAll(rest);
        return all;
    }

    /** Which statement answers a need; -1 if none does. */
    public int answering(Need need) {
        for (int i = 0; i < statements.size(); i++) {
            CellStatement s = statements.get(i);
            if (s.lines().equals(need.lines())
                    && s.aggregates().containsAll(need.aggregates())
                    && need.dimensions().stream().allMatch(d -> has(s, d))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean has(CellStatement statement, Term dimension) {
        if (statement.dimensions().contains(dimension)) {
            return true;
        }
        Set<Term> both = new LinkedHashSet<>(statement.dimensions());
        both.add(dimension);
        return dimension instanceof Term.Step && shortest(both).equals(new LinkedHashSet<>(statement.dimensions()));
    }
}
