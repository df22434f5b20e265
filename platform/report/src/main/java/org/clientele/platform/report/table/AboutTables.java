package org.clientele.platform.report.table;

import java.util.List;
import org.clientele.platform.report.Chapter;
import org.clientele.platform.report.ExportNotes;
import org.clientele.platform.report.Report;
import org.clientele.platform.report.ReportTable;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;

/**
 * What goes with CSV files, as a text file of its own: RFC 4180 knows no comments, and any line that is not a row breaks the
 * programs that CSV is for.
 */
public final class AboutTables {
    private static final String RULES = """
            How values are written
              UTF-8, commas between values, lines that end in CR LF, one line of heads. Texts stand in quotes, numbers do not.
              A missing value is nothing at all. Days are 2011-12-09, moments 2011-12-09 12:50:00 in the workspace's time zone.
              Shares are parts of one: 0.25 is 25 %.
              A text that a spreadsheet might run as a formula (it starts with = + - @, a tab or a line break), or that starts
              with an apostrophe, has one more apostrophe in front. Take one away from each text that starts with one to have
              all texts as they were.
            """;

    private AboutTables() {}

    /** A table and the file that it is in. */
    public record Written(ReportTable table, String file) {}

    /** The first line of each such text, by which it is known again. */
    public static String first(String about) {
        return "About " + about;
    }

    /**
     * The whole text, with lines that end in CR LF.
     *
     * @param about what it is about: a file's name
     */
    public static String of(Report report, String about, List<Written> tables) {
        StringBuilder s = new StringBuilder(first(about))
                .append("\n\n")
                .append(line(report.title()))
                .append('\n');
        for (Chapter chapter : report.chapters()) {
            if (report.isCalled(chapter) && !chapter.dashboard().description().isBlank()) {
                s.append(line(chapter.dashboard().description())).append('\n');
            }
        }
        for (ExportNotes.Line fact : report.notes().lines()) {
            field(s, "", fact.label(), fact.value());
        }
        for (Written written : tables) {
            ReportTable table = written.table();
            s.append('\n').append(line(written.file())).append('\n');
            field(s, "  ", "Shows", table.title());
            if (!report.isCalled(table.chapter())) {
                field(s, "  ", "Dashboard", table.chapter().dashboard().title());
            }
            table.chapter().narrowed(table.tile()).forEach(filter -> field(s, "  ", "Filter", filter));
            field(s, "  ", "Rows", Integer.toString(table.frame().rowCount()));
            table.doubts().forEach(doubt -> field(s, "  ", "To bear in mind", doubt));
            List<String> heads = ColumnHeads.of(table.frame());
            for (int i = 0; i < heads.size(); i++) {
                Column column = table.frame().columns().get(i);
                field(s, "  ", "Column", heads.get(i) + ": " + column.name() + ", " + words(column));
            }
        }
        for (Chapter chapter : report.chapters()) {
            for (TileSpec tile : chapter.dashboard().tiles()) {
                String absence = chapter.absence(tile);
                if (!absence.isEmpty()) {
                    s.append('\n').append(line(tile.title())).append(" is not here: ");
                    s.append(line(absence)).append('\n');
                }
            }
        }
        return s.append('\n').append(RULES).toString().replace("\n", "\r\n");
    }

    private static String words(Column column) {
        String type = switch (column.type()) {
            case INTEGER -> "whole number";
            case DOUBLE -> "number";
            case DECIMAL -> "exact number with at most " + column.scale() + " digits behind the point";
            case TEXT -> "text";
            case BOOLEAN -> "true or false";
            case DATE -> "day";
            case TIMESTAMP -> "moment";
        };
        String unit = column.unit().toString();
        return unit.isEmpty() ? type : type + ", " + unit;
    }

    private static void field(StringBuilder s, String indent, String label, String value) {
        s.append(indent).append(label).append(": ").append(line(value)).append('\n');
    }

    private static String line(String text) {
        return PlainText.legal(text).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }
}
