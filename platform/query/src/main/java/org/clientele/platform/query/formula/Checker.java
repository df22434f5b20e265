package org.clientele.platform.query.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.clientele.platform.query.formula.Checked.Level;
import org.clientele.platform.query.grammar.FormulaBaseVisitor;
import org.clientele.platform.query.grammar.FormulaParser;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** Turns a syntax tree into a checked term: names, types, units, and what is aggregated and what is not. */
final class Checker extends FormulaBaseVisitor<Checked> {
    private static final Texts TEXTS = Texts.of(Checker.class);

    private final FormulaSource source;
    private final Names names;
    private final Formulas.Metrics metrics;

    Checker(FormulaSource source, Names names, Formulas.Metrics metrics) {
        this.source = source;
        this.names = names;
        this.metrics = metrics;
    }

    private AnalyticsException error(Token at, String problem) {
        return source.error(at, problem);
    }

    private AnalyticsException error(ParserRuleContext at, String problem) {
        return source.error(at.getStart(), problem);
    }

    @Override
    public Checked visitFormula(FormulaParser.FormulaContext c) {
        return visit(c.expression());
    }

    @Override
    public Checked visitExpression(FormulaParser.ExpressionContext c) {
        return junction(false, c.conjunction());
    }

    @Override
    public Checked visitConjunction(FormulaParser.ConjunctionContext c) {
        return junction(true, c.inversion());
    }

    private Checked junction(boolean all, List<? extends ParserRuleContext> parts) {
        if (parts.size() == 1) {
            return visit(parts.get(0));
        }
        List<Term> terms = new ArrayList<>();
        Level level = Level.CONSTANT;
        for (ParserRuleContext part : parts) {
            Checked checked = condition(part);
            level = together(part.getStart(), level, checked.level());
            terms.add(checked.term());
        }
        return new Checked(new Term.Junction(all, List.copyOf(terms)), Unit.none(), level);
    }

    private Checked condition(ParserRuleContext at) {
        Checked checked = visit(at);
        if (!checked.type().equals(ValueType.BOOLEAN)) {
            throw error(at, TEXTS.get("common.condition_is_wanted_here_is", checked.type()));
        }
        return checked;
    }

    @Override
    public Checked visitInversion(FormulaParser.InversionContext c) {
        if (c.NOT() == null) {
            return visit(c.predicate());
        }
        Checked part = condition(c.inversion());
        return new Checked(new Term.Inversion(part.term()), Unit.none(), part.level());
    }

    @Override
    public Checked visitPredicate(FormulaParser.PredicateContext c) {
        Checked value = visit(c.sum());
        FormulaParser.TestContext test = c.test();
        if (test == null) {
            return value;
        }
        if (test instanceof FormulaParser.ComparisonContext t) {
            Checked other = visit(t.sum());
            return compare(t.operator, relation(t.operator), value, other);
        }
        if (test instanceof FormulaParser.RangeContext t) {
            Checked low = compare(t.low.getStart(), Term.Relation.GREATER_OR_EQUAL, value, visit(t.low));
            Checked high = compare(t.high.getStart(), Term.Relation.LESS_OR_EQUAL, value, visit(t.high));
            Level level = together(t.getStart(), low.level(), high.level());
            return test(new Term.Junction(true, List.of(low.term(), high.term())), level, t.NOT() != null);
        }
        if (test instanceof FormulaParser.MembershipContext t) {
            return membership(value, t);
        }
        if (test instanceof FormulaParser.LikenessContext t) {
            if (!value.type().equals(ValueType.TEXT)) {
                throw error(c.sum(), TEXTS.get("checker.like_compares_text_is", value.type()));
            }
            Term likeness = new Term.Likeness(value.term(), Literals.text(t.pattern.getText()));
            return test(likeness, value.level(), t.NOT() != null);
        }
        FormulaParser.AbsenceContext t = (FormulaParser.AbsenceContext) test;
        return test(new Term.Absence(value.term()), value.level(), t.NOT() != null);
    }

    private static Checked test(Term term, Level level, boolean inverted) {
        return new Checked(inverted ? new Term.Inversion(term) : term, Unit.none(), level);
    }

    private Checked membership(Checked value, FormulaParser.MembershipContext t) {
        List<Term> members = new ArrayList<>();
        Level level = value.level();
        for (FormulaParser.SumContext s : t.sum()) {
            // Each member is aligned as in a comparison, which also checks it.
            Checked equal = compare(s.getStart(), Term.Relation.EQUAL, value, visit(s));
            members.add(((Term.Comparison) equal.term()).right());
            level = together(s.getStart(), level, equal.level());
        }
        return test(new Term.Membership(value.term(), List.copyOf(members)), level, t.NOT() != null);
    }

    private static Term.Relation relation(Token operator) {
        return switch (operator.getType()) {
            case FormulaParser.EQ -> Term.Relation.EQUAL;
            case FormulaParser.NE -> Term.Relation.UNEQUAL;
            case FormulaParser.LT -> Term.Relation.LESS;
            case FormulaParser.LE -> Term.Relation.LESS_OR_EQUAL;
            case FormulaParser.GT -> Term.Relation.GREATER;
            default -> Term.Relation.GREATER_OR_EQUAL;
        };
    }

    private Checked compare(Token at, Term.Relation relation, Checked left, Checked right) {
        Term l = Literals.fit(left.term(), right.type(), problem -> error(at, problem));
        Term r = Literals.fit(right.term(), left.type(), problem -> error(at, problem));
        r = member(at, l, r);
        Level level = together(at, left.level(), right.level());
        if (l.type().with(r.type()).isEmpty()) {
            throw error(at, TEXTS.get("checker.cannot_compared_with", l.type(), r.type()));
        }
        if (UnitAlgebra.unify(left.unit(), right.unit()).isEmpty()) {
            throw error(at, mixed("checker.not_compared", left, right));
        }
        return test(new Term.Comparison(relation, l, r), level, false);
    }

