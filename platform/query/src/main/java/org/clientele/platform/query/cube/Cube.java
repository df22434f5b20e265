package org.clientele.platform.query.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.platform.query.CompiledQuery.OutputColumn;
import org.clientele.platform.query.CubePlan;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.sql.MetricStatement;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.jspecify.annotations.Nullable;

/**
 * One question under every filter on a dimension: sums along its members, from which an answer costs two look-ups a group.
 * Immutable and thread-safe.
 */
public final class Cube {
    private final MetricStatement question;
    private final List<OutputColumn> columns;
    private final Members bins;
    private final Groups groups;
    private final Side present;
    private final @Nullable Side base;
    private final long size;

    private Cube(
            CubePlan.Question question, Members bins, Groups groups, Side present, @Nullable Side base, long size) {
        this.question = question.statement();
        this.columns = question.columns();
        this.bins = bins;
        this.groups = groups;
        this.present = present;
        this.base = base;
        this.size = size;
    }

    /**
     * The cube of a question.
     *
     * @param brushed the dimension
     * @param present cells of its present, which hold those dimensions and aggregates that it needs
     * @param base cells of its comparison's base, or null if it has none
     * @param most how many numbers it may hold
     * @return empty if it would hold more, or its sums need more than 64 bits
     */
    public static Optional<Cube> of(
            CubePlan.Question question, Term brushed, Cells present, @Nullable Cells base, long most) {
        MetricStatement statement = question.statement();
        Members.Coded now = present.along(brushed);
        Members.Coded before = base == null ? null : base.along(brushed);
        Members bins = before == null ? now.members() : now.members().with(before.members());
        try {
            Groups.Found found = Groups.of(statement.dimensions(), present, base);
            List<Term.Aggregate> parts = Side.parts(statement);
            int many = found.groups().size();
            long size = (bins.size() + 1L) * many * (2L * parts.size() + 1) * (base == null ? 1 : 2);
            if (size > most) {
                return Optional.empty();
            }
            Side first = new Side(present, parts, moved(now, bins), found.present(), bins.size(), many);
            Side second = base == null || before == null
                    ? null
                    : new Side(base, parts, moved(before, bins), found.base(), bins.size(), many);
            return Optional.of(new Cube(question, bins, found.groups(), first, second, size));
        } catch (ArithmeticException overflow) {
            return Optional.empty();
        }
    }

    private static int[] moved(Members.Coded coded, Members all) {
        int[] to = coded.members().within(all);
        return Arrays.stream(coded.at()).map(i -> to[i]).toArray();
    }

    /** How many numbers it holds. */
    public long size() {
        return size;
    }

    /** How many members of the dimension have lines. */
    public int bins() {
        return bins.size();
    }

    /**
     * The answer under a filter, in columns, order and limit what the warehouse would answer, without caveats.
     *
     * @throws ArithmeticException if a number needs more digits than 64 bits hold; the warehouse knows what to say then
     * @param filter a range or members of the dimension
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if the filter is another, or its members are not of the
     *     dimension's type
     */
    public Frame answer(Filter filter) {
        int[] runs = bins.picked(filter);
        boolean[] now = present.present(runs);
        Side other = base;
        boolean[] before = other == null ? new boolean[now.length] : other.present(runs);
        List<Values> results = new ArrayList<>();
        for (MetricStatement.Measure m : question.metrics()) {
            Values value = value(m, present, runs, now);
            results.add(value);
            if (question.compared()) {
                Values earlier = other == null ? none(m.type(), now.length) : value(m, other, runs, before);
                results.add(earlier);
                results.add(other == null ? none(ValueType.DOUBLE, now.length) : Calculation.change(value, earlier));
            }
        }
        int[] shown = IntStream.range(0, groups.size())
                .filter(g -> question.dimensions().isEmpty() || now[g] || before[g])
                .toArray();
        return frame(ordered(shown, results.get(0)), results);
    }

    /** A metric of one side. A group that has lines on the other side only has no aggregates here, not even a count. */
    private Values value(MetricStatement.Measure m, Side side, int[] runs, boolean[] there) {
        boolean joined = base != null && !question.dimensions().isEmpty();
        Calculation calculation = new Calculation(groups.size(), a -> {
            Values v = side.over(a, runs);
            for (int g = 0; joined && g < there.length; g++) {
                v.missing()[g] |= !there[g];
            }
            return v;
        });
        Values value = calculation.of(m.term());
        return m.type().kind().isNumeric() ? value.as(m.type()).bounded() : value;
    }

    private static Values none(ValueType type, int size) {
        Values none = type.kind() == ColumnType.DOUBLE ? Values.binary(size) : Values.exact(type, size);
        Arrays.fill(none.missing(), true);
        return none;
    }

    private int[] ordered(int[] shown, Values first) {
        boolean ofTime = question.dimensions().stream().anyMatch(MetricStatement.Dimension::ofTime);
        int limit = question.limit();
        if (ofTime && (limit == 0 || limit >= shown.length)) {
            return shown;
        }
        int[] ranked = IntSort.sorted(shown, (a, b) -> ranked(first, a, b));
        int[] top = limit == 0 || limit >= ranked.length ? ranked : Arrays.copyOf(ranked, limit);
        if (ofTime) {
            Arrays.sort(top);
        }
        return top;
    }

    private int ranked(Values first, int a, int b) {
        if (first.missing()[a] != first.missing()[b]) {
            return first.missing()[a] ? 1 : -1;
        }
        int order = first.missing()[a]
                ? 0
                : first.isBinary()
                        ? Double.compare(first.doubles()[b] + 0.0, first.doubles()[a] + 0.0)
                        : Long.compare(first.longs()[b], first.longs()[a]);
        return order != 0 ? order : Integer.compare(groups.rank()[a], groups.rank()[b]);
    }

    private Frame frame(int[] rows, List<Values> results) {
        List<Column> built = new ArrayList<>();
        int dimensions = question.dimensions().size();
        for (int d = 0; d < dimensions; d++) {
            Column.Builder column = builder(columns.get(d));
            Members members = groups.members().get(d);
            int[] at = groups.at().get(d);
            for (int g : rows) {
                column.add(members.get(at[g]));
            }
            built.add(column.build());
        }
        for (int i = 0; i < results.size(); i++) {
            Column.Builder column = builder(columns.get(dimensions + i));
            Values v = results.get(i);
            for (int g : rows) {
                if (v.missing()[g]) {
                    column.addNull();
                } else if (v.isBinary()) {
                    column.addDouble(v.doubles()[g]);
                } else {
                    column.addLong(v.longs()[g]);
                }
            }
            built.add(column.build());
        }
        return Frame.of(built);
    }

    private static Column.Builder builder(OutputColumn column) {
        return column.spec().type() == ColumnType.DECIMAL
                ? Column.decimalBuilder(column.spec(), column.scale())
                : Column.builder(column.spec());
    }
}
