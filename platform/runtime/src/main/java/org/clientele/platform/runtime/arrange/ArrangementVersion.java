package org.clientele.platform.runtime.arrange;

import java.time.Instant;

/**
 * One version of how a dashboard is arranged.
 *
 * @param number from 1 in the order of time; 0 is the plugin's own
 * @param at when it was made
 * @param deed what was done: "hide Orders"
 * @param arrangement the tiles' places
 */
public record ArrangementVersion(int number, Instant at, String deed, Arrangement arrangement) {}
