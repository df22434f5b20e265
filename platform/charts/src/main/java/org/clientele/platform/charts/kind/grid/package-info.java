/** Charts of cells in rows and columns: heat grid, cohorts, calendar. */
@NullMarked
package org.clientele.platform.charts.kind.grid;

import org.jspecify.annotations.NullMarked;
