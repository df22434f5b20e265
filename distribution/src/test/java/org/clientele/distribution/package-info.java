/** The product as assembled, tried as a user would, and the rules of the house. */
@org.jspecify.annotations.NullMarked
package org.clientele.distribution;
