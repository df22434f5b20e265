package org.clientele.plugins.executive.insights;

/** How long the steps are whose changes are compared. */
public enum Step {
    /** Months where there are enough of them, else weeks. */
    BEST,
    MONTH,
    WEEK
}
