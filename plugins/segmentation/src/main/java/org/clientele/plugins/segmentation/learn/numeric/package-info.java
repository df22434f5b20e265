/**
 * What the algorithms stand on: work in parallel that gives the same bits on any number of cores, draws, and small matrices.
 */
@NullMarked
package org.clientele.plugins.segmentation.learn.numeric;

import org.jspecify.annotations.NullMarked;
