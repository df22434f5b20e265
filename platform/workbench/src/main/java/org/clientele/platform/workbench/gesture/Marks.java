package org.clientele.platform.workbench.gesture;

import java.util.List;
import java.util.stream.IntStream;
import org.clientele.platform.charts.Hit;

/** Where the keyboard goes from mark to mark. */
public final class Marks {
    private Marks() {}

    /**
     * Where the keyboard comes in: the first mark that stands for something in the data. What a card says before it, such as its
     * doubts, is one step back; a card without such marks, as one that tells of an error, is read from its beginning.
     *
     * @param marks in reading order
     */
    public static int first(List<Hit> marks) {
        return IntStream.range(0, marks.size())
                .filter(i -> !marks.get(i).datum().members().isEmpty())
                .findFirst()
                .orElse(0);
    }

    /**
     * The nearest mark wholly above or below one; the one before or after in reading order where there is none.
     *
     * @param marks in reading order
     * @param now which one has the keyboard
     * @param down whether to go down
     */
    public static int vertical(List<Hit> marks, int now, boolean down) {
        Hit from = marks.get(now);
        int best = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < marks.size(); i++) {
            Hit to = marks.get(i);
            double gap = down ? to.y() - (from.y() + from.height()) : from.y() - (to.y() + to.height());
            if (i == now || gap < -0.5) {
                continue;
            }
            double aside = Math.abs(to.x() + to.width() / 2 - from.x() - from.width() / 2);
            double far = Math.max(0, gap) + 2 * aside;
            if (far < nearest) {
                nearest = far;
                best = i;
            }
        }
        return best >= 0 ? best : Math.max(0, Math.min(marks.size() - 1, now + (down ? 1 : -1)));
    }
}
