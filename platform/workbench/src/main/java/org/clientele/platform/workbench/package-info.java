/** The window: navigation, tabs, dashboard pages, plugins and imports in SWT. The only module that knows SWT. */
@NullMarked
package org.clientele.platform.workbench;

import org.jspecify.annotations.NullMarked;
