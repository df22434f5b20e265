package org.clientele.platform.query.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.sql.MetricStatement;

/** The present or the base of a question, by bins and groups. */
final class Side {
    private final int groups;
    /** For each bin and group, how many cells there are in the bins before it. */
    private final int[] cells;

    private final Map<Term.Aggregate, Layer> layers = new HashMap<>();

    /**
     * @param bin of each cell
     * @param group of each cell
     * @throws ArithmeticException if sums need more than 64 bits
     */
    Side(Cells of, List<Term.Aggregate> aggregates, int[] bin, int[] group, int bins, int groups) {
        this.groups = groups;
        this.cells = new int[(bins + 1) * groups];
        for (int cell = 0; cell < bin.length; cell++) {
            cells[(bin[cell] + 1) * groups + group[cell]]++;
        }
        for (int at = groups; at < cells.length; at++) {
            cells[at] += cells[at - groups];
        }
        aggregates.forEach(a -> layers.put(a, new Layer(a, of.column(a), bin, group, cells, bins, groups)));
    }

    /** Which groups have a line in the bins of some runs. */
    boolean[] present(int[] runs) {
        boolean[] present = new boolean[groups];
        for (int run = 0; run < runs.length; run += 2) {
            int from = runs[run] * groups;
            int to = runs[run + 1] * groups;
            for (int g = 0; g < groups; g++) {
                present[g] |= cells[to + g] != cells[from + g];
            }
        }
        return present;
    }

    /** An aggregate over the bins of some runs, for each group. */
    Values over(Term.Aggregate aggregate, int[] runs) {
        List<Term.Aggregate> parts = parts(aggregate);
        Values first = Objects.requireNonNull(layers.get(parts.get(0))).over(runs);
        return parts.size() == 1
                ? first
                : Calculation.mean(
                        first, Objects.requireNonNull(layers.get(parts.get(1))).over(runs));
    }

    /** What an aggregate is added up from. */
    static List<Term.Aggregate> parts(Term.Aggregate a) {
        Term argument = a.argument();
        if (a.aggregation() != Term.Aggregation.AVG || argument == null) {
            return List.of(a);
        }
        return List.of(
                new Term.Aggregate(Term.Aggregation.SUM, argument, a.condition(), argument.type()),
                new Term.Aggregate(Term.Aggregation.COUNT, argument, a.condition(), ValueType.INTEGER));
    }

    /** What all metrics of a question are added up from. */
    static List<Term.Aggregate> parts(MetricStatement question) {
        Set<Term.Aggregate> all = new LinkedHashSet<>();
        question.metrics()
                .forEach(m -> m.term().walk(t -> {
                    if (t instanceof Term.Aggregate a) {
                        all.addAll(parts(a));
                    }
                }));
        return new ArrayList<>(all);
    }
}
