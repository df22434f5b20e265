/**
 * Segments found by algorithms: customers prepared, grouped, named, judged and compared.
 */
@NullMarked
package org.clientele.plugins.segmentation.cluster;

import org.jspecify.annotations.NullMarked;
