/**
 * Who the customers are: their ages, households and countries, what each group brings, and how loyal they are.
 */
@NullMarked
package org.clientele.plugins.executive.profile;

import org.jspecify.annotations.NullMarked;
