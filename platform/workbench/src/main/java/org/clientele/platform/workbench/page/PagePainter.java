package org.clientele.platform.workbench.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.workbench.gesture.BrushAxis;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.SceneCopies;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.platform.workbench.paint.SwtSink;
import org.clientele.platform.workbench.paint.TextWitness;
import org.clientele.platform.workbench.paint.WindowZoom;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;

/** Paints a dashboard page from the pictures that its tiles have. UI thread only. */
final class PagePainter {
    private static final Texts TEXTS = Texts.of(PagePainter.class);

    /** What of a card its title takes. */
    private static final int HEAD = 36;

    private static final int AT_ONCE_MILLIS = 150;

    private final Map<String, Long> staleSince = new HashMap<>();
    private final SceneCopies copies = new SceneCopies();
    private final DashboardPage page;
    private final Canvas canvas;
    private final PageFocus focus;

    PagePainter(DashboardPage page, Canvas canvas, PageFocus focus) {
        this.page = page;
        this.canvas = canvas;
        this.focus = focus;
        canvas.addDisposeListener(e -> copies.release());
    }

    void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        Palette palette = page.palette();
        Pen pen = new Pen(gc, SwtResources.of(canvas.getDisplay()), WindowZoom.of(canvas));
        pen.fill(0, 0, area.width, area.height, palette.theme().canvas());
        if (!busy()) {
            copies.release();
        }
        if (!page.failure().isEmpty()) {
            Placeholder.message(pen, Icon.WARNING, page.failure(), area, palette);
            return;
        }
        if (page.view() == null) {
            Placeholder.skeleton(pen, area.width, area.height, palette);
            return;
        }
        TextWitness witness = pen.tellsWitnessOf(canvas);
        pen.push(0, -page.scroll().offset());
        for (TileBoard.Heading h : page.board().headings()) {
            pen.text(h.x(), h.y(), h.title(), 16, Weight.MEDIUM, palette.theme().text());
        }
        for (PageTile tile : page.stage().tiles()) {
            paint(pen, tile, palette);
        }
        pen.pop();
        page.scroll().draw(pen, area.width, palette);
        focus.drawTip(pen, area);
        if (witness != null) {
            witness.placed(List.of());
        }
        page.brush().frames().paintedNow();
        page.pictures().requestNear();
        page.pictures().tellWhenSettled();
    }

    private void paint(Pen pen, PageTile tile, Palette palette) {
        Rectangle b = tile.bounds();
        if (pen.hidden(b.x - 3, b.y - 3, b.width + 6, b.height + 6)) {
            return;
        }
        Scene scene = tile.scene();
        boolean fits = scene != null && scene.width() == b.width && scene.height() == b.height;
        if (!fits) {
            Fill surface = Fill.of(palette.theme().surface());
            pen.rect(
                    b.x + 0.5,
                    b.y + 0.5,
                    b.width - 1,
                    b.height - 1,
                    8,
                    surface,
                    Stroke.of(palette.theme().border(), 1));
        }
        if (scene != null) {
            pen.push(b.x, b.y);
            pen.clip(0, 0, b.width, b.height);
            PaintMeter meter = page.paints();
            long begun = meter == null ? 0 : System.nanoTime();
            if (fits && busy()) {
                copies.paint(
                        pen,
                        tile.id(),
                        scene,
                        new Rectangle(0, 0, b.width, b.height),
                        palette.theme().canvas());
            } else {
                scene.paint(new SwtSink(pen, 0, 0));
            }
            if (meter != null) {
                meter.painted(tile.id(), (System.nanoTime() - begun) / 1e6, scene);
            }
            pen.pop();
            tile.painted();
        }
        focus.drawOver(pen, tile);
        brushed(pen, tile, palette);
        pen.push(b.x, b.y);
        page.area().draw(pen, tile, palette);
        pen.pop();
        if (staleForLong(tile)) {
            stale(pen, b, palette);
        }
    }

    /** Whether somebody drags over a picture, so that each frame counts. */
    private boolean busy() {
        return page.brush().live() || page.area().live();
    }

    private void brushed(Pen pen, PageTile tile, Palette palette) {
        Rectangle b = tile.bounds();
        for (BrushAxis axis : page.brush().axes().of(tile)) {
            page.brush().shown(tile, axis).ifPresent(reach -> {
                pen.push(b.x, b.y);
                BrushBand.draw(pen, axis, reach, page.brush().words(tile, axis), palette);
                pen.pop();
            });
        }
    }

    /** What is answered at once would only flicker. */
    private boolean staleForLong(PageTile tile) {
        if (!page.isStale(tile.id())) {
            staleSince.remove(tile.id());
            return false;
        }
        long now = System.nanoTime();
        Long since = staleSince.putIfAbsent(tile.id(), now);
        if (since == null) {
            canvas.getDisplay().timerExec(AT_ONCE_MILLIS + 1, () -> {
                if (!canvas.isDisposed()) {
                    page.stage().redraw(tile);
                }
            });
        }
        return since != null && now - since > AT_ONCE_MILLIS * 1_000_000L;
    }

    /** Old figures are pale, so that nobody takes them for the answer. */
    private static void stale(Pen pen, Rectangle b, Palette palette) {
        int veil = Palette.alpha(palette.theme().surface(), 0x8C);
        pen.rect(b.x + 1, b.y + HEAD, b.width - 2, b.height - HEAD - 2, 7, Fill.of(veil), null);
        String updating = TEXTS.get("updating");
        double width = pen.width(updating, 12, Weight.REGULAR) + 16;
        double x = b.x + b.width - width - 12;
        double y = b.y + b.height - 30;
        Stroke edge = Stroke.of(palette.theme().border(), 1);
        pen.rect(x, y, width, 20, 10, Fill.of(palette.theme().surface()), edge);
        pen.text(x + 8, y + 14, updating, 12, Weight.REGULAR, palette.theme().secondary());
    }
}
