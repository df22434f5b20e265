package org.clientele.sdk.scene;

/**
 * A handle: what a person may do with a part of a picture, and which parameter that writes. A sink that has no pointer
 * ignores it.
 *
 * @param kind what she does
 * @param parameter the view-state or selection parameter that it writes
 * @param value what it writes there on a click; a drag writes the range
 */
public record Gesture(Kind kind, String parameter, String value) {
    /** Kinds of gesture. */
    public enum Kind {
        /** Press and release: writes {@code value} into the view state (a sort order). */
        CLICK,
        /** Press and release: selects the datum's members. */
        SELECT,
        /** Wheel: moves a list by lines. */
        SCROLL
    }
}
