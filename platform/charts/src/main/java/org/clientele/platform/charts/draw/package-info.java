/**
 * What every chart draws with: shapes, colours, text that fits, and the reading of encoded columns.
 */
@NullMarked
package org.clientele.platform.charts.draw;

import org.jspecify.annotations.NullMarked;
