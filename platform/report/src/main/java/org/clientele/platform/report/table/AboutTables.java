package org.clientele.platform.report.table;

import java.util.List;
import org.clientele.platform.report.Chapter;
import org.clientele.platform.report.ExportNotes;
import org.clientele.platform.report.Report;
import org.clientele.platform.report.ReportTable;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.text.Texts;

/**
 * What goes with CSV files, as a text file of its own: RFC 4180 knows no comments, and any line that is not a row breaks the
 * programs that CSV is for.
 */
public final class AboutTables {
    private static final Texts TEXTS = Texts.of(AboutTables.class);

    private AboutTables() {}

    /** A table and the file that it is in. */
    public record Written(ReportTable table, String file) {}

    /** The first line of each such text, by which it is known again. */
    public static String first(String about) {
        return TEXTS.get("about.tables.about", about);
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
            field(s, "  ", TEXTS.get("about.tables.shows"), table.title());
            if (!report.isCalled(table.chapter())) {
                field(
                        s,
                        "  ",
                        TEXTS.get("about.tables.dashboard"),
                        table.chapter().dashboard().title());
            }
            table.chapter()
                    .narrowed(table.tile())
                    .forEach(filter -> field(s, "  ", TEXTS.get("about.tables.filter"), filter));
            field(
                    s,
                    "  ",
                    TEXTS.get("about.tables.rows"),
                    Integer.toString(table.frame().rowCount()));
            table.doubts().forEach(doubt -> field(s, "  ", TEXTS.get("about.tables.to_bear_in_mind"), doubt));
            List<String> heads = ColumnHeads.of(table.frame());
            for (int i = 0; i < heads.size(); i++) {
                Column column = table.frame().columns().get(i);
                field(
                        s,
                        "  ",
                        TEXTS.get("about.tables.column"),
                        heads.get(i) + ": " + column.name() + ", " + words(column));
            }
        }
        for (Chapter chapter : report.chapters()) {
            for (TileSpec tile : chapter.dashboard().tiles()) {
                String absence = chapter.absence(tile);
                if (!absence.isEmpty()) {
                    s.append('\n')
                            .append(TEXTS.get("absent", line(tile.title()), line(absence)))
                            .append('\n');
                }
            }
        }
        return s.append('\n').append(rules()).toString().replace("\n", "\r\n");
    }

    private static String rules() {
        StringBuilder s = new StringBuilder(TEXTS.get("rules")).append('\n');
        for (String rule : List.of(
                TEXTS.get("rules.format"),
                TEXTS.get("rules.values"),
                TEXTS.get("rules.shares"),
                TEXTS.get("rules.guard"))) {
            rule.lines().forEach(line -> s.append("  ").append(line).append('\n'));
        }
        return s.toString();
    }

    private static String words(Column column) {
        String type = switch (column.type()) {
            case INTEGER -> TEXTS.get("type.whole_number");
            case DOUBLE -> TEXTS.get("type.number");
            case DECIMAL -> TEXTS.get("type.exact", column.scale());
            case TEXT -> TEXTS.get("type.text");
            case BOOLEAN -> TEXTS.get("type.true_or_false");
            case DATE -> TEXTS.get("type.day");
            case TIMESTAMP -> TEXTS.get("type.moment");
        };
        String unit = column.unit().words();
        return unit.isEmpty() ? type : type + ", " + unit;
    }

    private static void field(StringBuilder s, String indent, String label, String value) {
        s.append(indent).append(label).append(": ").append(line(value)).append('\n');
    }

    private static String line(String text) {
        return PlainText.legal(text).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }
}
