package org.clientele.platform.workbench.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.clientele.platform.workbench.scope.History;

/**
 * Edits of what a workspace keeps, each a step that can be taken back. They take their time on other threads, and are carried out
 * one after the other in the order in which they were wanted: two undos in a row must not overtake each other. UI thread only.
 */
public final class Edits {
    private final Background background;
    private final Runnable changed;
    private final Consumer<Throwable> failed;
    private final History history = new History();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param changed hears that a step was taken back or done again
     * @param failed hears that this did not work
     */
    public Edits(Background background, Runnable changed, Consumer<Throwable> failed) {
        this.background = background;
        this.changed = changed;
        this.failed = failed;
    }

    /** What was edited, and can be taken back. */
    public History history() {
        return history;
    }

    /** Carries an edit out after those that wait; either consumer hears of it. */
    public <T> void run(Callable<T> edit, Consumer<T> done, Consumer<Throwable> wrong) {
        waiting.add(() -> background.run(
                edit,
                answer -> {
                    next();
                    done.accept(answer);
                },
                e -> {
                    next();
                    wrong.accept(e);
                }));
        if (!busy) {
            next();
        }
    }

    private void next() {
        Runnable first = waiting.poll();
        busy = first != null;
        if (first != null) {
            first.run();
        }
    }

    /**
     * Notes an edit that was just carried out.
     *
     * @param deed what was done, for the menu
     * @param back takes it back
     * @param forth does it again
     */
    public void did(String deed, Callable<?> back, Callable<?> forth) {
        history.did(deed, "", () -> again(back), () -> again(forth));
    }

    private void again(Callable<?> edit) {
        run(edit, answer -> changed.run(), failed);
    }
}
