/** Metrics taken apart: trees of parts, the split that says most, and the way down to finer steps. */
@NullMarked
package org.clientele.platform.runtime.breakdown;

import org.jspecify.annotations.NullMarked;
