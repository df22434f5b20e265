package org.clientele.platform.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.page.Ask;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.present.Presentation;
import org.clientele.platform.workbench.present.Slide;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** The bookmarks of the open workspace, as the window offers them. UI thread only. */
final class Bookmarks {
    private static final Texts TEXTS = Texts.of(Bookmarks.class);

    private final Shell shell;
    private final Desk desk;
    private final OpenPages pages;
    private final Background background;
    private final PageHost host;
    private final Supplier<Palette> palette;
    private List<Bookmark> known = List.of();
    private @Nullable Presentation presented;

    Bookmarks(
            Shell shell, Desk desk, OpenPages pages, Background background, PageHost host, Supplier<Palette> palette) {
        this.shell = shell;
        this.desk = desk;
        this.pages = pages;
        this.background = background;
        this.host = host;
        this.palette = palette;
    }

    /** Those that were there when they were read last. */
    List<Bookmark> known() {
        return known;
    }

    /** Reads them anew in the background. */
    void read() {
        known = List.of();
        desk.workspace().ifPresent(open -> read(open.session()));
    }

    private void read(Session session) {
        background.run(
                () -> session.bookmarks().all(),
                all -> {
                    if (desk.workspace().filter(w -> w.session() == session).isPresent()) {
                        known = all;
                    }
                },
                e -> host.failed(TEXTS.get("bookmarks.unread"), Background.sentence(e)));
    }

    /** Asks for a name for what is in front. */
    void add() {
        if (pages.front().orElse(null) instanceof DashboardPage page && page.narrowed() != null) {
            Ask.open(
                    shell,
                    palette.get(),
                    new Ask.Question(TEXTS.get("bookmarks.add"), TEXTS.get("bookmarks.add.means"), page.title()),
                    title -> save(page.session(), page.bookmark(title)));
        } else {
            host.done(TEXTS.get("bookmarks.add.none"));
        }
    }

    void save(Session session, Bookmark bookmark) {
        background.run(
                () -> session.bookmarks().save(bookmark),
                file -> {
                    host.done(TEXTS.get("bookmarks.saved", bookmark.title(), file));
                    read(session);
                },
                e -> host.failed(TEXTS.get("bookmarks.saved.not"), Background.sentence(e)));
    }

    void remove(Bookmark bookmark) {
        desk.workspace()
                .ifPresent(open -> background.run(
                        () -> {
                            open.session().bookmarks().remove(bookmark.title());
                            return true;
                        },
                        done -> {
                            host.done(
                                    TEXTS.get("bookmarks.deleted", bookmark.title()),
                                    TEXTS.get("bookmarks.undo"),
                                    () -> save(open.session(), bookmark));
                            read(open.session());
                        },
                        e -> host.failed(TEXTS.get("bookmarks.deleted.not"), Background.sentence(e))));
    }

    /** Shows all of them over the whole screen, or, where there are none, the dashboards that are open. */
    void present() {
        OpenWorkspace open = desk.workspace().orElse(null);
        if (open == null) {
            return;
        }
        List<Slide> slides = known.stream()
                .flatMap(b -> open.contents().dashboard(b.dashboard()).stream().map(entry -> new Slide(entry, b)))
                .toList();
        if (slides.isEmpty()) {
            slides = pages.all().stream()
                    .filter(DashboardPage.class::isInstance)
                    .map(DashboardPage.class::cast)
                    .flatMap(page -> open.contents().dashboard(page.id()).stream()
                            .map(entry -> new Slide(entry, page.bookmark(page.title()))))
                    .toList();
        }
        if (slides.isEmpty()) {
            host.done(TEXTS.get("bookmarks.present.none"));
            return;
        }
        Presentation before = presented;
        if (before != null) {
            before.close();
        }
        presented = Presentation.open(shell, palette.get(), open.session(), open.dataAge(), background, host, slides);
    }

    /** The presentation that was started last; empty where none is on. */
    Optional<Presentation> presented() {
        return Optional.ofNullable(presented).filter(p -> !p.ended());
    }

    /** Opens its dashboard as it was looked at. */
    void show(Bookmark bookmark) {
        desk.openDashboard(bookmark.dashboard());
        if (pages.front().orElse(null) instanceof DashboardPage page
                && page.id().equals(bookmark.dashboard())) {
            page.restore(bookmark);
        } else {
            host.failed(TEXTS.get("bookmarks.closed"), TEXTS.get("bookmarks.closed.why", bookmark.dashboard()));
        }
    }
}
