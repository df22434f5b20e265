/** Goals of a workspace: listed, set, changed and removed. UI thread only. */
@org.jspecify.annotations.NullMarked
package org.clientele.platform.workbench.goals;
