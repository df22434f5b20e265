/** Bookmarks shown one after the other over the whole screen. */
@NullMarked
package org.clientele.platform.workbench.present;

import org.jspecify.annotations.NullMarked;
