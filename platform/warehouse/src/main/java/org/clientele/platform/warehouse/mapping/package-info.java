/** How a source's columns become columns of the customer model: which go where, how their values are written, and why. */
@NullMarked
package org.clientele.platform.warehouse.mapping;

import org.jspecify.annotations.NullMarked;
