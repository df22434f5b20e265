/** Customer data in one locked DuckDB file: importing it, and answering SQL with frames. */
@NullMarked
package org.clientele.platform.warehouse;

import org.jspecify.annotations.NullMarked;
