/**
 * Whether goals will be reached: where they stand, what pace they need, and where they come down.
 */
@NullMarked
package org.clientele.plugins.executive.goals;

import org.jspecify.annotations.NullMarked;
