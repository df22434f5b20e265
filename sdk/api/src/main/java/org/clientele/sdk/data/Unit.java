package org.clientele.sdk.data;

import java.util.Set;
import org.clientele.sdk.text.Texts;

/**
 * What a number counts, so that it is labelled rightly and nobody adds pounds to orders.
 *
 * @param numerator what is counted: an ISO 4217 code ("GBP"), {@link #MONEY} before the currency is known, a plural noun
 *     ("orders"), {@link #RATIO} for shares, or "" for nothing
 * @param denominator what it is divided by, of the same kind, or ""
 */
public record Unit(String numerator, String denominator) {
    private static final Texts TEXTS = Texts.of(Unit.class);

    /** Stands for the currency until a query knows it. */
    public static final String MONEY = "money";
    /** Marks a share: 0.0841 is shown as 8.4 %. */
    public static final String RATIO = "ratio";

    /** What metrics and columns of the platform count; nouns of others stay as they are. */
    private static final Set<String> KNOWN = Set.of(
            "contacts",
            "customers",
            "days",
            "features",
            "lines",
            "months",
            "orders",
            "products",
            "rows",
            "segments",
            "units",
            "years",
            RATIO,
            MONEY);

    /** No unit: labels and dates. */
    public static Unit none() {
        return new Unit("", "");
    }

    /** Money of the currency of the data. */
    public static Unit money() {
        return new Unit(MONEY, "");
    }

    /** A share of one. */
    public static Unit ratio() {
        return new Unit(RATIO, "");
    }

    /** @param noun a plural noun, "orders", or an ISO 4217 code, "GBP" */
    public static Unit of(String noun) {
        return new Unit(noun, "");
    }

    /** The unit of this divided by {@code divisor}: a ratio where both are the same. */
    public Unit per(Unit divisor) {
        if (equals(divisor)) {
            return ratio();
        }
        return divisor.numerator.isEmpty() || divisor.isRatio() ? this : new Unit(numerator, divisor.numerator);
    }

    /** Whether it is money, of a known currency or not, and not money per something. */
    public boolean isMoney() {
        return denominator.isEmpty() && isCurrency(numerator);
    }

    /** Whether the numerator is money, as in "GBP per order". */
    public boolean countsMoney() {
        return isCurrency(numerator);
    }

    /** Whether it is a share. */
    public boolean isRatio() {
        return numerator.equals(RATIO);
    }

    /** The same with the currency put in for {@link #MONEY}. */
    public Unit inCurrency(String iso4217) {
        return numerator.equals(MONEY) ? new Unit(iso4217, denominator) : this;
    }

    private static boolean isCurrency(String s) {
        return s.equals(MONEY) || (s.length() == 3 && s.chars().allMatch(c -> c >= 'A' && c <= 'Z'));
    }

    /** For people, in their language as far as the noun is known: "GBP", "GBP per order", "orders", "ratio", or "". */
    public String words() {
        if (denominator.isEmpty()) {
            return KNOWN.contains(numerator) ? TEXTS.get("unit." + numerator) : numerator;
        }
        String counted = KNOWN.contains(numerator) ? TEXTS.get("unit." + numerator) : numerator;
        return KNOWN.contains(denominator)
                ? TEXTS.get("per." + denominator, counted)
                : TEXTS.get("any.per", counted, one(denominator));
    }

    private static String one(String nouns) {
        return nouns.endsWith("s") ? nouns.substring(0, nouns.length() - 1) : nouns;
    }

    /** The same in every language, for files and other programs: "GBP", "GBP per order", "orders", "ratio", or "". */
    @Override
    public String toString() {
        if (denominator.isEmpty()) {
            return numerator;
        }
        return numerator + " per " + one(denominator);
    }
}
