/** What tiles cost, what that comes from, and recordings of it. */
@org.jspecify.annotations.NullMarked
package org.clientele.platform.runtime.performance;
