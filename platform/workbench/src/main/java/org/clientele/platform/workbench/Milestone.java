package org.clientele.platform.workbench;

/** Moments of a window's start that somebody may measure. */
public enum Milestone {
    /** The window showed its first picture: navigation, bars and a skeleton. */
    FIRST_PAINT,
    /** The workspace is open. */
    WORKSPACE_OPEN,
    /** Every tile of the page in front was painted. */
    PAGE_PAINTED
}
