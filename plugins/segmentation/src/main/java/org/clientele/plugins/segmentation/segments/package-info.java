/**
 * Customers with the segments that they are in, however these were found, and what is told of each segment.
 */
@NullMarked
package org.clientele.plugins.segmentation.segments;

import org.jspecify.annotations.NullMarked;
