/**
 * Runs plugins: checks, installs, resolves, starts, updates and contains them, and hands out what they contribute.
 */
@NullMarked
package org.clientele.platform.host;

import org.jspecify.annotations.NullMarked;
