package org.clientele.platform.workbench.page;

import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.platform.workbench.paint.WindowZoom;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Stroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** A card that is dragged by its title takes the place of the one that it is dropped on. UI thread only. */
final class CardDrag {
    /** The title's height; marks begin below. */
    private static final int TITLE = 34;

    /** The button of the menu at the right of the title. */
    private static final int BUTTON = 44;

    private static final int SLACK = 8;

    private final DashboardPage page;
    private final Canvas canvas;
    private final PageArranging arranging;
    private @Nullable PageTile dragged;
    private @Nullable PageTile over;
    private boolean moving;
    private int fromX;
    private int fromY;

    CardDrag(DashboardPage page, Canvas canvas, PageArranging arranging) {
        this.page = page;
        this.canvas = canvas;
        this.arranging = arranging;
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::release);
        canvas.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ESC && moving) {
                end();
                e.doit = false;
            }
        });
        canvas.addPaintListener(e -> {
            PageTile target = over;
            if (moving && target != null) {
                paint(new Pen(e.gc, SwtResources.of(canvas.getDisplay()), WindowZoom.of(canvas)), target);
            }
        });
    }

    private void press(Event e) {
        dragged = null;
        if (e.button != 1
                || (e.stateMask & SWT.MODIFIER_MASK) != 0
                || page.stage().tiles().size() < 2
                || !arranging.possible()) {
            return;
        }
        page.board().at(e.x, e.y).filter(tile -> title(tile, e.x, e.y)).ifPresent(tile -> {
            dragged = tile;
            fromX = e.x;
            fromY = e.y;
        });
    }

    private boolean title(PageTile tile, int x, int y) {
        Rectangle b = tile.bounds();
        int top = b.y - page.scroll().offset();
        return y - top < TITLE
                && x < b.x + b.width - BUTTON
                && tile.handles(x, y).isEmpty();
    }

    private void move(Event e) {
        PageTile tile = dragged;
        if (tile == null || (e.stateMask & SWT.BUTTON1) == 0) {
            return;
        }
        if (!moving && Math.hypot(e.x - fromX, e.y - fromY) > SLACK) {
            moving = true;
            canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
        }
        if (moving) {
            PageTile now = page.board().at(e.x, e.y).filter(t -> t != tile).orElse(null);
            if (now != over) {
                over = now;
                canvas.redraw();
            }
        }
    }

    private void release(Event e) {
        PageTile tile = dragged;
        PageTile target = over;
        boolean dropped = moving && tile != null && target != null;
        end();
        if (dropped && tile != null && target != null) {
            arranging.move(tile, target);
        }
    }

    private void end() {
        if (moving) {
            canvas.setCursor(null);
            canvas.redraw();
        }
        dragged = null;
        over = null;
        moving = false;
    }

    private void paint(Pen pen, PageTile target) {
        Rectangle b = target.bounds();
        int accent = page.palette().theme().accent();
        pen.rect(
                b.x,
                b.y - page.scroll().offset(),
                b.width,
                b.height,
                8,
                Fill.of(accent & 0x00FFFFFF | 0x22000000),
                Stroke.of(accent, 2));
    }
}
