package org.clientele.platform.runtime;

/**
 * How long a tile's queries took.
 *
 * @param tile the tile's id
 * @param queryMillis from asking to frame, in milliseconds
 * @param cached whether every query of it was answered from the cache
 * @param rows of its frame
 * @param queueMillis how long it waited for a thread before that, in milliseconds
 */
public record TileTiming(String tile, double queryMillis, boolean cached, int rows, double queueMillis) {
    TileTiming(String tile, double queryMillis, boolean cached, int rows) {
        this(tile, queryMillis, cached, rows, 0);
    }

    TileTiming waited(double millis) {
        return new TileTiming(tile, queryMillis, cached, rows, millis);
    }
}
