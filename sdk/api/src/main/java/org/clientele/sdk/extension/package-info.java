/**
 * What a plugin implements: one entry class that lists its contributions.
 */
@NullMarked
@Version("1.0.0")
package org.clientele.sdk.extension;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
