package org.clientele.platform.workbench;

import java.util.List;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.Crossing;
import org.clientele.platform.runtime.refresh.RefreshThread;
import org.clientele.platform.workbench.alerts.AlertDesk;
import org.clientele.platform.workbench.alerts.AlertsPage;
import org.clientele.platform.workbench.frame.Toast.Notice;
import org.clientele.platform.workbench.frame.Toast.Tone;
import org.clientele.platform.workbench.page.Page;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What goes on by itself while a workspace is open: schedules are read, alerts are judged and told. UI thread only. */
final class LivePages implements AlertDesk.Told {
    private static final Texts TEXTS = Texts.of(LivePages.class);

    private final Surroundings at;
    private @Nullable AlertDesk alerts;
    private @Nullable RefreshThread clock;
    private CancelSignal.@Nullable Registration registration;

    LivePages(Surroundings at) {
        this.at = at;
    }

    /** A workspace was opened: what was missed is read, and what crossed meanwhile is told. */
    void begin(OpenWorkspace opened) {
        AlertDesk desk = new AlertDesk(opened.session(), at.background(), at.host(), this);
        alerts = desk;
        RefreshThread started = RefreshThread.start(opened.session().refreshes());
        clock = started;
        registration = opened.workspace().onRefreshChange(started::look);
        desk.judge();
    }

    /** Data, plugins or settings changed. */
    void renewed() {
        AlertDesk desk = alerts;
        if (desk != null) {
            desk.judge();
        }
    }

    /** The workspace is given up. */
    void end() {
        AlertDesk desk = alerts;
        RefreshThread old = clock;
        CancelSignal.Registration listening = registration;
        alerts = null;
        clock = null;
        registration = null;
        if (desk != null) {
            desk.close();
        }
        if (listening != null) {
            listening.close();
        }
        if (old != null) {
            at.background().elsewhere(old::close);
        }
        at.frame().status().alerts(0, () -> {});
    }

    @Override
    public void changed() {
        AlertDesk desk = alerts;
        if (desk != null) {
            at.frame().status().alerts(desk.open(), this::show);
            at.pages()
                    .find(AlertsPage.ID)
                    .filter(AlertsPage.class::isInstance)
                    .ifPresent(p -> ((AlertsPage) p).changed());
        }
    }

    @Override
    public void crossed(List<Crossing> fresh) {
        Crossing last = fresh.get(fresh.size() - 1);
        int more = fresh.size() - 1;
        String sentence = more == 0 ? last.sentence() : TEXTS.get("alerts.more", last.sentence(), more);
        at.frame()
                .toast()
                .show(new Notice(
                        Tone.INFORMATION, last.alert().title(), sentence, TEXTS.get("alerts.show"), this::show));
    }

    /** Shows the alerts and what they found. */
    void show() {
        AlertDesk desk = alerts;
        if (desk != null) {
            at.show(AlertsPage.ID, () -> page(desk));
        }
    }

    /** The page, not shown yet; empty without a workspace. */
    @Nullable
    Page page() {
        AlertDesk desk = alerts;
        return desk == null ? null : page(desk);
    }

    private Page page(AlertDesk desk) {
        return at.page((holder, palette) -> new AlertsPage(holder, palette, desk, at.host()));
    }

    /** Asks for an alert that is filled in as far as is known. */
    void ask(Alert draft) {
        show();
        at.pages()
                .find(AlertsPage.ID)
                .filter(AlertsPage.class::isInstance)
                .ifPresent(p -> ((AlertsPage) p).ask(draft, draft.id().isEmpty()));
    }
}
