package org.clientele.platform.workbench.gesture;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is in view of a whole, or chosen from it, as parts of the whole. Immutable.
 *
 * @param from 0 to 1
 * @param to 0 to 1, not less than {@code from}
 */
public record Extent(double from, double to) {
    /** All of it. */
    public static final Extent WHOLE = new Extent(0, 1);
    /** Less in view than this part of the whole is not asked for: a person would be lost. */
    public static final double LEAST = 0.001;

    private static final String BETWEEN = "..";
    private static final int DIGITS = 7;

    public Extent {
        if (!(from >= 0 && to <= 1 && from <= to)) {
            throw new IllegalArgumentException("Not a part of a whole: " + from + BETWEEN + to);
        }
    }

    /** Reads "0.25..0.75"; what is no such text is the whole. */
    public static Extent parse(String text) {
        int at = text.indexOf(BETWEEN);
        try {
            return at < 0
                    ? WHOLE
                    : between(
                            Double.parseDouble(text.substring(0, at)),
                            Double.parseDouble(text.substring(at + BETWEEN.length())));
        } catch (NumberFormatException e) {
            return WHOLE;
        }
    }

    /** From the smaller to the larger of two places, which may lie outside; NaN gives the whole. */
    public static Extent between(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b)
                ? WHOLE
                : new Extent(clamp(Math.min(a, b), 1), clamp(Math.max(a, b), 1));
    }

    /** As {@link #parse} reads it: "0.25..0.75". */
    public String text() {
        return digits(from) + BETWEEN + digits(to);
    }

    /** A part of a whole in as few digits as say it. */
    public static String digits(double part) {
        BigDecimal rounded =
                BigDecimal.valueOf(part).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** How much of the whole it is. */
    public double size() {
        return to - from;
    }

    /** Whether it is all, but for rounding. */
    public boolean isWhole() {
        return from < 1e-6 && to > 1 - 1e-6;
    }

    /** The part of the whole that is at a part of what is in view. */
    public double at(double part) {
        return from + clamp(part, 1) * size();
    }

    /** Shows a part of the whole of a place {@code factor} times as large; the place stays where it is in view. */
    public Extent zoom(double part, double factor) {
        double p = clamp(part, 1);
        double wanted = Math.max(LEAST, Math.min(1, size() * factor));
        return within(at(p) - p * wanted, wanted);
    }

    /** Moves by parts of what is in view, as far as there is something. */
    public Extent move(double parts) {
        return within(from + parts * size(), size());
    }

    private static Extent within(double start, double size) {
        double first = clamp(start, 1 - size);
        return new Extent(first, Math.min(1, first + size));
    }

    private static double clamp(double part, double most) {
        return Math.max(0, Math.min(Math.max(0, most), part));
    }
}
