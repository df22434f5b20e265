/** Which font draws which letters: the bundled one, else one of the machine's, else a visible stand-in. */
@NullMarked
package org.clientele.platform.charts.font;

import org.jspecify.annotations.NullMarked;
