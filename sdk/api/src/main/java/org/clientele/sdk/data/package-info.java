/**
 * Frames of typed columns over primitive arrays, their units and caveats, and the names of the customer model.
 */
@NullMarked
@Version("1.0.0")
package org.clientele.sdk.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
