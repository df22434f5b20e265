package org.clientele.platform.workbench.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The places of a drawn pane that answer to pointer and keyboard. A pane declares them anew each time it draws; ids keep
 * hover, press and focus on the same thing from one drawing to the next. UI thread only.
 */
public final class Areas {
    private final List<Area> areas = new ArrayList<>();
    private @Nullable String hovered;
    private @Nullable String pressed;
    private @Nullable String focused;

    /**
     * One place.
     *
     * @param id stable and unique in its pane
     * @param bounds in the pane
     * @param label what a screen reader says
     * @param hint shown when the pointer rests, or "" where the label stands beside it anyway
     * @param action what a click or Enter does
     * @param middleAction what a middle click does, or null
     * @param focusable whether Tab stops here
     */
    public record Area(
            String id,
            Rectangle bounds,
            String label,
            String hint,
            Runnable action,
            @Nullable Runnable middleAction,
            boolean focusable) {}

    void clear() {
        areas.clear();
    }

    /** Declares a place that Tab reaches. Later places lie above earlier ones. */
    public void add(String id, double x, double y, double width, double height, String label, Runnable action) {
        add(new Area(id, bounds(x, y, width, height), label, "", action, null, true));
    }

    /** Declares a place shown as an icon only, with a hint that says what it does. */
    public void addIcon(String id, double x, double y, double width, double height, String hint, Runnable action) {
        add(new Area(id, bounds(x, y, width, height), hint, hint, action, null, true));
    }

    /** Declares a place. */
    public void add(Area area) {
        areas.add(area);
    }

    private static Rectangle bounds(double x, double y, double width, double height) {
        return new Rectangle(
                (int) Math.round(x), (int) Math.round(y), (int) Math.round(width), (int) Math.round(height));
    }

    /** Whether the pointer is on it. */
    public boolean hovered(String id) {
        return id.equals(hovered);
    }

    /** Whether it is being pressed. */
    public boolean pressed(String id) {
        return id.equals(pressed) && id.equals(hovered);
    }

    /** Whether it has the keyboard. */
    public boolean focused(String id) {
        return id.equals(focused);
    }

    /** The place of that id. */
    public Optional<Area> find(@Nullable String id) {
        return areas.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** All places, in the order they were declared. */
    public List<Area> all() {
        return List.copyOf(areas);
    }

    Optional<Area> at(int x, int y) {
        for (int i = areas.size() - 1; i >= 0; i--) {
            if (areas.get(i).bounds().contains(x, y)) {
                return Optional.of(areas.get(i));
            }
        }
        return Optional.empty();
    }

    /** @return whether something looks different now */
    boolean hover(@Nullable String id) {
        boolean changed = !Objects.equals(hovered, id);
        hovered = id;
        return changed;
    }

    boolean press(@Nullable String id) {
        boolean changed = !Objects.equals(pressed, id);
        pressed = id;
        return changed;
    }

    boolean focus(@Nullable String id) {
        boolean changed = !Objects.equals(focused, id);
        focused = id;
        return changed;
    }

    @Nullable
    String pressedId() {
        return pressed;
    }

    Optional<Area> focusedArea() {
        return find(focused);
    }

    /** The place that Tab or an arrow goes to from the focused one; empty at the end. */
    Optional<Area> next(boolean forward) {
        List<Area> stops = areas.stream().filter(Area::focusable).toList();
        int now = -1;
        for (int i = 0; i < stops.size(); i++) {
            if (stops.get(i).id().equals(focused)) {
                now = i;
            }
        }
        int next = now < 0 ? (forward ? 0 : stops.size() - 1) : now + (forward ? 1 : -1);
        return next < 0 || next >= stops.size() ? Optional.empty() : Optional.of(stops.get(next));
    }
}
