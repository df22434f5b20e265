package org.clientele.platform.workbench;

import java.util.Optional;
import java.util.function.Supplier;
import org.clientele.platform.runtime.Breakdowns;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/** The pages of the desk that take metrics apart: one a metric, a dashboard like any other. UI thread only. */
final class BreakdownPages {
    private static final Texts TEXTS = Texts.of(BreakdownPages.class);

    private final WindowFrame frame;
    private final OpenPages pages;
    private final Background background;
    private final PageHost host;
    private final Supplier<Palette> palette;
    private final Desk desk;

    BreakdownPages(
            WindowFrame frame,
            OpenPages pages,
            Background background,
            PageHost host,
            Supplier<Palette> palette,
            Desk desk) {
        this.frame = frame;
        this.pages = pages;
        this.background = background;
        this.host = host;
        this.palette = palette;
        this.desk = desk;
    }

    /** Whether an id is that of a breakdown. */
    boolean owns(String id) {
        return id.startsWith(Breakdowns.ID);
    }

    /** Shows the breakdown of a metric; one that is open keeps its levels and is narrowed down. */
    void show(String metric, Scope scope) {
        desk.workspace().flatMap(opened -> definition(opened, metric)).ifPresent(found -> {
            Page known = pages.find(Breakdowns.id(found)).orElse(null);
            if (known instanceof DashboardPage page) {
                pages.show(page);
                page.narrow(
                        scope.drilled(Breakdowns.TILE, page.scope().drill(Breakdowns.TILE)),
                        TEXTS.get("breakdown.deed"));
            } else {
                desk.workspace().ifPresent(opened -> pages.add(page(opened, found, scope)));
            }
        });
    }

    /** Shows a dashboard narrowed down; the way back is kept. */
    void show(String dashboard, Scope scope, String deed) {
        desk.openDashboard(dashboard);
        if (pages.front().orElse(null) instanceof DashboardPage page
                && page.id().equals(dashboard)) {
            page.narrow(scope, deed);
        }
    }

    /** Opens the breakdown of an id, or comes back to it. */
    void open(OpenWorkspace opened, String id, Scope scope) {
        Page known = pages.find(id).orElse(null);
        if (known == null) {
            named(opened, id).ifPresent(metric -> pages.add(page(opened, metric, scope)));
        } else {
            pages.show(known);
        }
    }

    /** Opens one that was open when the window was closed, behind the others. */
    void reopen(OpenWorkspace opened, String id, Scope scope) {
        named(opened, id).ifPresent(metric -> pages.addBehind(page(opened, metric, scope)));
    }

    private Optional<MetricDefinition> named(OpenWorkspace opened, String id) {
        return definition(opened, id.substring(Breakdowns.ID.length()));
    }

    private Optional<MetricDefinition> definition(OpenWorkspace opened, String metric) {
        try {
            return Optional.of(opened.session().metric(metric));
        } catch (AnalyticsException e) {
            host.failed(TEXTS.get("breakdown.failed"), Background.sentence(e));
            return Optional.empty();
        }
    }

    private Page page(OpenWorkspace opened, MetricDefinition metric, Scope scope) {
        DashboardEntry entry = new DashboardEntry(
                Breakdowns.id(metric), Breakdowns.title(metric), TEXTS.get("breakdown.about"), "", "");
        return new DashboardPage(
                frame.holder(),
                palette.get(),
                entry,
                scope,
                opened.session(),
                (now, told) -> opened.session().breakdowns().open(metric.id().toString(), now, told),
                background,
                host);
    }
}
