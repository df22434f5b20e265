package org.clientele.platform.workbench.gesture;

/**
 * Which step of how many is shown. Immutable.
 *
 * @param step from 1
 * @param count of steps, at least 1
 */
public record Steps(int step, int count) {
    public Steps {
        count = Math.max(1, count);
        step = Math.max(1, Math.min(count, step));
    }

    /** Reads "3/12"; what is no such text is the only step. */
    public static Steps parse(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? new Steps(1, 1)
                    : new Steps(
                            Integer.parseInt(text.substring(0, slash).strip()),
                            Integer.parseInt(text.substring(slash + 1).strip()));
        } catch (NumberFormatException e) {
            return new Steps(1, 1);
        }
    }

    /** Whether no step comes after it. */
    public boolean last() {
        return step == count;
    }

    /** The next one; the first after the last. */
    public Steps next() {
        return new Steps(last() ? 1 : step + 1, count);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return step + "/" + count;
    }
}
