package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What a person can choose about window and workspace, in cards of rows. A choice is in force at once. */
public final class PreferencesPage extends DrawnPane implements Page {
    private static final Texts TEXTS = Texts.of(PreferencesPage.class);

    /** The id of the page. */
    public static final String ID = "preferences";

    private static final int WIDTH = 760;
    private static final int PADDING = 20;
    private static final int HEAD = 48;
    private static final int GAP = 16;
    private static final double LINE = 17;
    private static final int SEGMENTS = 3;

    private final Content content;
    private final PageScroll scroll = new PageScroll();

    /**
     * What the page shows.
     *
     * @param sections asked for each drawing, so it must answer at once
     * @param history what was chosen, and can be taken back
     */
    public record Content(Supplier<List<Section>> sections, Supplier<History> history) {}

    /** A card with a title. */
    public record Section(String title, List<Choice> choices) {
        public Section {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A row: one of several.
     *
     * @param id stable
     * @param about what it does, in a sentence
     * @param options as they are called
     * @param chosen which one is in force
     * @param choose hears which one is chosen
     */
    public record Choice(String id, String label, String about, List<String> options, int chosen, IntConsumer choose) {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** A page in a composite. */
    public PreferencesPage(Composite parent, Palette palette, Content content) {
        super(parent, palette, TEXTS.get("preferences.title"));
        this.content = content;
        control().addListener(SWT.MouseWheel, e -> scrolled(e.count));
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        double margin = Pen.pageMargin(width);
        double w = Math.min(WIDTH, width - 2 * margin);
        List<Section> sections = content.sections().get();
        pen.push(0, -scroll.offset());
        double y = 4;
        for (Section s : sections) {
            y = section(pen, places, s, margin, y, w) + GAP;
        }
        pen.pop();
        scroll.sizes((int) Math.ceil(y), height);
        scroll.draw(pen, width, palette());
    }

    private double section(Pen pen, Areas places, Section s, double x, double top, double w) {
        double room = w - 2 * PADDING;
        double h = HEAD;
        for (Choice c : s.choices()) {
            h += rowHeight(pen, c, room);
        }
        pen.fillRound(x, top, w, h + 6, 8, palette().theme().surface());
        pen.frameRound(x, top, w, h + 6, 8, palette().theme().border());
        pen.text(
                x + PADDING,
                top + 30,
                s.title(),
                15,
                Weight.MEDIUM,
                palette().theme().text());
        double y = top + HEAD;
        for (Choice c : s.choices()) {
            if (c != s.choices().get(0)) {
                pen.rule(x + PADDING, y, room, palette().theme().border());
            }
            row(pen, places, c, x + PADDING, y, room);
            y += rowHeight(pen, c, room);
        }
        return y + 6;
    }

    private static boolean segmented(Choice c) {
        return c.options().size() <= SEGMENTS;
    }

    private double controlWidth(Pen pen, Choice c) {
        if (!segmented(c)) {
            return Math.min(280, pen.width(option(c), 13, Weight.MEDIUM) + 52);
        }
        double w = 0;
        for (String o : c.options()) {
            w += segmentWidth(pen, o);
        }
        return w;
    }

    private static double segmentWidth(Pen pen, String option) {
        return Math.ceil(pen.width(option, 13, Weight.MEDIUM) + 26);
    }

    private static String option(Choice c) {
        return c.chosen() >= 0 && c.chosen() < c.options().size() ? c.options().get(c.chosen()) : "";
    }

    private double rowHeight(Pen pen, Choice c, double room) {
        double text = TextBlock.height(pen, c.about(), 12, room - controlWidth(pen, c) - 24);
        return Math.max(60, 34 + text + 14);
    }

    private void row(Pen pen, Areas places, Choice c, double x, double top, double room) {
        double control = controlWidth(pen, c);
        pen.text(x, top + 26, c.label(), 13, Weight.MEDIUM, palette().theme().text());
        TextBlock.draw(
                pen,
                c.about(),
                x,
                top + 26 + LINE,
                12,
                room - control - 24,
                palette().theme().secondary());
        double y = top + 14;
        if (segmented(c)) {
            segments(pen, places, c, x + room - control, y, control);
        } else {
            list(pen, places, c, x + room - control, y, control);
        }
    }

    private void segments(Pen pen, Areas places, Choice c, double left, double y, double width) {
        pen.fillRound(left, y, width, Buttons.HEIGHT, 6, palette().theme().canvas());
        pen.frameRound(left, y, width, Buttons.HEIGHT, 6, palette().tipBorder());
        double x = left;
        for (int i = 0; i < c.options().size(); i++) {
            int index = i;
            String option = c.options().get(i);
            double w = segmentWidth(pen, option);
            String id = "choice:" + c.id() + ":" + i;
            boolean on = i == c.chosen();
            if (on) {
                pen.fillRound(
                        x + 2,
                        y + 2,
                        w - 4,
                        Buttons.HEIGHT - 4,
                        5,
                        palette().theme().surface());
                pen.fillRound(
                        x + 2, y + 2, w - 4, Buttons.HEIGHT - 4, 5, palette().selected());
            } else if (places.hovered(id)) {
                pen.fillRound(
                        x + 2, y + 2, w - 4, Buttons.HEIGHT - 4, 5, palette().hover());
            }
            int ink = on ? palette().theme().accent() : palette().theme().text();
            pen.text(x + w / 2, y + 20.5, option, 13, on ? Weight.MEDIUM : Weight.REGULAR, ink, Anchor.MIDDLE);
            place(
                    places,
                    id,
                    TEXTS.get(on ? "preferences.chosen" : "preferences.option", c.label(), option),
                    x,
                    y,
                    w,
                    () -> c.choose().accept(index));
            x += w;
        }
    }

    private void list(Pen pen, Areas places, Choice c, double x, double y, double w) {
        String id = "choice:" + c.id();
        pen.fillRound(x, y, w, Buttons.HEIGHT, 6, palette().theme().surface());
        pen.fillRound(x, y, w, Buttons.HEIGHT, 6, places.hovered(id) ? palette().hover() : 0);
        pen.frameRound(x, y, w, Buttons.HEIGHT, 6, palette().tipBorder());
        String option = pen.shorten(option(c), 13, Weight.MEDIUM, w - 50);
        pen.text(x + 14, y + 20.5, option, 13, Weight.MEDIUM, palette().theme().text());
        pen.icon(Icon.CHEVRON_DOWN, x + w - 26, y + 8, palette().theme().secondary());
        place(
                places,
                id,
                TEXTS.get("preferences.option", c.label(), option(c)),
                x,
                y,
                w,
                () -> open(c, x, y - scroll.offset()));
    }

    private void place(Areas places, String id, String label, double x, double y, double w, Runnable action) {
        places.add(id, x, y - scroll.offset(), w, Buttons.HEIGHT, label, action);
    }

    private void open(Choice c, double x, double y) {
        Menu menu = new Menu(control());
        for (int i = 0; i < c.options().size(); i++) {
            int index = i;
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(c.options().get(i).replace("&", "&&"));
            item.setSelection(i == c.chosen());
            item.addListener(SWT.Selection, e -> {
                if (item.getSelection() && index != c.chosen()) {
                    c.choose().accept(index);
                }
            });
        }
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(control().toDisplay((int) x, (int) y + Buttons.HEIGHT + 4));
        menu.setVisible(true);
    }

    @Override
    protected void scrolled(int lines) {
        if (scroll.to(scroll.offset() - lines * 16)) {
            redraw();
        }
    }

    @Override
    protected void reveal(Rectangle bounds) {
        scroll.reveal(bounds.y + scroll.offset() - 20, bounds.y + scroll.offset() + bounds.height + 20);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return TEXTS.get("preferences.title");
    }

    @Override
    public String description() {
        return TEXTS.get("preferences.about");
    }

    @Override
    public Optional<History> history() {
        return Optional.of(content.history().get());
    }

    @Override
    public void refresh() {
        redraw();
    }

    @Override
    public void close() {
        control().dispose();
    }
}
