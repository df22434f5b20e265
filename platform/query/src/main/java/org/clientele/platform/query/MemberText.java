package org.clientele.platform.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** Members of a dimension as filters name them, in text, as values of the dimension's type. */
public final class MemberText {
    private static final Texts TEXTS = Texts.of(MemberText.class);

    private MemberText() {}

    /** @throws AnalyticsException ARGUMENT_INVALID if the text is no value of that type */
    public static Term.Literal literal(String dimension, String text, ValueType type) {
        try {
            return new Term.Literal(value(text.strip(), text, type), type);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    switch (type.kind()) {
                        case DATE -> TEXTS.get("member.text.no_day", text, dimension);
                        case TIMESTAMP -> TEXTS.get("member.text.no_moment", text, dimension);
                        default -> TEXTS.get("member.text.no_number", text, dimension);
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
