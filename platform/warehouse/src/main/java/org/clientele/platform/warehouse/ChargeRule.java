package org.clientele.platform.warehouse;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Which order lines are charges (postage, fees, samples, bank charges) and no goods: those whose product id or whose
 * description is, as a whole, what one of two regular expressions says. An empty expression says nothing.
 *
 * @param codes of product ids, case-sensitive: "POST|DOT"
 * @param words of descriptions, whatever the case, without blanks around: "bank charges|porto"
 */
public record ChargeRule(String codes, String words) {
    private static final Texts TEXTS = Texts.of(ChargeRule.class);

    private static final int MAX_LENGTH = 10_000;

    /** Upper case, since "m" and "fee" may well be goods; the last ones are those of shops that were looked at. */
    private static final String CODES = String.join(
            "|",
            List.of(
                    "POST(AGE)?",
                    "DOT",
                    "SHIP(PING)?",
                    "DELIVERY",
                    "CARRIAGE",
                    "FREIGHT",
                    "FEES?",
                    "BANK ?CHARGES?",
                    "AMAZON ?FEE",
                    "SAMPLES?",
                    "DISCOUNT",
                    "VERSAND(KOSTEN)?",
                    "PORTO",
                    "FRACHT(KOSTEN)?",
                    "RABATT",
                    "MUSTER",
                    "GEB(Ü|UE)HR(EN)?",
                    "M",
                    "m",
                    "D",
                    "S",
                    "B",
                    "C2",
                    "CRUK",
                    "PADS",
                    "gift_0001_.*"));

    /** Whole descriptions only: a carriage clock is no carriage. */
    private static final String WORDS = String.join(
            "|",
            List.of(
                    "((standard|express|international|next day|dotcom|registered|free)\\s+)?"
                            + "(postage|shipping|delivery|carriage|freight|p&p)"
                            + "(\\s+(and|&)\\s+(packing|packaging|handling))?(\\s+(costs?|fees?|charges?))?",
                    "(bank|service|handling|admin|administration|transaction|payment|processing|amazon|paypal|card|late)"
                            + "\\s+(fees?|charges?|commission)",
                    "(free\\s+)?samples?",
                    "discount",
                    "surcharge",
                    "(versand|porto|fracht|liefer|transport|bearbeitungs|verpackungs|bank|mahn|zahlungs|service|storno)"
                            + "[- ]?(kosten|geb(ü|ue)hr(en)?|spesen|pauschale)",
                    "versand",
                    "porto",
                    "fracht",
                    "(gratis|waren)?muster",
                    "rabatt",
                    "skonto",
                    "geb(ü|ue)hr(en)?"));

    private static final ChargeRule STANDARD = new ChargeRule(CODES, WORDS);

    /** @throws AnalyticsException ARGUMENT_INVALID if an expression is none */
    public ChargeRule {
        check(Objects.requireNonNull(codes, "codes"));
        check(Objects.requireNonNull(words, "words"));
    }

    private static void check(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw invalid(TEXTS.get("charge.rule.longer_than_characters", String.valueOf(MAX_LENGTH)));
        }
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw invalid(
                    TEXTS.get("charge.rule.near_position", e.getDescription(), String.valueOf((e.getIndex() + 1))));
        }
    }

    private static AnalyticsException invalid(String why) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("charge.rule.rule_for_charges_no", why));
    }

    /** The rule where nobody set one: postage, fees, discounts, samples and bank charges in English and German. */
    public static ChargeRule standard() {
        return STANDARD;
    }

    /** Whether nothing is a charge. */
    public boolean isEmpty() {
        return codes.isEmpty() && words.isEmpty();
    }

    /**
     * The rule as SQL that is true or false and never null.
     *
     * @param product an SQL expression of the product id
     * @param description an SQL expression of the description
     * @param bind makes an SQL expression of a text, by binding it
     */
    String sql(String product, String description, UnaryOperator<String> bind) {
        if (isEmpty()) {
            return "false";
        }
        String byCode =
                codes.isEmpty() ? "" : "coalesce(regexp_full_match(" + product + ", " + bind.apply(codes) + "), false)";
        String byWord = words.isEmpty()
                ? ""
                : "coalesce(regexp_full_match(trim(" + description + "), " + bind.apply("(?i)(" + words + ")")
                        + "), false)";
        return byCode.isEmpty() || byWord.isEmpty() ? byCode + byWord : "(" + byCode + " OR " + byWord + ")";
    }
}
