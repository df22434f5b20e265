/** Pictures of what adds up, passes through, or changes: waterfall, Pareto, funnel, Sankey, slope, radar, parallel coordinates. */
@NullMarked
package org.clientele.platform.charts.kind.flow;

import org.jspecify.annotations.NullMarked;
