/**
 * How healthy the customer portfolio is: purchase rhythms, growth account, concentration, health score. Pure algorithms on
 * arrays; nothing here asks for data.
 */
@NullMarked
package org.clientele.plugins.executive.portfolio;

import org.jspecify.annotations.NullMarked;
