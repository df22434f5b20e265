package org.clientele.sdk.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One immutable column of a {@link Frame}: values in a primitive array, and which of them are missing. Thread-safe.
 *
 * <p>Storage by type: INTEGER, DECIMAL (unscaled), TIMESTAMP (microseconds), DATE (days) and BOOLEAN (0, 1) are in a {@code
 * long[]}, DOUBLE in a {@code double[]}, TEXT as {@code int[]} codes into a dictionary.
 */
public final class Column {
    private static final Texts TEXTS = Texts.of(Column.class);

    private final ColumnSpec spec;
    private final int scale;
    private final double divisor;
    private final int size;
    private final long[] longs;
    private final double[] doubles;
    private final int[] codes;
    private final List<String> dictionary;
    private final BitSet missing;
    private final boolean complete;

    private Column(Builder b) {
        this.spec = b.spec;
        this.scale = b.scale;
        this.divisor = Math.pow(10, b.scale);
        this.size = b.size;
        this.longs = java.util.Arrays.copyOf(b.longs, b.longs.length == 0 ? 0 : b.size);
        this.doubles = java.util.Arrays.copyOf(b.doubles, b.doubles.length == 0 ? 0 : b.size);
        this.codes = java.util.Arrays.copyOf(b.codes, b.codes.length == 0 ? 0 : b.size);
        this.dictionary = List.copyOf(b.dictionary);
        this.missing = (BitSet) b.missing.clone();
        this.complete = missing.isEmpty();
    }

    /** Name, type, unit and label. */
    public ColumnSpec spec() {
        return spec;
    }

    /** The name. */
    public String name() {
        return spec.name();
    }

    /** The type. */
    public ColumnType type() {
        return spec.type();
    }

    /** The unit. */
    public Unit unit() {
        return spec.unit();
    }

    /** Digits behind the point of a DECIMAL column, else 0. */
    public int scale() {
        return scale;
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** Whether the value in {@code row} is missing. */
    public boolean isNull(int row) {
        java.util.Objects.checkIndex(row, size);
        return !complete && missing.get(row);
    }

    /** How many values are missing. */
    public int nullCount() {
        return missing.cardinality();
    }

    /** The stored 64-bit value (see the class comment); 0 where missing. Not for DOUBLE and TEXT. */
    public long longAt(int row) {
        if (spec.type() == ColumnType.DOUBLE || spec.type() == ColumnType.TEXT) {
            throw wrongType("longs");
        }
        return longs[java.util.Objects.checkIndex(row, size)];
    }

    /** A numeric value as a double, NaN where missing; for temporal columns the stored number. Not for TEXT. */
    public double doubleAt(int row) {
        if (isNull(row)) {
            return Double.NaN;
        }
        return switch (spec.type()) {
            case DOUBLE -> doubles[row];
            case DECIMAL -> longs[row] / divisor;
            case TEXT -> throw wrongType("numbers");
            default -> longs[row];
        };
    }

    /** All values in row order, each as {@link #doubleAt} gives it, for work on many. A new array. Not for TEXT. */
    public double[] doubles() {
        if (spec.type() == ColumnType.TEXT) {
            throw wrongType("numbers");
        }
        double[] all = spec.type() == ColumnType.DOUBLE ? doubles.clone() : new double[size];
        for (int row = 0; row < longs.length; row++) {
            all[row] = longs[row];
        }
        for (int row = 0; scale > 0 && row < all.length; row++) {
            all[row] /= divisor;
        }
        for (int row = missing.nextSetBit(0); row >= 0; row = missing.nextSetBit(row + 1)) {
            all[row] = Double.NaN;
        }
        return all;
    }

    /** The text in {@code row}, or null where missing. Only for TEXT. */
    public @Nullable String textAt(int row) {
        if (spec.type() != ColumnType.TEXT) {
            throw wrongType("text");
        }
        return isNull(row) ? null : dictionary.get(codes[row]);
    }

    /** The dictionary code in {@code row}: equal texts have equal codes; -1 where missing. Only for TEXT. */
    public int codeAt(int row) {
        if (spec.type() != ColumnType.TEXT) {
            throw wrongType("text");
        }
        return isNull(row) ? -1 : codes[row];
    }

    /** The distinct texts by code. Empty for other types. */
    public List<String> dictionary() {
        return dictionary;
    }

    /**
     * The value as an object: Long, Double, BigDecimal, String, Boolean, LocalDate or LocalDateTime; null where missing.
     */
    public @Nullable Object valueAt(int row) {
        if (isNull(row)) {
            return null;
        }
        return switch (spec.type()) {
            case INTEGER -> longs[row];
            case DOUBLE -> doubles[row];
            case DECIMAL -> BigDecimal.valueOf(longs[row], scale);
            case TEXT -> dictionary.get(codes[row]);
            case BOOLEAN -> longs[row] != 0;
            case DATE -> LocalDate.ofEpochDay(longs[row]);
            case TIMESTAMP ->
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(longs[row], 1_000_000L),
                        (int) Math.floorMod(longs[row], 1_000_000L) * 1000,
                        ZoneOffset.UTC);
        };
    }

