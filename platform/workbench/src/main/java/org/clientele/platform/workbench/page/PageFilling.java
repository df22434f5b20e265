package org.clientele.platform.workbench.page;

import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Which tile fills the page in place of all of them. Each change can be taken back. UI thread only. */
final class PageFilling {
    private static final Texts TEXTS = Texts.of(PageFilling.class);

    private final DashboardPage page;
    private final PageFocus focus;
    private final History history;
    /** One that shall fill the page as soon as it is there, or "". */
    private String awaited = "";

    PageFilling(DashboardPage page, PageFocus focus, History history) {
        this.page = page;
        this.focus = focus;
        this.history = history;
    }

    /** The id of the tile that fills the page, or "" where all are on show. */
    String tile() {
        PageTile alone = page.board().alone();
        return alone == null ? awaited : alone.id();
    }

    /**
     * Lets a tile fill the page, or, for null, shows all of them again.
     *
     * @return whether that changed anything
     */
    boolean show(@Nullable PageTile tile) {
        PageTile before = page.board().alone();
        if (tile == before) {
            return false;
        }
        String was = before == null ? "" : before.id();
        String now = tile == null ? "" : tile.id();
        String deed = tile == null
                ? TEXTS.get("filling.all")
                : TEXTS.get("filling.one", tile.spec().title());
        history.did(deed, "", () -> put(was), () -> put(now));
        put(now);
        return true;
    }

    /** The same by the tile's id, without a step to take back; one that is not there yet follows once it is. */
    void put(String id) {
        PageTile next = page.board().tile(id).orElse(null);
        awaited = next == null ? id : "";
        PageTile before = page.board().alone();
        if (next == before) {
            return;
        }
        page.rest();
        page.board().alone(next);
        focus.unfocus();
        page.pictures().layout();
        if (next == null) {
            page.board().scrollBack();
        }
        PageTile known = next == null ? before : next;
        if (known != null) {
            focus.focus(known);
        }
    }

    /** The tiles are there now. */
    void filled() {
        if (!awaited.isEmpty()) {
            put(awaited);
            awaited = "";
        }
    }
}
