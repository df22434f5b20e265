package org.clientele.platform.workbench.frame;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.eclipse.swt.widgets.Text;

/** The left edge: the product, a search, favourites, the plugins with their dashboards, and the ways to everything else. */
public final class NavigationPane extends DrawnPane {
    /** Width in pixels when open. */
    public static final int WIDE = 232;
    /** Width in pixels when collapsed to icons. */
    public static final int NARROW = 56;

    private static final Texts TEXTS = Texts.of(NavigationPane.class);
    private static final String PRODUCT = "Clientele";
    private static final int HEAD = 64;
    private static final int SEARCH = 44;
    private static final int FOOT_ITEMS = 7;
    private static final int STAR = NavigationItem.STAR;

    private final Actions actions;
    private String workspace = "";
    private List<Group> groups = List.of();
    private boolean loading = true;
    private boolean collapsed;
    private String selected = "";
    private String search = "";
    private List<String> favourites = List.of();
    private int item = 32;
    private final SearchField field;
    private int scroll;
    private int content;

    /** A plugin with its dashboards. */
    public record Group(String title, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /** One thing to open. */
    public record Entry(String id, String title, String description) {}

    /** What the navigation can do. */
    public record Actions(
            Consumer<String> open,
            Consumer<String> favourite,
            Runnable sets,
            Runnable segments,
            Runnable plugins,
            Runnable imports,
            Runnable importFiles,
            Runnable preferences,
            Runnable collapse) {}

    /** An empty navigation that shows a skeleton until {@link #show} is called. */
    public NavigationPane(Composite parent, Palette palette, Actions actions) {
        super(parent, palette, TEXTS.get("navigation.pane"));
        this.actions = actions;
        control().addListener(SWT.MouseWheel, e -> scrolled(e.count));
        field = new SearchField(
                control(),
                palette,
                new SearchField.Keys(this::search, () -> entry().ifPresent(this::reach), this::openFirst));
        field.control().addListener(SWT.FocusIn, e -> redraw());
        field.control().addListener(SWT.FocusOut, e -> redraw());
        control().addListener(SWT.Resize, e -> placeField());
        placeField();
    }

    /** Shows a workspace's dashboards. */
    public void show(String workspaceName, List<Group> content) {
        workspace = workspaceName;
        groups = List.copyOf(content);
        loading = false;
        redraw();
    }

    /** Shows a skeleton again. */
    public void loading(String workspaceName) {
        workspace = workspaceName;
        groups = List.of();
        loading = true;
        redraw();
    }

    /** Nothing to show: the workspace did not open. */
    public void clear() {
        groups = List.of();
        loading = false;
        redraw();
    }

    private void placeField() {
        field.place(44, HEAD + 3, WIDE - 44 - 22, 30);
    }

    private void search(String words) {
        search = words;
        scroll = 0;
        redraw();
    }

    /** The first entry on show. */
    private Optional<String> entry() {
        return shown().stream()
                .flatMap(g -> g.entries().stream().map(e -> areaId(g, e)))
                .findFirst();
    }

    private void reach(String place) {
        control().setFocus();
        focus(place);
    }

    private void openFirst() {
        shown().stream().flatMap(g -> g.entries().stream()).findFirst().ifPresent(e -> {
            if (!search.isBlank()) {
                actions.open().accept(e.id());
                field.clear();
            }
        });
    }

    private List<Group> shown() {
        return Entries.shown(groups, favourites, search);
    }

    private static String areaId(Group group, Entry e) {
        return (group.title().equals(Entries.favourites()) ? "fav:" : "nav:") + e.id();
    }

    /** The field to search in. */
    public Text searchField() {
        return field.control();
    }

    /** Puts the keyboard into the field to search in, and shows it where the navigation is collapsed. */
    public void startSearch() {
        if (collapsed) {
            actions.collapse().run();
        }
        field.control().setFocus();
    }

    /** Shows which dashboards are favourites, in their order. */
    public void favourites(List<String> ids) {
        favourites = List.copyOf(ids);
        redraw();
    }

    /** Puts entries closer together, or not. */
    public void compact(boolean yes) {
        item = yes ? 27 : 32;
        redraw();
    }

    @Override
    public void palette(Palette p) {
        super.palette(p);
        field.palette(p);
    }

    /** Marks the entry whose page is in front. */
    public void select(String id) {
        selected = id;
        redraw();
    }

    /** Icons only, or all. */
    public void collapsed(boolean yes) {
        collapsed = yes;
        scroll = 0;
        field.visible(!yes);
        redraw();
    }

    /** The width it wants now. */
    public int width() {
        return collapsed ? NARROW : WIDE;
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().navigation());
        head(pen, width);
        int top = searchBox(pen, places, width);
        pen.push(0, 0);
        pen.clip(0, top, width, height - top - foot());
        double y = top - scroll;
        if (loading) {
            skeleton(pen, y, width);
        }
        List<Group> shown = shown();
        for (Group group : shown) {
            y = group(pen, places, group, group == shown.get(0), y, width);
        }
        if (shown.isEmpty() && !search.isBlank() && !collapsed) {
            String none = pen.shorten(TEXTS.get("navigation.none", search.strip()), 12, Weight.REGULAR, width - 40);
            pen.text(20, y + 20, none, 12, Weight.REGULAR, palette().theme().secondary());
        }
        content = (int) (y + scroll - top);
        pen.pop();
        foot(pen, places, width, height);
        pen.fill(width - 1, 0, 1, height, palette().theme().border());
    }

