/**
 * Questions to the warehouse: metrics, dimensions, filters, periods, and who asks.
 */
@NullMarked
@Version("1.0.0")
package org.clientele.sdk.query;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
