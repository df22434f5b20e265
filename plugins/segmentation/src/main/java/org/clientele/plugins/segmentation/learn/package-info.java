/**
 * Algorithms on numbers, which know nothing of customers: clustering, its quality, and maps.
 */
@NullMarked
package org.clientele.plugins.segmentation.learn;

import org.jspecify.annotations.NullMarked;
