package org.clientele.platform.workbench.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportProposal;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.SourceRow;
import org.clientele.platform.runtime.UndoForecast;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Pace;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What the wizard lets the runtime do, off the UI thread, and brings into its model on it. UI thread only. */
final class WizardWork {
    private static final Texts TEXTS = Texts.of(WizardWork.class);
    /** Nobody reads a number that changes more often, and drawing would take the time of the import. */
    private static final long DRAW_EVERY_NANOS = 80_000_000;

    private final Session session;
    private final Background background;
    private final WizardModel model;
    private final Listener listener;
    private final Map<Path, Long> sizes = new HashMap<>();
    private int proposals;
    private int readings;
    private boolean rereading;
    private boolean undone;
    private boolean closed;
    private @Nullable Run run;

    /** A trial or an import that is going on. */
    private record Run(Pace pace, CancelSignal cancel, boolean trial) {}

    /**
     * Hears of news, on the UI thread.
     *
     * @param changed there is something else to draw
     * @param progressed the same, of how far a trial or an import is, several times a second
     * @param imported what an import gave
     * @param told a sentence about what was done
     * @param failed a title and a sentence about what was not
     */
    record Listener(
            Runnable changed,
            Runnable progressed,
            Consumer<ImportReply> imported,
            Consumer<String> told,
            BiConsumer<String, String> failed) {}

    WizardWork(Session session, Background background, WizardModel model, Listener listener) {
        this.session = session;
        this.background = background;
        this.model = model;
        this.listener = listener;
    }

    /** Takes files in and finds out how they would be imported. */
    void add(List<Path> files) {
        if (run != null && !run.trial()) {
            listener.failed().accept(TEXTS.get("work.running"), TEXTS.get("work.running.wait"));
            return;
        }
        if (model.result() != null) {
            undone = false;
        }
        if (!model.add(files).isEmpty()) {
            propose();
        }
        listener.changed().run();
    }

    /** Takes a file out. */
    void remove(Path file) {
        model.remove(file);
        if (!model.known() && !model.files().isEmpty()) {
            propose();
        }
        listener.changed().run();
    }

    private record Proposed(ImportProposal proposal, Map<Path, Long> sizes) {}

