/** Charts of wholes and their parts: treemap, sunburst, decomposition tree, dendrogram. */
@NullMarked
package org.clientele.platform.charts.kind.tree;

import org.jspecify.annotations.NullMarked;