    private int top() {
        return HEAD + SEARCH;
    }

    private int foot() {
        return FOOT_ITEMS * (item + 2) + 18;
    }

    private int searchBox(Pen pen, Areas places, int width) {
        if (collapsed) {
            item(
                    pen,
                    places,
                    new NavigationItem("nav:search", Icon.SEARCH, TEXTS.get("navigation.search"), false),
                    HEAD + 2,
                    width,
                    () -> {
                        startSearch();
                    });
        } else {
            pen.fillRound(14, HEAD + 2, width - 29, 32, 6, palette().theme().canvas());
            boolean typing = field.control().isFocusControl();
            int edge = typing ? palette().theme().accent() : palette().theme().border();
            pen.frameRound(14, HEAD + 2, width - 29, 32, 6, edge);
            pen.icon(Icon.SEARCH, 22, HEAD + 10, palette().theme().secondary());
        }
        return top();
    }

    private double group(Pen pen, Areas places, Group group, boolean first, double top, int width) {
        double y = top;
        if (!collapsed) {
            String title = pen.shorten(group.title(), 12, Weight.MEDIUM, width - 40);
            pen.text(20, y + 20, title, 12, Weight.MEDIUM, palette().theme().secondary());
        } else if (!first) {
            pen.rule(16, y + 8, width - 32, palette().theme().border());
        }
        y += collapsed ? 16 : 30;
        for (Entry e : group.entries()) {
            String id = areaId(group, e);
            if (collapsed && id.startsWith("nav:") && favourites.contains(e.id())) {
                continue; // icons alone need not stand there twice
            }
            boolean chosen = e.id().equals(selected);
            item(
                    pen,
                    places,
                    new NavigationItem(id, Entries.icon(e), e.title(), chosen, starred(places, e, id)),
                    y,
                    width,
                    () -> actions.open().accept(e.id()));
            if (!collapsed) {
                star(pen, places, e, id, y, width);
            }
            y += item + 2;
        }
        return y + 10;
    }

    private boolean starred(Areas places, Entry e, String entryId) {
        String id = "star:" + entryId;
        boolean touched = places.hovered(entryId) || places.hovered(id) || places.focused(id);
        return touched || favourites.contains(e.id()) && entryId.startsWith("fav:");
    }

    /** Among the favourites a star is always there, elsewhere under the pointer and with the keyboard. */
    private void star(Pen pen, Areas places, Entry e, String entryId, double y, int width) {
        boolean favourite = favourites.contains(e.id());
        String id = "star:" + entryId;
        double x = width - 15 - STAR;
        if (starred(places, e, entryId)) {
            int ink = favourite ? palette().theme().accent() : palette().theme().secondary();
            if (places.hovered(id)) {
                pen.fillRound(
                        x, y + (item - STAR) / 2.0, STAR, STAR, 5, palette().pressed());
            }
            if (favourite) {
                Icon.STAR.fill(pen, x + 4, y + (item - 16) / 2.0, ink);
            } else {
                pen.icon(Icon.STAR, x + 4, y + (item - 16) / 2.0, ink);
            }
        }
        String hint = TEXTS.get(favourite ? "navigation.unstar" : "navigation.star");
        places.add(new Areas.Area(
                id,
                new Rectangle((int) x, (int) (y + (item - STAR) / 2.0), STAR, STAR),
                TEXTS.get("navigation.star.of", hint, e.title()),
                hint,
                () -> actions.favourite().accept(e.id()),
                null,
                true));
    }

