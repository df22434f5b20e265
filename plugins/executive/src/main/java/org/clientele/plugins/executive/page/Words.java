package org.clientele.plugins.executive.page;

import java.util.Locale;
import org.clientele.sdk.data.Unit;

/** Numbers in sentences. Days are written 2011-12-09, which pictures turn into their reader's form. */
public final class Words {
    private Words() {}

    /** "4,338". */
    public static String count(long n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }

    /** "1 customer", "4,338 customers". */
    public static String customers(long n) {
        return n == 1 ? "1 customer" : count(n) + " customers";
    }

    /** "61 %", with one decimal below ten: "8.4 %"; "–" of nothing. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "–";
        }
        String digits =
                String.format(Locale.ENGLISH, Math.abs(share) < 0.0995 ? "%.1f" : "%.0f", Math.abs(share) * 100);
        boolean zero = digits.equals("0.0");
        return (share < 0 && !zero ? "−" : "") + (zero ? "0" : digits) + " %";
    }

    /** "GBP 9.75M", "GBP 48.2k", "−GBP 312"; without a unit just the number. */
    public static String money(long amount, Unit unit) {
        double value = Math.abs(Amounts.number(amount));
        String digits = value >= 999_500
                ? String.format(Locale.ENGLISH, "%.2fM", value / 1e6)
                : value >= 999.5
                        ? String.format(Locale.ENGLISH, "%.1fk", value / 1e3)
                        : String.format(Locale.ENGLISH, "%.0f", value);
        String currency = unit.numerator().equals(Unit.MONEY) ? "" : unit.numerator() + " ";
        return (amount < 0 ? "−" : "") + currency + digits;
    }

    /** "2.7", "42". */
    public static String number(double value) {
        return String.format(Locale.ENGLISH, Math.abs(value) < 9.95 ? "%.1f" : "%,.0f", value);
    }
}
