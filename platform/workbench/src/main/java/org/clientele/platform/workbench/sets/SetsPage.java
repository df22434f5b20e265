package org.clientele.platform.workbench.sets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.runtime.sets.SetSize;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Buttons;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageScroll;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/**
 * The customer sets of a workspace with how many customers each has. Insert makes one, F2 renames the chosen one, Delete deletes it;
 * Ctrl+Z takes that back. A click chooses a set; what can be done with one is in the menu at its right. UI thread only.
 */
public final class SetsPage extends DrawnPane implements Page {
    /** The page's id. */
    public static final String ID = "customer-sets";

    private static final int TOP = 60;
    private static final int HEAD = 44;
    private static final int ROW = 60;
    private static final int GONE = 40;

    private final SetActions actions;
    private final SetMenus menus;
    private final CustomerSets sets;
    private final Background background;
    private final CancelSignal cancel = CancelSignal.create();
    private final CancelSignal.Registration registration;
    private final PageScroll scroll = new PageScroll();
    private List<CustomerSet> all = List.of();
    private List<CustomerSet> deleted = List.of();
    private Map<Long, Count> counts = Map.of();
    private final Set<Long> chosen = new LinkedHashSet<>();
    private boolean counted;

    /** How many customers a set has, or why that cannot be said. */
    private record Count(@Nullable SetSize size, String failure) {}

