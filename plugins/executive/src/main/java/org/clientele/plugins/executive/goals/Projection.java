package org.clientele.plugins.executive.goals;

/**
 * Where a goal comes down.
 *
 * @param expected what is expected over all its days
 * @param low the lower end of the 80 % interval
 * @param high the upper end
 * @param chance the probability that the goal is reached, from 0 to 1
 * @param basis what it rests on, in a sentence
 */
record Projection(double expected, double low, double high, double chance, String basis) {}
