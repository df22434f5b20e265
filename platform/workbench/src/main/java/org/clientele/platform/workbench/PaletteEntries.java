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
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/** What the command palette finds: dashboards, bookmarks, metrics and every command of the menus. */
final class PaletteEntries {
    private static final Texts TEXTS = Texts.of(PaletteEntries.class);

    private PaletteEntries() {}

    /** What is known at once. */
    static List<Entry> of(WorkbenchWindow window) {
        List<Entry> all = new ArrayList<>();
        Desk desk = window.desk();
        desk.workspace().ifPresent(open -> {
            for (DashboardEntry d : open.contents().dashboards()) {
                all.add(new Entry(d.title(), TEXTS.get("palette.dashboard"), () -> desk.openDashboard(d.id())));
            }
        });
        desk.sets((pages, open) -> open.session()
                .sets()
                .all()
                .forEach(s -> all.add(new Entry(s.name(), TEXTS.get("palette.set"), () -> pages.show(open)))));
        desk.segments((pages, open) -> open.session()
                .segmentations()
                .all()
                .forEach(s -> all.add(new Entry(s.name(), TEXTS.get("palette.segments"), () -> pages.show(open)))));
        for (Bookmark b : window.bookmarks().known()) {
            all.add(new Entry(
                    b.title(),
                    TEXTS.get("palette.bookmark"),
                    () -> window.bookmarks().show(b)));
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
                String keys = tab < 0 ? TEXTS.get("palette.command") : text.substring(tab + 1);
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
                    m.label(),
                    TEXTS.get("palette.metric"),
                    () -> window.showBreakdown(m.id().toString(), Scope.of(period(window)))));
            all.add(new Entry(
                    TEXTS.get("palette.about", m.label()),
                    TEXTS.get("palette.definition"),
                    () -> Sheet.open(
                            window.shell(),
                            window.colours(),
                            new Sheet.Content(
                                    m.label(),
                                    List.of(
                                            new Sheet.Section(m.id().toString(), m.description()),
                                            new Sheet.Section(TEXTS.get("palette.formula"), m.formula()),
                                            new Sheet.Section(
                                                    TEXTS.get("palette.unit"),
                                                    m.unit().toString())),
                                    List.of(Sheet.Action.plain(TEXTS.get("close"), () -> {}))))));
        });
    }
}
