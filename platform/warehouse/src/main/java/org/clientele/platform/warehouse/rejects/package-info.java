/** What is wrong with rows that were not taken, in plain sentences, and how such rows are mended and loaded again. */
@NullMarked
package org.clientele.platform.warehouse.rejects;

import org.jspecify.annotations.NullMarked;
