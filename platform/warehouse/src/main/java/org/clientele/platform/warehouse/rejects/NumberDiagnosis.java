package org.clientele.platform.warehouse.rejects;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What is wrong with a value where a number is wanted. */
final class NumberDiagnosis {
    private static final Texts TEXTS = Texts.of(NumberDiagnosis.class);

    /** A number as people write it, with whatever separators. */
    private static final String NUM = "(?:[+-]?(?:\\d[\\d.,'\u2019]*|[.,]\\d+))";

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final Expected expected;
    private final String value;
    private final String shown;

    private NumberDiagnosis(Expected expected, String value) {
        this.expected = expected;
        this.value = value;
        this.shown = Shown.quoted(value);
    }

    static Finding explain(Expected expected, String value) {
        NumberDiagnosis d = new NumberDiagnosis(expected, value);
        Finding found = d.otherScript();
        if (found == null && expected.signed()) {
            // A number alone, or with another sign, is as wrong as anything else here.
            found = d.notOneNumber();
            return found != null ? found : NumberTrouble.NUMBER_OTHER.with(d.shown, expected.wanted());
        }
        found = found != null ? found : d.signs();
        found = found != null ? found : d.notOneNumber();
        found = found != null ? found : d.shortForm();
        found = found != null ? found : NumberMarks.explain(expected, value, shown(value));
        found = found != null ? found : d.companions();
        found = found != null ? found : d.several();
        return found != null ? found : d.words();
    }

    private static String shown(String value) {
        return Shown.quoted(value);
    }

    /** The number that was probably meant, as this column writes it. */
    private String meant(String number) {
        return NumberMarks.meant(number, expected);
    }

    private boolean fits(String pattern) {
        return Patterns.fits(pattern, value);
    }

    private @Nullable Matcher match(String pattern) {
        Matcher m = Patterns.matcher(pattern, value);
        return m.matches() ? m : null;
    }

    private @Nullable Finding otherScript() {
        if (value.codePoints().anyMatch(c -> c >= 0xff01 && c <= 0xff5e)) {
            return NumberTrouble.NUMBER_FULL_WIDTH.with(shown, Normalizer.normalize(value, Normalizer.Form.NFKC));
        }
        if (value.codePoints().anyMatch(c -> c > 0x7f && Character.isDigit(c))) {
            return NumberTrouble.NUMBER_OTHER_DIGITS.with(shown, meant(digitsInAscii(value)));
        }
        int raised = value.codePoints()
                .filter(c -> Character.getType(c) == Character.OTHER_NUMBER)
                .findFirst()
                .orElse(-1);
        return raised < 0 || !fits("[+-]?[\\d.,\\p{No} ]+")
                ? null
                : NumberTrouble.NUMBER_FRACTION_CHARACTER.with(shown, Shown.character(raised));
    }

