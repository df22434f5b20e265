/** Maps: outlines of the world and the US, names and codes of places, regions coloured by a measure, bubbles on them. */
@NullMarked
package org.clientele.platform.charts.kind.map;

import org.jspecify.annotations.NullMarked;
