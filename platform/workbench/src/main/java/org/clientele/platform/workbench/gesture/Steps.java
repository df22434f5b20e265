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

    /** The step nearest to a part of the way from the first to the last. */
    public static Steps at(double part, int count) {
        return new Steps((int) Math.rint(Extent.WHOLE.at(part) * (count - 1)) + 1, count);
    }

    /** How far it is on the way from the first to the last, from 0 to 1. */
    public double part() {
        return count == 1 ? 0 : (step - 1.0) / (count - 1);
    }
}
