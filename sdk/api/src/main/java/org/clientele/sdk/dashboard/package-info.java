/**
 * Dashboards as immutable data: tiles on a 12-column grid.
 */
@NullMarked
@Version("1.0.0")
package org.clientele.sdk.dashboard;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
