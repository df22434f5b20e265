/** Takes a delimited file apart into records that parse and lines that do not, knowing nothing of the warehouse. */
@NullMarked
package org.clientele.platform.warehouse.csv;

import org.jspecify.annotations.NullMarked;
