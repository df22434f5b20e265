/** Painting with SWT: the scene sink, the pen for the window's own parts, fonts, colours and icons. */
@NullMarked
package org.clientele.platform.workbench.paint;

import org.jspecify.annotations.NullMarked;
