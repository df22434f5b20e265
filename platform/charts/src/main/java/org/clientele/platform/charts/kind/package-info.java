/**
 * The built-in kinds of chart.
 */
@NullMarked
package org.clientele.platform.charts.kind;

import org.jspecify.annotations.NullMarked;
