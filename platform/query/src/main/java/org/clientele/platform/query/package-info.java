/** Metrics, dimensions, filters and the policy of who asks, compiled to bound SQL. The only place where a policy is applied. */
@NullMarked
package org.clientele.platform.query;

import org.jspecify.annotations.NullMarked;
