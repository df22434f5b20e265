package org.clientele.platform.sample;

/** Hears what is bought and brought back, in order of time. */
interface Watcher {
    /** A sale was made. */
    default void sold(Order order, Visit visit) {}

    /** Some of it came back on that day. */
    default void cameBack(Order back, Visit visit, int day) {}
}
