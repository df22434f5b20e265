package org.clientele.plugins.executive.goals;

import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** Values of any unit in words. */
final class Figures {
    private static final Texts TEXTS = Texts.of(Figures.class);

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
            return sign + Words.percent("%.1f", v);
        }
        String digits = v >= MILLION
                ? Words.millions(v)
                : v >= THOUSAND ? Words.thousands(v) : Words.digits(v < 100 && v != Math.rint(v) ? "%.2f" : "%,.0f", v);
        boolean named = unit.countsMoney() && !unit.numerator().equals(Unit.MONEY);
        return sign + (named ? unit.numerator() + " " : "") + digits;
    }

    /** "2.78M to 2.87M", without currency. */
    static String range(double low, double high, Unit unit) {
        Unit plain = unit.isRatio() ? unit : Unit.none();
        return TEXTS.get("range", of(low, plain), of(high, plain));
    }

    /** "+4.1 %", "−12 %", "–". */
    static String change(double ratio) {
        if (!Double.isFinite(ratio)) {
            return "–";
        }
        double size = Math.abs(ratio);
        boolean none = size < 0.0005;
        return (none ? "" : ratio < 0 ? "−" : "+") + Words.percent(size < 0.0995 ? "%.1f" : "%.0f", size);
    }

    /** "73 %", "over 99 %", "under 1 %". */
    static String chance(double p) {
        if (!Double.isFinite(p)) {
            return "–";
        }
        if (p > 0.99 && p < 1) {
            return TEXTS.get("chance.over");
        }
        if (p < 0.01 && p > 0) {
            return TEXTS.get("chance.under");
        }
        return Words.percent("%.0f", p);
    }
}
