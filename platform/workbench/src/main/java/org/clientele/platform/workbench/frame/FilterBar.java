package org.clientele.platform.workbench.frame;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.scope.Chips;
import org.clientele.platform.workbench.scope.Chips.Chip;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** What the dashboard in front is about, and the filters that hold for all of its tiles. */
public final class FilterBar extends DrawnPane {
    private static final Texts TEXTS = Texts.of(FilterBar.class);
    private static final int HEIGHT = 64;
    private static final int UP = 4;
    private static final int LOW = HEIGHT - 2 * UP;

    private static final int MENU_WIDTH = 400;
    private static final int CHIPS = 36;
    private static final double CHIP_HEIGHT = 26;
    private static final double LONGEST = 320;

    private final Actions actions;
    private List<Chip> chips = List.of();
    private List<Suggestion> suggestions = List.of();
    private boolean narrowable;
    private boolean own;
    private String title = "";
    private String description = "";
    private @Nullable PeriodChoice choice;
    private String period = "";
    private boolean compact;

    /** What the bar's buttons do for the page in front. */
    public interface Actions {
        /** Chooses a period. */
        void period(PeriodChoice choice);

        /** The days that a choice comes to: "1 Jan 2011 – 9 Dec 2011", or "" while they are not known. */
        String daysOf(PeriodChoice choice);

        /** Asks how many steps a rolling period has, at a place of the display. */
        void rolling(Point at);

        /** What becomes of what is not over. */
        Incomplete incomplete();

        /** Chooses what becomes of what is not over. */
        void incomplete(Incomplete rule);

        /** Asks for the first and last day, at a place of the display. */
        void days(Point at);

        /** Offers what can be compared with. */
        void compare(@Nullable Comparison with);

        /** What is compared with now, or null for what each tile says. */
        @Nullable
        Comparison compared();

        /** Offers dimensions to filter by, at a place of the display. */
        void addFilter(Point at);

        /** Opens the picker of a dimension, at a place of the display. */
        void edit(String dimension, Point at);

        /** Lets a filter of the dashboard in front hold on all of them, or the other way round. */
        void everywhere(Chip chip);

        /** Chooses what is suggested. */
        void choose(Suggestion suggestion);

        /** Takes a part of what the page is narrowed down to away. */
        void remove(Chip chip);

        /** Goes back to a step of a way down. */
        void back(Chip chip);

        /** Takes all of it away. */
        void clear();

        /** The bar wants another height. */
        void resized();
    }

    /**
     * What a page is narrowed down to.
     *
     * @param everywhere what holds on all dashboards
     * @param names those of dimensions that people gave
     * @param suggestions what is worth choosing
     */
    public record Narrowed(
            Scope scope, List<Filter> everywhere, Map<String, String> names, List<Suggestion> suggestions) {}

    /** @param actions what its buttons do */
    public FilterBar(Composite parent, Palette palette, Actions actions) {
        super(parent, palette, TEXTS.get("bar.pane"));
        this.actions = actions;
    }

    /**
     * Shows a dashboard's filters.
     *
     * @param current the period in force, or null while it is not known
     * @param days the days of the period: "1 Dec 2010 – 9 Dec 2011"
     * @param narrowed what the page is narrowed down to, or null where it cannot be
     */
    public void show(
            String heading, String about, @Nullable PeriodChoice current, String days, @Nullable Narrowed narrowed) {
        Scope scope = narrowed == null ? null : narrowed.scope();
        List<Suggestion> offered = narrowed == null ? List.of() : narrowed.suggestions();
        List<Chip> parts =
                narrowed == null ? List.of() : Chips.of(narrowed.scope(), narrowed.everywhere(), narrowed.names());
        boolean filters = scope != null;
        if (heading.equals(title)
                && about.equals(description)
                && Objects.equals(current, choice)
                && own == (scope != null && scope.days() != null)
                && days.equals(period)
                && filters == narrowable
                && parts.equals(chips)
                && offered.equals(suggestions)) {
            return;
        }
        boolean resized = (parts.isEmpty() && offered.isEmpty()) == hasRow();
        chips = parts;
        suggestions = List.copyOf(offered);
        narrowable = filters;
        title = heading;
        description = about;
        choice = current;
        own = scope != null && scope.days() != null;
        period = days;
        if (resized) {
            actions.resized();
        }
        redraw();
    }

