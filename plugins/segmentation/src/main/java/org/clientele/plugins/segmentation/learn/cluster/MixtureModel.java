package org.clientele.plugins.segmentation.learn.cluster;

/**
 * What a fit of a mixture found.
 *
 * @param mixture the components
 * @param labels for each point its likeliest component
 * @param logLikelihood the logarithm of the likelihood of the points, summed over them
 * @param bic the Bayesian information criterion, smaller is better: -2 times that, and the logarithm of the number of points
 *     for each parameter (Schwarz 1978)
 * @param aic Akaike's, with 2 for each parameter (Akaike 1974)
 * @param iterations of the best start
 * @param converged whether the likelihood had come to rest before the highest number of iterations
 */
public record MixtureModel(
        Mixture mixture,
        int[] labels,
        double logLikelihood,
        double bic,
        double aic,
        int iterations,
        boolean converged) {}
