/** Alerts of a workspace: set, judged, read. UI thread only. */
@org.jspecify.annotations.NullMarked
package org.clientele.platform.workbench.alerts;
