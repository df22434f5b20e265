/** Published segmentations: what an analysis found is a dimension for everyone, dated, in versions. */
@NullMarked
package org.clientele.platform.runtime.segments;

import org.jspecify.annotations.NullMarked;
