package org.clientele.platform.workbench;

import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.segments.SegmentActions;
import org.clientele.platform.workbench.segments.SegmentsPage;
import org.jspecify.annotations.Nullable;

/** The page about published segmentations of the desk, and the way from cards to them. UI thread only. */
final class SegmentPages {
    private final Surroundings at;
    private @Nullable OpenWorkspace of;
    private @Nullable SegmentActions known;

    SegmentPages(Surroundings at) {
        this.at = at;
    }

    private SegmentActions actions(OpenWorkspace opened) {
        SegmentActions actions = known;
        if (actions == null || of != opened) {
            actions = new SegmentActions(
                    at.frame().holder().getShell(), at.palette(), opened.session(), at.background(), at.host());
            known = actions;
            of = opened;
        }
        return actions;
    }

    /** A page of all segmentations. */
    Page page(OpenWorkspace opened) {
        return at.page((holder, palette) ->
                new SegmentsPage(holder, palette, opened.workspace(), actions(opened), at.background()));
    }

    /** Shows the page of all segmentations. */
    void show(OpenWorkspace opened) {
        at.show(SegmentsPage.ID, () -> page(opened));
    }

    /** Asks how something is published. */
    void publish(OpenWorkspace opened, SegmentDraft draft, String title) {
        actions(opened).publish(draft, title);
    }
}
