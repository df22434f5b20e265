package org.clientele.platform.runtime;

/**
 * A running job, for a list of them.
 *
 * @param id for cancelling
 * @param title what it does: "Import online_retail.csv"
 * @param fraction 0 to 1, or negative where nobody knows
 * @param message what is being done: "300,000 rows read"
 * @param cancelling whether it was asked to stop
 */
public record JobView(long id, String title, double fraction, String message, boolean cancelling) {}
