package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** The first rows that an import would set aside: where they stand, what is wrong, and how they read. */
record RejectList(Words words, ImportReply reply) {
    private static final Texts TEXTS = Texts.of(RejectList.class);
    private static final int MOST = 12;
    private static final int HEAD = 38;
    private static final int ROW = 32;
    private static final int NEXT_LINE = 18;
    private static final int LINE = 68;

    /** A rejected row and the file that it stands in. */
    record Row(String file, FileImport.Reject reject) {}

    /** The rows that are shown: of several files as many of each, as far as they have them. */
    List<Row> rows() {
        List<FileImport> bad =
                reply.files().stream().filter(f -> !f.firstRejects().isEmpty()).toList();
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < bad.size(); i++) {
            int left = (MOST - all.size()) / (bad.size() - i);
            FileImport f = bad.get(i);
            f.firstRejects().stream().limit(Math.max(1, left)).forEach(r -> all.add(new Row(f.source(), r)));
        }
        return all;
    }

    private long rejected() {
        return reply.files().stream().mapToLong(FileImport::rowsRejected).sum();
    }

    /** "and 9,988 more", or "". */
    String more() {
        long more = rejected() - rows().size();
        return more <= 0 ? "" : TEXTS.get("rejects.more", words.counted(more));
    }

    private boolean several() {
        return rows().stream().map(Row::file).distinct().count() > 1;
    }

    /** Left edges and widths of the columns. */
    private record Columns(double x, double w, boolean several) {
        double file() {
            return several ? Math.min(150, w * 0.2) : 0;
        }

        double line() {
            return x + 20 + file();
        }

        double column() {
            return line() + LINE;
        }

        double reason() {
            return column() + (w - file() - LINE) * 0.17;
        }

        double text() {
            return reason() + (w - file() - LINE) * 0.5;
        }

        double reasonRoom() {
            return text() - reason() - 20;
        }

        double end() {
            return x + w - 20;
        }
    }

    /**
     * Draws it; gives the height.
     *
     * @param open shows all of a row
     */
    double draw(Sketch s, Consumer<Row> open, double x, double y, double w) {
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            return 0;
        }
        String more = more();
        Columns c = new Columns(x, w, several());
        double height = HEAD + (more.isEmpty() ? 4 : ROW);
        for (Row row : rows) {
            height += height(s, c, row);
        }
        s.card(x, y, w, height);
        if (c.several()) {
            s.label(x + 20, y + 24, TEXTS.get("file"));
        }
        s.pen().text(c.line() + LINE - 24, y + 24, TEXTS.get("line"), 12, Weight.MEDIUM, s.quiet(), Anchor.END);
        s.label(c.column(), y + 24, TEXTS.get("rejects.column"));
        s.label(c.reason(), y + 24, TEXTS.get("what.is.wrong"));
        s.label(c.text(), y + 24, TEXTS.get("as.it.stands"));
        double at = y + HEAD;
        for (int i = 0; i < rows.size(); i++) {
            s.pen().rule(x + 1, at, w - 2, s.border());
            double h = height(s, c, rows.get(i));
            row(s, c, rows.get(i), "reject:" + i, open, at, h);
            at += h;
        }
        if (!more.isEmpty()) {
            s.pen().rule(x + 1, at, w - 2, s.border());
            s.note(c.column(), at + 21, more, c.end() - c.column());
        }
        return height;
    }

    private static double height(Sketch s, Columns c, Row row) {
        return ROW + (reason(s, c, row).size() - 1) * (double) NEXT_LINE;
    }

    private static List<String> reason(Sketch s, Columns c, Row row) {
        return TextBlock.lines(s.pen(), row.reject().reason(), 13, c.reasonRoom());
    }

    private void row(Sketch s, Columns c, Row row, String id, Consumer<Row> open, double y, double h) {
        FileImport.Reject r = row.reject();
        if (s.places().hovered(id)) {
            s.pen().fill(c.x() + 1, y + 1, c.w() - 2, h - 1, s.palette().hover());
        }
        double base = y + 21;
        if (c.several()) {
            s.line(c.x() + 20, base, row.file(), 12, Weight.REGULAR, c.file() - 12, s.quiet());
        }
        s.number(c.line() + LINE - 24, base, words.count(r.line()), Weight.REGULAR, s.ink());
        String column = r.column().isEmpty() ? TEXTS.get("rejects.whole.line") : r.column();
        int ink = r.column().isEmpty() ? s.quiet() : s.ink();
        s.line(c.column(), base, column, 13, Weight.MEDIUM, c.reason() - c.column() - 12, ink);
        double at = base;
        for (String line : reason(s, c, row)) {
            s.line(c.reason(), at, line, 13, Weight.REGULAR, c.reasonRoom(), s.ink());
            at += NEXT_LINE;
        }
        s.line(c.text(), base, r.text().replaceAll("\\s+", " "), 12, Weight.REGULAR, c.end() - c.text(), s.quiet());
        s.places()
                .add(new Area(
                        id,
                        Sketch.bounds(c.x() + 1, y + 1, c.w() - 2, h - 1),
                        TEXTS.get("rejects.row.spoken", row.file(), words.counted(r.line()), r.reason()),
                        r.reason(),
                        () -> open.accept(row),
                        null,
                        true));
    }

    /** All of a row, for who wants to read it. */
    Sheet.Content whole(Row row) {
        FileImport.Reject r = row.reject();
        return new Sheet.Content(
                TEXTS.get("rejects.row", row.file(), words.counted(r.line())),
                List.of(
                        new Sheet.Section(
                                r.column().isEmpty()
                                        ? TEXTS.get("what.is.wrong")
                                        : TEXTS.get("rejects.column.name", r.column()),
                                r.reason()),
                        new Sheet.Section(TEXTS.get("as.it.stands"), r.text())),
                List.of(Sheet.Action.primary(TEXTS.get("close"), () -> {})));
    }
}
