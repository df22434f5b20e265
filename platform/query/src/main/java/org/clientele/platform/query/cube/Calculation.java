package org.clientele.platform.query.cube;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.clientele.platform.query.formula.ScalarFunction;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.data.ColumnType;

/**
 * What is calculated from aggregates, for many groups at once and to the digit as the engine does it: decimals stay exact, a
 * quotient is a double of two doubles and missing where the divisor is 0. What it cannot do exactly is an {@link
 * ArithmeticException}.
 */
record Calculation(int size, Function<Term.Aggregate, Values> aggregates) {
    private static final MathContext DIGITS = new MathContext(40);
    private static final long MICROSECONDS_A_DAY = 86_400_000_000L;

    Values of(Term term) {
        if (term instanceof Term.Aggregate t) {
            return aggregates.apply(t);
        }
        if (term instanceof Term.Literal t) {
            return constant(t);
        }
        if (term instanceof Term.Negation t) {
            return negated(of(t.value()));
        }
        if (term instanceof Term.Arithmetic t) {
            return arithmetic(t);
        }
        if (term instanceof Term.Function t) {
            return function(t);
        }
        throw new ArithmeticException("No number: " + term);
    }

    /** The sum divided by the count, both exact until then. */
    static Values mean(Values sum, Values count) {
        Values out = Values.binary(sum.size());
        for (int i = 0; i < out.size(); i++) {
            long n = count.longs()[i];
            out.missing()[i] = sum.missing()[i] || count.missing()[i] || n == 0;
            if (!out.missing()[i]) {
                out.doubles()[i] = sum.isBinary()
                        ? sum.doubles()[i] / n
                        : BigDecimal.valueOf(sum.longs()[i], sum.type().scale())
                                .divide(BigDecimal.valueOf(n), DIGITS)
                                .doubleValue();
            }
        }
        return out;
    }

    /** What {@code now} has more than {@code before}, as a part of that. */
    static Values change(Values now, Values before) {
        Values more = sum(now, negated(before), now.type());
        return ratio(more, absolute(before));
    }

    static Values ratio(Values dividend, Values divisor) {
        Values a = dividend.as(ValueType.DOUBLE);
        Values b = divisor.as(ValueType.DOUBLE);
        Values out = Values.binary(a.size());
        for (int i = 0; i < out.size(); i++) {
            out.missing()[i] = a.missing()[i] || b.missing()[i] || b.doubles()[i] == 0;
            out.doubles()[i] = out.missing()[i] ? 0 : a.doubles()[i] / b.doubles()[i];
        }
        return out;
    }

    private Values constant(Term.Literal t) {
        if (!(t.value() instanceof BigDecimal number)) {
            throw new ArithmeticException("No number: " + t.value());
        }
        Values out = t.type().kind() == ColumnType.DOUBLE ? Values.binary(size) : Values.exact(t.type(), size);
        if (out.isBinary()) {
            Arrays.fill(out.doubles(), number.doubleValue());
        } else {
            Arrays.fill(
                    out.longs(),
                    number.setScale(t.type().scale(), java.math.RoundingMode.UNNECESSARY)
                            .unscaledValue()
                            .longValueExact());
        }
        return out;
    }

    private static Values like(Values v) {
        Values out = v.isBinary() ? Values.binary(v.size()) : Values.exact(v.type(), v.size());
        System.arraycopy(v.missing(), 0, out.missing(), 0, v.size());
        return out;
    }

    private static Values negated(Values v) {
        Values out = like(v);
        for (int i = 0; i < v.longs().length && !v.isBinary(); i++) {
            out.longs()[i] = Math.negateExact(v.longs()[i]);
        }
        for (int i = 0; i < v.doubles().length; i++) {
            out.doubles()[i] = -v.doubles()[i];
        }
        return out;
    }

    private static Values absolute(Values v) {
        Values out = like(v);
        for (int i = 0; i < v.longs().length && !v.isBinary(); i++) {
            out.longs()[i] = v.longs()[i] < 0 ? Math.negateExact(v.longs()[i]) : v.longs()[i];
        }
        for (int i = 0; i < v.doubles().length; i++) {
            out.doubles()[i] = Math.abs(v.doubles()[i]);
        }
        return out;
    }

