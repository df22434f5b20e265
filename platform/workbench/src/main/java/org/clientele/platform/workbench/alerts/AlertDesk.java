package org.clientele.platform.workbench.alerts;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.AlertBook;
import org.clientele.platform.runtime.alerts.AlertView;
import org.clientele.platform.runtime.alerts.Crossing;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Edits;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.text.Texts;

/**
 * Judges the alerts of the open workspace as it opens and after each change of its data, and tells what is new. UI thread
 * only; the work is done elsewhere.
 */
public final class AlertDesk {
    private static final Texts TEXTS = Texts.of(AlertDesk.class);
    private final Session session;
    private final Background background;
    private final PageHost host;
    private final Told told;
    private final Edits edits;
    private final CancelSignal cancel = CancelSignal.create();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private List<AlertView> alerts = List.of();
    private List<Crossing> history = List.of();
    private boolean loaded;
    private long asked;
    private long shown;

    /** Who hears of it. */
    public interface Told {
        /** Alerts or their history changed. */
        void changed();

        /** Something crossed that had not before. */
        void crossed(List<Crossing> fresh);
    }

    /** For the time that a workspace is open. */
    public AlertDesk(Session session, Background background, PageHost host, Told told) {
        this.session = session;
        this.background = background;
        this.host = host;
        this.told = told;
        this.edits = new Edits(background, this::judge, e -> failed(TEXTS.get("again.failed"), e));
    }

    /** What was judged and read. */
    private record Read(AlertBook.Check check, List<AlertView> alerts, List<Crossing> history) {}

    /** Judges again, soon; many calls are one. */
    public void judge() {
        if (waiting.compareAndSet(false, true)) {
            long turn = ++asked;
            background.run(
                    () -> {
                        waiting.set(false);
                        AlertBook book = session.alerts();
                        AlertBook.Check check = book.check(cancel);
                        return new Read(check, book.all(), book.history());
                    },
                    read -> {
                        // One that judged for long may come after one that was asked for later, and is out of date
                        // then.
                        if (turn > shown) {
                            shown = turn;
                            alerts = read.alerts();
                            history = read.history();
                            loaded = true;
                            told.changed();
                        }
                        if (!read.check().crossings().isEmpty()) {
                            told.crossed(read.check().crossings());
                        }
                    },
                    e -> failed(TEXTS.get("judge.failed"), e));
        }
    }

    private void failed(String title, Throwable e) {
        if (!Background.cancelled(e)) {
            host.failed(title, Background.sentence(e));
        }
    }

    Session session() {
        return session;
    }

    /** Whether the first reading is there. */
    boolean loaded() {
        return loaded;
    }

    /** All alerts. */
    public List<AlertView> alerts() {
        return alerts;
    }

    /** Everything that was found, the newest first. */
    public List<Crossing> history() {
        return history;
    }

    /** How many findings nobody has acknowledged. */
    public int open() {
        return (int) history.stream().filter(c -> c.acknowledgedAt() == null).count();
    }

    void save(Alert alert, Consumer<String> answer) {
        Optional<Alert> before = alerts.stream()
                .map(AlertView::alert)
                .filter(a -> a.id().equals(alert.id()))
                .findFirst();
        edits.run(
                () -> put(alert),
                saved -> {
                    answer.accept("");
                    edits.did(
                            TEXTS.get(before.isPresent() ? "change.deed" : "set.deed", saved.title()),
                            () -> before.isPresent()
                                    ? put(before.get())
                                    : session.alerts().remove(saved.id()),
                            () -> put(saved));
                    host.done(TEXTS.get("save.done", saved.title()));
                    judge();
                },
                e -> answer.accept(Background.sentence(e)));
    }

    private Alert put(Alert alert) {
        return session.alerts().save(alert, cancel);
    }

    void remove(Alert alert) {
        edits.run(
                () -> session.alerts().remove(alert.id()),
                gone -> {
                    edits.did(
                            TEXTS.get("remove.deed", gone.title()),
                            () -> put(gone),
                            () -> session.alerts().remove(gone.id()));
                    host.done(TEXTS.get("remove.done", gone.title()), TEXTS.get("undo"), edits.history()::undo);
                    judge();
                },
                e -> failed(TEXTS.get("remove.failed"), e));
    }

    /** The edits of alerts, which can be taken back. */
    History edited() {
        return edits.history();
    }

    /** Says that somebody knows of these crossings. */
    void acknowledge(List<Crossing> crossings) {
        List<Long> ids = crossings.stream()
                .filter(c -> c.acknowledgedAt() == null)
                .map(Crossing::id)
                .toList();
        edits.run(
                () -> session.alerts().acknowledge(ids, true),
                n -> {
                    edits.did(
                            TEXTS.get("known.deed", ids.size()),
                            () -> session.alerts().acknowledge(ids, false),
                            () -> session.alerts().acknowledge(ids, true));
                    judge();
                },
                e -> failed(TEXTS.get("known.failed"), e));
    }

    /** The workspace is closed. */
    public void close() {
        cancel.cancel();
    }
}
