package org.clientele.platform.query.formula;

import java.util.Optional;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/**
 * What values an expression has.
 *
 * @param kind the type
 * @param scale digits behind the point of a DECIMAL, else 0
 */
public record ValueType(ColumnType kind, int scale) {
    private static final Texts TEXTS = Texts.of(ValueType.class);

    public static final ValueType INTEGER = new ValueType(ColumnType.INTEGER, 0);
    public static final ValueType DOUBLE = new ValueType(ColumnType.DOUBLE, 0);
    public static final ValueType TEXT = new ValueType(ColumnType.TEXT, 0);
    public static final ValueType BOOLEAN = new ValueType(ColumnType.BOOLEAN, 0);
    public static final ValueType DATE = new ValueType(ColumnType.DATE, 0);
    public static final ValueType TIMESTAMP = new ValueType(ColumnType.TIMESTAMP, 0);

    /** An exact decimal. */
    public static ValueType decimal(int scale) {
        return new ValueType(ColumnType.DECIMAL, scale);
    }

    /** The type that a column of the customer model is stored with. */
    public static ValueType of(ColumnSpec column) {
        if (column.type() != ColumnType.DECIMAL) {
            return new ValueType(column.type(), 0);
        }
        return decimal(
                column.unit().equals(Unit.of("units")) ? CustomerModel.QUANTITY_SCALE : CustomerModel.MONEY_SCALE);
    }

    /** Whether values can be added. */
    public boolean isNumeric() {
        return kind.isNumeric();
    }

    /** The type that holds values of this and of {@code other} without loss, if there is one. */
    public Optional<ValueType> with(ValueType other) {
        if (equals(other)) {
            return Optional.of(this);
        }
        if (isNumeric() && other.isNumeric()) {
            boolean binary = kind == ColumnType.DOUBLE || other.kind == ColumnType.DOUBLE;
            return Optional.of(binary ? DOUBLE : decimal(Math.max(scale, other.scale)));
        }
        return kind.isTemporal() && other.kind.isTemporal() ? Optional.of(TIMESTAMP) : Optional.empty();
    }

    /** For people: "a number", "text". */
    @Override
    public String toString() {
        return switch (kind) {
            case INTEGER, DOUBLE, DECIMAL -> TEXTS.get("value.type.number");
            case TEXT -> TEXTS.get("value.type.text");
            case BOOLEAN -> TEXTS.get("value.type.boolean");
            case DATE -> TEXTS.get("value.type.date");
            case TIMESTAMP -> TEXTS.get("value.type.moment");
        };
    }
}
