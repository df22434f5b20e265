package org.clientele.platform.workbench.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The open pages: a click shows one, its cross, a middle click or Ctrl+W closes it, a drag moves it. Tabs that find no room go to a menu. */
public final class TabStrip extends DrawnPane {
    private static final Texts TEXTS = Texts.of(TabStrip.class);
    /** Height in pixels. */
    public static final int HEIGHT = 41;

    private static final double NARROWEST = 96;
    private static final double WIDEST = 220;
    private static final double TOOLS = 92;

    private final IntConsumer show;
    private final IntConsumer close;
    private final IntBinaryOperator move;
    private final Runnable switchTheme;
    private final Runnable refresh;
    private List<String> titles = List.of();
    private int active = -1;

    /**
     * @param show what a click on a tab does
     * @param close what closing a tab does
     * @param move puts a tab in another one's place; answers where it is then
     * @param switchTheme light to dark and back
     * @param refresh reads the data of the page in front again
     */
    public TabStrip(
            Composite parent,
            Palette palette,
            IntConsumer show,
            IntConsumer close,
            IntBinaryOperator move,
            Runnable switchTheme,
            Runnable refresh) {
        super(parent, palette, TEXTS.get("tabs.pane"));
        this.show = show;
        this.close = close;
        this.move = move;
        this.switchTheme = switchTheme;
        this.refresh = refresh;
    }

    /** Shows these tabs, {@code front} being in front. */
    public void show(List<String> tabTitles, int front) {
        titles = List.copyOf(tabTitles);
        active = front;
        redraw();
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        pen.rule(0, height - 1, width, palette().theme().border());
        tools(pen, places, width);
        double room = width - TOOLS - 24;
        double[] wanted = new double[titles.size()];
        double total = 0;
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Math.min(WIDEST, pen.width(titles.get(i), 13, Weight.MEDIUM) + 52);
            total += wanted[i];
        }
        double squeeze = total <= room ? 1 : room / total;
        List<Integer> hidden = new ArrayList<>();
        double x = Pen.pageMargin(width) - 14;
        for (int i = 0; i < wanted.length; i++) {
            double w = Math.max(NARROWEST, wanted[i] * squeeze);
            if (x + w > room && i != active) {
                hidden.add(i);
                continue;
            }
            tab(pen, places, i, x, w);
            x += w;
        }
        if (!hidden.isEmpty()) {
            button(
                    pen,
                    places,
                    "tabs:more",
                    Icon.CHEVRON_DOWN,
                    TEXTS.get("tabs.more"),
                    width - TOOLS - 2,
                    () -> more(hidden));
        }
    }

    private void tab(Pen pen, Areas places, int i, double x, double w) {
        String id = "tab:" + i;
        String closeId = "close:" + i;
        boolean front = i == active;
        boolean touched = places.hovered(id) || places.hovered(closeId);
        if (!front && touched) {
            pen.fillRound(x + 2, 6, w - 4, HEIGHT - 13, 6, palette().hover());
        }
        int ink = front ? palette().theme().text() : palette().theme().secondary();
        Weight weight = front ? Weight.MEDIUM : Weight.REGULAR;
        pen.text(x + 14, 25, pen.shorten(titles.get(i), 13, weight, w - 44), 13, weight, ink);
        if (front) {
            pen.fillRound(x + 14, HEIGHT - 3, w - 26, 3, 1.5, palette().theme().accent());
        }
        places.add(new Areas.Area(
                id,
                new Rectangle((int) x, 4, (int) w, HEIGHT - 6),
                titles.get(i),
                "",
                () -> show.accept(i),
                () -> close.accept(i),
                true));
        if (front || touched) {
            double cx = x + w - 27;
            if (places.hovered(closeId)) {
                pen.fillRound(cx, 11, 18, 18, 4, palette().pressed());
            }
            pen.push(cx + 1, 12);
            pen.icon(Icon.CLOSE, 0, 0, palette().theme().secondary());
            pen.pop();
            places.add(new Areas.Area(
                    closeId,
                    new Rectangle((int) cx, 11, 18, 18),
                    TEXTS.get("tabs.close", titles.get(i)),
                    TEXTS.get("tabs.close.hint"),
                    () -> close.accept(i),
                    null,
                    false));
        }
    }

    private void tools(Pen pen, Areas places, int width) {
        boolean dark = palette().dark();
        double right = width - Pen.pageMargin(width) - 22;
        button(pen, places, "refresh", Icon.REFRESH, TEXTS.get("tabs.refresh"), right - 32, refresh);
        button(
                pen,
                places,
                "theme",
                dark ? Icon.SUN : Icon.MOON,
                dark ? TEXTS.get("tabs.light") : TEXTS.get("tabs.dark"),
                right,
                switchTheme);
    }

    private void button(Pen pen, Areas places, String id, Icon icon, String hint, double x, Runnable action) {
        if (places.hovered(id)) {
            pen.fillRound(
                    x,
                    6,
                    28,
                    28,
                    6,
                    places.pressed(id) ? palette().pressed() : palette().hover());
        }
        pen.icon(icon, x + 6, 12, palette().theme().secondary());
        places.addIcon(id, x, 6, 28, 28, hint, action);
    }

    /** A tab that is dragged over the middle of another one takes its place. */
    @Override
    protected String dragged(String id, int x) {
        if (!id.startsWith("tab:")) {
            return id;
        }
        int from = Integer.parseInt(id.substring(4));
        for (int to = 0; to < titles.size(); to++) {
            Rectangle other = place("tab:" + to).orElse(null);
            if (other != null && to != from) {
                int middle = other.x + other.width / 2;
                boolean over = to > from ? x > middle && x < other.x + other.width : x < middle && x > other.x;
                if (over) {
                    return "tab:" + move.applyAsInt(from, to);
                }
            }
        }
        return id;
    }

    private void more(List<Integer> hidden) {
        Menu menu = new Menu(control());
        for (int i : hidden) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(titles.get(i).replace("&", "&&"));
            item.addListener(SWT.Selection, e -> show.accept(i));
        }
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(control().toDisplay(control().getSize().x - (int) TOOLS, HEIGHT));
        menu.setVisible(true);
    }
}
