package org.clientele.plugins.segmentation.features;

/**
 * A feature and its numbers.
 *
 * @param feature what it is
 * @param values one a customer of the roster; NaN is missing
 */
record FeatureColumn(Feature feature, double[] values) {}
