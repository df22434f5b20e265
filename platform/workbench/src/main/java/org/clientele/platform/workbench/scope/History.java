package org.clientele.platform.workbench.scope;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The way back and forth through what was done, {@value #DEEP} steps deep. Steps of the same deed that follow each other at
 * once, such as those of one drag, are one. UI thread only.
 */
public final class History {
    /** How many steps are kept. */
    public static final int DEEP = 100;

    private static final long AT_ONCE_NANOS = 600_000_000L;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private long last;

    /**
     * One step.
     *
     * @param deed what was done, for the menu: "filter by country"
     * @param mergeable steps of the same deed and the same key, right after each other, are one; "" for none
     * @param undo takes it back
     * @param redo does it again
     */
    private record Step(String deed, String mergeable, Runnable undo, Runnable redo) {}

    /** Notes what was just done. */
    public void did(String deed, String mergeable, Runnable undo, Runnable redo) {
        long now = System.nanoTime();
        Step before = done.peekLast();
        boolean same = before != null
                && undone.isEmpty()
                && !mergeable.isEmpty()
                && before.deed().equals(deed)
                && before.mergeable().equals(mergeable)
                && now - last < AT_ONCE_NANOS;
        if (same) {
            done.removeLast();
        }
        done.addLast(new Step(deed, mergeable, same ? before.undo() : undo, redo));
        if (done.size() > DEEP) {
            done.removeFirst();
        }
        undone.clear();
        last = now;
    }

    /** What would be taken back. */
    public Optional<String> undoable() {
        return Optional.ofNullable(done.peekLast()).map(Step::deed);
    }

    /** What would be done again. */
    public Optional<String> redoable() {
        return Optional.ofNullable(undone.peekLast()).map(Step::deed);
    }

    /** @return whether there was something to take back */
    public boolean undo() {
        Step step = done.pollLast();
        if (step == null) {
            return false;
        }
        undone.addLast(step);
        step.undo().run();
        return true;
    }

    /** @return whether there was something to do again */
    public boolean redo() {
        Step step = undone.pollLast();
        if (step == null) {
            return false;
        }
        done.addLast(step);
        step.redo().run();
        return true;
    }
}
