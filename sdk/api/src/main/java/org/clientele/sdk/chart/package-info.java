/**
 * Charts as immutable data, before they are laid out.
 */
@NullMarked
@Version("1.0.0")
package org.clientele.sdk.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
