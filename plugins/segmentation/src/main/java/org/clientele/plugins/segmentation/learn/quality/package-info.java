/**
 * How good groups are, how far two groupings agree, and whether there are groups at all.
 */
@NullMarked
package org.clientele.plugins.segmentation.learn.quality;

import org.jspecify.annotations.NullMarked;
