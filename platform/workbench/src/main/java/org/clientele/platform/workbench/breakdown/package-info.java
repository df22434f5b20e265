/** Taking numbers apart in the window: breakdowns, the way down into tiles, and from a mark to other dashboards. */
@NullMarked
package org.clientele.platform.workbench.breakdown;

import org.jspecify.annotations.NullMarked;
