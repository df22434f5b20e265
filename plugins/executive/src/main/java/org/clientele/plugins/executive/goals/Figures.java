package org.clientele.plugins.executive.goals;

import java.util.Locale;
import org.clientele.sdk.data.Unit;

/** Values of any unit in words. */
final class Figures {
    private static final double MILLION = 999_500;
    private static final double THOUSAND = 9_999.5;

    private Figures() {}

    /** "GBP 1.23M", "12,345 orders" in short: "12.3k", "8.4 %"; "–" for nothing. */
    static String of(double value, Unit unit) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String sign = value < 0 ? "−" : "";
        double v = Math.abs(value);
        if (unit.isRatio()) {
            return sign + String.format(Locale.ENGLISH, "%.1f %%", v * 100);
        }
        String digits = v >= MILLION
                ? String.format(Locale.ENGLISH, "%.2fM", v / 1e6)
                : v >= THOUSAND
                        ? String.format(Locale.ENGLISH, "%.1fk", v / 1e3)
                        : String.format(Locale.ENGLISH, v < 100 && v != Math.rint(v) ? "%.2f" : "%,.0f", v);
        boolean named = unit.countsMoney() && !unit.numerator().equals(Unit.MONEY);
        return sign + (named ? unit.numerator() + " " : "") + digits;
    }

    /** "2.78M to 2.87M", without currency. */
    static String range(double low, double high, Unit unit) {
        Unit plain = unit.isRatio() ? unit : Unit.none();
        return of(low, plain) + " to " + of(high, plain);
    }

    /** "+4.1 %", "−12 %", "–". */
    static String change(double ratio) {
        if (!Double.isFinite(ratio)) {
            return "–";
        }
        String digits =
                String.format(Locale.ENGLISH, Math.abs(ratio) < 0.0995 ? "%.1f" : "%.0f", Math.abs(ratio) * 100);
        boolean none = digits.equals("0.0");
        return (none ? "" : ratio < 0 ? "−" : "+") + digits + " %";
    }

    /** "73 %", "over 99 %", "under 1 %". */
    static String chance(double p) {
        if (!Double.isFinite(p)) {
            return "–";
        }
        if (p > 0.99 && p < 1) {
            return "over 99 %";
        }
        if (p < 0.01 && p > 0) {
            return "under 1 %";
        }
        return Math.round(p * 100) + " %";
    }
}
