/** Customer sets: any selection of customers under a name, to filter by, to group by, to put together, to compare and to export. */
@NullMarked
package org.clientele.platform.runtime.sets;

import org.jspecify.annotations.NullMarked;
