package org.clientele.platform.workbench.frame;

import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** A short notice above the status bar, with at most one action. Good news go by themselves, bad news wait to be closed. */
public final class Toast extends DrawnPane {
    private static final Texts TEXTS = Texts.of(Toast.class);
    private static final int WIDTH = 400;
    private static final int SHORT_MILLIS = 8000;

    private @Nullable Notice notice;
    private int generation;

    /** How a notice is meant. */
    public enum Tone {
        GOOD,
        INFORMATION,
        BAD
    }

    /**
     * What is said.
     *
     * @param actionLabel "" where there is nothing to do
     */
    public record Notice(Tone tone, String title, String text, String actionLabel, Runnable action) {
        /** A notice with nothing to do. */
        public static Notice of(Tone tone, String title, String text) {
            return new Notice(tone, title, text, "", () -> {});
        }
    }

    /** A hidden toast. */
    public Toast(Composite parent, Palette palette) {
        super(parent, palette, TEXTS.get("toast.pane"));
        control().setVisible(false);
    }

    /** Shows a notice in place of the one before. */
    public void show(Notice what) {
        notice = what;
        int mine = ++generation;
        place();
        control().moveAbove(null);
        control().setVisible(true);
        redraw();
        if (what.tone() != Tone.BAD && what.actionLabel().isEmpty()) {
            control().getDisplay().timerExec(SHORT_MILLIS, () -> {
                if (mine == generation) {
                    hide();
                }
            });
        }
    }

    /** The notice on show, or null. */
    public @Nullable Notice notice() {
        return notice;
    }

    /** Takes it away. */
    public void hide() {
        if (!control().isDisposed()) {
            notice = null;
            control().setVisible(false);
        }
    }

    /** Puts it at the bottom right of its parent. */
    public void place() {
        Notice n = notice;
        if (n == null) {
            return;
        }
        Rectangle area = control().getParent().getClientArea();
        int width = Math.min(WIDTH, area.width - 32);
        GC gc = new GC(control());
        int height;
        try {
            Pen pen = pen(gc);
            height = 40
                    + TextBlock.height(pen, n.text(), 13, width - 72)
                    + (n.actionLabel().isEmpty() ? 8 : 36);
        } finally {
            gc.dispose();
        }
        control()
                .setBounds(
                        area.x + area.width - width - 20,
                        area.y + area.height - StatusBar.HEIGHT - height - 20,
                        width,
                        height);
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        Notice n = notice;
        if (n == null) {
            return;
        }
        int ink = switch (n.tone()) {
            case GOOD -> palette().theme().good();
            case INFORMATION -> palette().theme().accent();
            case BAD -> palette().theme().bad();
        };
        pen.fill(0, 0, width, height, palette().tip());
        pen.rect(
                0.5,
                0.5,
                width - 1,
                height - 1,
                0,
                null,
                org.clientele.sdk.scene.Stroke.of(palette().tipBorder(), 1));
        pen.fill(0, 0, 3, height, ink);
        Icon icon = n.tone() == Tone.GOOD ? Icon.CHECK : n.tone() == Tone.BAD ? Icon.WARNING : Icon.INFO;
        pen.icon(icon, 18, 13, ink);
        pen.text(44, 26, pen.shorten(n.title(), 13, Weight.MEDIUM, width - 84), 13, Weight.MEDIUM, text());
        TextBlock.draw(pen, n.text(), 44, 46, 13, width - 72, palette().theme().secondary());
        if (places.hovered("toast:close")) {
            pen.fillRound(width - 32, 10, 22, 22, 4, palette().pressed());
        }
        pen.icon(Icon.CLOSE, width - 29, 13, palette().theme().secondary());
        places.addIcon("toast:close", width - 32, 10, 22, 22, TEXTS.get("toast.close"), this::hide);
        if (!n.actionLabel().isEmpty()) {
            double w = pen.width(n.actionLabel(), 13, Weight.MEDIUM);
            double y = height - 36;
            if (places.hovered("toast:action")) {
                pen.fillRound(36, y, w + 16, 26, 5, palette().hover());
            }
            pen.text(
                    44,
                    y + 17.5,
                    n.actionLabel(),
                    13,
                    Weight.MEDIUM,
                    palette().theme().accent());
            places.add("toast:action", 36, y, w + 16, 26, n.actionLabel(), () -> {
                hide();
                n.action().run();
            });
        }
    }

    private int text() {
        return palette().theme().text();
    }
}
