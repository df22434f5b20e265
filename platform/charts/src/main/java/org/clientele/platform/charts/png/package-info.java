/** Scenes as PNG, painted by Java 2D without a display. */
@NullMarked
package org.clientele.platform.charts.png;

import org.jspecify.annotations.NullMarked;
