/**
 * A generated retailer that a newcomer sees before any data of her own: products, customers and three years of orders.
 */
@NullMarked
package org.clientele.platform.sample;

import org.jspecify.annotations.NullMarked;
