package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Keeps labels apart: what is taken of a rectangle, and where beside a mark there is still room. Not thread-safe. */
public final class LabelRoom {
    /** Directions from a mark, the best first: right, left, above, below, then slanted. */
    private static final double[][] WAYS = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};

    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final List<Spot> taken = new ArrayList<>();

    /** All of a rectangle is free. */
    public LabelRoom(double left, double top, double right, double bottom) {
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
    }

    /** A rectangle for a label. */
    public record Spot(double x, double y, double width, double height) {
        boolean touches(Spot o) {
            return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
        }
    }

    /** Takes a rectangle, free or not. */
    public void take(double x, double y, double width, double height) {
        taken.add(new Spot(x, y, width, height));
    }

    /** Takes a rectangle if it is inside and free. */
    public boolean claim(double x, double y, double width, double height) {
        Spot spot = new Spot(x, y, width, height);
        if (!isFree(spot)) {
            return false;
        }
        taken.add(spot);
        return true;
    }

    /**
     * Takes room for a label beside a round mark: the nearest where it costs nothing, else the nearest where it
     * may lie.
     *
     * @param cost of what a rectangle would cover: 0 nothing of worth, 1 something, 2 what must not be covered
     * @param distances from the mark's edge to the label, rising
     * @return where, or null if there is none
     */
    public @Nullable Spot beside(
            double cx,
            double cy,
            double radius,
            double width,
            double height,
            ToIntFunction<Spot> cost,
            double... distances) {
        Spot second = null;
        for (double distance : distances) {
            for (double[] way : WAYS) {
                boolean slanted = way[0] != 0 && way[1] != 0;
                double reach = (radius + distance) * (slanted ? 0.7071 : 1);
                double x = way[0] > 0 ? cx + reach : way[0] < 0 ? cx - reach - width : cx - width / 2;
                double y = way[1] > 0 ? cy + reach : way[1] < 0 ? cy - reach - height : cy - height / 2;
                Spot spot = new Spot(x, y, width, height);
                if (!isFree(spot)) {
                    continue;
                }
                int c = cost.applyAsInt(spot);
                if (c == 0) {
                    taken.add(spot);
                    return spot;
                }
                second = second == null && c == 1 ? spot : second;
            }
        }
        if (second != null) {
            taken.add(second);
        }
        return second;
    }

    private boolean isFree(Spot spot) {
        return spot.x >= left
                && spot.y >= top
                && spot.x + spot.width <= right
                && spot.y + spot.height <= bottom
                && taken.stream().noneMatch(spot::touches);
    }
}
