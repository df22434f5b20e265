/** The door of a workspace that a process holds: other processes of the same person come in with their commands here. */
@NullMarked
package org.clientele.platform.runtime.door;

import org.jspecify.annotations.NullMarked;
