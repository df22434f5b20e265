package org.clientele.platform.workbench.page;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.platform.runtime.arrange.ArrangementBook.Change;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.text.Texts;

/** Opening a bookmark on a page: one step, the arrangement of the cards with it. UI thread only. */
final class BookmarkStep {
    private static final Texts TEXTS = Texts.of(BookmarkStep.class);

    private final DashboardPage page;
    private final Bookmark before;
    private final Bookmark then;
    private final Background background;
    private final String deed;
    /** What the last of its changes did to the arrangement; each waits for the one before. */
    private CompletableFuture<Optional<Change>> last = CompletableFuture.completedFuture(Optional.empty());

    BookmarkStep(DashboardPage page, Bookmark then, Background background) {
        this.page = page;
        this.before = page.bookmark("");
        this.then = then;
        this.background = background;
        this.deed = TEXTS.get("bookmark.deed", then.title());
    }

    /** Opens it; the way back is kept. */
    void take(History history) {
        history.did(deed, "", this::undo, this::redo);
        redo();
    }

    private void redo() {
        page.look(then);
        then.arrangement().ifPresent(wanted -> arrange(deed, earlier -> Optional.of(wanted)));
    }

    private void undo() {
        page.look(before);
        if (then.arrangement().isPresent()) {
            arrange(TEXTS.get("bookmark.undo", deed), earlier -> earlier);
        }
    }

    /**
     * Arranges the cards in the background.
     *
     * @param choice makes of the arrangement that the change before replaced the one to put in force; empty for neither
     */
    private void arrange(String why, UnaryOperator<Optional<Arrangement>> choice) {
        CompletableFuture<Optional<Change>> now = last.thenApplyAsync(
                earlier -> choice.apply(earlier.map(Change::before))
                        .map(a -> page.session().arrangements().change(page.id(), why, known -> a)),
                background::elsewhere);
        last = now.exceptionally(e -> Optional.empty());
        now.whenComplete((changed, error) -> background.ui(() -> {
            if (error != null) {
                page.host().failed(TEXTS.get("arranging.failed"), Background.sentence(error));
            } else if (!page.closed()
                    && changed.filter(c -> !c.before().equals(c.after())).isPresent()) {
                page.reopen();
            }
        }));
    }
}
