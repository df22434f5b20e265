/** The panel that shows what the tiles of a dashboard cost. UI thread only. */
@org.jspecify.annotations.NullMarked
package org.clientele.platform.workbench.performance;
