package org.clientele.platform.query.formula;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;

/**
 * The scalar functions. A new one is a constant here with its rule, and its SQL in one switch of the SQL side; the
 * grammar knows none of them.
 */
public enum ScalarFunction {
    /** {@code abs(number)}. */
    ABS(1, 1, "function.one_number") {
        @Override
        Optional<ValueType> type(List<Term> arguments) {
            return Optional.of(arguments.get(0).type()).filter(ValueType::isNumeric);
        }
    },
    /** {@code coalesce(value, value, ...)}: the first that is not missing. */
    COALESCE(2, 20, "function.values") {
        @Override
        Optional<ValueType> type(List<Term> arguments) {
            return common(arguments);
        }
    },
    /** {@code days(moment)}: whole days since 1 January 1970, so that moments can be ranked and subtracted. */
    DAYS(1, 1, "function.day") {
        @Override
        Optional<ValueType> type(List<Term> arguments) {
            return Optional.of(ValueType.INTEGER)
                    .filter(t -> arguments.get(0).type().kind().isTemporal());
        }
    },
    /** {@code lower(text)}: in small letters, to look for a text in any case. */
    LOWER(1, 1, "function.one_text") {
        @Override
        Optional<ValueType> type(List<Term> arguments) {
            return Optional.of(arguments.get(0).type()).filter(ValueType.TEXT::equals);
        }
    },
    /** {@code round(number)} or {@code round(number, digits)}: halves away from zero. */
    ROUND(1, 2, "function.number_and_digits") {
        @Override
        Optional<ValueType> type(List<Term> arguments) {
            ValueType type = arguments.get(0).type();
            if (!type.isNumeric() || digits(arguments) < 0 || digits(arguments) > 8) {
                return Optional.empty();
            }
            boolean shortens = type.kind() == ColumnType.DECIMAL && digits(arguments) < type.scale();
            return Optional.of(shortens ? ValueType.decimal(digits(arguments)) : type);
        }
    },
    /** {@code least(value, value, ...)}: missing values are passed over. */
    LEAST(2, 20, "function.values") {
        @Override
        Optional<ValueType> type(List<Term> arguments) {
            return common(arguments);
        }
    },
    /** {@code greatest(value, value, ...)}: missing values are passed over. */
    GREATEST(2, 20, "function.values") {
        @Override
        Optional<ValueType> type(List<Term> arguments) {
            return common(arguments);
        }
    };
    private static final Texts TEXTS = Texts.of(ScalarFunction.class);

    private final int least;
    private final int most;
    private final String takes;

    ScalarFunction(int least, int most, String takes) {
        this.least = least;
        this.most = most;
        this.takes = takes;
    }

    /** The function of that name, in any case. */
    static Optional<ScalarFunction> find(String name) {
        return Arrays.stream(values())
                .filter(f -> f.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The type of the result, or empty if the arguments are of the wrong number or type. */
    final Optional<ValueType> typeOf(List<Term> arguments) {
        boolean fits = arguments.size() >= least && arguments.size() <= most;
        return fits ? type(arguments) : Optional.empty();
    }

    abstract Optional<ValueType> type(List<Term> arguments);

    /** How many of {@code count} arguments have the unit of the result; the rest are settings. */
    final int measured(int count) {
        return this == ROUND ? 1 : count;
    }

    /** The digits that a round keeps; -1 if they are not a constant. */
    public static int digits(List<Term> arguments) {
        if (arguments.size() == 1) {
            return 0;
        }
        return arguments.get(1) instanceof Term.Literal l && l.value() instanceof BigDecimal d && d.scale() == 0
                ? d.min(BigDecimal.valueOf(99)).intValue()
                : -1;
    }

    /** For people: "coalesce takes two or more values of one type". */
    String usage() {
        return TEXTS.get(takes, name().toLowerCase(Locale.ROOT));
    }

    private static Optional<ValueType> common(List<Term> arguments) {
        Optional<ValueType> type = Optional.of(arguments.get(0).type());
        for (Term t : arguments) {
            type = type.flatMap(known -> known.with(t.type()));
        }
        return type;
    }
}
