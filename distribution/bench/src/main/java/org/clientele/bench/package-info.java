/** Benchmarks: our times as ratios to those of the bare engines, measured by turns in one run. */
@NullMarked
package org.clientele.bench;

import org.jspecify.annotations.NullMarked;
