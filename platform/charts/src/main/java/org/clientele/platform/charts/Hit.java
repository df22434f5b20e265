package org.clientele.platform.charts;

import java.util.List;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;

/**
 * A part of a scene that stands for a datum, and where it is.
 *
 * @param group the part
 * @param datum what it stands for
 * @param gestures what can be done there: its own, then those of the groups around it
 * @param x left edge in the scene's coordinates
 * @param y upper edge in the scene's coordinates
 * @param originX where the coordinates inside the part start, in the scene's
 * @param originY where the coordinates inside the part start, in the scene's
 */
public record Hit(
        Node.Group group,
        Datum datum,
        List<Gesture> gestures,
        double x,
        double y,
        double width,
        double height,
        double originX,
        double originY) {}
