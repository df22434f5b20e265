package org.clientele.plugins.executive.page;

import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** Numbers in sentences. Days are written 2011-12-09, which pictures turn into their reader's form. */
public final class Words {
    private static final Texts TEXTS = Texts.of(Words.class);

    private Words() {}

    /** "4,338". */
    public static String count(long n) {
        return digits("%,d", n);
    }

    /** The same as a part of a text, whose plural goes by it. */
    public static Texts.Count counted(long n) {
        return new Texts.Count(n, count(n));
    }

    /** "1 customer", "4,338 customers". */
    public static String customers(long n) {
        return TEXTS.get("customers", counted(n));
    }

    /** "61 %", with one decimal below ten: "8.4 %"; "–" of nothing. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "–";
        }
        double size = Math.abs(share) * 100;
        boolean zero = size < 0.05;
        String digits = zero ? "0" : digits(size < 9.95 ? "%.1f" : "%.0f", size);
        return TEXTS.get(share < 0 && !zero ? "percent.less" : "percent", digits);
    }

    /** "GBP 9.75M", "GBP 48.2k", "−GBP 312"; without a unit just the number. */
    public static String money(long amount, Unit unit) {
        double value = Math.abs(Amounts.number(amount));
        String digits = value >= 999_500 ? millions(value) : value >= 999.5 ? thousands(value) : digits("%.0f", value);
        String currency = unit.numerator().equals(Unit.MONEY) ? "" : unit.numerator() + " ";
        return (amount < 0 ? "−" : "") + currency + digits;
    }

    /** "2.7", "42". */
    public static String number(double value) {
        return digits(Math.abs(value) < 9.95 ? "%.1f" : "%,.0f", value);
    }

    /** "9.75M". */
    public static String millions(double value) {
        return TEXTS.get("millions", digits("%.2f", value / 1e6));
    }

    /** "48.2k". */
    public static String thousands(double value) {
        return TEXTS.get("thousands", digits("%.1f", value / 1e3));
    }

    /** Percents with a format of their own: "45.23 %" with "%.2f". */
    public static String percent(String format, double share) {
        return TEXTS.get("percent", digits(format, share * 100));
    }

    /** A number as the language of the texts writes it. */
    public static String digits(String format, Object number) {
        return String.format(Texts.locale(), format, number);
    }
}
