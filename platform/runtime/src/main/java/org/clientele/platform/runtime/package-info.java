/** A user's way to everything: workspaces, sessions, dashboards that run, imports, background jobs, cache and policy. */
@NullMarked
package org.clientele.platform.runtime;

import org.jspecify.annotations.NullMarked;
