/** What stands around a page: navigation, tabs, filter bar, status bar and toasts, all drawn by ourselves. */
@NullMarked
package org.clientele.platform.workbench.frame;

import org.jspecify.annotations.NullMarked;
