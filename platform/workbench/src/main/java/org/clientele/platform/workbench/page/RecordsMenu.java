package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/**
 * The way from a number to its records: for a mark those of its members, for a card those of all it shows. A number that is
 * calculated from several has one entry for each. UI thread only.
 */
final class RecordsMenu {
    private static final Texts TEXTS = Texts.of(RecordsMenu.class);

    private final Session session;
    private final DashboardView view;
    private final Background background;
    private final PageHost host;

    RecordsMenu(Session session, DashboardView view, Background background, PageHost host) {
        this.session = session;
        this.view = view;
        this.background = background;
        this.host = host;
    }

    /** Adds the entries of a tile, or of a mark of it. */
    void add(Menu menu, TileSpec tile, @Nullable Datum mark) {
        if (view.asked(tile.id()).isEmpty()) {
            return;
        }
        new MenuItem(menu, SWT.SEPARATOR);
        if (mark != null && !mark.members().isEmpty()) {
            entries(menu, TEXTS.get("records.of", mark.title().replace("&", "&&")), tile, mark.members());
            customer(menu, mark.members().get("customer"));
            entries(menu, TEXTS.get("records.card"), tile, Map.of());
            item(
                    menu,
                    TEXTS.get("records.set", mark.title().replace("&", "&&")),
                    () -> behind(tile, 0, 0, mark.members(), r -> host.makeSet(mark.title(), SetRule.of(r.rows()))));
        } else {
            entries(menu, TEXTS.get("records"), tile, Map.of());
        }
    }

    private void customer(Menu menu, @Nullable String id) {
        if (id != null) {
            item(menu, TEXTS.get("records.customer", id.replace("&", "&&")), () -> host.showCustomer(id));
        }
    }

    private void entries(Menu menu, String label, TileSpec tile, Map<String, @Nullable String> members) {
        List<String> metrics = view.asked(tile.id()).map(MetricQuery::metrics).orElse(List.of());
        boolean single = metrics.size() == 1 && parts(metrics.get(0)).size() == 1;
        if (single) {
            item(menu, label + "…", () -> show(tile, metrics.get(0), 0, members));
            return;
        }
        MenuItem group = new MenuItem(menu, SWT.CASCADE);
        group.setText(label);
        Menu choices = new Menu(group);
        group.setMenu(choices);
        for (String metric : metrics) {
            List<String> parts = parts(metric);
            for (int i = 0; i < parts.size(); i++) {
                int part = i;
                String entry = parts.size() == 1
                        ? parts.get(i)
                        : TEXTS.get("records.part", session.metric(metric).label(), parts.get(i));
                item(choices, entry, () -> show(tile, metric, part, members));
            }
        }
    }

    /** A metric that cannot be used has none; its tile says why. */
    private List<String> parts(String metric) {
        try {
            return session.records().parts(metric);
        } catch (AnalyticsException e) {
            return List.of();
        }
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }

    /** Opens the records of a part of a metric. */
    void show(TileSpec tile, String metric, int part, Map<String, @Nullable String> members) {
        List<String> metrics = view.asked(tile.id()).map(MetricQuery::metrics).orElse(List.of());
        behind(tile, Math.max(0, metrics.indexOf(metric)), part, members, host::showRecords);
    }

    private void behind(
            TileSpec tile, int metric, int part, Map<String, @Nullable String> members, Consumer<RecordsRequest> then) {
        MetricQuery query = view.asked(tile.id()).orElse(null);
        if (query == null) {
            return;
        }
        background.run(
                () -> session.records().behind(query, query.metrics().get(metric), members, CancelSignal.create()),
                found -> then.accept(found.get(Math.min(part, found.size() - 1))),
                e -> host.failed(TEXTS.get("records.failed"), Background.sentence(e)));
    }
}