    static String digitsInAscii(String value) {
        StringBuilder out = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (c > 0x7f && Character.isDigit(c)) {
                out.append(Character.digit(c, 10));
            } else if (c == 0x66b || c == 0x66c) {
                out.append(c == 0x66b ? '.' : ',');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private @Nullable Finding signs() {
        Matcher m = match("([\u2010-\u2015\u2212\uFE63])\\s*(" + NUM + ")");
        if (m != null) {
            return NumberTrouble.NUMBER_DASH_FOR_MINUS.with(
                    shown, Shown.character(m.group(1).codePointAt(0)), "-" + meant(m.group(2)));
        }
        m = match("\\(\\s*[-+]?[^()\\d.,+-]?\\s*(" + NUM + ")[^()\\d]{0,5}\\)");
        if (m != null) {
            return NumberTrouble.NUMBER_BRACKETS.with(
                    shown, "-" + meant(m.group(1).replaceFirst("^[+-]", "")));
        }
        m = match("(\\d[\\d']*)[.,](-{1,2}|\u2013|\u2014)");
        if (m != null) {
            return NumberTrouble.NUMBER_DASH_FOR_CENTS.with(shown, meant(m.group(1)));
        }
        m = match("(\\d[\\d.,' ]*?)\\s*-");
        if (m != null) {
            return NumberTrouble.NUMBER_TRAILING_MINUS.with(shown, "-" + meant(m.group(1)));
        }
        if (fits("[+-]\\s*[+-][\\s+-]*[\\d.,]+|[+-][\\d.,]+\\s*[+-]")) {
            return NumberTrouble.NUMBER_TWO_SIGNS.with(shown);
        }
        m = match("([+-])\\s+(" + NUM + ")");
        if (m != null) {
            return NumberTrouble.NUMBER_SIGN_APART.with(shown, ("-".equals(m.group(1)) ? "-" : "") + meant(m.group(2)));
        }
        return fits("[\\d., ]+\\s*(cr|dr|haben|soll)\\.?|(cr|dr|haben|soll)\\.?\\s*[\\d., ]+")
                ? NumberTrouble.NUMBER_CREDIT_DEBIT.with(shown)
                : null;
    }

    /** Values that are something else altogether. */
    private @Nullable Finding notOneNumber() {
        if (fits("[+-]?(nan|-?1\\.#(ind|qnan).*)")) {
            return NumberTrouble.NUMBER_NAN.with(shown);
        }
        if (fits("[+-]?(inf|infinity|\u221e|unendlich|1\\.#inf.*)")) {
            return NumberTrouble.NUMBER_INFINITE.with(shown);
        }
        if (fits("true|false|yes|no|y|n|ja|nein|wahr|falsch|oui|non|on|off")) {
            return NumberTrouble.NUMBER_YES_NO.with(shown);
        }
        if (fits("free|gratis|kostenlos|umsonst|for free|free of charge|nothing")) {
            return NumberTrouble.NUMBER_FREE.with(shown);
        }
        if (fits("\\S+@\\S+\\.\\S+|https?://.*|www\\..*")) {
            return NumberTrouble.NUMBER_ADDRESS.with(shown);
        }
        if (fits("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}([T ].*)?|\\d{1,2}([-/.])\\d{1,2}\\2(\\d{4}|\\d{2})(\\s.*)?")) {
            return NumberTrouble.NUMBER_DATE.with(shown);
        }
        if (fits("\\d{1,4}[-. ]" + Months.SHORT_NAMES + "|" + Months.SHORT_NAMES + "[-. ]\\d{1,4}")) {
            return NumberTrouble.NUMBER_TURNED_DATE.with(shown);
        }
        if (fits(
                "-?\\d{1,4}:\\d{2}(:\\d{2})?([.,]\\d+)?|(\\d+\\s*(h|hrs?|std)\\.?\\s*)(\\d+\\s*(m|min)\\.?)|P(\\d+D)?T\\d.*")) {
            return NumberTrouble.NUMBER_TIME.with(shown);
        }
        Matcher hex = match("0x([0-9a-f]{1,16})");
        return hex == null
                ? null
                : NumberTrouble.NUMBER_HEXADECIMAL.with(shown, new BigInteger(hex.group(1), 16).toString());
    }

    private @Nullable Finding shortForm() {
        Matcher m = match("[+-]?(\\d*)[.,]?\\d*e([+-]?\\d+)");
        if (m == null || m.group(1).isEmpty()) {
            return null;
        }
        String exponent = m.group(2).replaceFirst("^[+-]?0*", "");
        boolean large = !m.group(2).startsWith("-")
                && (exponent.length() > 4
                        || Integer.parseInt("0" + exponent) + m.group(1).length() > expected.wholeDigits());
        return large
                ? NumberTrouble.NUMBER_EXPONENT_TOO_LARGE.with(shown, expected.wholeDigits())
                : NumberTrouble.NUMBER_SHORT_FORM.with(shown);
    }

    /** A number with something before or behind it. */
    private @Nullable Finding companions() {
        Matcher m = match("(" + NUM + ")\\s*(?:%|pct\\.?|percent|prozent)");
        if (m != null) {
            String number = NumberMarks.meant(m.group(1), expected.marked('.'));
            return NumberTrouble.NUMBER_PERCENT.with(
                    shown, expected.inOwnMark(number), expected.inOwnMark(shifted(number, 2)));
        }
        m = match("(" + NUM + ")\\s*\u2030");
        if (m != null) {
            String number = NumberMarks.meant(m.group(1), expected.marked('.'));
            return NumberTrouble.NUMBER_PER_MILLE.with(shown, expected.inOwnMark(shifted(number, 3)));
        }
        String sign = "((?:[A-Z]{1,2})?\\p{Sc}|kr\\.?|fr\\.?|z\u0142|rs\\.?)";
        m = match("([+-]?)\\s*" + sign + "\\s*(" + NUM + ")");
        if (m != null) {
            return NumberTrouble.NUMBER_CURRENCY_SIGN.with(shown, m.group(2), m.group(1) + meant(m.group(3)));
        }
        m = match("(" + NUM + ")\\s*" + sign);
        if (m != null) {
            return NumberTrouble.NUMBER_CURRENCY_SIGN.with(shown, m.group(2), meant(m.group(1)));
        }
        m = match(
                "(" + NUM + ")\\s*(k|tsd\\.?|thousand|mio\\.?|mln\\.?|million(?:s|en)?|bn|billion|mrd\\.?|lakh|crore)");
        if (m != null) {
            return magnitude(m.group(1), m.group(2));
        }
        m = match("(" + NUM + ")(st|nd|rd|th|\u00ba|\u00aa)");
        if (m != null) {
            return NumberTrouble.NUMBER_ORDINAL.with(shown, meant(m.group(1)));
        }
        m = match(
                "(?:~|\u2248|ca?\\.|circa|approx\\.?|about|etwa|rund|<=?|>=?|\u2264|\u2265|\u00b1|max\\.?|min\\.?|at (?:least|most)|over"
                        + "|under|mindestens|h\u00f6chstens)\\s*" + NUM + ".*|\\d+\\s*\\+|" + NUM + "\\s*\u00b1.*");
        if (m != null) {
            return NumberTrouble.NUMBER_APPROXIMATE.with(shown);
        }
        return letters();
    }

    private @Nullable Finding letters() {
        if (fits("[+-]?[\\do.,]*\\d[\\do.,]*") || fits("[+-]?[o][.,]\\d+")) {
            return NumberTrouble.NUMBER_LETTER_O.with(shown, meant(value.replaceAll("[oO]", "0")));
        }
        if (fits("[+-]?[\\dli|.,]*\\d[\\dli|.,]*") && !value.endsWith("l")) {
            Matcher letter = Patterns.matcher("[li|]", value);
            return letter.find()
                    ? NumberTrouble.NUMBER_LETTER_L.with(shown, letter.group(), meant(value.replaceAll("[lLiI|]", "1")))
                    : null;
        }
        Matcher m = match("(" + NUM + ")\\s*([a-z]{3})");
        m = m != null && CURRENCIES.contains(m.group(2).toUpperCase(Locale.ROOT)) ? m : null;
        if (m != null) {
            return code(m.group(2), m.group(1));
        }
        m = match("([a-z]{3})\\s*(" + NUM + ")");
        if (m != null && CURRENCIES.contains(m.group(1).toUpperCase(Locale.ROOT))) {
            return code(m.group(1), m.group(2));
        }
        m = match("(" + NUM + ")\\s*([\\p{L}\u00b0\u00b2\u00b3/]{1,12}\\.?)");
        if (m != null && !m.group(2).matches("[xX/]")) {
            return NumberTrouble.NUMBER_UNIT.with(shown, m.group(2), meant(m.group(1)));
        }
        m = match(
                "((?:no|nr|num|qty|quantity|menge|anzahl|price|preis|amount|total|count|art)\\b\\.?\\s*[:=#]?|[#:=*])\\s*("
                        + NUM + ")");
        return m == null
                ? null
                : NumberTrouble.NUMBER_LABEL.with(shown, m.group(1).strip(), meant(m.group(2)));
    }

    private Finding code(String currency, String number) {
        return NumberTrouble.NUMBER_CURRENCY_CODE.with(shown, currency, meant(number));
    }

    private Finding magnitude(String number, String word) {
        String w = word.toLowerCase(Locale.ROOT);
        int places = w.startsWith("k") || w.startsWith("t")
                ? 3
                : w.startsWith("mrd") || w.startsWith("b") ? 9 : w.equals("lakh") ? 5 : w.equals("crore") ? 7 : 6;
        String plain = NumberMarks.meant(number, expected.marked('.'));
        return NumberTrouble.NUMBER_MAGNITUDE.with(shown, word, expected.inOwnMark(shifted(plain, -places)));
    }

    /** The number with its point moved to the left by some places. */
    private static String shifted(String number, int left) {
        try {
            BigDecimal moved = new BigDecimal(number).movePointLeft(left).stripTrailingZeros();
            return moved.scale() < 0 ? moved.setScale(0).toPlainString() : moved.toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private @Nullable Finding several() {
        Matcher m = match("(" + NUM + ")\\s*(?:-|\u2013|\u2014|to|bis|\\.\\.+|\u2026)\\s*(" + NUM + ")");
        if (m != null) {
            return NumberTrouble.NUMBER_RANGE.with(shown, meant(m.group(1)), meant(m.group(2)));
        }
        if (fits("(\\d+\\s+)?\\d+\\s*[/:]\\s*\\d+")) {
            return NumberTrouble.NUMBER_FRACTION.with(shown);
        }
        if (fits(NUM + "(\\s*[+*x\u00d7\u00b7]\\s*" + NUM + ")+(\\s*=.*)?")) {
            return NumberTrouble.NUMBER_ARITHMETIC.with(shown);
        }
        return fits(NUM + "\\s*([;|&]|,\\s|and|und|\\s)\\s*\\(?" + NUM + "\\)?.*|" + NUM + "\\s*\\(" + NUM + "\\)")
                ? NumberTrouble.NUMBER_TWO.with(shown)
                : null;
    }

    private Finding words() {
        String number = NumberWords.DIGITS.get(value.toLowerCase(Locale.ROOT));
        if (number != null) {
            return NumberTrouble.NUMBER_WORD.with(shown, number);
        }
        boolean letter = value.codePoints().anyMatch(Character::isLetter);
        boolean digit = value.codePoints().anyMatch(Character::isDigit);
        if (letter && !digit) {
            return NumberTrouble.NUMBER_LETTERS.with(shown);
        }
        return letter && fits("[\\p{L}\\d._/#-]+")
                ? NumberTrouble.NUMBER_CODE.with(shown)
                : NumberTrouble.NUMBER_OTHER.with(shown, wanted());
    }

    private String wanted() {
        if (!expected.example().isEmpty()) {
            return expected.wanted();
        }
        return expected.type() == ColumnType.INTEGER
                ? TEXTS.get("number.diagnosis.whole")
                : TEXTS.get(
                        expected.decimalMark() == ',' ? "number.diagnosis.comma" : "number.diagnosis.point",
                        String.valueOf(expected.wholeDigits()));
    }
}