    private void propose() {
        int mine = ++proposals;
        List<Path> files = model.files();
        ImportCommand command =
                new ImportCommand(files, "", "", model.proposal().mode());
        ui(
                () -> {
                    Map<Path, Long> bytes = new HashMap<>();
                    for (Path file : files) {
                        bytes.put(file, size(file));
                    }
                    return new Proposed(session.imports().propose(command, CancelSignal.create()), bytes);
                },
                found -> {
                    if (mine == proposals) {
                        sizes.putAll(found.sizes());
                        model.proposed(found.proposal());
                    }
                },
                e -> {
                    if (mine == proposals) {
                        model.clear();
                        listener.failed().accept(TEXTS.get("work.not.imported"), Background.sentence(e));
                    }
                });
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    /** The size of a file in bytes, or a negative number where nobody knows. */
    long sizeOf(Path file) {
        return sizes.getOrDefault(file, -1L);
    }

    /** Reads the table in front again in another way; her own mapping stays where the headers do. */
    void reread(ProposedTable.Reading reading) {
        model.table().ifPresent(old -> {
            ProposedTable wished = old.read(reading);
            again(
                    old,
                    () -> {
                        ProposedTable fresh = session.imports().reread(wished, CancelSignal.create());
                        boolean hers = !old.recognised() && fresh.headers().equals(old.headers());
                        String entity = old.recipe().entity();
                        if (hers && !entity.isEmpty()) {
                            return fresh.going(old);
                        }
                        boolean lost = fresh.role() == ProposedTable.Role.UNRECOGNISED && !entity.isEmpty();
                        return lost ? session.imports().rematch(wished, entity, "", CancelSignal.create()) : fresh;
                    },
                    TEXTS.get("work.not.read.so"));
        });
    }

    /** Sends the table in front to another table of the model, or maps it by a recipe. */
    void rematch(String entity, String recipe) {
        model.table()
                .ifPresent(old -> again(
                        old,
                        () -> session.imports().rematch(old, entity, recipe, CancelSignal.create()),
                        recipe.isEmpty() ? TEXTS.get("work.not.fitting") : TEXTS.get("work.recipe.not.fitting")));
    }

    /** Saves the mapping of the table in front under a title. */
    void saveRecipe(String title, Runnable saved) {
        model.table()
                .ifPresent(t -> ui(
                        () -> session.imports().saveRecipe(t, title),
                        file -> {
                            saved.run();
                            listener.told().accept(TEXTS.get("recipe.saved", title, file));
                        },
                        e -> listener.failed().accept(TEXTS.get("recipe.not.saved"), Background.sentence(e))));
    }

    /** The first rows of a table as they stand in its file. */
    void firstRows(ProposedTable table, int most, Consumer<List<SourceRow>> found) {
        ui(
                () -> session.imports().firstRows(table, most, CancelSignal.create()),
                found,
                e -> listener.failed().accept(TEXTS.get("work.first.rows"), Background.sentence(e)));
    }

    private void again(ProposedTable old, Callable<ProposedTable> work, String failure) {
        int mine = ++readings;
        rereading = true;
        listener.changed().run();
        ui(
                work,
                fresh -> {
                    if (mine == readings) {
                        rereading = false;
                        int at = model.proposal().tables().indexOf(old);
                        if (at >= 0) {
                            boolean wanted = old.included() || old.role() == ProposedTable.Role.UNRECOGNISED;
                            boolean there = fresh.role() != ProposedTable.Role.UNRECOGNISED;
                            model.change(p -> p.with(at, fresh.include(wanted && there)));
                            if (there && old.role() == ProposedTable.Role.UNRECOGNISED) {
                                // What fits nothing by itself has columns to be sent somewhere.
                                model.choose(at);
                                model.go(Step.COLUMNS);
                            }
                        }
                    }
                },
                e -> {
                    if (mine == readings) {
                        rereading = false;
                        listener.failed().accept(failure, Background.sentence(e));
                    }
                });
    }

    /** Whether a table is being read again. */
    boolean rereading() {
        return rereading;
    }

    /** Imports all the way but for the end. */
    void check() {
        ImportProposal tried = model.proposal();
        start(
                TEXTS.get("work.check", title()),
                true,
                (pace, cancel) -> session.imports().rehearse(tried, pace, cancel),
                reply -> model.tried(tried, reply));
    }

    /** Imports. */
    void importNow() {
        if (!model.obstacle().isEmpty()) {
            listener.failed().accept(TEXTS.get("work.not.yet"), model.obstacle());
            return;
        }
        if (run != null && run.trial()) {
            cancel();
            run = null;
        }
        ImportProposal wanted = model.proposal();
        model.go(Step.CHECK);
        start(
                TEXTS.get("work.import", title()),
                false,
                (pace, cancel) -> session.imports().run(wanted, pace, cancel),
                reply -> {
                    model.imported(reply);
                    listener.imported().accept(reply);
                });
    }

    private String title() {
        return model.files().size() == 1
                ? String.valueOf(model.files().get(0).getFileName())
                : TEXTS.get("files", model.files().size());
    }

    private interface Carrying {
        ImportReply out(Progress progress, CancelSignal cancel);
    }

    private void start(String title, boolean trial, Carrying what, Consumer<ImportReply> done) {
        if (run != null) {
            return;
        }
        AtomicBoolean posted = new AtomicBoolean();
        CancelSignal cancel = CancelSignal.create();
        AtomicLong drawn = new AtomicLong();
        Pace pace = new Pace(() -> {
            long now = System.nanoTime();
            if (now - drawn.get() > DRAW_EVERY_NANOS && posted.compareAndSet(false, true)) {
                drawn.set(now);
                background.ui(() -> {
                    posted.set(false);
                    if (!closed) {
                        listener.progressed().run();
                    }
                });
            }
        });
        Run mine = new Run(pace, cancel, trial);
        run = mine;
        session.background(title, (progress, stop) -> {
                    CancelSignal.Registration both = stop.onCancel(cancel::cancel);
                    try {
                        return what.out(pace.with(progress), cancel);
                    } finally {
                        both.close();
                    }
                })
                .whenComplete((reply, failure) -> background.ui(() -> {
                    boolean current = run == mine;
                    if (current) {
                        run = null;
                    }
                    if (reply != null && (current || !trial)) {
                        done.accept(reply);
                    } else if (failure != null && !Background.cancelled(failure)) {
                        listener.failed().accept(TEXTS.get("work.failed", title), Background.sentence(failure));
                    } else if (failure != null && !trial) {
                        listener.told().accept(TEXTS.get("work.cancelled", title));
                    }
                    tell();
                }));
        listener.changed().run();
    }

    /** How far a trial or an import is, or null while there is none. */
    @Nullable
    Pace pace() {
        return run == null ? null : run.pace();
    }

    /** Whether an import is running. */
    boolean importing() {
        return run != null && !run.trial();
    }

    /** Whether a trial is running. */
    boolean checking() {
        return run != null && run.trial();
    }

    /** Whether it was asked to stop. */
    boolean cancelling() {
        return run != null && run.cancel().isCancelled();
    }

    /** Stops what runs within a second. */
    void cancel() {
        if (run != null) {
            run.cancel().cancel();
            listener.changed().run();
        }
    }

    /** What taking an import back would mean. */
    void forecastUndo(long id, Consumer<UndoForecast> known) {
        ui(
                () -> session.imports().forecastUndo(id, CancelSignal.create()),
                known,
                e -> listener.failed().accept(TEXTS.get("work.undo.unknown"), Background.sentence(e)));
    }

    /** Takes the import back that just was. */
    void undoImport(long id) {
        session.background(
                        TEXTS.get("work.undo"),
                        (progress, cancel) -> session.imports().undo(id, cancel))
                .whenComplete((reply, failure) -> background.ui(() -> {
                    if (reply != null) {
                        undone = true;
                        listener.told().accept(TEXTS.get("work.undone"));
                    } else if (failure != null && !Background.cancelled(failure)) {
                        listener.failed().accept(TEXTS.get("work.not.undone"), Background.sentence(failure));
                    }
                    tell();
                }));
    }

    /** Whether the import that just was is undone. */
    boolean undone() {
        return undone;
    }

    /** Forgets the import that was, for the next one. */
    void anew() {
        undone = false;
        model.clear();
        listener.changed().run();
    }

    private <T> void ui(Callable<T> work, Consumer<T> done, Consumer<Throwable> error) {
        background.run(
                work,
                found -> {
                    done.accept(found);
                    tell();
                },
                e -> {
                    error.accept(e);
                    tell();
                });
    }

    private void tell() {
        if (!closed) {
            listener.changed().run();
        }
    }

    /** The page is gone; what runs goes on. */
    void close() {
        closed = true;
    }
}
