package org.clientele.platform.workbench.page;

/** Goes down a dashboard, view by view. UI thread only. */
public final class PageStroll {
    /** What of a view is on show again after a step, so that each card is whole once. */
    private static final double OVERLAP = 0.3;

    private PageStroll() {}

    /**
     * Scrolls most of a view further down.
     *
     * @return whether there was more below
     */
    public static boolean further(DashboardPage page) {
        int step = (int) (page.control().getSize().y * (1 - OVERLAP));
        boolean moved = page.scroll().to(page.scroll().offset() + step);
        page.control().redraw();
        return moved;
    }
}
