/**
 * How customers move between segments from month to month: by one model that is frozen, or by models that are found anew.
 */
@NullMarked
package org.clientele.plugins.segmentation.migration;

import org.jspecify.annotations.NullMarked;
