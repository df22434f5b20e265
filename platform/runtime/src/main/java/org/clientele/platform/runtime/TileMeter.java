package org.clientele.platform.runtime;

/** Hears how long pictures took, while somebody wants to know. */
@FunctionalInterface
public interface TileMeter {
    /**
     * A picture was laid out; on a worker thread. Must return at once.
     *
     * @param tile the tile's id
     * @param queueMillis how long it waited for a thread, in milliseconds
     * @param millis how long it took after that
     */
    void laidOut(String tile, double queueMillis, double millis);
}
