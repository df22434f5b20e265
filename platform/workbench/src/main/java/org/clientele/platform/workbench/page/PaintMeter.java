package org.clientele.platform.workbench.page;

import org.clientele.sdk.scene.Scene;

/** Hears on the UI thread how long pictures took to paint, while somebody wants to know. */
@FunctionalInterface
public interface PaintMeter {
    /** A tile's picture was painted, in so many milliseconds. */
    void painted(String tile, double millis, Scene picture);
}
