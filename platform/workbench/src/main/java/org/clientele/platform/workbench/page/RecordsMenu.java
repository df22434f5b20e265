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
import org.clientele.sdk.data.CustomerModel;
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
            if (mark != null) {
                segment(menu, tile, mark);
            }
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

    /** A segment that an analysis found, published or not, or a customer of it. */
    private void segment(Menu menu, TileSpec tile, Datum mark) {
        Map<String, @Nullable String> members = view.members(tile.id(), mark.members());
        Map<String, String> names = session.segmentations().names();
        String dimension =
                members.keySet().stream().filter(names::containsKey).findFirst().orElse(null);
        String segment = dimension == null ? null : members.get(dimension);
        String customer = members.get("customer");
        if (segment == null && customer == null) {
            return;
        }
        new MenuItem(menu, SWT.SEPARATOR);
        if (customer != null) {
            customer(menu, customer);
        } else if (dimension != null && segment != null) {
            String shown = segment.replace("&", "&&");
            item(menu, TEXTS.get("records.customers", shown), () -> members(dimension, segment, host::showRecords));
            view.lines(tile.id())
                    .ifPresent(lines -> item(
                            menu,
                            TEXTS.get("records.lines", shown),
                            () -> behind(lines, 0, 0, Map.of(dimension, segment), host::showRecords)));
            item(
                    menu,
                    TEXTS.get("records.set", shown),
                    () -> members(dimension, segment, r -> host.makeSet(segment, SetRule.of(r.rows()))));
        }
    }

    private void members(String dimension, String segment, Consumer<RecordsRequest> then) {
        background.run(
                () -> session.segmentations()
                        .members(
                                dimension,
                                segment,
                                session.records()
                                        .table(CustomerModel.CUSTOMER, CancelSignal.create())
                                        .rows()
                                        .columns()),
                then,
                e -> host.failed(TEXTS.get("records.failed"), Background.sentence(e)));
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
        view.asked(tile.id()).ifPresent(query -> behind(query, metric, part, members, then));
    }

    private void behind(
            MetricQuery query,
            int metric,
            int part,
            Map<String, @Nullable String> members,
            Consumer<RecordsRequest> then) {
        background.run(
                () -> session.records().behind(query, query.metrics().get(metric), members, CancelSignal.create()),
                found -> then.accept(found.get(Math.min(part, found.size() - 1))),
                e -> host.failed(TEXTS.get("records.failed"), Background.sentence(e)));
    }
}
