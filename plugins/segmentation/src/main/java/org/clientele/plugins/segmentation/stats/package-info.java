/**
 * Tests, effect sizes and measures of association on plain numbers, which know nothing of customers.
 */
@NullMarked
package org.clientele.plugins.segmentation.stats;

import org.jspecify.annotations.NullMarked;
