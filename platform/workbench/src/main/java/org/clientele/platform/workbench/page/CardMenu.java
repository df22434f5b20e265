package org.clientele.platform.workbench.page;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Scene;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
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
        item(menu, alone ? "&Back to the dashboard\tEsc" : "&Full screen", () -> page.enlarge(alone ? null : tile));
        item(menu, tile.asTable() ? "Show as &chart" : "Show as &table", () -> page.asTable(tile, !tile.asTable()))
                .setEnabled(frame != null);
        new RecordsMenu(session, view, background, host).add(menu, tile.spec(), mark);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Copy as t&able", () -> copyTable(frame)).setEnabled(frame != null);
        item(menu, "Copy as se&ntence", this::copySentence);
        item(menu, "Copy as &image", this::copyImage).setEnabled(tile.scene() != null);
        item(menu, "&Save picture…", this::save);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "&Explain", this::explain);
        item(menu, "&Refresh", page::refresh);
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

    private void copyTable(@Nullable Frame frame) {
        if (frame != null) {
            put(TileTable.tsv(frame), TextTransfer.getInstance());
            host.done("Copied " + (frame.rowCount() == 1 ? "1 row" : frame.rowCount() + " rows") + " of \""
                    + tile.spec().title() + "\" as a table.");
        }
    }

    private void copySentence() {
        put(tile.sentence(), TextTransfer.getInstance());
        host.done("Copied what \"" + tile.spec().title() + "\" says.");
    }

    private void copyImage() {
        Scene scene = tile.scene();
        if (scene != null) {
            put(SceneImage.of(scene, canvas), ImageTransfer.getInstance());
            host.done("Copied a picture of \"" + tile.spec().title() + "\".");
        }
    }

    private void put(Object what, Transfer how) {
        Clipboard clipboard = new Clipboard(canvas.getDisplay());
        clipboard.setContents(new Object[] {what}, new Transfer[] {how});
        clipboard.dispose();
    }

    private void save() {
        PictureFormat[] formats = PictureFormat.values();
        FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
        dialog.setText("Save picture");
        dialog.setFilterNames(Arrays.stream(formats).map(PictureFormat::label).toArray(String[]::new));
        dialog.setFilterExtensions(
                Arrays.stream(formats).map(f -> "*." + f.extension()).toArray(String[]::new));
        dialog.setFileName(tile.id() + "." + formats[0].extension());
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            PictureFormat format = PictureFormat.of(chosen, formats[Math.max(0, dialog.getFilterIndex())]);
            save(Path.of(format.named(chosen)), format);
        }
    }

    private void save(Path file, PictureFormat format) {
        var picture = tile.picture(view, palette.theme());
        background.run(
                () -> {
                    format.write(picture.join(), file);
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
