/** A small plugin that the window's tests run, as a jar of its own. */
package org.clientele.platform.workbench.trial;
