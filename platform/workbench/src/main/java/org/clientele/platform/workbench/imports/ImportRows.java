package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.clientele.platform.runtime.ImportView;
import org.clientele.platform.runtime.ImportView.State;
import org.clientele.platform.workbench.page.Buttons;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** The list of imports as a table whose heads sort it. */
record ImportRows(Words words, Actions actions) {
    private static final Texts TEXTS = Texts.of(ImportRows.class);
    /** Height of the heads. */
    static final int HEAD = 40;
    /** Height of a row. */
    static final int ROW = 52;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** What its places do. */
    record Actions(
            Consumer<ImportList.By> sort, Consumer<ImportView> details, Consumer<ImportView> undo, LongConsumer mend) {}

    /** When an import began, for people. */
    String when(ImportView v) {
        ZonedDateTime at = v.at().atZone(ZoneId.systemDefault());
        return TEXTS.get("imports.when", words.day(at.toLocalDate()), TIME.format(at));
    }

    /**
     * Right edges of numbers and left edges of words.
     *
     * @param wanted the room that the states and their buttons need
     */
    private record Columns(double x, double w, double wanted) {
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
                case TABLE -> left + 150 + (room - 150) * 0.26 - lack() / 2;
                case READ -> left + 150 + (room - 150) * 0.46 - lack();
                case LOADED -> left + 150 + (room - 150) * 0.565 - lack();
                case REJECTED -> left + 150 + (room - 150) * 0.67 - lack();
                case STATE -> left + 150 + (room - 150) * 0.7 - lack();
            };
        }

        /** By how much long words push the numbers to the left, within reason. */
        private double lack() {
            double there = w - 32 - 150 - (w - 190) * 0.7;
            return Math.max(0, Math.min(wanted - there, w * 0.15));
        }
    }

    /** Draws heads and rows. */
    void draw(Sketch s, ImportList list, List<ImportView> shown, long busy, double x, double y, double w) {
        s.card(x, y, w, HEAD + Math.max(1, shown.size()) * (double) ROW);
        double wanted = shown.stream().anyMatch(v -> v.state() == State.LOADED && v.rejectsFile() != null)
                ? s.pen().width(TEXTS.get("imports.state.loaded"), 13, Weight.REGULAR)
                        + Buttons.width(s.pen(), TEXTS.get("imports.undo"))
                        + Buttons.width(s.pen(), TEXTS.get("imports.mend"))
                        + 44
                : 0;
        Columns c = new Columns(x, w, wanted);
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
            s.pen().text(x + w / 2, at + 31, TEXTS.get("imports.none"), 13, Weight.REGULAR, s.quiet(), Anchor.MIDDLE);
        }
    }

    private void head(Sketch s, ImportList list, Columns c, ImportList.By by, double y) {
        boolean now = by == list.by();
        String label = !now
                ? by.label()
                : list.descending()
                        ? TEXTS.get("imports.sorted.down", by.label())
                        : TEXTS.get("imports.sorted.up", by.label());
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
                        TEXTS.get("imports.sort", by.label()),
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
                        v.state() == State.LOADED
                                ? TEXTS.get("imports.row.spoken.loaded", v.file(), told)
                                : TEXTS.get("imports.row.spoken", v.file(), told),
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
                s.line(
                        c.at(ImportList.By.TABLE),
                        baseline,
                        Words.table(v.entity()),
                        13,
                        Weight.REGULAR,
                        Math.max(60, room),
                        s.ink());
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
                            TEXTS.get("imports.undo"),
                            TEXTS.get("imports.undo.hint"),
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
                            TEXTS.get("imports.mend"),
                            TEXTS.get("imports.mend.hint"),
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
            return TEXTS.get("imports.state.undoing");
        }
        return switch (v.state()) {
            case RUNNING -> TEXTS.get("imports.state.running");
            case LOADED -> TEXTS.get("imports.state.loaded");
            case DUPLICATE -> TEXTS.get("imports.state.duplicate");
            case REPLACED -> TEXTS.get("imports.state.replaced");
            case UNDONE -> TEXTS.get("imports.state.undone");
            case FAILED -> TEXTS.get("imports.state.failed");
        };
    }

    private static StatusMark mark(ImportView v) {
        return switch (v.state()) {
            case LOADED -> v.rowsRejected() > 0 ? StatusMark.WARNING : StatusMark.GOOD;
            case FAILED -> StatusMark.BAD;
            case RUNNING, DUPLICATE, REPLACED, UNDONE -> StatusMark.UNKNOWN;
        };
    }
}
