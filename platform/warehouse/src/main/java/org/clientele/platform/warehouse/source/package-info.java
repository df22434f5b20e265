/** Where rows come from: files of any known format, and what it takes to read them as rows of text. */
@NullMarked
package org.clientele.platform.warehouse.source;

import org.jspecify.annotations.NullMarked;
