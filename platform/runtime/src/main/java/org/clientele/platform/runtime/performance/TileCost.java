package org.clientele.platform.runtime.performance;

import java.util.List;

/**
 * What the picture of a tile took last. Times are in milliseconds, 0 for what was not measured yet.
 *
 * @param tile the tile's id
 * @param title for people
 * @param dimensions what its question groups by; empty for figures and analyses
 * @param limited whether its question asks for some groups only
 * @param analysis whether a plugin's analysis answers it
 * @param waited for a thread, before the query and before the layout
 * @param query from asking to frame
 * @param layout from frame to picture
 * @param paint of the picture on the screen
 * @param cached whether the query was answered from the cache
 * @param rows of its frame
 * @param bytes that the frame takes, about
 * @param marks shapes and texts of the picture
 */
public record TileCost(
        String tile,
        String title,
        List<String> dimensions,
        boolean limited,
        boolean analysis,
        double waited,
        double query,
        double layout,
        double paint,
        boolean cached,
        int rows,
        long bytes,
        int marks) {
    public TileCost {
        dimensions = List.copyOf(dimensions);
    }

    /** All of it together. */
    public double total() {
        return waited + query + layout + paint;
    }
}