    /** A segment by its present name, whichever of its names was written. */
    private Term member(Token at, Term left, Term right) {
        if (left instanceof Term.InSegment segment
                && right instanceof Term.Literal text
                && text.value() instanceof String name) {
            try {
                return new Term.Literal(names.member(segment, name), ValueType.TEXT);
            } catch (AnalyticsException e) {
                throw error(at, e.getMessage().strip().replaceAll("\\.$", ""));
            }
        }
        return right;
    }

    private static String mixed(String problem, Checked left, Checked right) {
        return TEXTS.get(problem, UnitAlgebra.name(left.unit()), UnitAlgebra.name(right.unit()));
    }

    private Level together(Token at, Level a, Level b) {
        if (a != Level.CONSTANT && b != Level.CONSTANT && a != b) {
            throw error(at, TEXTS.get("checker.column_aggregate_do_not_go"));
        }
        return a == Level.CONSTANT ? b : a;
    }

    @Override
    public Checked visitSum(FormulaParser.SumContext c) {
        Checked sum = visit(c.product(0));
        for (int i = 1; i < c.product().size(); i++) {
            Token sign = c.operators.get(i - 1);
            boolean plus = sign.getType() == FormulaParser.PLUS;
            String problem = plus ? "checker.not_added" : "checker.not_subtracted";
            Checked next = visit(c.product(i));
            Checked left = sum;
            together(sign, sum.level(), next.level());
            Unit unit = UnitAlgebra.unify(sum.unit(), next.unit())
                    .orElseThrow(() -> error(sign, mixed(problem, next, left)));
            sum = arithmetic(sign, plus ? Term.Operator.PLUS : Term.Operator.MINUS, sum, next, unit);
        }
        return sum;
    }

    @Override
    public Checked visitProduct(FormulaParser.ProductContext c) {
        Checked product = visit(c.factor(0));
        for (int i = 1; i < c.factor().size(); i++) {
            Token sign = c.operators.get(i - 1);
            boolean times = sign.getType() == FormulaParser.STAR;
            Checked next = visit(c.factor(i));
            Checked left = product;
            together(sign, product.level(), next.level());
            BiFunction<Unit, Unit, Optional<Unit>> rule = times ? UnitAlgebra::times : UnitAlgebra::per;
            Unit unit = rule.apply(product.unit(), next.unit())
                    .orElseThrow(() ->
                            error(sign, mixed(times ? "checker.not_multiplied" : "checker.not_divided", left, next)));
            product = arithmetic(sign, times ? Term.Operator.TIMES : Term.Operator.DIVIDED_BY, product, next, unit);
        }
        return product;
    }

    private Checked arithmetic(Token at, Term.Operator operator, Checked left, Checked right, Unit unit) {
        for (Checked side : List.of(left, right)) {
            if (!side.type().isNumeric()) {
                throw error(at, TEXTS.get("checker.calculates_with_numbers_side_is", side.type()));
            }
        }
        Level level = together(at, left.level(), right.level());
        return new Checked(Literals.calculate(operator, left.term(), right.term()), unit, level);
    }

    @Override
    public Checked visitFactor(FormulaParser.FactorContext c) {
        if (c.MINUS() == null) {
            return visit(c.primary());
        }
        Checked value = visit(c.factor());
        if (!value.type().isNumeric()) {
            throw error(c, TEXTS.get("checker.minus_stands_before_number_is", value.type()));
        }
        return new Checked(Literals.negate(value.term()), value.unit(), value.level());
    }

    @Override
    public Checked visitGroup(FormulaParser.GroupContext c) {
        return visit(c.expression());
    }

    @Override
    public Checked visitApplication(FormulaParser.ApplicationContext c) {
        return new CallChecker(this, source, names).check(c.call());
    }

    @Override
    public Checked visitReference(FormulaParser.ReferenceContext c) {
        String text = c.METRIC().getText();
        String id = text.substring(1, text.length() - 1).strip();
        try {
            Formulas.Referred metric = metrics.find(id);
            return new Checked(metric.term(), metric.unit(), Level.GROUP);
        } catch (AnalyticsException e) {
            throw error(c, e.getMessage().strip().replaceAll("\\.$", ""));
        }
    }

    @Override
    public Checked visitValue(FormulaParser.ValueContext c) {
        String of = c.column().table == null ? null : Literals.name(c.column().table);
        String name = Literals.name(c.column().field);
        Names.Meaning meaning = names.find(of, name).orElseThrow(() -> error(c, names.unknown(of, name)));
        return Checked.row(meaning.term(), meaning.unit());
    }

    @Override
    public Checked visitMoment(FormulaParser.MomentContext c) {
        return constant(
                Literals.moment(c.kind.getText(), Literals.text(c.STRING().getText()), problem -> error(c, problem)));
    }

    @Override
    public Checked visitNumber(FormulaParser.NumberContext c) {
        return constant(Literals.number(c.getText(), problem -> error(c, problem)));
    }

    @Override
    public Checked visitText(FormulaParser.TextContext c) {
        return constant(new Term.Literal(Literals.text(c.getText()), ValueType.TEXT));
    }

    @Override
    public Checked visitTruth(FormulaParser.TruthContext c) {
        return constant(new Term.Literal(c.TRUE() != null, ValueType.BOOLEAN));
    }

    private static Checked constant(Term.Literal literal) {
        return new Checked(literal, Unit.none(), Level.CONSTANT);
    }
}