    private static Values sum(Values left, Values right, ValueType type) {
        Values a = left.as(type);
        Values b = right.as(type);
        Values out = like(a);
        for (int i = 0; i < out.size(); i++) {
            out.missing()[i] |= b.missing()[i];
            if (out.missing()[i]) {
                continue;
            }
            if (out.isBinary()) {
                out.doubles()[i] = a.doubles()[i] + b.doubles()[i];
            } else {
                out.longs()[i] = Math.addExact(a.longs()[i], b.longs()[i]);
            }
        }
        return out;
    }

    private Values arithmetic(Term.Arithmetic t) {
        Values left = of(t.left());
        Values right = of(t.right());
        return switch (t.operator()) {
            case PLUS -> sum(left, right, t.type());
            case MINUS -> sum(left, negated(right), t.type());
            case TIMES -> product(left, right, t.type());
            case DIVIDED_BY -> ratio(left, right);
        };
    }

    private static Values product(Values left, Values right, ValueType type) {
        boolean binary = type.kind() == ColumnType.DOUBLE;
        Values a = binary ? left.as(type) : left;
        Values b = binary ? right.as(type) : right;
        Values out = binary ? Values.binary(a.size()) : Values.exact(type, a.size());
        int digits = a.type().scale() + b.type().scale();
        for (int i = 0; i < out.size(); i++) {
            out.missing()[i] = a.missing()[i] || b.missing()[i];
            if (out.missing()[i]) {
                continue;
            }
            if (binary) {
                out.doubles()[i] = a.doubles()[i] * b.doubles()[i];
            } else {
                out.longs()[i] = Values.product(a.longs()[i], b.longs()[i], digits, type.scale());
            }
        }
        return out;
    }

    private Values function(Term.Function t) {
        if (t.function() == ScalarFunction.ROUND) {
            return rounded(t, of(t.arguments().get(0)));
        }
        if (t.function() == ScalarFunction.ABS) {
            return absolute(of(t.arguments().get(0)));
        }
        if (t.function() == ScalarFunction.DAYS) {
            return days(t, of(t.arguments().get(0)));
        }
        List<Values> all = t.arguments().stream().map(a -> of(a).as(t.type())).toList();
        Values out = like(all.get(0));
        for (int i = 0; i < size; i++) {
            out.missing()[i] = true;
            for (Values v : all) {
                if (!v.missing()[i] && (out.missing()[i] || replaces(t.function(), v, out, i))) {
                    out.missing()[i] = false;
                    if (out.isBinary()) {
                        out.doubles()[i] = v.doubles()[i];
                    } else {
                        out.longs()[i] = v.longs()[i];
                    }
                }
            }
        }
        return out;
    }

    private static Values days(Term.Function t, Values moments) {
        long unit = moments.type().kind() == ColumnType.TIMESTAMP ? MICROSECONDS_A_DAY : 1;
        Values out = Values.exact(t.type(), moments.size());
        for (int i = 0; i < out.size(); i++) {
            out.missing()[i] = moments.missing()[i];
            out.longs()[i] = Math.floorDiv(moments.longs()[i], unit);
        }
        return out;
    }

    private static boolean replaces(ScalarFunction function, Values next, Values best, int at) {
        int order = next.isBinary()
                ? Double.compare(next.doubles()[at], best.doubles()[at])
                : Long.compare(next.longs()[at], best.longs()[at]);
        return switch (function) {
            case LEAST -> order < 0;
            case GREATEST -> order > 0;
            default -> false;
        };
    }

    private static Values rounded(Term.Function t, Values v) {
        if (!v.isBinary()) {
            return v.as(t.type());
        }
        double power = Values.power(ScalarFunction.digits(t.arguments()));
        Values out = like(v);
        for (int i = 0; i < out.size(); i++) {
            double moved = Math.abs(v.doubles()[i] * power);
            double whole = Math.floor(moved);
            double near = moved - whole >= 0.5 ? whole + 1 : whole;
            double value = Math.copySign(near, v.doubles()[i]) / power;
            out.doubles()[i] = Double.isFinite(value) ? value : v.doubles()[i];
        }
        return out;
    }
}
