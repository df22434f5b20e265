package org.clientele.platform.query.cube;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.data.ColumnType;

/**
 * A number for each group, exact where the engine is exact. What 64 bits do not hold is an {@link ArithmeticException}.
 *
 * @param type of all numbers
 * @param longs whole numbers of the last digit; empty for DOUBLE
 * @param doubles empty for other types
 * @param missing which there are not
 */
record Values(ValueType type, long[] longs, double[] doubles, boolean[] missing) {
    private static final long MOST = 999_999_999_999_999_999L;

    static Values exact(ValueType type, int size) {
        return new Values(type, new long[size], new double[0], new boolean[size]);
    }

    static Values binary(int size) {
        return new Values(ValueType.DOUBLE, new long[0], new double[size], new boolean[size]);
    }

    int size() {
        return missing.length;
    }

    boolean isBinary() {
        return type.kind() == ColumnType.DOUBLE;
    }

    /** The same as {@code wanted}; digits too many are rounded, halves away from zero. */
    Values as(ValueType wanted) {
        if (type.equals(wanted)) {
            return this;
        }
        if (wanted.kind() == ColumnType.DOUBLE) {
            Values out = new Values(wanted, longs, new double[size()], missing);
            for (int i = 0; i < size(); i++) {
                out.doubles[i] = binary(longs[i], type.scale());
            }
            return out;
        }
        if (isBinary()) {
            throw new ArithmeticException("A binary number is made exact.");
        }
        Values out = new Values(wanted, new long[size()], doubles, missing);
        long step = power(Math.abs(wanted.scale() - type.scale()));
        for (int i = 0; i < size(); i++) {
            out.longs[i] =
                    wanted.scale() >= type.scale() ? Math.multiplyExact(longs[i], step) : rounded(longs[i], step);
        }
        return out;
    }

    /** The same, if the warehouse's 18 digits hold all of them. */
    Values bounded() {
        for (int i = 0; type.kind() == ColumnType.DECIMAL && i < size(); i++) {
            if (!missing[i] && (longs[i] > MOST || longs[i] < -MOST)) {
                throw new ArithmeticException("More than 18 digits.");
            }
        }
        return this;
    }

    /** {@code value / step} to the nearest whole number, halves away from zero. */
    static long rounded(long value, long step) {
        long whole = value / step;
        long rest = Math.abs(value % step);
        return rest >= step - rest ? whole + Long.signum(value) : whole;
    }

    /** As the engine makes a double of a decimal: whole and broken part apart, where one double does not hold all digits. */
    static double binary(long value, int scale) {
        if (scale == 0) {
            return value;
        }
        double power = power(scale);
        return Math.abs(value) <= 1L << 53
                ? value / power
                : (double) (value / (long) power) + (value % (long) power) / power;
    }

    static long power(int digits) {
        if (digits > 18) {
            throw new ArithmeticException("A power of ten beyond 64 bits.");
        }
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    /** A product of {@code digits} digits behind the point, rounded to {@code kept} of them. */
    static long product(long a, long b, int digits, int kept) {
        if (digits == kept) {
            return Math.multiplyExact(a, b);
        }
        return new java.math.BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), digits)
                .setScale(kept, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }
}
