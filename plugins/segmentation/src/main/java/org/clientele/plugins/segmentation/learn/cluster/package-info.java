/**
 * Points put into groups, and new points into the groups that were found.
 */
@NullMarked
package org.clientele.plugins.segmentation.learn.cluster;

import org.jspecify.annotations.NullMarked;
