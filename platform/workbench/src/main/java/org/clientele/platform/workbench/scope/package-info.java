/** What a dashboard is narrowed down to: its filters, how they are chosen, and the way back. */
@org.jspecify.annotations.NullMarked
package org.clientele.platform.workbench.scope;
