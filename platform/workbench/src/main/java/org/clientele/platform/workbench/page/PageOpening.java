package org.clientele.platform.workbench.page;

import java.util.function.Consumer;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;

/** How a page's dashboard is opened. */
public interface PageOpening {
    /** Opens it; its tiles start to run in the background, and each that has something else to show is told of. */
    DashboardView open(Scope scope, Consumer<String> tileChanged);

    /** Opens one that a session lists. */
    static PageOpening listed(Session session, DashboardEntry entry) {
        return (scope, tileChanged) -> session.open(entry.id(), scope, tileChanged);
    }
}
