package org.clientele.platform.query.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.query.calendar.Windows;
import org.clientele.platform.query.formula.ValueType;
import org.jooq.CommonTableExpression;
import org.jooq.Row3;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The tables of days that a side of a question about windows is read by: the pieces of time, and the steps that windows are
 * shown at.
 *
 * @param name of the side, unique in its statement
 */
record WindowTables(String name, Dialect dialect, Windows windows) {
    /** The tables that {@link WindowSide#select} reads. */
    List<CommonTableExpression<?>> tables() {
        List<Row3<Integer, Integer, Integer>> pieces = new ArrayList<>();
        LocalDate base = windows.pieces().isEmpty()
                ? LocalDate.EPOCH
                : windows.pieces().get(0).start();
        for (int i = 0; i < windows.pieces().size(); i++) {
            Windows.Piece p = windows.pieces().get(i);
            pieces.add(row(i, base, p.start(), p.until()));
        }
        List<Row3<Integer, Integer, Integer>> labels = new ArrayList<>();
        windows.labels().forEach(l -> labels.add(row(l.last(), base, l.step(), 0)));
        return List.of(days(pieces(), pieces, base), days(labels(), labels, base));
    }

    private static Row3<Integer, Integer, Integer> row(int i, LocalDate base, LocalDate day, int until) {
        return DSL.row(
                DSL.inline(i), DSL.inline(Math.toIntExact(day.toEpochDay() - base.toEpochDay())), DSL.inline(until));
    }

    /** The name of the table of pieces of time. */
    String pieces() {
        return name + "_pieces";
    }

    /** The name of the table of the steps that windows are shown at. */
    String labels() {
        return name + "_labels";
    }

    private CommonTableExpression<?> days(String table, List<Row3<Integer, Integer, Integer>> rows, LocalDate base) {
        List<Row3<Integer, Integer, Integer>> some =
                rows.isEmpty() ? List.of(DSL.row(DSL.inline(-1), DSL.inline(0), DSL.inline(-2))) : rows;
        @SuppressWarnings({"unchecked", "rawtypes"})
        Table<?> values = DSL.values(some.toArray(new Row3[0])).as("d", "i", "day", "until");
        return DSL.name(table)
                .as(DSL.select(
                                WindowSide.field("d", "i").as(DSL.name("i")),
                                SqlTerms.any(dialect.cast(
                                                dialect.laterBy(
                                                        dialect.cast(DSL.inline(base.toString()), ValueType.DATE),
                                                        WindowSide.field("d", "day")),
                                                ValueType.DATE))
                                        .as(DSL.name("day")),
                                WindowSide.field("d", "until").as(DSL.name("until")))
                        .from(values));
    }
}
