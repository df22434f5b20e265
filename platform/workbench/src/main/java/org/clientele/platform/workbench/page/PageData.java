package org.clientele.platform.workbench.page;

import java.util.List;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.TileMeter;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The open dashboard behind a page: opened and asked for something else in the background, where the latest wish wins. UI
 * thread only.
 */
final class PageData {
    private static final Texts TEXTS = Texts.of(PageData.class);

    private final DashboardPage page;
    private final PageOpening opening;
    private final Background background;
    private final Handover handover;
    private final PageHost host;
    private final Attached attached;
    private @Nullable DashboardView view;
    private @Nullable Wishes<Scope> wishes;
    private @Nullable TileMeter meter;
    private String failure = "";
    private int opened;
    private boolean closed;

    /** Hears what becomes of the dashboard. */
    interface Attached {
        /** The page has other data from now on. */
        void attached(DashboardView fresh, @Nullable DashboardView before);

        /** A tile has something else to show. */
        void tileChanged(String tile);

        /** It did not open. */
        void failed();
    }

    PageData(
            DashboardPage page,
            PageOpening opening,
            Background background,
            Handover handover,
            PageHost host,
            Attached attached) {
        this.page = page;
        this.opening = opening;
        this.background = background;
        this.handover = handover;
        this.host = host;
        this.attached = attached;
    }

    /** Opens the dashboard, also in place of the one that is open; that one stays until the new one is there. */
    void open(Scope first) {
        int mine = ++opened;
        failure = "";
        background.run(
                () -> {
                    DashboardView fresh = opening.open(first, tile -> handover.bring(() -> tileChanged(tile)));
                    // The first layout loads the font's metrics; the window must not wait for that.
                    fresh.layout(1200);
                    return fresh;
                },
                fresh -> attach(fresh, mine),
                error -> {
                    failure = Background.sentence(error);
                    attached.failed();
                });
    }

    private void attach(DashboardView fresh, int asked) {
        if (closed || asked != opened) {
            fresh.close();
            return;
        }
        DashboardView before = view;
        view = fresh;
        wishes = new Wishes<>(fresh::show);
        fresh.meter(meter);
        attached.attached(fresh, before);
        if (before != null) {
            before.close();
        }
    }

    private void tileChanged(String tile) {
        if (view != null && !closed) {
            attached.tileChanged(tile);
        }
    }

    /** The open dashboard, or null while it is not open. */
    @Nullable
    DashboardView view() {
        return view;
    }

    /** Whether it can be narrowed down. */
    boolean narrowable() {
        DashboardView from = view;
        return from != null && !from.isGallery();
    }

    /** The choice of days in force; null while it is not open, or where there are none to choose. */
    @Nullable
    PeriodChoice choice() {
        DashboardView from = view;
        return from == null || from.periodLabel().isEmpty() ? null : from.choice();
    }

    /** The days in force; all while it is not open. */
    Period days() {
        DashboardView from = view;
        return from == null ? Period.all() : from.period();
    }

    /** The days in force for people, or "". */
    String daysInForce() {
        DashboardView from = view;
        return from == null ? "" : from.periodLabel();
    }

    /** The days that a choice comes to, for people, or "" while they are not known. */
    String daysOf(PeriodChoice choice) {
        DashboardView from = view;
        return from == null ? "" : from.periodLabel(choice);
    }

    /** What its analyses suggest. */
    List<Suggestion> suggestions() {
        DashboardView from = view;
        return from == null ? List.of() : from.suggestions();
    }

    /** Whether a tile shows an answer to something else while its own is on the way. */
    boolean isStale(String tile) {
        DashboardView from = view;
        return from != null && from.isStale(tile);
    }

    /** Why it did not open, or "". */
    String failure() {
        return failure;
    }

    /** Asks it for something else. */
    void show(Scope now) {
        Wishes<Scope> asked = wishes;
        if (asked != null) {
            asked.want(now);
            behind(TEXTS.get("filter.failed"), asked::carryOut);
        }
    }

    /**
     * Asks it again.
     *
     * @return whether it is open
     */
    boolean refresh() {
        DashboardView from = view;
        if (from != null) {
            behind(TEXTS.get("refresh.failed"), from::refresh);
        }
        return from != null;
    }

    private void behind(String title, Runnable deed) {
        background.run(
                () -> {
                    deed.run();
                    return true;
                },
                done -> host.changed(page),
                e -> host.failed(title, Background.sentence(e)));
    }

    /** Who hears from now on how long pictures take to lay out, or null. */
    void measured(@Nullable TileMeter who) {
        meter = who;
        DashboardView from = view;
        if (from != null) {
            from.meter(who);
        }
    }

    /** Whether it will not be shown again. */
    boolean closed() {
        return closed;
    }

    /** Gives it up. */
    void close() {
        closed = true;
        DashboardView from = view;
        if (from != null) {
            from.close();
        }
    }
}
