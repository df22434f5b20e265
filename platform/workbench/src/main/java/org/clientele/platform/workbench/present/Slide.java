package org.clientele.platform.workbench.present;

import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.dashboard.DashboardSpec;

/**
 * One picture of a presentation.
 *
 * @param entry the dashboard
 * @param bookmark how it is looked at; its title stands above
 */
public record Slide(DashboardEntry entry, Bookmark bookmark) {
    /** Its tiles as the bookmark arranged them, which changes nothing for others. Reads files: not for the UI thread. */
    DashboardSpec dashboard(Session session) {
        DashboardSpec own = session.dashboard(entry.id());
        return bookmark.arrangement()
                .orElseGet(() -> session.arrangements().current(own.id().toString()))
                .applied(own);
    }

    /** What stands above it. */
    String title() {
        return bookmark.title();
    }
}
