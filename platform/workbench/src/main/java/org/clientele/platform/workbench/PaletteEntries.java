package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.CommandPalette.Entry;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.sdk.query.MetricDefinition;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/** What the command palette finds: dashboards, bookmarks, metrics and every command of the menus. */
final class PaletteEntries {
    private PaletteEntries() {}

    /** What is known at once. */
    static List<Entry> of(WorkbenchWindow window) {
        List<Entry> all = new ArrayList<>();
        Desk desk = window.desk();
        desk.workspace().ifPresent(open -> {
            for (DashboardEntry d : open.contents().dashboards()) {
                all.add(new Entry(d.title(), "Dashboard", () -> desk.openDashboard(d.id())));
            }
        });
        desk.sets((pages, open) -> open.session()
                .sets()
                .all()
                .forEach(s -> all.add(new Entry(s.name(), "Customer set", () -> pages.show(open)))));
        for (Bookmark b : window.bookmarks().known()) {
            all.add(new Entry(b.title(), "Bookmark", () -> window.bookmarks().show(b)));
        }
        Menu bar = window.shell().getMenuBar();
        if (bar != null) {
            commands(all, bar);
        }
        desk.workspace().ifPresent(open -> metrics(all, window, open.session()));
        return new PaletteRecents(window.preferences()).first(all);
    }

    private static void commands(List<Entry> all, Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
        for (MenuItem item : menu.getItems()) {
            Menu below = item.getMenu();
            if (below != null) {
                commands(all, below);
            } else if (!item.getText().isEmpty() && item.isEnabled()) {
                String text = item.getText().replace("&", "");
                int tab = text.indexOf('\t');
                String label = tab < 0 ? text : text.substring(0, tab);
                String keys = tab < 0 ? "Command" : text.substring(tab + 1);
                all.add(new Entry(label, keys, () -> {
                    if ((item.getStyle() & SWT.RADIO) != 0) {
                        item.setSelection(true);
                    }
                    item.notifyListeners(SWT.Selection, new Event());
                }));
            }
        }
    }

    private static @Nullable PeriodChoice period(WorkbenchWindow window) {
        return window.desk().common().period();
    }

    private static void metrics(List<Entry> all, WorkbenchWindow window, Session session) {
        session.metrics().forEach(id -> {
            MetricDefinition m = session.metric(id.toString());
            all.add(new Entry(
                    m.label(), "Metric", () -> window.showBreakdown(m.id().toString(), Scope.of(period(window)))));
            all.add(new Entry(
                    "About " + m.label(),
                    "Definition",
                    () -> Sheet.open(
                            window.shell(),
                            window.colours(),
                            new Sheet.Content(
                                    m.label(),
                                    List.of(
                                            new Sheet.Section(m.id().toString(), m.description()),
                                            new Sheet.Section("Formula", m.formula()),
                                            new Sheet.Section("Unit", m.unit().toString())),
                                    List.of(Sheet.Action.plain("Close", () -> {}))))));
        });
    }
}
