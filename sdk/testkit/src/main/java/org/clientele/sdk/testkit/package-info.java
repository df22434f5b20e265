/** Tests of a plugin on the real workbench, without a display, on a small sample retailer. */
@NullMarked
package org.clientele.sdk.testkit;

import org.jspecify.annotations.NullMarked;
