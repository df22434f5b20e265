/** What the analyses of this plugin share: the days that count, exact amounts, small tables and words. */
@NullMarked
package org.clientele.plugins.executive.page;

import org.jspecify.annotations.NullMarked;
