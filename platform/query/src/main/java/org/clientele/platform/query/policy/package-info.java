/** What a subject may see, checked and ready to be applied to every read. */
@NullMarked
package org.clientele.platform.query.policy;

import org.jspecify.annotations.NullMarked;
