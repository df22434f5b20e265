/** Customer sets in the window: the page that lists them, the forms that make, name and combine them. */
@org.jspecify.annotations.NullMarked
package org.clientele.platform.workbench.sets;
