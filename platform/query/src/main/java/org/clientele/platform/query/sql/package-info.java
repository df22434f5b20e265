/** Checked terms to SQL: the only part that knows jOOQ and the dialect of an engine. */
@NullMarked
package org.clientele.platform.query.sql;

import org.jspecify.annotations.NullMarked;
