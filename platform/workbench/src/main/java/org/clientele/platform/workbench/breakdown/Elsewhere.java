package org.clientele.platform.workbench.breakdown;

import static org.clientele.platform.workbench.breakdown.TileMenus.item;
import static org.clientele.platform.workbench.breakdown.TileMenus.plain;

import java.util.Map;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Menu;
import org.jspecify.annotations.Nullable;

/** The way from a part of a page to another dashboard that shows this part alone. UI thread only. */
final class Elsewhere {
    private static final Texts TEXTS = Texts.of(Elsewhere.class);

    private Elsewhere() {}

    /**
     * Adds the dashboards to a menu.
     *
     * @param members of the part, by their dimensions; empty for what the whole tile shows
     * @param name of the part, or ""
     */
    static void add(Menu menu, DashboardPage page, String tile, Map<String, @Nullable String> members, String name) {
        Menu below =
                TileMenus.below(menu, name.isEmpty() ? TEXTS.get("menu.go") : TEXTS.get("menu.go.with", plain(name)));
        Scope here = page.scope().filtered(page.scope().filtersOf(tile));
        Period days = page.days();
        for (DashboardEntry entry : page.session().dashboards()) {
            if (!entry.id().equals(page.id())) {
                item(below, plain(entry.title()), () -> {
                    try {
                        Scope there = page.session().breakdowns().narrowed(here, days, members);
                        page.host()
                                .showDashboard(
                                        entry.id(),
                                        there,
                                        name.isEmpty() ? TEXTS.get("deed.look") : TEXTS.get("deed.look.at", name));
                    } catch (org.clientele.sdk.AnalyticsException e) {
                        page.host().failed(TEXTS.get("narrow.failed"), Background.sentence(e));
                    }
                });
            }
        }
    }
}
