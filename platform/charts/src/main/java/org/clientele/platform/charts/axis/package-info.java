/**
 * Scales, and round ticks on them, for numbers, time and categories.
 */
@NullMarked
package org.clientele.platform.charts.axis;

import org.jspecify.annotations.NullMarked;
