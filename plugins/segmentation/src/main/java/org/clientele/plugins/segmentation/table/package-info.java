/** Small tables, row by row. */
@NullMarked
package org.clientele.plugins.segmentation.table;

import org.jspecify.annotations.NullMarked;
