package org.clientele.platform.workbench.page;

import java.util.List;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** A dialog that says something in sections and offers what to do. It returns at once; actions run when chosen. */
public final class Sheet {
    private static final int WIDTH = 520;
    private static final int PADDING = 24;
    /** Width of the left column of rows. */
    private static final int NAMES = 176;

    private Sheet() {}

    /** A labelled paragraph, or rows of two columns in place of it; the label may be "". */
    public record Section(String label, String text, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }

        public Section(String label, String text) {
            this(label, text, List.of());
        }

        /** A table without lines. */
        public static Section of(String label, Row... rows) {
            return new Section(label, "", List.of(rows));
        }
    }

    /** What stands at the left, and what it is or does. */
    public record Row(String name, String meaning) {}

    /** A button. */
    public record Action(String label, Tone tone, Runnable run) {
        /** A quiet button. */
        public static Action plain(String label, Runnable run) {
            return new Action(label, Tone.PLAIN, run);
        }

        /** The button that Enter presses. */
        public static Action primary(String label, Runnable run) {
            return new Action(label, Tone.PRIMARY, run);
        }

        /** A button that takes something away. */
        public static Action danger(String label, Runnable run) {
            return new Action(label, Tone.DANGER, run);
        }
    }

    /** How a button is meant. */
    public enum Tone {
        PLAIN,
        PRIMARY,
        DANGER
    }

    /** What a sheet says. The last action is at the right edge. */
    public record Content(String heading, List<Section> sections, List<Action> actions) {
        public Content {
            sections = List.copyOf(sections);
            actions = List.copyOf(actions);
        }
    }

    /** Shows a sheet over {@code parent}. Enter presses its primary button, or else its first one; Escape closes it. */
    public static Shell open(Shell parent, Palette palette, Content content) {
        Shell shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        shell.setText(content.heading());
        shell.setLayout(new FillLayout());
        Body body = new Body(shell, palette, content);
        int height = Math.min(body.wantedHeight(), Math.max(240, parent.getSize().y - 80));
        shell.setSize(shell.computeSize(WIDTH, height));
        Rectangle trim = shell.computeTrim(0, 0, WIDTH, height);
        shell.setSize(trim.width, trim.height);
        Rectangle over = parent.getBounds();
        shell.setLocation(over.x + (over.width - trim.width) / 2, over.y + (over.height - trim.height) / 3);
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        shell.open();
        body.control().setFocus();
        body.focusFirst();
        return shell;
    }

    private static final class Body extends DrawnPane {
        private static final int FOOT = 68;

        private final Content content;
        private final PageScroll scroll = new PageScroll();
        private final int wanted;

        Body(Composite parent, Palette palette, Content content) {
            super(parent, palette, content.heading());
            this.content = content;
            GC gc = new GC(control());
            try {
                wanted = text(pen(gc), false) + FOOT + 8;
            } finally {
                gc.dispose();
            }
            control().addListener(SWT.MouseWheel, e -> {
                if (scroll.to(scroll.offset() - e.count * 20)) {
                    redraw();
                }
            });
            control().addListener(SWT.Traverse, e -> {
                if (e.detail == SWT.TRAVERSE_RETURN
                        && content.actions().size() == 1
                        && focused().isEmpty()) {
                    choose(content.actions().get(0));
                }
            });
        }

        /** Enter does what is meant to be done, and takes nothing away by itself. */
        void focusFirst() {
            int at = 0;
            for (int i = 0; i < content.actions().size(); i++) {
                at = content.actions().get(i).tone() == Tone.PRIMARY ? i : at;
            }
            focus("sheet:" + at);
        }

        int wantedHeight() {
            return wanted;
        }

        private void choose(Action action) {
            control().getShell().close();
            action.run().run();
        }

        /** Draws, or only measures, heading and sections; gives the height. */
        private int text(Pen pen, boolean draw) {
            int room = WIDTH - 2 * PADDING;
            int y = PADDING + 16;
            for (String line : TextBlock.lines(pen, content.heading(), 18, room)) {
                if (draw) {
                    pen.text(
                            PADDING,
                            y,
                            line,
                            18,
                            Weight.MEDIUM,
                            palette().theme().text());
                }
                y += 26;
            }
            y += 8;
            int names = names(pen, room);
            for (Section s : content.sections()) {
                if (!s.label().isEmpty()) {
                    if (draw) {
                        String label = pen.shorten(s.label(), 12, Weight.MEDIUM, room);
                        pen.text(
                                PADDING,
                                y,
                                label,
                                12,
                                Weight.MEDIUM,
                                palette().theme().secondary());
                    }
                    y += 20;
                }
                if (s.rows().isEmpty()) {
                    y = block(pen, draw, s.text(), PADDING, y, room);
                }
                for (Row row : s.rows()) {
                    int below = block(pen, draw, row.meaning(), PADDING + names, y, room - names);
                    if (draw) {
                        int ink = palette().theme().text();
                        pen.text(
                                PADDING,
                                y,
                                pen.shorten(row.name(), 13, Weight.MEDIUM, names - 8),
                                13,
                                Weight.MEDIUM,
                                ink);
                    }
                    y = below + 2;
                }
                y += 12;
            }
            return y;
        }

        /** The room for the names of rows: as wide as the widest, at most three fifths of all. */
        private int names(Pen pen, int room) {
            int widest = content.sections().stream()
                    .flatMap(s -> s.rows().stream())
                    .mapToInt(r -> (int) Math.ceil(pen.width(r.name(), 13, Weight.MEDIUM)) + 24)
                    .max()
                    .orElse(0);
            return Math.max(NAMES, Math.min(widest, room * 3 / 5));
        }

        /** Draws, or only measures, a paragraph; gives where the next one starts. */
        private int block(Pen pen, boolean draw, String text, int x, int y, int room) {
            if (draw) {
                TextBlock.draw(pen, text, x, y, 13, room, palette().theme().text());
            }
            return y + TextBlock.height(pen, text, 13, room);
        }

        @Override
        protected void draw(Pen pen, Areas places, int width, int height) {
            int foot = height - FOOT;
            scroll.sizes(wanted - FOOT, foot);
            pen.fill(0, 0, width, height, palette().theme().surface());
            pen.push(0, 0);
            pen.clip(0, 0, width, foot);
            pen.push(0, -scroll.offset());
            text(pen, true);
            pen.pop();
            pen.pop();
            pen.rule(0, foot, width, palette().theme().border());
            pen.rect(
                    0.5,
                    0.5,
                    width - 1,
                    height - 1,
                    0,
                    null,
                    Stroke.of(palette().tipBorder(), 1));
            double x = width - PADDING + 10;
            for (Action a : content.actions()) {
                x -= buttonWidth(pen, a) + 10;
            }
            for (int i = 0; i < content.actions().size(); i++) {
                Action a = content.actions().get(i);
                double w = buttonWidth(pen, a);
                Buttons.draw(
                        pen, places, palette(), "sheet:" + i, a.label(), a.tone(), x, foot + 18, w, () -> choose(a));
                x += w + 10;
            }
        }

        private static double buttonWidth(Pen pen, Action a) {
            return Math.max(88, pen.width(a.label(), 13, Weight.MEDIUM) + 32);
        }
    }
}
