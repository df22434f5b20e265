package org.clientele.platform.workbench.records;

import java.time.LocalDate;
import java.util.List;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.records.RecordsState;
import org.clientele.platform.workbench.imports.Words;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/** Records in words and figures. */
final class RecordText {
    private static final Texts TEXTS = Texts.of(RecordText.class);

    private RecordText() {}

    /** A cell: exact, without the unit, which its head has once. */
    static String cell(ValueFormat format, Column column, int row) {
        String text = format.exact(column, row);
        return column.type().isNumeric() && column.unit().countsMoney()
                ? text.replace(column.unit().numerator() + " ", "")
                        .replace(column.unit().numerator() + "\u00a0", "")
                : text;
    }

    /** A head: the label, and the unit of money. */
    static String head(String label, Unit unit) {
        boolean known = unit.countsMoney() && !unit.numerator().equals(Unit.MONEY);
        return known ? TEXTS.get("head", label, unit) : label;
    }

    /** What a list says of itself: "17,000 order lines of 4,338 known customers  ·  Sales GBP 8,911,407.90". */
    static String about(ValueFormat format, RecordsState state, RecordsRequest request) {
        if (state.count() < 0) {
            return "";
        }
        Figures figures = new Figures(format);
        String all = new Words(format).rowsOf(state.count(), request.rows().table());
        RecordsState.Summary summary = state.summary();
        if (summary == null) {
            return all;
        }
        String known =
                summary.customers() < 0 ? all : TEXTS.get("about.customers", all, figures.counted(summary.customers()));
        RecordsRequest.Figure figure = request.figure();
        return Double.isNaN(summary.figure())
                ? known
                : TEXTS.get(
                        "about.figure",
                        known,
                        figure == null ? "" : figure.label(),
                        figures.exact(summary.figure(), summary.unit()));
    }

    /** Which lines count, in the words of the formula language; "" for all. */
    static String counts(List<Filter> filters) {
        List<String> conditions = filters.stream()
                .map(f -> f instanceof Filter.Condition c ? c.condition() : "")
                .filter(c -> !c.isEmpty() && !c.endsWith(" is not null"))
                .toList();
        return conditions.stream()
                .reduce((one, other) -> TEXTS.get("where.and", one, other))
                .map(all -> TEXTS.get("where", all))
                .orElse("");
    }

    /** "1 Dec 2010 – 9 Dec 2011"; "" for all of history. */
    static String days(ValueFormat format, Period period) {
        Figures figures = new Figures(format);
        LocalDate from = period.from();
        LocalDate to = period.to();
        return period.isAll()
                ? ""
                : TEXTS.get("days", from == null ? "" : figures.day(from), to == null ? "" : figures.day(to));
    }
}
