package org.clientele.platform.charts.draw;

import java.time.LocalDate;
import java.util.Locale;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.query.Grain;
import org.jspecify.annotations.Nullable;

/**
 * A temporal column and how long its steps are.
 *
 * @param column DATE or TIMESTAMP
 * @param grain told by the column's name where it is a time dimension, else by the days themselves
 */
public record TimeColumn(Column column, Grain grain) {
    private static final long MICROS_A_DAY = 86_400_000_000L;

    /** The time column behind a column, or null where that is not temporal. */
    public static @Nullable TimeColumn of(Column column) {
        return column.type().isTemporal() ? new TimeColumn(column, grainOf(column)) : null;
    }

    /** The day of a row, or null where it is missing. */
    public @Nullable LocalDate day(int row) {
        return column.isNull(row) ? null : LocalDate.ofEpochDay(epochDay(column, row));
    }

    /** A row's step in full, "Unknown" where it is missing. */
    public String label(int row, ValueFormat format) {
        LocalDate day = day(row);
        return day == null ? Labels.UNKNOWN : format.period(day, grain);
    }

    private static long epochDay(Column column, int row) {
        long stored = column.longAt(row);
        return column.type() == ColumnType.DATE ? stored : Math.floorDiv(stored, MICROS_A_DAY);
    }

    private static Grain grainOf(Column column) {
        String name = column.name().toUpperCase(Locale.ROOT);
        for (Grain g : Grain.values()) {
            if (name.equals(g.name())) {
                return g;
            }
        }
        Grain coarsest = Grain.YEAR;
        for (int row = 0; row < column.size() && coarsest != Grain.DAY; row++) {
            if (!column.isNull(row)) {
                if (column.type() == ColumnType.TIMESTAMP && Math.floorMod(column.longAt(row), MICROS_A_DAY) != 0) {
                    return Grain.DAY;
                }
                LocalDate day = LocalDate.ofEpochDay(epochDay(column, row));
                while (coarsest != Grain.DAY && !coarsest.floor(day).equals(day)) {
                    coarsest = Grain.values()[coarsest.ordinal() - 1];
                }
            }
        }
        // One day alone, or days that merely happen to be Mondays, say little; a month start may well be a step.
        return column.size() < 2 && coarsest != Grain.DAY ? Grain.DAY : coarsest;
    }
}
