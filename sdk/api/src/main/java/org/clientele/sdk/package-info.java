/**
 * What every part of the SDK shares: ids, errors with blame, progress and cancel.
 */
@NullMarked
@Version("1.0.0")
package org.clientele.sdk;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
