package org.clientele.platform.query.formula;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Function;
import org.clientele.platform.query.grammar.FormulaParser;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;

/** Constants: how they are read, and how they take the type of what they meet. */
final class Literals {
    private static final Texts TEXTS = Texts.of(Literals.class);

    private static final int DIGITS = 18;
    /** More digits than this behind the point of a product are rounded away. */
    private static final int PRODUCT_SCALE = 8;

    private Literals() {}

    static Term.Literal number(String text, Function<String, AnalyticsException> error) {
        BigDecimal value = new BigDecimal(text);
        if (value.precision() > DIGITS || value.scale() > PRODUCT_SCALE) {
            throw error.apply(TEXTS.get("literals.number_has_at_most_digits", DIGITS, PRODUCT_SCALE));
        }
        return new Term.Literal(value, value.scale() == 0 ? ValueType.INTEGER : ValueType.decimal(value.scale()));
    }

    static String text(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("''", "'");
    }

    static String name(FormulaParser.NameContext name) {
        String text = name.getText();
        return name.QUOTED() == null ? text : text.substring(1, text.length() - 1);
    }

    static Term.Literal moment(String kind, String text, Function<String, AnalyticsException> error) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "date" -> temporal(text, ValueType.DATE, error);
            case "timestamp" -> temporal(text, ValueType.TIMESTAMP, error);
            default -> throw error.apply(TEXTS.get("literals.cannot_stand_before_text_date", kind));
        };
    }

    private static Term.Literal temporal(String text, ValueType type, Function<String, AnalyticsException> error) {
        try {
            if (type.kind() == ColumnType.DATE) {
                return new Term.Literal(LocalDate.parse(text), type);
            }
            return new Term.Literal(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay()
                            : LocalDateTime.parse(text.replace(' ', 'T')),
                    type);
        } catch (DateTimeException e) {
            throw error.apply(TEXTS.get(
                    type.kind() == ColumnType.DATE ? "literals.not_like_date" : "literals.not_like_moment",
                    text,
                    type));
        }
    }

    /** A constant as a value of the type that it is compared with, where it can be; anything else unchanged. */
    static Term fit(Term term, ValueType other, Function<String, AnalyticsException> error) {
        if (!(term instanceof Term.Literal literal)) {
            return term;
        }
        if (literal.value() instanceof String text && other.kind().isTemporal()) {
            // A date column may well be compared with an hour; then both are moments.
            boolean day = other.kind() == ColumnType.DATE && text.length() <= 10;
            return temporal(text, day ? ValueType.DATE : ValueType.TIMESTAMP, error);
        }
        if (literal.value() instanceof LocalDate day && other.kind() == ColumnType.TIMESTAMP) {
            return new Term.Literal(day.atStartOfDay(), ValueType.TIMESTAMP);
        }
        return literal.value() instanceof BigDecimal ? scaled(literal, other) : literal;
    }

    // Numbers of one scale are compared as 64-bit integers, others as 128-bit ones.
    private static Term scaled(Term.Literal literal, ValueType other) {
        BigDecimal value = (BigDecimal) literal.value();
        if (other.kind() != ColumnType.DECIMAL || value.scale() > other.scale()) {
            return literal;
        }
        BigDecimal same = value.setScale(other.scale());
        return same.precision() > DIGITS ? literal : new Term.Literal(same, other);
    }

    static Term negate(Term value) {
        return value instanceof Term.Literal l && l.value() instanceof BigDecimal n
                ? new Term.Literal(n.negate(), l.type())
                : new Term.Negation(value);
    }

    static Term calculate(Term.Operator operator, Term left, Term right) {
        ValueType common = left.type().with(right.type()).orElse(ValueType.DOUBLE);
        ValueType type = switch (operator) {
            case PLUS, MINUS -> common;
            case TIMES ->
                common.kind() == ColumnType.DECIMAL
                        ? ValueType.decimal(Math.min(
                                PRODUCT_SCALE,
                                left.type().scale() + right.type().scale()))
                        : common;
            case DIVIDED_BY -> ValueType.DOUBLE;
        };
        return new Term.Arithmetic(operator, left, right, type);
    }
}
