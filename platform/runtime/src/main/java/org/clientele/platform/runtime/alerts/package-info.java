/** Alerts: metrics that cross a threshold are told once. */
@org.jspecify.annotations.NullMarked
package org.clientele.platform.runtime.alerts;
