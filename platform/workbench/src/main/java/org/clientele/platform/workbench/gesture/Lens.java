package org.clientele.platform.workbench.gesture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clientele.platform.charts.Handle;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Gesture.Kind;

/** Changes what is in view, and moves sliders, by wheel and keys. Each answer is what to write, by parameter; often nothing. */
public final class Lens {
    /** A notch of the wheel, or a key, shows this much more or less. */
    public static final double NOTCH = 1.25;

    private static final double SLIDE = 0.05;
    private static final double DEGREES = 10;

    private Lens() {}

    /**
     * Zooms around a place.
     *
     * @param handles those to consider
     * @param factor above 1 shows more
     * @param now what a gesture's parameter is now
     */
    public static Map<String, String> zoom(
            List<Handle> handles, double x, double y, double factor, Function<Gesture, String> now) {
        return views(handles, now, (h, e) -> e.zoom(h.gesture().kind() == Kind.VIEW_X ? h.across(x) : h.up(y), factor));
    }

    /** Zooms around the middle of each field. */
    public static Map<String, String> zoom(List<Handle> handles, double factor, Function<Gesture, String> now) {
        return views(handles, now, (h, e) -> e.zoom(0.5, factor));
    }

    /** Shows all again. */
    public static Map<String, String> whole(List<Handle> handles, Function<Gesture, String> now) {
        return views(handles, now, (h, e) -> Extent.WHOLE);
    }

    private static Map<String, String> views(
            List<Handle> handles, Function<Gesture, String> now, BiFunction<Handle, Extent, Extent> change) {
        Map<String, String> out = new LinkedHashMap<>();
        for (Handle h : handles) {
            if (h.gesture().kind() == Kind.VIEW_X || h.gesture().kind() == Kind.VIEW_Y) {
                Extent before = Extent.parse(now.apply(h.gesture()));
                Extent after = change.apply(h, before);
                if (!after.text().equals(before.text())) {
                    out.putIfAbsent(h.gesture().parameter(), after.text());
                }
            }
        }
        return out;
    }

    /**
     * Moves the view, a slider or a picture in space by a step of the keyboard.
     *
     * @param right 1, -1 or 0
     * @param up 1, -1 or 0
     */
    public static Map<String, String> move(List<Handle> handles, int right, int up, Function<Gesture, String> now) {
        Map<String, String> out = new LinkedHashMap<>(views(
                handles, now, (h, e) -> e.move((h.gesture().kind() == Kind.VIEW_X ? right : up) * 0.1)));
        for (Handle h : handles) {
            String before = now.apply(h.gesture());
            switch (h.gesture().kind()) {
                case SLIDE_X -> slide(out, h, before, right);
                case SLIDE_Y -> slide(out, h, before, up);
                case TURN ->
                    out.putIfAbsent(
                            h.gesture().parameter(),
                            Turn.parse(before).by(right * DEGREES, up * DEGREES).text());
                default -> {}
            }
        }
        return out;
    }

    private static void slide(Map<String, String> out, Handle h, String before, int by) {
        try {
            double part = Double.parseDouble(before);
            if (by != 0 && part >= 0 && part <= 1) {
                out.putIfAbsent(h.gesture().parameter(), Extent.digits(Extent.WHOLE.at(part + by * SLIDE)));
            }
        } catch (NumberFormatException e) {
            // A slider that does not say where it is can only be dragged.
            out.remove(h.gesture().parameter());
        }
    }
}
