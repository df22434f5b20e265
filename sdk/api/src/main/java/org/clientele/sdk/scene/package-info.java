/**
 * Laid-out pictures: shapes and text at fixed places, which every sink paints alike.
 */
@NullMarked
@Version("1.0.0")
package org.clientele.sdk.scene;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
