/** Every kind of chart with the workspace's own data: for reviews, for the guide, for tests. */
@NullMarked
package org.clientele.platform.runtime.gallery;

import org.jspecify.annotations.NullMarked;
