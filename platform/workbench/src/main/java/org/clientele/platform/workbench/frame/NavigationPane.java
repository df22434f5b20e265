package org.clientele.platform.workbench.frame;

import java.util.List;
import java.util.function.Consumer;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** The left edge: the product, the plugins with their dashboards, and the ways to plugins and imports. */
public final class NavigationPane extends DrawnPane {
    /** Width in pixels when open. */
    public static final int WIDE = 232;
    /** Width in pixels when collapsed to icons. */
    public static final int NARROW = 56;

    private static final int HEAD = 64;
    private static final int ITEM = 32;
    private static final int FOOT = 4 * (ITEM + 2) + 18;

    private final Actions actions;
    private String workspace = "";
    private List<Group> groups = List.of();
    private boolean loading = true;
    private boolean collapsed;
    private String selected = "";
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
            Consumer<String> open, Runnable plugins, Runnable imports, Runnable importFiles, Runnable collapse) {}

    /** An empty navigation that shows a skeleton until {@link #show} is called. */
    public NavigationPane(Composite parent, Palette palette, Actions actions) {
        super(parent, palette, "Navigation");
        this.actions = actions;
        control().addListener(SWT.MouseWheel, e -> scrolled(e.count));
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

    /** Marks the entry whose page is in front. */
    public void select(String id) {
        selected = id;
        redraw();
    }

    /** Icons only, or all. */
    public void collapsed(boolean yes) {
        collapsed = yes;
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
        pen.push(0, 0);
        pen.clip(0, HEAD, width, height - HEAD - FOOT);
        double y = HEAD - scroll;
        if (loading) {
            skeleton(pen, y, width);
        }
        for (Group group : groups) {
            if (!collapsed) {
                String title = pen.shorten(group.title(), 12, Weight.MEDIUM, width - 40);
                pen.text(20, y + 20, title, 12, Weight.MEDIUM, palette().theme().secondary());
            } else if (group != groups.get(0)) {
                pen.rule(16, y + 8, width - 32, palette().theme().border());
            }
            y += collapsed ? 16 : 30;
            for (Entry e : group.entries()) {
                item(
                        pen,
                        places,
                        "nav:" + e.id(),
                        Icon.DASHBOARD,
                        e.title(),
                        y,
                        width,
                        e.id().equals(selected),
                        () -> actions.open().accept(e.id()));
                y += ITEM + 2;
            }
            y += 10;
        }
        content = (int) (y + scroll - HEAD);
        pen.pop();
        foot(pen, places, width, height);
        pen.fill(width - 1, 0, 1, height, palette().theme().border());
    }

    private void head(Pen pen, int width) {
        double x = collapsed ? (width - 28) / 2.0 : 18;
        pen.fillRound(x, 18, 28, 28, 7, palette().accentFill());
        pen.icon(Icon.SPARK, x + 6, 24, 0xFFFFFFFF);
        if (!collapsed) {
            pen.text(
                    56,
                    workspace.isEmpty() ? 37 : 30,
                    "Clientele",
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
        double y = height - FOOT + 10;
        pen.rule(16, height - FOOT, width - 32, palette().theme().border());
        item(
                pen,
                places,
                "nav:plugins",
                Icon.PLUGIN,
                "Plugins",
                y,
                width,
                selected.equals("plugins"),
                actions.plugins());
        item(
                pen,
                places,
                "nav:imports",
                Icon.TABLE,
                "Imports",
                y + ITEM + 2,
                width,
                selected.equals("imports"),
                actions.imports());
        item(
                pen,
                places,
                "nav:import",
                Icon.IMPORT,
                "Import files",
                y + 2 * (ITEM + 2),
                width,
                selected.equals("import"),
                actions.importFiles());
        item(
                pen,
                places,
                "nav:collapse",
                collapsed ? Icon.EXPAND : Icon.COLLAPSE,
                collapsed ? "Expand navigation" : "Collapse",
                y + 3 * (ITEM + 2),
                width,
                false,
                actions.collapse());
    }

    private void item(
            Pen pen,
            Areas places,
            String id,
            Icon icon,
            String title,
            double y,
            int width,
            boolean chosen,
            Runnable action) {
        double x = 10;
        double w = width - 21;
        if (chosen) {
            pen.fillRound(x, y, w, ITEM, 6, palette().selected());
        } else if (places.pressed(id)) {
            pen.fillRound(x, y, w, ITEM, 6, palette().pressed());
        } else if (places.hovered(id)) {
            pen.fillRound(x, y, w, ITEM, 6, palette().hover());
        }
        int ink = chosen ? palette().theme().accent() : palette().theme().text();
        int iconInk = chosen ? palette().theme().accent() : palette().theme().secondary();
        pen.icon(icon, collapsed ? (width - 17) / 2.0 : x + 12, y + 8, iconInk);
        if (!collapsed) {
            Weight weight = chosen ? Weight.MEDIUM : Weight.REGULAR;
            pen.text(x + 38, y + 20.5, pen.shorten(title, 13, weight, w - 50), 13, weight, ink);
        }
        Rectangle bounds = new Rectangle((int) x, (int) y, (int) w, ITEM);
        places.add(new Areas.Area(id, bounds, title, collapsed ? title : "", action, null, true));
    }

    @Override
    protected void scrolled(int lines) {
        int room = control().getClientArea().height - HEAD - FOOT;
        int wanted = Math.max(0, Math.min(scroll - lines * 16, content - room));
        if (wanted != scroll) {
            scroll = wanted;
            redraw();
        }
    }
}
