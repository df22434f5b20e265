/** What segments are like, on numbers made for it and on the real runtime. */
@NullMarked
package org.clientele.plugins.segmentation.profile;

import org.jspecify.annotations.NullMarked;
