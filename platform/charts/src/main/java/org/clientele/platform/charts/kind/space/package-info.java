/** Points in a box that turns, and bubbles that move from step to step. */
@NullMarked
package org.clientele.platform.charts.kind.space;

import org.jspecify.annotations.NullMarked;
