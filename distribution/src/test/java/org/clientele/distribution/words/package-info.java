/** What the sources of all modules say to people: held against the bundles that stand beside them. */
@NullMarked
package org.clientele.distribution.words;

import org.jspecify.annotations.NullMarked;
