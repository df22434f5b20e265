package org.clientele.platform.workbench.gesture;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.Handle;
import org.clientele.sdk.scene.PathData;

/** What somebody draws around marks: a rectangle, or an outline by hand; never beyond the field. Immutable; the scene's coordinates. */
public final class AreaShape {
    /** Places of a hand's outline that are nearer to each other are one. */
    private static final double STEP = 3;

    private record Place(double x, double y) {}

    private final Handle field;
    private final boolean free;
    private final List<Place> places;

    private AreaShape(Handle field, boolean free, List<Place> places) {
        this.field = field;
        this.free = free;
        this.places = places;
    }

    /**
     * Begins one.
     *
     * @param free whether it follows the hand, rather than being a rectangle
     */
    public static AreaShape from(Handle field, double x, double y, boolean free) {
        return new AreaShape(field, free, List.of(within(field, x, y)));
    }

    /** The middle half of a field. */
    public static AreaShape middle(Handle field) {
        return from(field, field.x() + field.width() / 4, field.y() + field.height() / 4, false)
                .to(field.x() + field.width() * 3 / 4, field.y() + field.height() * 3 / 4);
    }

    private static Place within(Handle field, double x, double y) {
        return new Place(
                Math.max(field.x(), Math.min(field.x() + field.width(), x)),
                Math.max(field.y(), Math.min(field.y() + field.height(), y)));
    }

    private Place first() {
        return places.get(0);
    }

    private Place last() {
        return places.get(places.size() - 1);
    }

    /** The same with the pointer at another place. */
    public AreaShape to(double x, double y) {
        Place next = within(field, x, y);
        if (!free) {
            return new AreaShape(field, false, List.of(first(), next));
        }
        if (Math.hypot(next.x() - last().x(), next.y() - last().y()) < STEP) {
            return this;
        }
        List<Place> all = new ArrayList<>(places);
        all.add(next);
        return new AreaShape(field, true, all);
    }

    /** A rectangle as large as it is, elsewhere in the field. */
    public AreaShape moved(double right, double down) {
        double dx = Math.max(field.x() - first().x(), Math.min(field.x() + field.width() - last().x(), right));
        double dy = Math.max(field.y() - first().y(), Math.min(field.y() + field.height() - last().y(), down));
        return from(field, first().x() + dx, first().y() + dy, false).to(last().x() + dx, last().y() + dy);
    }

    /** A rectangle whose lower right corner is elsewhere, not beyond the upper left one. */
    public AreaShape grown(double right, double down) {
        return to(Math.max(first().x() + STEP, last().x() + right), Math.max(first().y() + STEP, last().y() + down));
    }

    /** Its outline, closed. */
    public PathData outline() {
        PathData.Builder path = PathData.builder();
        if (!free) {
            return path.move(first().x(), first().y())
                    .line(last().x(), first().y())
                    .line(last().x(), last().y())
                    .line(first().x(), last().y())
                    .close()
                    .build();
        }
        path.move(first().x(), first().y());
        places.stream().skip(1).forEach(p -> path.line(p.x(), p.y()));
        return path.close().build();
    }

    /** Whether it follows the hand, rather than being a rectangle. */
    public boolean free() {
        return free;
    }

    /** From its left to its right edge. */
    public double width() {
        return places.stream().mapToDouble(Place::x).max().orElse(field.x()) - left();
    }

    /** From its upper to its lower edge. */
    public double height() {
        return places.stream().mapToDouble(Place::y).max().orElse(field.y()) - top();
    }

    /** Its left edge. */
    public double left() {
        return places.stream().mapToDouble(Place::x).min().orElse(field.x());
    }

    /** Its upper edge. */
    public double top() {
        return places.stream().mapToDouble(Place::y).min().orElse(field.y());
    }
}
