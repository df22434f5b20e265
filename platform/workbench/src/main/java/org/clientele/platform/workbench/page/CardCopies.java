package org.clientele.platform.workbench.page;

import java.util.Optional;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.QueryText;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/** The part of a card's menu that puts what it shows, or what it asks, on the clipboard. UI thread only. */
record CardCopies(
        Canvas canvas, DashboardView view, PageTile tile, Palette palette, Background background, PageHost host) {
    private static final Texts TEXTS = Texts.of(CardCopies.class);

    void add(Menu menu) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText(TEXTS.get("copy"));
        Menu copies = new Menu(menu);
        cascade.setMenu(copies);
        Frame frame = view.frame(tile.id()).orElse(null);
        Optional<String> command = view.asked(tile.id()).map(QueryText::of);
        item(copies, TEXTS.get("copy.table"), () -> copyTable(frame)).setEnabled(frame != null);
        item(copies, TEXTS.get("copy.sentence"), this::copySentence);
        item(copies, TEXTS.get("copy.image"), this::copyImage).setEnabled(tile.scene() != null);
        item(copies, TEXTS.get("copy.command"), () -> command.ifPresent(this::copyCommand))
                .setEnabled(command.isPresent());
    }

    private void copyCommand(String command) {
        put(command, TextTransfer.getInstance());
        host.done(TEXTS.get("copied.command", tile.spec().title()));
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    private void copyTable(@Nullable Frame frame) {
        if (frame != null) {
            background.run(
                    () -> view.exports().pasted(tile.id()),
                    text -> {
                        put(text, TextTransfer.getInstance());
                        host.done(TEXTS.get(
                                "copied.table", frame.rowCount(), tile.spec().title()));
                    },
                    e -> host.failed(TEXTS.get("copied.table.not"), Background.sentence(e)));
        }
    }

    private void copySentence() {
        put(tile.sentence(), TextTransfer.getInstance());
        host.done(TEXTS.get("copied.sentence", tile.spec().title()));
    }

    private void copyImage() {
        Scene scene = tile.scene();
        if (scene != null) {
            background.run(
                    () -> view.exports().footed(tile.id(), scene, palette.theme()),
                    footed -> {
                        put(SceneImage.of(footed, canvas), ImageTransfer.getInstance());
                        host.done(TEXTS.get("copied.image", tile.spec().title()));
                    },
                    e -> host.failed(TEXTS.get("copied.image.not"), Background.sentence(e)));
        }
    }

    private void put(Object what, Transfer how) {
        Clipboard clipboard = new Clipboard(canvas.getDisplay());
        clipboard.setContents(new Object[] {what}, new Transfer[] {how});
        clipboard.dispose();
    }
}
