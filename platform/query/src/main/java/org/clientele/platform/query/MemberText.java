package org.clientele.platform.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/** Members of a dimension as filters name them, in text, as values of the dimension's type. */
final class MemberText {
    private MemberText() {}

    /** @throws AnalyticsException ARGUMENT_INVALID if the text is no value of that type */
    static Term literal(String dimension, String text, ValueType type) {
        try {
            return new Term.Literal(value(text.strip(), text, type), type);
        } catch (DateTimeException | NumberFormatException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    "\"" + text + "\" is no member of " + dimension + ", whose members are "
                            + switch (type.kind()) {
                                case DATE -> "days such as 2011-12-01.";
                                case TIMESTAMP -> "moments such as 2011-12-01T13:30.";
                                default -> "numbers.";
                            },
                    e);
        }
    }

    private static Object value(String bare, String text, ValueType type) {
        return switch (type.kind()) {
            case TEXT -> text;
            case BOOLEAN -> Boolean.valueOf(bare);
            case INTEGER -> new BigDecimal(bare).longValueExact();
            case DECIMAL -> new BigDecimal(bare);
            case DOUBLE -> Double.valueOf(bare);
            case DATE -> LocalDate.parse(bare);
            case TIMESTAMP -> bare.indexOf('T') < 0 ? LocalDate.parse(bare).atStartOfDay() : LocalDateTime.parse(bare);
        };
    }
}
