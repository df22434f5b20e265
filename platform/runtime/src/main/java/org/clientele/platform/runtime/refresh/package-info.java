/** How data comes again: files that grow, and what is read again by the clock. */
@org.jspecify.annotations.NullMarked
package org.clientele.platform.runtime.refresh;
