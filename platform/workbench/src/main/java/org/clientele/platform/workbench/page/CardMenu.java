package org.clientele.platform.workbench.page;

import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.charts.SvgOptions;
import org.clientele.platform.charts.SvgWriter;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.SceneRequest;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.scene.Scene;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/** The menu of a card. */
final class CardMenu {
    private final Canvas canvas;
    private final Session session;
    private final DashboardView view;
    private final PageTile tile;
    private final Palette palette;
    private final Background background;
    private final PageHost host;
    private final Runnable refresh;

    CardMenu(
            Canvas canvas,
            Session session,
            DashboardView view,
            PageTile tile,
            Palette palette,
            Background background,
            PageHost host,
            Runnable refresh) {
        this.canvas = canvas;
        this.session = session;
        this.view = view;
        this.tile = tile;
        this.palette = palette;
        this.background = background;
        this.host = host;
        this.refresh = refresh;
    }

    /** Opens it at a place of the display. */
    void open(int x, int y) {
        Menu menu = new Menu(canvas);
        Frame frame = view.frame(tile.id()).orElse(null);
        item(menu, "Copy as &table", () -> copy(frame)).setEnabled(frame != null);
        item(menu, "Save as &SVG…", this::saveSvg);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "&Explain", this::explain);
        item(menu, "&Refresh", refresh);
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

    private void copy(@Nullable Frame frame) {
        if (frame == null) {
            return;
        }
        Clipboard clipboard = new Clipboard(canvas.getDisplay());
        clipboard.setContents(new Object[] {TileTable.tsv(frame)}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
        host.done("Copied " + (frame.rowCount() == 1 ? "1 row" : frame.rowCount() + " rows") + " of \""
                + tile.spec().title() + "\" as a table.");
    }

    private void saveSvg() {
        FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
        dialog.setText("Save as SVG");
        dialog.setFilterExtensions(new String[] {"*.svg"});
        dialog.setFileName(tile.id() + ".svg");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        Path file = Path.of(chosen.endsWith(".svg") ? chosen : chosen + ".svg");
        SceneRequest request =
                new SceneRequest(palette.theme(), tile.bounds().width, tile.bounds().height, tile.view());
        background.run(
                () -> {
                    Scene scene = view.scene(tile.id(), request).join();
                    SvgWriter.write(scene, file, SvgOptions.standard());
                    return file;
                },
                done -> host.done("Saved " + done + "."),
                e -> host.failed("The picture was not saved", file + ": " + Background.sentence(e)));
    }

    private void explain() {
        Sheet.open(
                canvas.getShell(),
                palette,
                new Sheet.Content(
                        tile.spec().title(),
                        Explanation.of(tile.spec(), view, session),
                        List.of(Sheet.Action.plain("Close", () -> {}))));
    }
}