    public SetsPage(Composite parent, Palette palette, Workspace workspace, SetActions actions, Background background) {
        super(parent, palette, "Customer sets");
        this.actions = actions;
        this.sets = actions.session().sets();
        this.menus = new SetMenus(control(), actions);
        this.background = background;
        registration = workspace.onChange(() -> background.ui(this::reload));
        control().addListener(SWT.MouseWheel, e -> {
            if (scroll.to(scroll.offset() - e.count * 24)) {
                redraw();
            }
        });
        control().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.INSERT) {
                add();
            } else if (e.keyCode == SWT.DEL) {
                one(actions::delete);
            } else if (e.keyCode == SWT.F2) {
                one(actions::rename);
            }
        });
        reload();
    }

    /** The set that has the keyboard, or the only one that is chosen. */
    private void one(Consumer<CustomerSet> then) {
        Optional<Long> at =
                focused().filter(id -> id.startsWith("set:")).map(id -> Long.valueOf(id.substring("set:".length())));
        Long id = at.orElse(chosen.size() == 1 ? chosen.iterator().next() : Long.valueOf(-1));
        all.stream().filter(s -> s.id() == id).findFirst().ifPresent(then);
    }

    private void reload() {
        if (control().isDisposed()) {
            return;
        }
        all = sets.all();
        deleted = sets.deleted();
        chosen.removeIf(id -> all.stream().noneMatch(s -> s.id() == id));
        redraw();
        List<CustomerSet> asked = all;
        background.run(
                () -> {
                    Map<Long, Count> found = new HashMap<>();
                    asked.forEach(s -> found.put(s.id(), count(s)));
                    return found;
                },
                found -> {
                    counts = found;
                    counted = true;
                    redraw();
                },
                e -> {});
    }

    private Count count(CustomerSet set) {
        try {
            return new Count(sets.size(set, cancel), "");
        } catch (AnalyticsException e) {
            return new Count(null, e.getMessage());
        }
    }

    /** Asks what a new set is made of. */
    public void add() {
        menus.origins(under("new"));
    }

    private Point under(String id) {
        Rectangle at = place(id).orElse(new Rectangle(0, 0, 0, 0));
        return control().toDisplay(at.x, at.y + at.height + 4);
    }

    private List<CustomerSet> chosen() {
        List<CustomerSet> found = new ArrayList<>();
        chosen.forEach(id -> all.stream().filter(s -> s.id() == id).forEach(found::add));
        return found;
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        double margin = Pen.pageMargin(width);
        double w = width - 2 * margin;
        double y = TOP - scroll.offset();
        int rows = Math.max(1, all.size());
        int gone = deleted.isEmpty() ? 0 : GONE + deleted.size() * GONE + 24;
        scroll.sizes(TOP + HEAD + rows * ROW + 24 + gone, height);
        head(pen, places, margin, w, y);
        double table = HEAD + (all.isEmpty() ? 2 * ROW : rows * (double) ROW);
        card(pen, margin, y, w, table);
        Columns c = new Columns(margin + 20, w - 40);
        int quiet = palette().theme().secondary();
        pen.text(c.name() + 28, y + 27, "Set", 12, Weight.MEDIUM, quiet);
        pen.text(c.customers(), y + 27, "Customers", 12, Weight.MEDIUM, quiet, Anchor.END);
        pen.text(c.share(), y + 27, "Of all", 12, Weight.MEDIUM, quiet, Anchor.END);
        pen.text(c.kind(), y + 27, "Kind", 12, Weight.MEDIUM, quiet);
        y += HEAD;
        for (CustomerSet set : all) {
            if (y > -ROW && y < height) {
                pen.rule(margin + 1, y, w - 2, palette().theme().border());
                row(pen, places, set, c, y, w);
            }
            y += ROW;
        }
        if (all.isEmpty()) {
            empty(pen, margin, y, w, width);
            y += 2 * ROW;
        }
        deleted(pen, places, margin, w, y + 24);
        scroll.draw(pen, width, palette());
    }

    private void empty(Pen pen, double margin, double y, double w, int width) {
        int quiet = palette().theme().secondary();
        pen.rule(margin + 1, y, w - 2, palette().theme().border());
        pen.text(
                width / 2.0,
                y + 50,
                "No customer sets yet.",
                15,
                Weight.MEDIUM,
                palette().theme().text(),
                Anchor.MIDDLE);
        String how =
                "Filter a dashboard or pick marks in it, then Edit > Make a customer set (Ctrl+Shift+M), or press New.";
        pen.text(
                width / 2.0,
                y + 76,
                pen.shorten(how, 13, Weight.REGULAR, w - 40),
                13,
                Weight.REGULAR,
                quiet,
                Anchor.MIDDLE);
    }

    private void card(Pen pen, double x, double y, double w, double h) {
        pen.rect(
                x + 0.5,
                y + 0.5,
                w - 1,
                h - 1,
                8,
                Fill.of(palette().theme().surface()),
                Stroke.of(palette().theme().border(), 1));
    }

    private void head(Pen pen, Areas places, double margin, double w, double y) {
        double right = margin + w;
        right = button(pen, places, "new", "New…", Tone.PRIMARY, right, y, this::add);
        List<CustomerSet> two = chosen();
        if (all.size() > 1) {
            right = button(pen, places, "combine", "Combine…", Tone.PLAIN, right, y, () -> actions.combine(two));
        }
        if (two.size() == 1 || two.size() == 2) {
            CustomerSet second = two.size() == 2 ? two.get(1) : null;
            String label = second == null ? "Compare with others" : "Compare these two";
            button(pen, places, "compare", label, Tone.PLAIN, right, y, () -> actions.compare(two.get(0), second));
        }
        String count = all.size() == 1 ? "1 set" : all.size() + " sets";
        String said = two.isEmpty() ? count : count + ", " + two.size() + " chosen";
        pen.text(margin, y - 27, said, 13, Weight.REGULAR, palette().theme().secondary());
    }

    /** @return where the next one ends */
    private double button(
            Pen pen, Areas places, String id, String label, Tone tone, double right, double y, Runnable action) {
        double w = Buttons.width(pen, label);
        Buttons.draw(pen, places, palette(), id, label, tone, right - w, y - 48, w, action);
        return right - w - 10;
    }

    /** Where the columns of the table are. */
    private record Columns(double name, double width) {
        double customers() {
            return name + width - 330;
        }

        double share() {
            return name + width - 250;
        }

        double kind() {
            return name + width - 220;
        }

        double menu() {
            return name + width - 30;
        }
    }

    private void row(Pen pen, Areas places, CustomerSet set, Columns c, double y, double w) {
        String id = "set:" + set.id();
        int ink = palette().theme().text();
        int quiet = palette().theme().secondary();
        boolean picked = chosen.contains(set.id());
        if (picked || places.hovered(id)) {
            pen.fill(
                    c.name() - 19,
                    y + 1,
                    w - 2,
                    ROW - 2,
                    picked ? palette().selected() : palette().hover());
        }
        places.add(id, c.name() - 20, y, w - 50, ROW, said(set), () -> choose(set));
        pen.frameRound(
                c.name(),
                y + 22,
                16,
                16,
                4,
                picked ? palette().theme().accent() : palette().tipBorder());
        if (picked) {
            pen.icon(Icon.CHECK, c.name(), y + 22, palette().theme().accent());
        }
        double room = c.customers() - c.name() - 128;
        double x = c.name() + 28;
        pen.text(x, y + 26, pen.shorten(set.name(), 14, Weight.MEDIUM, room), 14, Weight.MEDIUM, ink);
        Count count = counts.get(set.id());
        String second = count != null && !count.failure().isEmpty()
                ? count.failure()
                : set.description().isEmpty() ? set.said() : set.description() + " " + set.said();
        pen.text(x, y + 44, pen.shorten(second, 12, Weight.REGULAR, room), 12, Weight.REGULAR, quiet);
        SetSize size = count == null ? null : count.size();
        String members =
                size == null ? count == null ? "…" : "–" : String.format(Locale.ENGLISH, "%,d", size.members());
        pen.text(
                c.customers(),
                y + (size != null && size.gone() > 0 ? 28 : 35),
                members,
                14,
                Weight.MEDIUM,
                ink,
                Anchor.END);
        if (size != null && size.gone() > 0) {
            String gone = String.format(Locale.ENGLISH, "%,d gone", size.gone());
            pen.text(
                    c.customers(),
                    y + 45,
                    gone,
                    12,
                    Weight.REGULAR,
                    palette().theme().bad(),
                    Anchor.END);
        }
        String share = size == null ? "" : String.format(Locale.ENGLISH, "%.1f %%", 100 * size.share());
        pen.text(c.share(), y + 35, share, 13, Weight.REGULAR, quiet, Anchor.END);
        pen.text(c.kind(), y + 28, set.fixed() ? "Fixed" : "By rule", 13, Weight.REGULAR, ink);
        pen.text(c.kind(), y + 45, pen.shorten(made(set), 12, Weight.REGULAR, 180), 12, Weight.REGULAR, quiet);
        String menu = "menu:" + set.id();
        if (places.hovered(menu)) {
            pen.fillRound(c.menu() - 6, y + 16, 28, 28, 6, palette().hover());
        }
        pen.icon(Icon.DOTS, c.menu(), y + 22, quiet);
        places.addIcon(
                menu,
                c.menu() - 6,
                y + 16,
                28,
                28,
                "What can be done with " + set.name(),
                () -> menus.of(set, all, under(menu)));
    }

    private static String made(CustomerSet set) {
        return set.fixed() && set.dataAsOf() != null
                ? "Data of " + set.dataAsOf().toLocalDate()
                : "Made " + set.madeAt().toString().substring(0, 10);
    }

    private String said(CustomerSet set) {
        Count count = counts.get(set.id());
        SetSize size = count == null ? null : count.size();
        return set.name()
                + (size == null ? "" : ", " + size.members() + " customers")
                + (chosen.contains(set.id()) ? ", chosen" : "");
    }

    private void choose(CustomerSet set) {
        if (!chosen.remove(set.id())) {
            if (chosen.size() == 2) {
                chosen.remove(chosen.iterator().next());
            }
            chosen.add(set.id());
        }
        redraw();
    }

    private void deleted(Pen pen, Areas places, double margin, double w, double top) {
        if (deleted.isEmpty()) {
            return;
        }
        int quiet = palette().theme().secondary();
        pen.text(margin, top + 20, "Deleted in the last thirty days", 12, Weight.MEDIUM, quiet);
        double y = top + GONE - 8;
        for (CustomerSet set : deleted) {
            String label = "Bring back";
            double b = Buttons.width(pen, label);
            String id = "restore:" + set.id();
            pen.text(
                    margin,
                    y + 21,
                    pen.shorten(set.name() + "  ·  " + set.said(), 13, Weight.REGULAR, w - b - 20),
                    13,
                    Weight.REGULAR,
                    quiet);
            Buttons.draw(
                    pen, places, palette(), id, label, Tone.PLAIN, margin + w - b, y, b, () -> actions.restore(set));
            y += GONE;
        }
    }

    @Override
    protected void reveal(Rectangle bounds) {
        int over = bounds.y + bounds.height + 8 - control().getClientArea().height;
        int under = TOP - bounds.y;
        if (over > 0 || under > 0 && bounds.y < 0) {
            scroll.to(scroll.offset() + (over > 0 ? over : -under));
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Customer sets";
    }

    @Override
    public String description() {
        return "Customers under a name: to filter by, to group by, to compare, to export. Order lines of unknown customers are"
                + " in no set.";
    }

    @Override
    public void refresh() {
        reload();
    }

    @Override
    public Optional<History> history() {
        return Optional.of(actions.history());
    }

    @Override
    public boolean settled() {
        return counted;
    }

    @Override
    public void close() {
        cancel.cancel();
        registration.close();
        control().dispose();
    }
}
