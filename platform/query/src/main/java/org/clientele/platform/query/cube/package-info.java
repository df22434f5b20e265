/** Answers to a question under many filters on one dimension, added up from cells that were asked for once. */
@NullMarked
package org.clientele.platform.query.cube;

import org.jspecify.annotations.NullMarked;
