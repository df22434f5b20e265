package org.clientele.platform.workbench.gesture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.platform.charts.Handle;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Gesture.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A drag that began on a picture: what it does, and what it writes at each place. It knows the picture as it was when the
 * drag began, so that pictures that come later do not pull it along. Immutable.
 */
public final class Drag {
    private static final double DEGREES_PER_PIXEL = 0.5;

    /** What a drag does. */
    public enum Sort {
        /** Moves what is in view. */
        MOVE,
        /** Marks a range. */
        RANGE,
        /** A slider from left to right. */
        SLIDE_ACROSS,
        /** A slider from bottom to top. */
        SLIDE_UP,
        /** Turns the picture. */
        TURN
    }

    private final Sort sort;
    private final boolean atOnce;
    private final List<Handle> handles;
    private final Map<String, String> values;
    private final double startX;
    private final double startY;

    private Drag(Sort sort, boolean atOnce, List<Handle> handles, Function<Gesture, String> now, double x, double y) {
        this.sort = sort;
        this.atOnce = atOnce;
        this.handles = List.copyOf(handles);
        this.values = new LinkedHashMap<>();
        for (Handle h : handles) {
            values.put(h.gesture().parameter(), sort == Sort.RANGE ? h.gesture().value() : now.apply(h.gesture()));
        }
        this.startX = x;
        this.startY = y;
    }

    /**
     * The drag that begins at a place.
     *
     * @param under the handles there, inner ones first
     * @param shift whether Shift is held: a range rather than a move
     * @param now what a gesture's parameter is now
     */
    public static Optional<Drag> begin(
            List<Handle> under, double x, double y, boolean shift, Function<Gesture, String> now) {
        List<Handle> views = new ArrayList<>();
        Handle range = null;
        boolean button = false;
        for (Handle h : under) {
            Sort own = sort(h.gesture().kind());
            if (own != null && views.isEmpty() && range == null) {
                return Optional.of(new Drag(own, own != Sort.TURN && !button, List.of(h), now, x, y));
            }
            switch (h.gesture().kind()) {
                case VIEW_X, VIEW_Y -> views.add(h);
                case RANGE_X, RANGE_Y -> range = range == null ? h : range;
                case CLICK, PLAY, SELECT -> button = true;
                default -> {}
            }
        }
        boolean movable = views.stream()
                .anyMatch(h -> !Extent.parse(now.apply(h.gesture())).isWhole());
        if (range != null && (shift || !movable)) {
            return Optional.of(new Drag(Sort.RANGE, false, List.of(range), now, x, y));
        }
        return movable ? Optional.of(new Drag(Sort.MOVE, false, views, now, x, y)) : Optional.empty();
    }

    private static @Nullable Sort sort(Kind kind) {
        return switch (kind) {
            case SLIDE_X -> Sort.SLIDE_ACROSS;
            case SLIDE_Y -> Sort.SLIDE_UP;
            case TURN -> Sort.TURN;
            default -> null;
        };
    }

    /** What it does. */
    public Sort sort() {
        return sort;
    }

    /** Whether pressing alone writes something, as on a slider. */
    public boolean atOnce() {
        return atOnce;
    }

    /** Whether letting a slider go chooses something: parts of it say what they stand for. */
    public boolean chooses(List<Handle> all) {
        return sort == Sort.SLIDE_ACROSS && all.stream().anyMatch(this::means);
    }

    private boolean means(Handle h) {
        Handle slider = handles.get(0);
        return h.gesture().kind() == Kind.CHOOSE
                && h.x() >= slider.x()
                && h.x() + h.width() <= slider.x() + slider.width() + 0.01
                && h.y() >= slider.y()
                && h.y() + h.height() <= slider.y() + slider.height() + 0.01;
    }

    /**
     * What a place of a slider from left to right chooses.
     *
     * @param part how far it is, from 0 to 1
     */
    public List<Gesture> choices(List<Handle> all, double part) {
        Handle slider = handles.get(0);
        double at = slider.x() + part * slider.width();
        return all.stream()
                .filter(this::means)
                .filter(h -> h.x() <= at && (at < h.x() + h.width() || part >= 1 && at <= h.x() + h.width() + 0.01))
                .map(Handle::gesture)
                .toList();
    }

    /** The range that a click, a drag that went nowhere, takes away; empty for other drags. */
    public Optional<String> range() {
        return sort == Sort.RANGE ? Optional.of(handles.get(0).gesture().parameter()) : Optional.empty();
    }

    /** What is to be written, by parameter, when the pointer is at a place. */
    public Map<String, String> to(double x, double y) {
        Map<String, String> out = new LinkedHashMap<>();
        for (Handle h : handles) {
            String parameter = h.gesture().parameter();
            out.put(parameter, value(h, values.getOrDefault(parameter, ""), x, y));
        }
        return out;
    }

    private String value(Handle h, String before, double x, double y) {
        return switch (sort) {
            case MOVE ->
                Extent.parse(before)
                        .move(
                                h.gesture().kind() == Kind.VIEW_X
                                        ? h.across(startX) - h.across(x)
                                        : h.up(startY) - h.up(y))
                        .text();
            case RANGE -> {
                Extent view = Extent.parse(before);
                boolean across = h.gesture().kind() == Kind.RANGE_X;
                double from = across ? h.across(startX) : h.up(startY);
                double to = across ? h.across(x) : h.up(y);
                yield Extent.between(view.at(from), view.at(to)).text();
            }
            case SLIDE_ACROSS -> Extent.digits(Extent.WHOLE.at(h.across(x)));
            case SLIDE_UP -> Extent.digits(Extent.WHOLE.at(h.up(y)));
            case TURN ->
                Turn.parse(before)
                        .by((x - startX) * DEGREES_PER_PIXEL, (y - startY) * DEGREES_PER_PIXEL)
                        .text();
        };
    }
}
