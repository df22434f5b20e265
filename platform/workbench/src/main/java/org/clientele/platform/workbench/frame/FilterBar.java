package org.clientele.platform.workbench.frame;

import java.util.function.Consumer;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/** What the dashboard in front is about, and the filters that hold for all of its tiles. */
public final class FilterBar extends DrawnPane {
    private static final int HEIGHT = 64;
    private static final int UP = 4;
    private static final int LOW = HEIGHT - 2 * UP;

    private static final int MENU_WIDTH = 206;

    private final Consumer<PeriodChoice> choose;
    private String title = "";
    private String description = "";
    private @Nullable PeriodChoice choice;
    private String period = "";
    private boolean compact;

    /** @param choose what choosing a period does */
    public FilterBar(Composite parent, Palette palette, Consumer<PeriodChoice> choose) {
        super(parent, palette, "Filters");
        this.choose = choose;
    }

    /**
     * Shows a dashboard's filters.
     *
     * @param current the period in force, or null while it is not known
     * @param days the days of the period: "1 Dec 2010 – 9 Dec 2011"
     */
    public void show(String heading, String about, @Nullable PeriodChoice current, String days) {
        if (heading.equals(title) && about.equals(description) && current == choice && days.equals(period)) {
            return;
        }
        title = heading;
        description = about;
        choice = current;
        period = days;
        redraw();
    }

    /** Makes it lower, or not. */
    public void compact(boolean yes) {
        compact = yes;
        redraw();
    }

    /** The height in pixels that it wants now. */
    public int height() {
        return compact ? LOW : HEIGHT;
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        String label = choice == null ? "" : choice.label();
        double button = choice == null ? 0 : pen.width(label, 13, Weight.MEDIUM) + 70;
        double margin = Pen.pageMargin(width);
        double x = width - margin - button;
        int up = compact ? UP : 0;
        pen.push(0, -up);
        if (choice != null) {
            period(pen, places, label, x, button, up);
        }
        double days = period.isEmpty() ? 0 : pen.width(period, 12, Weight.REGULAR);
        if (days > 0 && x - days > 200) {
            pen.text(
                    x - days - 14,
                    37,
                    period,
                    12,
                    Weight.REGULAR,
                    palette().theme().secondary());
            x -= days + 28;
        }
        double room = x - margin - 16;
        if (description.isEmpty()) {
            pen.text(margin, 39, pen.shorten(title, 20, Weight.MEDIUM, room), 20, Weight.MEDIUM, ink());
        } else {
            pen.text(margin, 30, pen.shorten(title, 20, Weight.MEDIUM, room), 20, Weight.MEDIUM, ink());
            String about = pen.shorten(description, 12, Weight.REGULAR, room);
            pen.text(margin, 50, about, 12, Weight.REGULAR, palette().theme().secondary());
        }
        pen.pop();
    }

    private int ink() {
        return palette().theme().text();
    }

    private void period(Pen pen, Areas places, String label, double x, double w, int up) {
        pen.fillRound(x, 16, w, 32, 6, palette().theme().surface());
        if (places.hovered("period")) {
            pen.fillRound(
                    x,
                    16,
                    w,
                    32,
                    6,
                    places.pressed("period") ? palette().pressed() : palette().hover());
        }
        pen.frameRound(x, 16, w, 32, 6, palette().tipBorder());
        pen.icon(Icon.CALENDAR, x + 11, 24, palette().theme().secondary());
        pen.text(x + 36, 36.5, label, 13, Weight.MEDIUM, ink());
        pen.icon(Icon.CHEVRON_DOWN, x + w - 26, 24, palette().theme().secondary());
        places.add("period", x, 16 - up, w, 32, "Period: " + label, this::openMenu);
    }

    /** Opens the list of periods, as a click on the button does. */
    public void openMenu() {
        Rectangle at = place("period").orElse(null);
        if (at == null) {
            return;
        }
        Menu menu = new Menu(control());
        for (PeriodChoice c : PeriodChoice.values()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(c.label());
            item.setSelection(c == choice);
            item.addListener(SWT.Selection, e -> {
                if (item.getSelection() && c != choice) {
                    choose.accept(c);
                }
            });
        }
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        // Its width is known only once it is open; this is wide enough to stay within the window.
        Point below = control().toDisplay(at.x + at.width - MENU_WIDTH, at.y + at.height + 4);
        menu.setLocation(below);
        menu.setVisible(true);
    }
}
