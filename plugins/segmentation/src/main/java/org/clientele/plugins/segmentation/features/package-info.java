/**
 * What is known of customers as numbers: features read from orders, interactions and attributes, and how they are prepared.
 */
@NullMarked
package org.clientele.plugins.segmentation.features;

import org.jspecify.annotations.NullMarked;
