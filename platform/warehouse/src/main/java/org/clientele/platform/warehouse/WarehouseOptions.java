package org.clientele.platform.warehouse;

import java.time.Clock;

/**
 * What a warehouse may use of the machine.
 *
 * @param memoryMegabytes how much the engine holds before it spills to disk
 * @param threads how many threads one query uses
 * @param connections how many queries run at once
 * @param clock gives the moment of imports
 */
public record WarehouseOptions(int memoryMegabytes, int threads, int connections, Clock clock) {
    /**
     * As much memory as Java's heap may have, at most 1 GB; all cores; four queries at once. The engine fills what it may
     * use even where more memory makes nothing quicker: ten million order lines load as fast with 1 GB as with 4.
     */
    public static WarehouseOptions defaults() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        int cores = Runtime.getRuntime().availableProcessors();
        return new WarehouseOptions((int) Math.max(128, Math.min(1024, heap)), cores, 4, Clock.systemUTC());
    }
}
