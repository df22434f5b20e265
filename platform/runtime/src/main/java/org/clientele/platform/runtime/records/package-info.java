/** The records behind numbers: lists of any length that are read as they are looked at, and all that is known of a customer. */
@NullMarked
package org.clientele.platform.runtime.records;

import org.jspecify.annotations.NullMarked;