    private void head(Pen pen, int width) {
        double x = collapsed ? (width - 28) / 2.0 : 18;
        pen.fillRound(x, 18, 28, 28, 7, palette().accentFill());
        pen.icon(Icon.SPARK, x + 6, 24, 0xFFFFFFFF);
        if (!collapsed) {
            pen.text(
                    56,
                    workspace.isEmpty() ? 37 : 30,
                    PRODUCT,
                    15,
                    Weight.MEDIUM,
                    palette().theme().text());
            String name = pen.shorten(workspace, 12, Weight.REGULAR, width - 76);
            pen.text(56, 46, name, 12, Weight.REGULAR, palette().theme().secondary());
        }
    }

    private void skeleton(Pen pen, double top, int width) {
        int bar = palette().theme().border();
        for (int i = 0; i < 4; i++) {
            double y = top + 12 + i * 34;
            pen.fillRound(20, y, 16, 16, 4, bar);
            if (!collapsed) {
                pen.fillRound(46, y + 3, 96 - i % 2 * 24, 10, 5, bar);
            }
        }
    }

    private void foot(Pen pen, Areas places, int width, int height) {
        double y = height - foot() + 10;
        pen.rule(16, height - foot(), width - 32, palette().theme().border());
        NavigationItem[] items = {
            new NavigationItem("nav:sets", Icon.PEOPLE, TEXTS.get("navigation.sets"), selected.equals("customer-sets")),
            new NavigationItem(
                    "nav:segments", Icon.CHART, TEXTS.get("navigation.segments"), selected.equals("segments")),
            new NavigationItem("nav:plugins", Icon.PLUGIN, TEXTS.get("navigation.plugins"), selected.equals("plugins")),
            new NavigationItem("nav:imports", Icon.TABLE, TEXTS.get("navigation.imports"), selected.equals("imports")),
            new NavigationItem("nav:import", Icon.IMPORT, TEXTS.get("navigation.import"), selected.equals("import")),
            new NavigationItem(
                    "nav:preferences", Icon.GEAR, TEXTS.get("navigation.preferences"), selected.equals("preferences")),
            new NavigationItem(
                    "nav:collapse",
                    collapsed ? Icon.EXPAND : Icon.COLLAPSE,
                    TEXTS.get(collapsed ? "navigation.expand" : "navigation.collapse"),
                    false)
        };
        Runnable[] deeds = {
            actions.sets(),
            actions.segments(),
            actions.plugins(),
            actions.imports(),
            actions.importFiles(),
            actions.preferences(),
            actions.collapse()
        };
        for (int i = 0; i < items.length; i++) {
            item(pen, places, items[i], y + i * (item + 2), width, deeds[i]);
        }
    }

    private void item(Pen pen, Areas places, NavigationItem it, double y, int width, Runnable action) {
        it.draw(pen, places, palette(), collapsed, y, width, item, action);
    }

    @Override
    protected void reveal(Rectangle bounds) {
        int bottom = control().getClientArea().height - foot();
        if (bounds.y >= bottom + 4) {
            return; // below the entries nothing scrolls
        }
        int over = bounds.y + bounds.height + 4 - bottom;
        int under = top() - bounds.y;
        scroll = Math.max(0, scroll + (over > 0 ? over : under > 0 && bounds.y + bounds.height > HEAD ? -under : 0));
    }

    @Override
    protected void scrolled(int lines) {
        int room = control().getClientArea().height - top() - foot();
        int wanted = Math.max(0, Math.min(scroll - lines * 16, content - room));
        if (wanted != scroll) {
            scroll = wanted;
            redraw();
        }
    }
}
