/**
 * Visible text in resource bundles: looked up by key, in the reader's language, with plurals of that language.
 */
@NullMarked
@Version("1.0.0")
package org.clientele.sdk.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
