/**
 * Segments by rules that people can read and change: scores of recency, frequency and monetary value, and tiers.
 */
@NullMarked
package org.clientele.plugins.segmentation.rules;

import org.jspecify.annotations.NullMarked;
