package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.clientele.platform.runtime.ImportView;
import org.clientele.platform.runtime.ImportView.State;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;

/** The list of imports as a table whose heads sort it. */
record ImportRows(Words words, Actions actions) {
    /** Height of the heads. */
    static final int HEAD = 40;
    /** Height of a row. */
    static final int ROW = 52;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);

    /** What its places do. */
    record Actions(
            Consumer<ImportList.By> sort, Consumer<ImportView> details, Consumer<ImportView> undo, LongConsumer mend) {}

    /** When an import began, for people. */
    static String when(ImportView v) {
        return WHEN.format(v.at().atZone(ZoneId.systemDefault()));
    }

    /** Right edges of numbers and left edges of words. */
    private record Columns(double x, double w) {
        /** Where there is little room the table is told with the details only. */
        boolean tight() {
            return w < 760;
        }

        double at(ImportList.By by) {
            double left = x + 20;
            double room = w - 40;
            return switch (by) {
                case WHEN -> left;
                case FILE -> left + 150;
                case TABLE -> left + 150 + (room - 150) * 0.26;
                case READ -> left + 150 + (room - 150) * 0.46;
                case LOADED -> left + 150 + (room - 150) * 0.565;
                case REJECTED -> left + 150 + (room - 150) * 0.67;
                case STATE -> left + 150 + (room - 150) * 0.7;
            };
        }
    }

    /** Draws heads and rows. */
    void draw(Sketch s, ImportList list, List<ImportView> shown, long busy, double x, double y, double w) {
        s.card(x, y, w, HEAD + Math.max(1, shown.size()) * (double) ROW);
        Columns c = new Columns(x, w);
        for (ImportList.By by : ImportList.By.values()) {
            if (by != ImportList.By.TABLE || !c.tight()) {
                head(s, list, c, by, y);
            }
        }
        double at = y + HEAD;
        for (ImportView v : shown) {
            s.pen().rule(x + 1, at, w - 2, s.border());
            row(s, c, v, busy, at, x + w - 12);
            at += ROW;
        }
        if (shown.isEmpty()) {
            s.pen().rule(x + 1, at, w - 2, s.border());
            s.pen().text(x + w / 2, at + 31, "No import is like this.", 13, Weight.REGULAR, s.quiet(), Anchor.MIDDLE);
        }
    }

    private void head(Sketch s, ImportList list, Columns c, ImportList.By by, double y) {
        boolean now = by == list.by();
        String label = by.label() + (now ? list.descending() ? " ↓" : " ↑" : "");
        double tw = s.pen().width(label, 12, Weight.MEDIUM);
        double left = by.number() ? c.at(by) - tw : c.at(by);
        String id = "sort:" + by;
        if (s.places().hovered(id)) {
            s.pen().fillRound(left - 6, y + 8, tw + 12, 24, 5, s.palette().hover());
        }
        s.pen().text(left, y + 24.5, label, 12, Weight.MEDIUM, now ? s.ink() : s.quiet());
        s.places()
                .add(new Area(
                        id,
                        Sketch.bounds(left - 6, y + 8, tw + 12, 24),
                        "Sort by " + by.label(),
                        "",
                        () -> actions.sort().accept(by),
                        null,
                        true));
    }

    private void row(Sketch s, Columns c, ImportView v, long busy, double y, double right) {
        double baseline = y + 31;
        double fileEnd = c.tight() ? c.at(ImportList.By.READ) - 60 : c.at(ImportList.By.TABLE);
        double fileRoom = fileEnd - c.at(ImportList.By.FILE) - 16;
        s.line(c.at(ImportList.By.WHEN), baseline, when(v), 13, Weight.REGULAR, 140, s.quiet());
        String id = "import:" + v.id();
        String told = told(v, busy);
        s.places()
                .add(new Area(
                        id,
                        Sketch.bounds(
                                c.at(ImportList.By.WHEN) - 12, y + 1, right - c.at(ImportList.By.WHEN) + 12, ROW - 2),
                        v.file() + ", " + told + (v.state() == State.LOADED ? ", Delete undoes it" : ""),
                        v.reason().isEmpty() ? "" : v.reason(),
                        () -> actions.details().accept(v),
                        null,
                        true));
        if (s.places().hovered(id)) {
            s.pen()
                    .fill(
                            c.x() + 1,
                            y + 1,
                            right - c.x() + 10,
                            ROW - 1,
                            s.palette().hover());
        }
        double fx = c.at(ImportList.By.FILE);
        if (v.reason().isEmpty()) {
            s.line(fx, baseline, v.file(), 13, Weight.MEDIUM, fileRoom, s.ink());
        } else {
            s.line(fx, y + 23, v.file(), 13, Weight.MEDIUM, fileRoom, s.ink());
            s.line(
                    fx,
                    y + 41,
                    v.reason(),
                    12,
                    Weight.REGULAR,
                    c.at(ImportList.By.LOADED) - fx - 40,
                    s.palette().theme().bad());
        }
        if (v.reason().isEmpty()) {
            double room = c.at(ImportList.By.READ) - c.at(ImportList.By.TABLE) - 70;
            if (!c.tight()) {
                s.line(c.at(ImportList.By.TABLE), baseline, table(v), 13, Weight.REGULAR, Math.max(60, room), s.ink());
            }
            s.number(c.at(ImportList.By.READ), baseline, number(v, v.rowsRead()), Weight.REGULAR, s.ink());
            s.number(c.at(ImportList.By.LOADED), baseline, number(v, v.rowsLoaded()), Weight.REGULAR, s.ink());
            boolean bad = v.rowsRejected() > 0;
            int ink = bad ? s.palette().theme().warning() : s.ink();
            s.number(
                    c.at(ImportList.By.REJECTED),
                    baseline,
                    number(v, v.rowsRejected()),
                    bad ? Weight.MEDIUM : Weight.REGULAR,
                    ink);
        }
        double sx = c.at(ImportList.By.STATE);
        mark(v).draw(s.pen(), s.palette(), sx + 6, y + 26.5);
        double end = right;
        if (v.state() == State.LOADED && v.id() != busy) {
            end = s.buttonEnding(
                            "undo:" + v.id(),
                            "Undo…",
                            "Take this import back; you are shown first what goes and what comes back (Delete)",
                            Tone.PLAIN,
                            end,
                            y + 10,
                            () -> actions.undo().accept(v))
                    - 8;
        }
        Path rejects = v.rejectsFile();
        if (rejects != null && v.state() == State.LOADED && end - sx > 130) {
            end = s.buttonEnding(
                            "rejects:" + v.id(),
                            "Mend…",
                            "Correct the rows that were rejected, and load them",
                            Tone.PLAIN,
                            end,
                            y + 10,
                            () -> actions.mend().accept(v.id()))
                    - 8;
        }
        s.line(sx + 20, baseline, told, 13, Weight.REGULAR, Math.max(20, end - sx - 28), s.ink());
    }

    /** What is not known yet is no number. */
    private String number(ImportView v, long rows) {
        return v.state() == State.RUNNING ? "–" : words.count(rows);
    }

    /** How an import stands, in words. */
    static String told(ImportView v, long busy) {
        if (v.id() == busy) {
            return "Undoing…";
        }
        return switch (v.state()) {
            case RUNNING -> "Running";
            case LOADED -> "Loaded";
            case DUPLICATE -> "There already";
            case REPLACED -> "Replaced";
            case UNDONE -> "Undone";
            case FAILED -> "Failed";
        };
    }

    private static StatusMark mark(ImportView v) {
        return switch (v.state()) {
            case LOADED -> v.rowsRejected() > 0 ? StatusMark.WARNING : StatusMark.GOOD;
            case FAILED -> StatusMark.BAD;
            case RUNNING, DUPLICATE, REPLACED, UNDONE -> StatusMark.UNKNOWN;
        };
    }

    /** The table that it went to, for people. */
    static String table(ImportView v) {
        return CustomerModel.standard().tables().stream()
                .filter(t -> t.name().equals(v.entity()))
                .map(t -> FilesStep.capital(t.label()))
                .findFirst()
                .orElse(FilesStep.capital(v.entity()));
    }
}
