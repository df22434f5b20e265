/** Tests, effect sizes and measures of association against SciPy, statsmodels, scikit-learn and R. */
@NullMarked
package org.clientele.plugins.segmentation.stats;

import org.jspecify.annotations.NullMarked;
