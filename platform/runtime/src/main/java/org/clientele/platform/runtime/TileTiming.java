package org.clientele.platform.runtime;

/**
 * How long a tile's queries took.
 *
 * @param tile the tile's id
 * @param queryMillis from asking to frame, in milliseconds
 * @param cached whether every query of it was answered from the cache
 * @param rows of its frame
 */
public record TileTiming(String tile, double queryMillis, boolean cached, int rows) {}
