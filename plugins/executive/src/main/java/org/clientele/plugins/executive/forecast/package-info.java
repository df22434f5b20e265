/**
 * What comes next, and how far that may be wrong: forecasts of evenly spaced series over plain arrays.
 */
@NullMarked
package org.clientele.plugins.executive.forecast;

import org.jspecify.annotations.NullMarked;
