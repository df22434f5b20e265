/** Published segmentations in the window: the page of all of them, and the dialogs about them. */
@NullMarked
package org.clientele.platform.workbench.segments;

import org.jspecify.annotations.NullMarked;
