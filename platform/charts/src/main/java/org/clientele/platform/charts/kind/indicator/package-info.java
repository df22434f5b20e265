/** One value against what it should be: gauge, meter, thermometer, tank, progress. */
@NullMarked
package org.clientele.platform.charts.kind.indicator;

import org.jspecify.annotations.NullMarked;
