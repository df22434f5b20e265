package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.platform.runtime.arrange.ArrangementBook;
import org.clientele.platform.runtime.arrange.ArrangementBook.Change;
import org.clientele.platform.runtime.arrange.ArrangementVersion;
import org.clientele.platform.runtime.arrange.Placement;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** Moves, sizes and hides the cards of a dashboard. Each change is a version and can be taken back. UI thread only. */
final class PageArranging {
    private static final Texts TEXTS = Texts.of(PageArranging.class);

    private final DashboardPage page;
    private final PageFocus focus;
    private final Background background;

    /** What can be told of how a dashboard is arranged. */
    record Told(DashboardSpec spec, Arrangement now, List<ArrangementVersion> versions) {
        /** What a version would change; 0 is the plugin's own. */
        List<String> differences(int version) {
            Arrangement then =
                    version == 0 ? Arrangement.OWN : versions.get(version - 1).arrangement();
            return now.differences(then, spec);
        }

        /** The titles of the hidden cards by their ids. */
        List<Placement> hidden() {
            return now.of(spec).stream().filter(Placement::hidden).toList();
        }

        String title(String tile) {
            return spec.tiles().stream()
                    .filter(t -> t.id().equals(tile))
                    .findFirst()
                    .map(t -> t.title())
                    .orElse(tile);
        }
    }

    PageArranging(DashboardPage page, Canvas canvas, PageFocus focus, Background background) {
        this.page = page;
        this.focus = focus;
        this.background = background;
        canvas.addListener(SWT.KeyDown, this::key);
        new CardDrag(page, canvas, this);
    }

    /** Whether the dashboard is one of a plugin. */
    boolean possible() {
        DashboardView view = page.view();
        return view != null && !view.isGallery() && page.id().contains("/");
    }

    private void key(Event e) {
        boolean move = (e.stateMask & SWT.MODIFIER_MASK) == (SWT.MOD1 | SWT.SHIFT);
        boolean size = (e.stateMask & SWT.MODIFIER_MASK) == (SWT.ALT | SWT.SHIFT);
        PageTile tile = focus.tile();
        if (tile == null || !move && !size || !possible()) {
            return;
        }
        switch (e.keyCode) {
            case SWT.ARROW_LEFT -> arrow(tile, move, -1, -1, 0);
            case SWT.ARROW_RIGHT -> arrow(tile, move, 1, 1, 0);
            case SWT.ARROW_UP -> arrow(tile, move, -1, 0, -1);
            case SWT.ARROW_DOWN -> arrow(tile, move, 1, 0, 1);
            default -> {
                return;
            }
        }
        e.doit = false;
    }

    private void arrow(PageTile tile, boolean move, int by, int columns, int rows) {
        if (move) {
            move(tile, by);
        } else {
            resize(tile, columns, rows);
        }
    }

    /** Moves a card some places later, or earlier. */
    void move(PageTile tile, int by) {
        change(tile.id(), TEXTS.get("deed.move", tile.spec().title()), (a, spec) -> a.moved(spec, tile.id(), by));
    }

    /** Moves a card to the place of another one. */
    void move(PageTile tile, PageTile before) {
        change(
                tile.id(),
                TEXTS.get("deed.move", tile.spec().title()),
                (a, spec) -> a.moved(spec, tile.id(), before.id()));
    }

    void resize(PageTile tile, int columns, int rows) {
        change(
                tile.id(),
                TEXTS.get("deed.size", tile.spec().title()),
                (a, spec) -> a.resized(spec, tile.id(), columns, rows));
    }

    void hide(PageTile tile) {
        String title = tile.spec().title();
        change("", TEXTS.get("deed.hide", title), (a, spec) -> a.shown(spec, tile.id(), false));
        page.host()
                .done(
                        TEXTS.get("hidden", title),
                        TEXTS.get("hidden.undo"),
                        () -> page.history().ifPresent(h -> h.undo()));
    }

    void show(String tile, String title) {
        change(tile, TEXTS.get("deed.show", title), (a, spec) -> a.shown(spec, tile, true));
    }

    /** Brings a version back; 0 is the plugin's own. */
    void restore(int version) {
        String deed = version == 0 ? TEXTS.get("deed.own") : TEXTS.get("deed.version", version);
        background.run(
                () -> {
                    ArrangementBook book = page.session().arrangements();
                    Arrangement then = book.version(page.id(), version);
                    return book.change(page.id(), deed, now -> then);
                },
                changed -> changed(deed, "", changed),
                e -> page.host().failed(TEXTS.get("arranging.failed"), Background.sentence(e)));
    }

    /** Reads how it is arranged, in the background. */
    void tell(Consumer<Told> hear) {
        background.run(
                () -> new Told(
                        page.session().dashboard(page.id()),
                        page.session().arrangements().current(page.id()),
                        page.session().arrangements().versions(page.id())),
                told -> {
                    if (!page.closed()) {
                        hear.accept(told);
                    }
                },
                e -> page.host().failed(TEXTS.get("arranging.unread"), Background.sentence(e)));
    }

    private void change(String tile, String deed, BiFunction<Arrangement, DashboardSpec, Arrangement> making) {
        background.run(
                () -> {
                    DashboardSpec spec = page.session().dashboard(page.id());
                    return page.session().arrangements().change(page.id(), deed, a -> making.apply(a, spec));
                },
                changed -> changed(deed, tile, changed),
                e -> page.host().failed(TEXTS.get("arranging.failed"), Background.sentence(e)));
    }

    private void changed(String deed, String tile, Change changed) {
        if (page.closed() || changed.before().equals(changed.after())) {
            return;
        }
        page.history()
                .ifPresent(h -> h.did(
                        deed,
                        "arrange:" + tile,
                        () -> put(TEXTS.get("bookmark.undo", deed), changed.before()),
                        () -> put(deed, changed.after())));
        shown(tile);
    }

    private void put(String deed, Arrangement arrangement) {
        background.run(
                () -> page.session().arrangements().change(page.id(), deed, now -> arrangement),
                done -> shown(""),
                e -> page.host().failed(TEXTS.get("arranging.failed"), Background.sentence(e)));
    }

    private void shown(String tile) {
        if (!page.closed()) {
            page.reopen();
            Optional.of(tile).filter(t -> !t.isEmpty()).ifPresent(page.stage()::revealAgain);
        }
    }

    /** The dialog of all versions. */
    void versions() {
        tell(told -> VersionsDialog.open(page.control().getShell(), page.palette(), this, told));
    }
}
