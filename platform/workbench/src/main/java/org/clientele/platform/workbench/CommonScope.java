package org.clientele.platform.workbench;

import java.util.List;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.sdk.query.Filter;
import org.jspecify.annotations.Nullable;

/** What dashboards are narrowed down to wherever they are opened: the days chosen last, and what holds on all. UI thread only. */
final class CommonScope {
    private final OpenPages pages;
    private final WindowState state;
    private final Background background;
    private @Nullable PeriodChoice period;
    private List<Filter> everywhere = List.of();

    CommonScope(OpenPages pages, WindowState state, Background background) {
        this.pages = pages;
        this.state = state;
        this.background = background;
        this.period = state.period();
    }

    /** Takes up what was noted for a workspace. */
    void of(Session session) {
        everywhere = state.everywhere(session);
    }

    /** What a dashboard is narrowed down to as it opens. */
    Scope of(Session session, String dashboard) {
        return state.scope(session, dashboard, period);
    }

    /** A dashboard that what holds everywhere holds on, too. */
    Page on(DashboardPage page) {
        page.everywhere(everywhere);
        return page;
    }

    /** The period that was chosen last, or null where nobody chose. */
    @Nullable
    PeriodChoice period() {
        return period;
    }

    /** Other days are shown on all pages from now on. */
    void period(PeriodChoice choice) {
        period = choice;
        pages.all().forEach(p -> p.period(choice));
    }

    /** What holds on all dashboards. */
    List<Filter> everywhere() {
        return everywhere;
    }

    /**
     * Other filters hold on all dashboards from now on, also after the next start.
     *
     * @param session whose workspace notes it, or null without one
     */
    void everywhere(List<Filter> filters, @Nullable Session session) {
        everywhere = List.copyOf(filters);
        if (session != null) {
            state.everywhere(session, everywhere, background::elsewhere);
        }
        pages.all().forEach(p -> p.everywhere(everywhere));
        pages.update();
    }
}
