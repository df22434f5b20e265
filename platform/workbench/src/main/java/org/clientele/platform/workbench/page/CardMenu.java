package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Map;
import org.clientele.platform.runtime.AnalysisView;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.ExportRequest;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.scope.ParameterForm;
import org.clientele.platform.workbench.scope.StepsMenu;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/** The menu of a card. */
final class CardMenu {
    private static final Texts TEXTS = Texts.of(CardMenu.class);

    private final Canvas canvas;
    private final Session session;
    private final DashboardView view;
    private final PageTile tile;
    private final Palette palette;
    private final Background background;
    private final PageHost host;
    private final DashboardPage page;

    CardMenu(
            Canvas canvas,
            Session session,
            DashboardView view,
            PageTile tile,
            Palette palette,
            Background background,
            PageHost host,
            DashboardPage page) {
        this.canvas = canvas;
        this.session = session;
        this.view = view;
        this.tile = tile;
        this.palette = palette;
        this.background = background;
        this.host = host;
        this.page = page;
    }

    /**
     * Opens it at a place of the display.
     *
     * @param mark what it was opened over, or null for the whole card
     */
    void open(int x, int y, @Nullable Datum mark) {
        Menu menu = new Menu(canvas);
        Frame frame = view.frame(tile.id()).orElse(null);
        boolean alone = page.board().alone() == tile;
        item(
                menu,
                TEXTS.get(alone ? "menu.back" : "menu.full"),
                () -> page.stage().enlarge(alone ? null : tile));
        item(
                        menu,
                        TEXTS.get(tile.asTable() ? "menu.chart" : "menu.table"),
                        () -> page.views().asTable(tile, !tile.asTable()))
                .setEnabled(frame != null);
        view.steps(tile.id()).ifPresent(steps -> StepsMenu.add(menu, page, tile.id(), steps, palette));
        Map<AnalysisView.Parameter, String> parameters = view.parameters(tile.id());
        if (!parameters.isEmpty()) {
            String title = tile.spec().title();
            item(
                    menu,
                    TEXTS.get("menu.parameters"),
                    () -> ParameterForm.open(canvas.getShell(), palette, page, title, parameters, new Point(x, y)));
        }
        view.segments(tile.id())
                .ifPresent(draft -> item(
                        menu,
                        TEXTS.get("menu.publish"),
                        () -> host.publish(draft, tile.spec().title())));
        if (!page.brush().axes().of(tile).isEmpty()) {
            item(menu, TEXTS.get("menu.range"), () -> page.reachRange(tile));
        }
        if (!page.deeds().menu(menu, tile.id(), mark, new Point(x, y))) {
            new RecordsMenu(session, view, background, host).add(menu, tile.spec(), mark);
        }
        new MenuItem(menu, SWT.SEPARATOR);
        new CardCopies(canvas, view, tile, palette, background, host).add(menu);
        item(menu, TEXTS.get("menu.export"), this::export);
        new MenuItem(menu, SWT.SEPARATOR);
        if (page.arranging().possible()) {
            ArrangeMenu.add(menu, page.arranging(), tile);
        }
        item(menu, TEXTS.get("menu.alert"), this::alert)
                .setEnabled(view.asked(tile.id()).isPresent());
        item(menu, TEXTS.get("menu.explain"), this::explain);
        item(menu, TEXTS.get("menu.refresh"), page::refresh);
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(x, y);
        menu.setVisible(true);
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    private void export() {
        ExportRequest request = new ExportRequest(
                tile.id(),
                tile.asTable(),
                palette.theme(),
                tile.bounds().width,
                tile.bounds().height,
                Map.of(tile.id(), tile.view()));
        host.export(new Exportable(
                tile.spec().title(),
                Export.ofTiles(),
                session,
                cancel -> view.exports().of(request, cancel)));
    }

    /** For the metric of the tile, narrowed down as the tile is. */
    private void alert() {
        view.asked(tile.id())
                .ifPresent(asked -> host.alert(Alert.of(asked.metrics().get(0), Alert.Condition.BELOW, 0, Grain.MONTH)
                        .where(asked.filters())));
    }

    private void explain() {
        Sheet.open(
                canvas.getShell(),
                palette,
                new Sheet.Content(
                        tile.spec().title(),
                        Explanation.of(tile.spec(), view, session),
                        List.of(Sheet.Action.plain(TEXTS.get("close"), () -> {}))));
    }
}
