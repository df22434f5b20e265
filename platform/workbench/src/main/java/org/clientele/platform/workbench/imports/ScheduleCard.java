package org.clientele.platform.workbench.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.refresh.RefreshBook;
import org.clientele.platform.runtime.refresh.Schedule;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Edits;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** What is read again by the clock, below the watched folder: when next, how it went last, run now, pause. UI thread only. */
final class ScheduleCard implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(ScheduleCard.class);
    private static final int HEAD = 60;
    private static final int ROW = 52;

    private final Session session;
    private final Background background;
    private final PageHost host;
    private final Runnable redraw;
    private final Edits edits;
    private final CancelSignal.Registration registration;
    private List<Row> rows = List.of();

    private record Row(Schedule schedule, @Nullable Instant next, boolean running) {}

    ScheduleCard(Workspace workspace, Session session, Background background, PageHost host, Runnable redraw) {
        this.session = session;
        this.background = background;
        this.host = host;
        this.redraw = redraw;
        this.edits = new Edits(background, () -> {}, e -> failed(TEXTS.get("schedule.not.changed"), e));
        registration = workspace.onRefreshChange(() -> background.ui(this::reload));
        reload();
    }

    private void reload() {
        background.run(
                () -> {
                    RefreshBook book = session.refreshes();
                    return book.all().stream()
                            .map(s -> new Row(s, book.next(s).orElse(null), book.isRunning(s.id())))
                            .toList();
                },
                found -> {
                    rows = found;
                    redraw.run();
                },
                e -> failed(TEXTS.get("schedule.unlisted"), e));
    }

    private void failed(String title, Throwable e) {
        if (!Background.cancelled(e)) {
            host.failed(title, Background.sentence(e));
        }
    }

    /** Its height with the space below. */
    int height() {
        return HEAD + rows.size() * ROW + 16;
    }

    void draw(Sketch s, double x, double y, double w, Shell shell, Palette palette) {
        s.card(x, y, w, height() - 16.0);
        double right = s.buttonEnding(
                        "schedule:add",
                        TEXTS.get("schedule.add"),
                        Tone.PLAIN,
                        x + w - 16,
                        y + 14,
                        () -> ask(shell, palette))
                - 16;
        s.pen().icon(Icon.CLOCK, x + 20, y + 22, s.quiet());
        String title = TEXTS.get("schedule.count", rows.size());
        s.line(x + 48, y + 26, title, 13, Weight.MEDIUM, right - x - 48, s.ink());
        s.note(x + 48, y + 44, TEXTS.get("schedule.means"), right - x - 48);
        for (int i = 0; i < rows.size(); i++) {
            row(s, rows.get(i), x, y + HEAD + i * (double) ROW, w);
        }
    }

    private void row(Sketch s, Row row, double x, double y, double w) {
        s.pen().rule(x + 1, y, w - 2, s.border());
        Schedule schedule = row.schedule();
        Schedule.Run last = schedule.last();
        long id = schedule.id();
        StatusMark mark = last == null
                ? StatusMark.UNKNOWN
                : last.outcome() == Schedule.Outcome.FAILED ? StatusMark.BAD : StatusMark.GOOD;
        mark.draw(s.pen(), s.palette(), x + 28, y + 26);
        double right = s.buttonEnding(
                "schedule:remove:" + id,
                TEXTS.get("schedule.remove"),
                Tone.PLAIN,
                x + w - 16,
                y + 10,
                () -> remove(id));
        right = s.buttonEnding(
                "schedule:pause:" + id,
                TEXTS.get(schedule.paused() ? "schedule.resume" : "schedule.pause"),
                Tone.PLAIN,
                right - 8,
                y + 10,
                () -> pause(schedule));
        right = s.buttonEnding(
                        "schedule:run:" + id,
                        TEXTS.get("schedule.run"),
                        Tone.PLAIN,
                        right - 8,
                        y + 10,
                        () -> run(schedule))
                - 16;
        double room = right - x - 48;
        s.line(
                x + 48,
                y + 22,
                TEXTS.get(
                        "list.pair",
                        schedule.source().title(),
                        schedule.timing().words()),
                13,
                Weight.MEDIUM,
                room,
                s.ink());
        Instant next = row.next();
        String when = row.running()
                ? TEXTS.get("schedule.now")
                : schedule.paused()
                        ? TEXTS.get("schedule.paused")
                        : next == null ? "" : TEXTS.get("schedule.next", told(next));
        s.note(
                x + 48,
                y + 40,
                last == null ? when : TEXTS.get("schedule.last", when, told(last.at()), last.sentence()),
                room);
    }

    private static String told(Instant t) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(Texts.locale())
                .format(t.atZone(ZoneId.systemDefault()));
    }

    private RefreshBook book() {
        return session.refreshes();
    }

    private void run(Schedule s) {
        session.background(
                        TEXTS.get("schedule.job", s.source().title()), (progress, cancel) -> book().run(s.id(), cancel))
                .whenComplete((ran, failure) -> background.ui(() -> {
                    if (ran != null && ran.last() != null) {
                        host.done(TEXTS.get(
                                "schedule.ran", ran.source().title(), ran.last().sentence()));
                    } else if (failure != null) {
                        failed(TEXTS.get("schedule.not.read"), failure);
                    }
                }));
    }

    private void remove(long id) {
        edits.run(
                () -> book().remove(id),
                gone -> edits.did(deed("remove", gone), () -> book().restore(gone), () -> book().remove(id)),
                e -> failed(TEXTS.get("schedule.not.removed"), e));
    }

    private void pause(Schedule s) {
        boolean paused = !s.paused();
        edits.run(
                () -> book().pause(s.id(), paused),
                now -> edits.did(
                        deed(paused ? "pause" : "resume", now),
                        () -> book().pause(s.id(), !paused),
                        () -> book().pause(s.id(), paused)),
                e -> failed(TEXTS.get("schedule.not.changed"), e));
    }

    private static String deed(String what, Schedule s) {
        return TEXTS.get("schedule.deed." + what, s.source().title());
    }

    /** The edits of schedules, which can be taken back. */
    History history() {
        return edits.history();
    }

    private void ask(Shell shell, Palette palette) {
        ScheduleForm.open(
                shell,
                palette,
                (wish, answer) -> edits.run(
                        () -> book().add(wish.source(), wish.timing()),
                        added -> {
                            answer.accept("");
                            edits.did(deed("add", added), () -> book().remove(added.id()), () -> book().restore(added));
                            host.done(TEXTS.get(
                                    "schedule.added",
                                    added.source().title(),
                                    added.timing().words()));
                        },
                        e -> answer.accept(Background.sentence(e))));
    }

    @Override
    public void close() {
        registration.close();
    }
}
