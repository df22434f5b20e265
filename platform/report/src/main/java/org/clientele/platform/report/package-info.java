/** Dashboards on paper and as one page of HTML: the same cards, with what must be known beside them. */
@NullMarked
package org.clientele.platform.report;

import org.jspecify.annotations.NullMarked;
