/** How people arranged the tiles of dashboards, in versions that can be compared and brought back. */
@NullMarked
package org.clientele.platform.runtime.arrange;

import org.jspecify.annotations.NullMarked;
