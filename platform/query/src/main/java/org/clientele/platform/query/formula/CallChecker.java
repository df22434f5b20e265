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
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Checks what is called by name: aggregates, scalar functions, in_period and known. */
final class CallChecker {
    private static final Texts TEXTS = Texts.of(CallChecker.class);

    private static final String IN_PERIOD = "in_period";
    private static final String KNOWN = "known";
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
            throw source.error(at, TEXTS.get("call.checker.goes_with_aggregates_is_none", at.getText(), name));
        }
        List<Checked> arguments = new ArrayList<>();
        c.arguments.forEach(e -> arguments.add(checker.visit(e)));
        return switch (name) {
            case IN_PERIOD -> inPeriod(c, arguments);
            case KNOWN -> known(c, arguments);
            default -> scalar(c, name, arguments);
        };
    }

    private Checked aggregate(String name, FormulaParser.CallContext c) {
        boolean counts = name.equals("count");
        boolean bare = c.arguments.isEmpty();
        if (c.arguments.size() > 1 || bare && (!counts || c.DISTINCT() != null)) {
            throw source.error(
                    c.function,
                    TEXTS.get(counts ? "call.checker.takes_one_value_or_none" : "call.checker.takes_one_value", name));
        }
        if (c.DISTINCT() != null && !counts) {
            throw source.error(c.DISTINCT().getSymbol(), TEXTS.get("call.checker.distinct_goes_with_count_only"));
        }
        Checked argument = bare ? null : rowLevel(c.arguments.get(0), "call.checker.aggregate_is_about_rows");
        Term condition = null;
        if (c.condition != null) {
            Checked checked = rowLevel(c.condition, "call.checker.where_is_about_rows");
            if (!checked.type().equals(ValueType.BOOLEAN)) {
                throw source.error(
                        c.condition.getStart(), TEXTS.get("common.condition_is_wanted_here_is", checked.type()));
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
            throw source.error(c.function, TEXTS.get("call.checker.aggregate_takes_value"));
        }
        boolean ranks = kind == Term.Aggregation.MIN || kind == Term.Aggregation.MAX;
        if (!argument.type().isNumeric() && !(ranks && argument.type().kind() != ColumnType.BOOLEAN)) {
            throw source.error(
                    c.arguments.get(0).getStart(),
                    TEXTS.get("call.checker.takes_number_is", c.function.getText(), argument.type()));
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
                    c.arguments.get(0).getStart(), TEXTS.get("call.checker.score_counts_once", c.function.getText()));
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

    private Checked rowLevel(FormulaParser.ExpressionContext c, String problem) {
        Checked checked = checker.visit(c);
        if (checked.level() == Level.GROUP) {
            throw source.error(c.getStart(), TEXTS.get(problem));
        }
        return checked;
    }

    private Checked inPeriod(FormulaParser.CallContext c, List<Checked> arguments) {
        if (!names.allowsVirtual()) {
            throw source.error(c.function, TEXTS.get("call.checker.row_filter_does_not_depend"));
        }
        if (arguments.size() != 1
                || !(arguments.get(0).term() instanceof Term.Column)
                || !arguments.get(0).type().kind().isTemporal()) {
            throw source.error(c.function, TEXTS.get("call.checker.in_period_takes_column_dates"));
        }
        return Checked.row(new Term.InPeriod(arguments.get(0).term()), Unit.none());
    }

    /** Whether a segmentation or score was known when a row was written; always, where nothing places rows in time. */
    private Checked known(FormulaParser.CallContext c, List<Checked> arguments) {
        if (arguments.size() != 1 || !(arguments.get(0).term() instanceof Term.Published published)) {
            throw source.error(c.function, TEXTS.get("call.checker.known_takes_segmentation"));
        }
        Term.Column time = published.time();
        Term known = time == null
                ? new Term.Literal(true, ValueType.BOOLEAN)
                : new Term.Comparison(
                        Term.Relation.GREATER_OR_EQUAL,
                        time,
                        new Term.Literal(published.dated().get(0).from().atStartOfDay(), ValueType.TIMESTAMP));
        return Checked.row(known, Unit.none());
    }

    private Checked scalar(FormulaParser.CallContext c, String name, List<Checked> arguments) {
        ScalarFunction function = ScalarFunction.find(name)
                .orElseThrow(() ->
                        source.error(c.function, TEXTS.get("call.checker.there_is_no_function_there", name, all())));
        Level level = Level.CONSTANT;
        ValueType first = arguments.stream()
                .filter(a -> a.level() != Level.CONSTANT)
                .map(Checked::type)
                .findFirst()
                .orElse(ValueType.TEXT);
        List<Term> terms = new ArrayList<>();
        for (Checked a : arguments) {
            if (level != Level.CONSTANT && a.level() != Level.CONSTANT && level != a.level()) {
                throw source.error(c.function, TEXTS.get("call.checker.mixes_column_with_aggregate", name));
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
                            TEXTS.get(
                                    "call.checker.mixes_with",
                                    name,
                                    UnitAlgebra.name(known),
                                    UnitAlgebra.name(a.unit()))));
        }
        return new Checked(new Term.Function(function, List.copyOf(terms), type), unit, level);
    }

    private static String all() {
        Stream<String> scalars =
                Arrays.stream(ScalarFunction.values()).map(f -> f.name().toLowerCase(Locale.ROOT));
        Optional<String> listed = Stream.of(AGGREGATES.stream(), scalars, Stream.of(IN_PERIOD, KNOWN))
                .flatMap(s -> s)
                .reduce((a, b) -> a + ", " + b);
        return listed.orElse("none");
    }
}
