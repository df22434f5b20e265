/** Changes that stand out from those before, in sentences whose numbers are answers to queries that they name. */
@NullMarked
package org.clientele.plugins.executive.insights;

import org.jspecify.annotations.NullMarked;