    private AnalyticsException wrongType(String wanted) {
        return new AnalyticsException(
                ErrorCode.CONTRACT_BROKEN, TEXTS.get("column.column_is_and_has", spec.name(), spec.type(), wanted));
    }

    /** A builder for a column of any type but DECIMAL. */
    public static Builder builder(ColumnSpec spec) {
        return new Builder(spec, 0);
    }

    /** A builder for a DECIMAL column with {@code scale} digits behind the point (0 to 18). */
    public static Builder decimalBuilder(ColumnSpec spec, int scale) {
        if (spec.type() != ColumnType.DECIMAL || scale < 0 || scale > 18) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN, TEXTS.get("column.column_cannot_have_scale", spec.name(), scale));
        }
        return new Builder(spec, scale);
    }

    /** Collects values in row order. Not thread-safe. */
    public static final class Builder {
        private static final long[] NO_LONGS = {};
        private static final double[] NO_DOUBLES = {};
        private static final int[] NO_CODES = {};

        private final ColumnSpec spec;
        private final int scale;
        private final BitSet missing = new BitSet();
        private final List<String> dictionary = new ArrayList<>();
        private final Map<String, Integer> codeOf = new HashMap<>();
        private long[] longs = NO_LONGS;
        private double[] doubles = NO_DOUBLES;
        private int[] codes = NO_CODES;
        private int size;

        private Builder(ColumnSpec spec, int scale) {
            this.spec = spec;
            this.scale = scale;
            grow(16);
        }

        private void grow(int capacity) {
            switch (spec.type()) {
                case DOUBLE -> doubles = java.util.Arrays.copyOf(doubles, capacity);
                case TEXT -> codes = java.util.Arrays.copyOf(codes, capacity);
                default -> longs = java.util.Arrays.copyOf(longs, capacity);
            }
        }

        private int next() {
            int capacity = Math.max(longs.length, Math.max(doubles.length, codes.length));
            if (size == capacity) {
                grow(capacity + (capacity >> 1));
            }
            return size++;
        }

        /** Adds a missing value. */
        public Builder addNull() {
            missing.set(next());
            return this;
        }

        /** Adds a stored 64-bit value (see {@link Column}): an integer, unscaled decimal, days, microseconds, 0 or 1. */
        public Builder addLong(long value) {
            int row = next();
            longs[row] = value;
            return this;
        }

        /** Adds a double; NaN is stored as missing. */
        public Builder addDouble(double value) {
            if (Double.isNaN(value)) {
                return addNull();
            }
            int row = next();
            doubles[row] = value;
            return this;
        }

        /** Adds a text. */
        public Builder addText(String value) {
            int code = codeOf.computeIfAbsent(value, v -> {
                dictionary.add(v);
                return dictionary.size() - 1;
            });
            int row = next();
            codes[row] = code;
            return this;
        }

        /**
         * Adds an object of the type that {@link Column#valueAt} gives, or null.
         *
         * @throws AnalyticsException DATA_VALUE_INVALID if a decimal needs more digits than the column holds
         */
        public Builder add(@Nullable Object value) {
            if (value == null) {
                return addNull();
            }
            return switch (spec.type()) {
                case INTEGER -> addLong(((Number) value).longValue());
                case DOUBLE -> addDouble(((Number) value).doubleValue());
                case DECIMAL -> addDecimal((BigDecimal) value);
                case TEXT -> addText(value.toString());
                case BOOLEAN -> addLong(((Boolean) value) ? 1 : 0);
                case DATE -> addLong(((LocalDate) value).toEpochDay());
                case TIMESTAMP -> {
                    LocalDateTime t = (LocalDateTime) value;
                    yield addLong(t.toEpochSecond(ZoneOffset.UTC) * 1_000_000L + t.getNano() / 1000);
                }
            };
        }

        /**
         * Adds an exact decimal.
         *
         * @throws AnalyticsException DATA_VALUE_INVALID if it needs more digits than the column holds
         */
        public Builder addDecimal(BigDecimal value) {
            try {
                return addLong(value.setScale(scale, java.math.RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact());
            } catch (ArithmeticException e) {
                throw new AnalyticsException(
                        ErrorCode.DATA_VALUE_INVALID,
                        TEXTS.get("column.does_not_fit_column", value.toPlainString(), spec.name(), scale),
                        e);
            }
        }

        /** The column. The builder must not be used again. */
        public Column build() {
            return new Column(this);
        }
    }
}
