/**
 * The first thing that people who lead a business open: how it goes, against the year before.
 */
@NullMarked
package org.clientele.plugins.executive;

import org.jspecify.annotations.NullMarked;
