package org.clientele.sdk.scene;

/**
 * A handle: what a person may do with a part of a picture, and which parameter that writes. A sink that has no pointer
 * ignores it.
 *
 * @param kind what she does
 * @param parameter the view-state or selection parameter that it writes, or the parameter of analyses that it chooses
 * @param value what it writes there on a click; a drag writes the range
 */
public record Gesture(Kind kind, String parameter, String value) {
    /** Kinds of gesture. */
    public enum Kind {
        /** Press and release: writes {@code value} into the view state (a sort order). */
        CLICK,
        /** Press and release: selects the datum's members. */
        SELECT,
        /**
         * Press and release, or the end of a slide: chooses {@code value} for the parameter of analyses that is called
         * {@code parameter}, for all tiles of the page that leave it open. What nests at one place is chosen together.
         * A group over a part of a slider says so what the slider means there.
         */
        CHOOSE,
        /** Wheel: moves a list by lines. */
        SCROLL,
        /**
         * Wheel and drag: zooms and moves what is in view from left to right. {@code value} is what is in view now as parts
         * of the whole, "0.25..0.75"; so is what is written. A double click writes "0..1".
         */
        VIEW_X,
        /** The same from bottom to top. */
        VIEW_Y,
        /**
         * Drag with Shift, or on its own where there is no view to move: a range from left to right, written as parts of
         * the whole like {@link #VIEW_X}, whose {@code value} it has too. A click writes "".
         */
        RANGE_X,
        /** The same from bottom to top, with parts of the whole like {@link #VIEW_Y}. */
        RANGE_Y,
        /**
         * Drag with Shift, or on its own where there is no view to move; with Ctrl along an outline drawn by hand: selects the
         * members that all marks within the group stand for whose middle lies inside. {@code parameter} is the column whose
         * members they are; {@code value} is "".
         */
        AREA,
        /** Drag: a slider from left to right; writes a part of the group's width from 0 to 1. {@code value} is where it is now. */
        SLIDE_X,
        /** Drag: a slider from bottom to top; writes a part of the group's height from 0 to 1. {@code value} is where it is. */
        SLIDE_Y,
        /** Drag: turns; writes "azimuth,elevation" in degrees. {@code value} is how it is turned now. */
        TURN,
        /**
         * Press and release: starts and stops the way from the first step to the last. {@code value} is "step/steps",
         * counted from 1; written is how far it is on that way, from 0 to 1, as by a slider: also between two steps, unless
         * motion is not wanted. While it runs, {@code parameter + ".playing"} is "true" in the view state.
         */
        PLAY
    }
}
