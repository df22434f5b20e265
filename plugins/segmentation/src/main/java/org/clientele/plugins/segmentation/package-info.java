/**
 * Customers grouped by what they do: features, rules and clustering, and what the groups are like.
 */
@NullMarked
package org.clientele.plugins.segmentation;

import org.jspecify.annotations.NullMarked;
