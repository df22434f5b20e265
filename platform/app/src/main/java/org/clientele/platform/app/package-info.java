/** The composition root: the command line and the window over the same runtime. */
@NullMarked
package org.clientele.platform.app;

import org.jspecify.annotations.NullMarked;
