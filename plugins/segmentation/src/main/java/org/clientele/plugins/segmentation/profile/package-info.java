/**
 * What segments are like: means, distributions and composition, tests of what differs, and how features go together.
 */
@NullMarked
package org.clientele.plugins.segmentation.profile;

import org.jspecify.annotations.NullMarked;
