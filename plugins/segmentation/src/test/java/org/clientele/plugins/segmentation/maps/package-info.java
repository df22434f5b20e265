/** Maps of customers on the real runtime, held against plain queries. */
@NullMarked
package org.clientele.plugins.segmentation.maps;

import org.jspecify.annotations.NullMarked;
