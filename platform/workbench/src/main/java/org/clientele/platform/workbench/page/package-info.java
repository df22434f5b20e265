/** What fills a tab: dashboards, the plugins view, and the full-page messages. */
@NullMarked
package org.clientele.platform.workbench.page;

import org.jspecify.annotations.NullMarked;
