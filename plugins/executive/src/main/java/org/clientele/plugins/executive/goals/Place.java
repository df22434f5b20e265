package org.clientele.plugins.executive.goals;

import org.clientele.sdk.extension.Parameter;

/**
 * Which goal.
 *
 * @param place its place in the list of the day's goals, from 1
 */
public record Place(
        @Parameter(label = "%place.place", help = "%place.place_help", least = 1, most = 40, step = 1)
        int place) {}
