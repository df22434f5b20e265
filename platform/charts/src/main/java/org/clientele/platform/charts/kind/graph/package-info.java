/** Charts of nodes and links: network and lineage. */
@NullMarked
package org.clientele.platform.charts.kind.graph;

import org.jspecify.annotations.NullMarked;
