/**
 * Where revenue and its changes come from: price, volume and mix, what is at risk and what could be won. Pure algorithms on
 * exact amounts; nothing here asks for data.
 */
@NullMarked
package org.clientele.plugins.executive.revenue;

import org.jspecify.annotations.NullMarked;
