/** Calendars against published ones. */
package org.clientele.platform.query.calendar;
