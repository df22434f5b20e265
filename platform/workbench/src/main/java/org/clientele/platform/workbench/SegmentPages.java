package org.clientele.platform.workbench;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.segments.SegmentActions;
import org.clientele.platform.workbench.segments.SegmentsPage;
import org.jspecify.annotations.Nullable;

/** The page about published segmentations of the desk, and the way from cards to them. UI thread only. */
final class SegmentPages {
    private final WindowFrame frame;
    private final OpenPages pages;
    private final Background background;
    private final PageHost host;
    private final Supplier<Palette> palette;
    private final UnaryOperator<Page> watched;
    private @Nullable OpenWorkspace of;
    private @Nullable SegmentActions known;

    SegmentPages(
            WindowFrame frame,
            OpenPages pages,
            Background background,
            PageHost host,
            Supplier<Palette> palette,
            UnaryOperator<Page> watched) {
        this.frame = frame;
        this.pages = pages;
        this.background = background;
        this.host = host;
        this.palette = palette;
        this.watched = watched;
    }

    private SegmentActions actions(OpenWorkspace opened) {
        SegmentActions actions = known;
        if (actions == null || of != opened) {
            actions = new SegmentActions(frame.holder().getShell(), palette, opened.session(), background, host);
            known = actions;
            of = opened;
        }
        return actions;
    }

    /** A page of all segmentations. */
    Page page(OpenWorkspace opened) {
        return watched.apply(
                new SegmentsPage(frame.holder(), palette.get(), opened.workspace(), actions(opened), background));
    }

    /** Shows the page of all segmentations. */
    void show(OpenWorkspace opened) {
        pages.find(SegmentsPage.ID).ifPresentOrElse(pages::show, () -> pages.add(page(opened)));
    }

    /** Asks how something is published. */
    void publish(OpenWorkspace opened, SegmentDraft draft, String title) {
        actions(opened).publish(draft, title);
    }
}
