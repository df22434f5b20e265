/** What a workspace remembers that is not customer data: imports and settings, in HSQLDB, durable at each return. */
@NullMarked
package org.clientele.platform.catalog;

import org.jspecify.annotations.NullMarked;
