package org.clientele.platform.runtime;

import java.util.Map;

/**
 * What became of a load of frames.
 *
 * @param rowsByTable rows that are in the warehouse now, by table; empty tables are left out
 * @param alreadyThere whether the same content was loaded before, so that nothing was done
 * @param seconds how long it took
 */
public record LoadReply(Map<String, Long> rowsByTable, boolean alreadyThere, double seconds) {}
