package org.clientele.platform.workbench.paint;

import java.util.Optional;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.jspecify.annotations.Nullable;

/**
 * A part of the window that draws itself and declares, while drawing, what answers to pointer and keyboard. Tab and the
 * arrows go from place to place, Enter and Space act. UI thread only.
 */
public abstract class DrawnPane {
    private final Canvas canvas;
    private final Areas areas = new Areas();
    private final String name;
    private Palette palette;
    private boolean keyboard;

    /**
     * @param name what a screen reader calls the pane
     */
    protected DrawnPane(Composite parent, Palette palette, String name) {
        this.palette = palette;
        this.name = name;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        canvas.addPaintListener(e -> {
            paint(pen(e.gc));
        });
        Listener pointer = this::pointer;
        for (int type : new int[] {SWT.MouseMove, SWT.MouseExit, SWT.MouseDown, SWT.MouseUp}) {
            canvas.addListener(type, pointer);
        }
        canvas.addListener(SWT.Traverse, this::traverse);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, e -> {
            keyboard = false;
            areas.focus(null);
            canvas.redraw();
        });
        PartsAccessibility.install(canvas, ACC.ROLE_PUSHBUTTON, new PaneParts(areas, name));
        background();
    }

    /** Draws everything and declares the places. Called for each paint, so it must be quick. */
    protected abstract void draw(Pen pen, Areas places, int width, int height);

    private void paint(Pen pen) {
        Rectangle r = canvas.getClientArea();
        areas.clear();
        TextWitness witness = pen.tellsWitnessOf(canvas);
        draw(pen, areas, r.width, r.height);
        if (witness != null) {
            witness.placed(areas.all());
        }
        if (keyboard && canvas.isFocusControl()) {
            areas.focusedArea().ifPresent(a -> focusRing(pen, a.bounds()));
        }
    }

    /** A pen for a GC of this pane, to measure text outside of a paint. */
    protected final Pen pen(GC gc) {
        return new Pen(gc, SwtResources.of(canvas.getDisplay()), WindowZoom.of(canvas));
    }

    private void focusRing(Pen pen, Rectangle b) {
        pen.rect(
                b.x + 1,
                b.y + 1,
                b.width - 2,
                b.height - 2,
                6,
                null,
                org.clientele.sdk.scene.Stroke.of(palette.theme().accent(), 2));
    }

    /** The toolkit's control. */
    public final Canvas control() {
        return canvas;
    }

    /** What a screen reader calls the pane. */
    public final String name() {
        return name;
    }

    /** The colours in force. */
    protected final Palette palette() {
        return palette;
    }

    /** The colours in force, for what opens over the pane. */
    public final Palette shades() {
        return palette;
    }

    /** Changes the colours and draws again. */
    public void palette(Palette p) {
        palette = p;
        background();
        canvas.redraw();
    }

    private void background() {
        int argb = palette.theme().canvas();
        canvas.setBackground(new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
    }

    /** The place that has the keyboard. */
    public final Optional<String> focused() {
        return areas.focusedArea().map(Area::id);
    }

    /** Gives a place the keyboard, once the pane has it, and shows that. */
    protected final void focus(String id) {
        keyboard = true;
        areas.focus(id);
        canvas.redraw();
    }

    /** Draws again soon. */
    public final void redraw() {
        if (!canvas.isDisposed()) {
            canvas.redraw();
        }
    }

    /** Where a place is, in the pane; empty if it is not there. */
    public final Optional<Rectangle> place(String id) {
        return areas.find(id).map(Area::bounds);
    }

    /** The wheel was turned; the pane may scroll. */
    protected void scrolled(int lines) {}

    private void pointer(Event e) {
        switch (e.type) {
            case SWT.MouseMove -> moved(e);
            case SWT.MouseExit -> hover(null);
            case SWT.MouseDown -> press(e);
            default -> release(e);
        }
    }

    private void moved(Event e) {
        String held = areas.pressedId();
        if (held != null && (e.stateMask & SWT.BUTTON1) != 0 && areas.press(dragged(held, e.x))) {
            canvas.redraw();
        }
        hover(areas.at(e.x, e.y).orElse(null));
    }

    /**
     * The pointer moves while a place is pressed; the pane may move the place with it.
     *
     * @return the id of what is pressed from then on
     */
    protected String dragged(String id, int x) {
        return id;
    }

    private void hover(@Nullable Area area) {
        if (areas.hover(area == null ? null : area.id())) {
            canvas.setToolTipText(area == null || area.hint().isEmpty() ? null : area.hint());
            canvas.redraw();
        }
    }

    private void press(Event e) {
        keyboard = false;
        Optional<Area> hit = areas.at(e.x, e.y);
        hover(hit.orElse(null));
        areas.press(hit.map(Area::id).orElse(null));
        areas.focus(hit.filter(Area::focusable).map(Area::id).orElse(null));
        canvas.setFocus();
        canvas.redraw();
    }

    private void release(Event e) {
        String pressed = areas.pressedId();
        Optional<Area> hit = areas.at(e.x, e.y).filter(a -> a.id().equals(pressed));
        areas.press(null);
        canvas.redraw();
        hit.ifPresent(a -> {
            if (e.button == 1) {
                a.action().run();
            } else if (e.button == 2 && a.middleAction() != null) {
                a.middleAction().run();
            }
        });
    }

    private void traverse(Event e) {
        boolean forward = e.detail == SWT.TRAVERSE_TAB_NEXT;
        if (!forward && e.detail != SWT.TRAVERSE_TAB_PREVIOUS || (e.stateMask & SWT.CTRL) != 0) {
            return;
        }
        e.doit = !go(forward);
    }

    private boolean go(boolean forward) {
        keyboard = true;
        Optional<Area> next = areas.next(forward);
        next.ifPresent(a -> {
            areas.focus(a.id());
            reveal(a.bounds());
            canvas.getAccessible().setFocus(areas.all().indexOf(a));
            canvas.redraw();
        });
        return next.isPresent();
    }

    /** The keyboard went to a place; a pane that scrolls brings it into view. */
    protected void reveal(Rectangle bounds) {}

    private void key(Event e) {
        if ((e.stateMask & (SWT.ALT | SWT.MOD1)) != 0) {
            return; // such keys mean something to the whole page or window
        }
        switch (e.keyCode) {
            case SWT.ARROW_DOWN, SWT.ARROW_RIGHT -> go(true);
            case SWT.ARROW_UP, SWT.ARROW_LEFT -> go(false);
            case SWT.CR, SWT.KEYPAD_CR, ' ' -> {
                Optional<Area> focus = areas.focusedArea();
                if (focus.isEmpty()) {
                    return; // a pane may have something that Enter does by itself
                }
                focus.get().action().run();
            }
            default -> {
                return;
            }
        }
        e.doit = false;
    }
}
