/** Tables of records of any length, and the card of a customer. */
@NullMarked
package org.clientele.platform.workbench.records;

import org.jspecify.annotations.NullMarked;
