/**
 * Maps of customers by segment: principal components, months in motion, spending, campaigns, and segments side by side.
 */
@NullMarked
package org.clientele.plugins.segmentation.maps;

import org.jspecify.annotations.NullMarked;