    /** Makes it lower, or not. */
    public void compact(boolean yes) {
        compact = yes;
        redraw();
    }

    /** The height in pixels that it wants now. */
    public int height() {
        return (compact ? LOW : HEIGHT) + (hasRow() ? CHIPS : 0);
    }

    private boolean hasRow() {
        return !chips.isEmpty() || !suggestions.isEmpty();
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        String label = choice == null ? "" : PeriodMenu.name(choice, own);
        double button = choice == null ? 0 : pen.width(label, 13, Weight.MEDIUM) + 70;
        double margin = Pen.pageMargin(width);
        double x = width - margin - button;
        int up = compact ? UP : 0;
        pen.push(0, -up);
        if (choice != null) {
            period(pen, places, label, x, button, up);
        }
        if (narrowable) {
            x = filterButton(pen, places, x - 8, up);
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
        if (hasRow()) {
            double top = (compact ? LOW : HEIGHT) - 4;
            double end = chips.isEmpty() ? margin : chips(pen, places, margin, top, width - margin);
            offer(pen, places, end, top, width - margin);
        }
    }

    /** @return its left edge */
    private double filterButton(Pen pen, Areas places, double right, int up) {
        String label = TEXTS.get("bar.filter");
        double w = pen.width(label, 13, Weight.MEDIUM) + 46;
        double x = right - w;
        button(pen, places, "filter", x, 16, w, 32);
        pen.icon(Icon.FILTER, x + 11, 24, palette().theme().secondary());
        pen.text(x + 34, 36.5, label, 13, Weight.MEDIUM, ink());
        places.add("filter", x, 16 - up, w, 32, TEXTS.get("bar.filter.hint"), this::openFilters);
        return x;
    }

    private void button(Pen pen, Areas places, String id, double x, double y, double w, double h) {
        pen.fillRound(x, y, w, h, 6, palette().theme().surface());
        if (places.hovered(id)) {
            pen.fillRound(
                    x,
                    y,
                    w,
                    h,
                    6,
                    places.pressed(id) ? palette().pressed() : palette().hover());
        }
        pen.frameRound(x, y, w, h, 6, palette().tipBorder());
    }

    /** What the page is narrowed down to, each part with a cross; what does not fit is counted. Answers where it ends. */
    private double chips(Pen pen, Areas places, double left, double top, double right) {
        String clear = TEXTS.get("bar.clear");
        double clearWidth = pen.width(clear, 12, Weight.MEDIUM) + 16;
        double x = left;
        int shown = 0;
        for (Chip chip : chips) {
            String label = pen.shorten(chip.label(), 12, Weight.REGULAR, LONGEST);
            double w = pen.width(label, 12, Weight.REGULAR) + 58;
            if (x + w > right - clearWidth - 70 && shown > 0) {
                break;
            }
            chip(pen, places, chip, label, x, top, w);
            x += w + 8;
            shown++;
        }
        if (shown < chips.size()) {
            String more = TEXTS.get("bar.more", chips.size() - shown);
            pen.text(x, top + 17.5, more, 12, Weight.REGULAR, palette().theme().secondary());
            x += pen.width(more, 12, Weight.REGULAR) + 8;
        }
        if (places.hovered("clear")) {
            pen.fillRound(x, top, clearWidth, CHIP_HEIGHT, 6, palette().hover());
        }
        pen.text(x + 8, top + 17.5, clear, 12, Weight.MEDIUM, palette().theme().accent());
        places.add("clear", x, top, clearWidth, CHIP_HEIGHT, TEXTS.get("bar.clear.hint"), actions::clear);
        return x + clearWidth + 8;
    }

    /** What is worth choosing, each a button, as far as there is room. */
    private void offer(Pen pen, Areas places, double left, double top, double right) {
        double x = left;
        for (int i = 0; i < suggestions.size(); i++) {
            Suggestion suggestion = suggestions.get(i);
            String label = pen.shorten(suggestion.title(), 12, Weight.MEDIUM, LONGEST);
            double w = pen.width(label, 12, Weight.MEDIUM) + 42;
            if (x + w > right) {
                return;
            }
            String id = "suggestion-" + i;
            button(pen, places, id, x, top, w, CHIP_HEIGHT);
            pen.icon(Icon.SPARK, x + 9, top + 5, palette().theme().accent());
            pen.text(
                    x + 30,
                    top + 17.5,
                    label,
                    12,
                    Weight.MEDIUM,
                    palette().theme().accent());
            places.add(
                    id,
                    x,
                    top,
                    w,
                    CHIP_HEIGHT,
                    TEXTS.get("bar.suggested", suggestion.title()),
                    () -> actions.choose(suggestion));
            x += w + 8;
        }
    }

    private void chip(Pen pen, Areas places, Chip chip, String label, double x, double top, double w) {
        button(pen, places, chip.id(), x, top, w, CHIP_HEIGHT);
        String hold = chip.id() + ".everywhere";
        if (places.hovered(hold)) {
            pen.fillRound(x + 3, top + 2, 24, CHIP_HEIGHT - 4, 5, palette().hover());
        }
        Icon icon = chip.picked() ? Icon.TARGET : chip.everywhere() ? Icon.GLOBE : Icon.FILTER;
        pen.icon(icon, x + 8, top + 5, palette().theme().accent());
        pen.text(x + 29, top + 17.5, label, 12, Weight.REGULAR, ink());
        if (!chip.dimension().isEmpty()) {
            places.add(
                    chip.id(),
                    x,
                    top,
                    w - 26,
                    CHIP_HEIGHT,
                    TEXTS.get("bar.change", chip.label()),
                    () -> actions.edit(chip.dimension(), below(chip.id())));
        }
        if (chip.back() != null) {
            places.add(
                    chip.id(),
                    x,
                    top,
                    w - 26,
                    CHIP_HEIGHT,
                    TEXTS.get("bar.back", chip.label()),
                    () -> actions.back(chip));
        }
        if (chip.filter() != null) {
            String hint = chip.everywhere() ? TEXTS.get("bar.everywhere") : TEXTS.get("bar.here");
            places.addIcon(hold, x, top, 28, CHIP_HEIGHT, hint, () -> actions.everywhere(chip));
        }
        String cross = chip.id() + ".remove";
        if (places.hovered(cross)) {
            pen.fillRound(x + w - 25, top + 2, 22, CHIP_HEIGHT - 4, 5, palette().hover());
        }
        pen.icon(Icon.CLOSE, x + w - 22, top + 5, palette().theme().secondary());
        places.addIcon(
                cross,
                x + w - 26,
                top,
                26,
                CHIP_HEIGHT,
                TEXTS.get("bar.remove", chip.label()),
                () -> actions.remove(chip));
    }

    private Point below(String id) {
        Rectangle at = place(id).orElse(new Rectangle(0, 0, 0, 0));
        return control().toDisplay(at.x, at.y + at.height + 4);
    }

    /** Opens the list of dimensions, as a click on the button does. */
    public void openFilters() {
        if (narrowable) {
            actions.addFilter(below("filter"));
        }
    }

    private int ink() {
        return palette().theme().text();
    }

    private void period(Pen pen, Areas places, String label, double x, double w, int up) {
        button(pen, places, "period", x, 16, w, 32);
        pen.icon(Icon.CALENDAR, x + 11, 24, palette().theme().secondary());
        pen.text(x + 36, 36.5, label, 13, Weight.MEDIUM, ink());
        pen.icon(Icon.CHEVRON_DOWN, x + w - 26, 24, palette().theme().secondary());
        places.add("period", x, 16 - up, w, 32, TEXTS.get("bar.period", label), this::openMenu);
    }

    /** Opens the list of periods, as a click on the button does. */
    public void openMenu() {
        Rectangle at = place("period").orElse(null);
        if (at == null) {
            return;
        }
        // Its width is known only once it is open; this is wide enough to stay within the window.
        Point place = control().toDisplay(at.x + at.width - MENU_WIDTH, at.y + at.height + 4);
        new PeriodMenu(control(), actions, choice, own).open(narrowable, place, below("period"));
    }
}
