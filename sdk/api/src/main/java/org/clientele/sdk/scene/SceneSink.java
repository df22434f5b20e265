package org.clientele.sdk.scene;

/** Paints a scene somewhere: a window, an SVG file. It decides nothing. Used by one thread at a time. */
public interface SceneSink {
    /** Before everything else. */
    void begin(Scene scene);

    /** A group starts: move the origin and clip, until the matching {@link #leave}. */
    void enter(Node.Group group);

    /** The group ends. */
    void leave(Node.Group group);

    /** A rectangle. */
    void rect(Node.Rect rect);

    /** A disc or ring. */
    void circle(Node.Circle circle);

    /** An outline. */
    void path(Node.Path path);

    /** A line of text. */
    void text(Node.Text text);

    /** After everything else. */
    void end();
}
