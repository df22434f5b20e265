package org.clientele.plugins.executive.revenue;

/** What a change is measured against. */
public enum Against {
    /** The year before where the data covers it, else the days right before, else halves. */
    BEST,
    /** The same days a year before. */
    YEAR_BEFORE,
    /** As many days right before. */
    PREVIOUS,
    /** The first half of the period, its second half being the later stretch. */
    FIRST_HALF
}
