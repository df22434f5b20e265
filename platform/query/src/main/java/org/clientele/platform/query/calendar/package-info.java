/** Weeks, fiscal years and retail years of 52 or 53 weeks: which step a day lies in, and what it is compared with. */
@NullMarked
package org.clientele.platform.query.calendar;

import org.jspecify.annotations.NullMarked;
