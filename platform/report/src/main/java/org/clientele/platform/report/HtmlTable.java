package org.clientele.platform.report;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clientele.platform.report.table.ColumnHeads;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;

/** The figures of a picture as a table that unfolds without a script, for those who read rather than look. */
final class HtmlTable {
    private static final Texts TEXTS = Texts.of(HtmlTable.class);

    /** More would make the page slow, and nobody reads them there. */
    static final int MOST_ROWS = 1_000;

    private final ReportTable table;
    private final ValueFormat format;
    private final UnaryOperator<String> text;

    /** @param text makes text of HTML, and remembers its letters */
    HtmlTable(ReportTable table, ValueFormat format, UnaryOperator<String> text) {
        this.table = table;
        this.format = format;
        this.text = text;
    }

    void write(StringBuilder body) {
        Frame frame = table.frame();
        int shown = Math.min(MOST_ROWS, frame.rowCount());
        String title = text.apply(TEXTS.get("html.table.figures", table.title()));
        body.append("<details>\n<summary>").append(title);
        // What scrolls can be reached by keys, and says its name then.
        body.append("</summary>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        body.append(title).append("\">\n<table>\n");
        if (shown < frame.rowCount()) {
            body.append("<caption>")
                    .append(text.apply(first(shown, frame.rowCount())))
                    .append("</caption>\n");
        }
        body.append("<thead><tr>");
        List<String> heads = ColumnHeads.of(frame);
        for (int i = 0; i < heads.size(); i++) {
            boolean number = frame.columns().get(i).type().isNumeric();
            body.append(number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
            body.append(text.apply(heads.get(i))).append("</th>");
        }
        body.append("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < shown; row++) {
            body.append("<tr>");
            for (int i = 0; i < heads.size(); i++) {
                cell(frame.columns().get(i), row, i == 0, body);
            }
            body.append("</tr>\n");
        }
        body.append("</tbody>\n</table>\n</div>\n</details>\n");
    }

    private void cell(Column column, int row, boolean names, StringBuilder body) {
        boolean head = names && column.type() != ColumnType.DOUBLE && column.type() != ColumnType.DECIMAL;
        String tag = head ? "th" : "td";
        body.append('<').append(tag).append(head ? " scope=\"row\"" : "");
        body.append(column.type().isNumeric() ? " class=\"n\">" : ">");
        body.append(text.apply(written(column, row))).append("</").append(tag).append('>');
    }

    /** A step of time by its name: "December 2010". */
    private String written(Column column, int row) {
        if (column.type() == ColumnType.DATE && column.valueAt(row) instanceof LocalDate day) {
            for (Grain grain : Grain.values()) {
                if (grain.name().equalsIgnoreCase(column.name())) {
                    return format.period(day, grain);
                }
            }
        }
        return format.exact(column, row);
    }

    private static String first(int shown, int all) {
        return TEXTS.get("html.table.first", shown, all);
    }
}
