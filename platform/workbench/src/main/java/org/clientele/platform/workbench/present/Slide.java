package org.clientele.platform.workbench.present;

import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.runtime.DashboardEntry;

/**
 * One picture of a presentation.
 *
 * @param entry the dashboard
 * @param bookmark how it is looked at; its title stands above
 */
public record Slide(DashboardEntry entry, Bookmark bookmark) {
    /** What stands above it. */
    String title() {
        return bookmark.title();
    }
}
