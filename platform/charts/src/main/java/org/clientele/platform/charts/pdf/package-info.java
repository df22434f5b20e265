/** Scenes as pages of a PDF: text stays text, in embedded fonts of the letters used. */
@NullMarked
package org.clientele.platform.charts.pdf;

import org.jspecify.annotations.NullMarked;
