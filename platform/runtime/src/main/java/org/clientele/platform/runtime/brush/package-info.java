/** What several questions answer while somebody drags a filter over a dimension: cubes, and how they are filled. */
@NullMarked
package org.clientele.platform.runtime.brush;

import org.jspecify.annotations.NullMarked;
