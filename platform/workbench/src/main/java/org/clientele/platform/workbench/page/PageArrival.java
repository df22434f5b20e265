package org.clientele.platform.workbench.page;

import org.clientele.platform.runtime.DashboardView;
import org.jspecify.annotations.Nullable;

/** Brings a page in line with its data as they come. UI thread only. */
final class PageArrival implements PageData.Attached {
    private final DashboardPage page;
    private final PageFocus focus;

    PageArrival(DashboardPage page, PageFocus focus) {
        this.page = page;
        this.focus = focus;
    }

    @Override
    public void attached(DashboardView fresh, @Nullable DashboardView before) {
        if (before != null) {
            page.rest();
            page.brush().forget();
            focus.unfocus();
        }
        page.board().fill(fresh.spec().tiles());
        page.views().filled();
        page.filling().filled();
        if (!fresh.scope().equals(page.narrowing().inForce())) {
            page.narrowedTo(page.narrowing().inForce());
        }
        page.pictures().layout();
        if (before != null) {
            page.pictures().requestNear();
            page.control().redraw();
        }
        page.host().changed(page);
    }

    @Override
    public void tileChanged(String id) {
        page.board().tile(id).ifPresent(page.pictures()::request);
        // What the window says of the page does not depend on where a brush is.
        if (!page.brush().live()) {
            page.host().changed(page);
        }
        page.pictures().tellWhenSettled();
    }

    @Override
    public void failed() {
        page.control().redraw();
        page.host().changed(page);
        page.host().painted(page);
    }
}
