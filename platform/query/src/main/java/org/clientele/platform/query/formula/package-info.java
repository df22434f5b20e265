/** The formula language: text to a checked, typed tree, with the place of every mistake. */
@NullMarked
package org.clientele.platform.query.formula;

import org.jspecify.annotations.NullMarked;
