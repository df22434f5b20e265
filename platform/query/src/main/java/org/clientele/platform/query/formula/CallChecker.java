package org.clientele.platform.query.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.clientele.platform.query.formula.Checked.Level;
import org.clientele.platform.query.grammar.FormulaParser;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.jspecify.annotations.Nullable;

/** Checks what is called by name: aggregates, scalar functions and in_period. */
final class CallChecker {
    private static final String IN_PERIOD = "in_period";
    private static final List<String> AGGREGATES = List.of("sum", "count", "avg", "min", "max");

    private final Checker checker;
    private final FormulaSource source;
    private final Names names;

    CallChecker(Checker checker, FormulaSource source, Names names) {
        this.checker = checker;
        this.source = source;
        this.names = names;
    }

    Checked check(FormulaParser.CallContext c) {
        String name = c.function.getText().toLowerCase(Locale.ROOT);
        if (AGGREGATES.contains(name)) {
            return aggregate(name, c);
        }
        if (c.DISTINCT() != null || c.WHERE() != null) {
            Token at =
                    c.DISTINCT() != null ? c.DISTINCT().getSymbol() : c.WHERE().getSymbol();
            throw source.error(at, "\"" + at.getText() + "\" goes with aggregates, and " + name + " is none");
        }
        List<Checked> arguments = new ArrayList<>();
        c.arguments.forEach(e -> arguments.add(checker.visit(e)));
        return name.equals(IN_PERIOD) ? inPeriod(c, arguments) : scalar(c, name, arguments);
    }

    private Checked aggregate(String name, FormulaParser.CallContext c) {
        boolean counts = name.equals("count");
        boolean bare = c.arguments.isEmpty();
        if (c.arguments.size() > 1 || bare && (!counts || c.DISTINCT() != null)) {
            throw source.error(c.function, name + " takes one value" + (counts ? ", or none to count rows" : ""));
        }
        if (c.DISTINCT() != null && !counts) {
            throw source.error(c.DISTINCT().getSymbol(), "\"distinct\" goes with count only");
        }
        Checked argument = bare ? null : rowLevel(c.arguments.get(0), "an aggregate");
        Term condition = null;
        if (c.condition != null) {
            Checked checked = rowLevel(c.condition, "a \"where\"");
            if (!checked.type().equals(ValueType.BOOLEAN)) {
                throw source.error(c.condition.getStart(), "a condition is wanted here, and this is " + checked.type());
            }
            condition = checked.term();
        }
        if (counts) {
            Term.Aggregation kind = c.DISTINCT() == null ? Term.Aggregation.COUNT : Term.Aggregation.COUNT_DISTINCT;
            Term counted = argument == null ? null : argument.term();
            return group(new Term.Aggregate(kind, counted, condition, ValueType.INTEGER), UnitAlgebra.COUNT);
        }
        return measured(Term.Aggregation.valueOf(name.toUpperCase(Locale.ROOT)), c, argument, condition);
    }

    private Checked measured(
            Term.Aggregation kind, FormulaParser.CallContext c, @Nullable Checked argument, @Nullable Term condition) {
        if (argument == null) {
            throw source.error(c.function, "an aggregate takes one value");
        }
        boolean ranks = kind == Term.Aggregation.MIN || kind == Term.Aggregation.MAX;
        if (!argument.type().isNumeric() && !(ranks && argument.type().kind() != ColumnType.BOOLEAN)) {
            throw source.error(
                    c.arguments.get(0).getStart(),
                    c.function.getText() + " takes a number, and this is " + argument.type());
        }
        if (argument.term() instanceof Term.Score score) {
            return group(
                    new Term.Aggregate(ofCustomers(kind), score.newest(), condition, ValueType.DOUBLE),
                    argument.unit());
        }
        boolean[] mixed = new boolean[1];
        argument.term().walk(t -> mixed[0] |= t instanceof Term.Score);
        if (mixed[0] && !ranks) {
            throw source.error(
                    c.arguments.get(0).getStart(),
                    "a score counts once for each customer; write it alone, as in " + c.function.getText()
                            + "(score.value), and calculate with the sum or mean");
        }
        ValueType type = kind == Term.Aggregation.AVG ? ValueType.DOUBLE : argument.type();
        return group(new Term.Aggregate(kind, argument.term(), condition, type), argument.unit());
    }

    private static Term.Aggregation ofCustomers(Term.Aggregation kind) {
        return switch (kind) {
            case SUM -> Term.Aggregation.SUM_OF_CUSTOMERS;
            case AVG -> Term.Aggregation.AVG_OF_CUSTOMERS;
            default -> kind;
        };
    }

    private static Checked group(Term term, Unit unit) {
        return new Checked(term, unit, Level.GROUP);
    }

    private Checked rowLevel(FormulaParser.ExpressionContext c, String where) {
        Checked checked = checker.visit(c);
        if (checked.level() == Level.GROUP) {
            throw source.error(
                    c.getStart(),
                    where + " is about single rows and cannot hold a metric or an aggregate; put parentheses around"
                            + " an aggregate with its \"where\", as in (sum(amount) where quantity < 0) / [sales]");
        }
        return checked;
    }

    private Checked inPeriod(FormulaParser.CallContext c, List<Checked> arguments) {
        if (!names.allowsVirtual()) {
            throw source.error(c.function, "a row filter does not depend on the period of a query");
        }
        if (arguments.size() != 1
                || !(arguments.get(0).term() instanceof Term.Column)
                || !arguments.get(0).type().kind().isTemporal()) {
            throw source.error(c.function, "in_period takes one column of dates or moments");
        }
        return Checked.row(new Term.InPeriod(arguments.get(0).term()), Unit.none());
    }

    private Checked scalar(FormulaParser.CallContext c, String name, List<Checked> arguments) {
        ScalarFunction function = ScalarFunction.find(name)
                .orElseThrow(
                        () -> source.error(c.function, "there is no function \"" + name + "\"; there are " + all()));
        Level level = Level.CONSTANT;
        ValueType first = arguments.stream()
                .filter(a -> a.level() != Level.CONSTANT)
                .map(Checked::type)
                .findFirst()
                .orElse(ValueType.TEXT);
        List<Term> terms = new ArrayList<>();
        for (Checked a : arguments) {
            if (level != Level.CONSTANT && a.level() != Level.CONSTANT && level != a.level()) {
                throw source.error(c.function, name + " mixes a column with an aggregate");
            }
            level = level == Level.CONSTANT ? a.level() : level;
            boolean measured = terms.size() < function.measured(arguments.size());
            terms.add(measured ? Literals.fit(a.term(), first, p -> source.error(c.function, p)) : a.term());
        }
        ValueType type = function.typeOf(terms).orElseThrow(() -> source.error(c.function, function.usage()));
        Unit unit = arguments.get(0).unit();
        for (Checked a : arguments.subList(0, function.measured(arguments.size()))) {
            Unit known = unit;
            unit = UnitAlgebra.unify(unit, a.unit())
                    .orElseThrow(() -> source.error(
                            c.function,
                            name + " mixes " + UnitAlgebra.name(known) + " with " + UnitAlgebra.name(a.unit())));
        }
        return new Checked(new Term.Function(function, List.copyOf(terms), type), unit, level);
    }

    private static String all() {
        Stream<String> scalars =
                Arrays.stream(ScalarFunction.values()).map(f -> f.name().toLowerCase(Locale.ROOT));
        Optional<String> listed = Stream.of(AGGREGATES.stream(), scalars, Stream.of(IN_PERIOD))
                .flatMap(s -> s)
                .reduce((a, b) -> a + ", " + b);
        return listed.orElse("none");
    }
}
