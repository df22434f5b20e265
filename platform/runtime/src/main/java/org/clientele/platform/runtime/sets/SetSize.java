package org.clientele.platform.runtime.sets;

/**
 * How many customers a set has now.
 *
 * @param members those who are in the data and whom the policy shows
 * @param gone those who were written down and are not in the data any more
 * @param share members as a share of all customers whom the policy shows; 0 without any
 */
public record SetSize(long members, long gone, double share) {}
