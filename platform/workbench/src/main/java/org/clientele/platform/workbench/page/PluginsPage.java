package org.clientele.platform.workbench.page;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.clientele.platform.runtime.PluginView;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;

/** The plugins of a workspace, how each is, and what can be done with it. UI thread only. */
public final class PluginsPage extends DrawnPane implements Page {
    private static final String INSTALL = "Install plugin…";

    /** The page's id. */
    public static final String ID = "plugins";

    private static final int HEAD = 44;
    private static final int TOP = 60;
    private static final int ROW = 64;

    private final Workspace workspace;
    private final Background background;
    private final PageHost host;
    private final CancelSignal.Registration registration;
    private final PageScroll scroll = new PageScroll();
    private List<PluginView> plugins = List.of();
    private boolean loaded;
    private String busy = "";
    private String selected = "";

    /** The plugins of this workspace. */
    public PluginsPage(Composite parent, Palette palette, Workspace workspace, Background background, PageHost host) {
        super(parent, palette, "Plugins");
        this.workspace = workspace;
        this.background = background;
        this.host = host;
        registration = workspace.onChange(() -> background.ui(this::reload));
        control().addListener(SWT.MouseWheel, e -> {
            if (scroll.to(scroll.offset() - e.count * 24)) {
                redraw();
            }
        });
        reload();
    }

    private void reload() {
        reload(() -> {});
    }

    private void reload(Runnable then) {
        if (!control().isDisposed()) {
            background.run(
                    workspace::plugins,
                    found -> {
                        plugins = found;
                        loaded = true;
                        then.run();
                        redraw();
                    },
                    e -> host.failed("Plugins", Background.sentence(e)));
        }
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        double margin = Pen.pageMargin(width);
        double w = width - 2 * margin;
        double y = TOP - scroll.offset();
        int rows = Math.max(1, plugins.size());
        scroll.sizes(TOP + HEAD + rows * ROW + 24, height);
        pen.rect(
                margin + 0.5,
                y + 0.5,
                w - 1,
                HEAD + rows * (double) ROW - 1,
                8,
                Fill.of(palette().theme().surface()),
                Stroke.of(palette().theme().border(), 1));
        double button = Buttons.width(pen, INSTALL);
        Buttons.draw(
                pen,
                places,
                palette(),
                "install",
                INSTALL,
                Tone.PRIMARY,
                margin + w - button,
                y - 48,
                button,
                () -> choose("Install a plugin"));
        String count = plugins.size() == 1 ? "1 plugin" : plugins.size() + " plugins";
        int quiet = palette().theme().secondary();
        pen.text(margin, y - 27, loaded ? count : "", 13, Weight.REGULAR, quiet);
        Columns c = new Columns(margin + 20, w - 40);
        head(pen, c, y);
        y += HEAD;
        for (PluginView p : plugins) {
            pen.rule(margin + 1, y, w - 2, palette().theme().border());
            row(pen, places, p, c, y, w);
            y += ROW;
        }
        if (plugins.isEmpty()) {
            pen.rule(margin + 1, y, w - 2, palette().theme().border());
            String text = loaded ? "No plugins yet. Install one from a jar." : "Looking for plugins…";
            pen.text(
                    width / 2.0,
                    y + 37,
                    text,
                    13,
                    Weight.REGULAR,
                    palette().theme().secondary(),
                    Anchor.MIDDLE);
        }
        scroll.draw(pen, width, palette());
    }

    /** Where the columns of the table are. */
    private record Columns(double name, double width) {
        double state() {
            return name + width * 0.46;
        }

        double version() {
            return name + width * 0.46 + 110;
        }

        double vendor() {
            return name + width * 0.46 + 190;
        }
    }

    private void head(Pen pen, Columns c, double y) {
        int ink = palette().theme().secondary();
        pen.text(c.name(), y + 27, "Plugin", 12, Weight.MEDIUM, ink);
        pen.text(c.state(), y + 27, "State", 12, Weight.MEDIUM, ink);
        pen.text(c.version(), y + 27, "Version", 12, Weight.MEDIUM, ink);
        if (c.width() > 860) {
            pen.text(c.vendor(), y + 27, "Vendor and licence", 12, Weight.MEDIUM, ink);
        }
    }

    private void row(Pen pen, Areas places, PluginView p, Columns c, double y, double w) {
        String id = "plugin:" + p.id();
        int ink = palette().theme().text();
        int quiet = palette().theme().secondary();
        if (places.hovered(id) || p.id().equals(selected)) {
            pen.fill(c.name() - 19, y + 1, w - 2, ROW - 2, palette().hover());
        }
        places.add(id, c.name() - 20, y, w, ROW, p.title() + ", " + word(p), () -> {
            selected = p.id();
            redraw();
        });
        double room = c.state() - c.name() - 20;
        pen.text(c.name(), y + 27, pen.shorten(p.title(), 14, Weight.MEDIUM, room), 14, Weight.MEDIUM, ink);
        String second = p.message().isEmpty() ? p.id() : p.message();
        int tone = p.message().isEmpty() ? quiet : palette().theme().bad();
        pen.text(c.name(), y + 46, pen.shorten(second, 12, Weight.REGULAR, room), 12, Weight.REGULAR, tone);
        if (!p.message().isEmpty()) {
            places.add(new Areas.Area(
                    "message:" + p.id(),
                    new org.eclipse.swt.graphics.Rectangle((int) c.name(), (int) y + 34, (int) room, 18),
                    p.message(),
                    p.message(),
                    () -> details(p),
                    null,
                    false));
        }
        status(p).draw(pen, palette(), c.state() + 5, y + 32);
        pen.text(c.state() + 18, y + 36.5, word(p), 13, Weight.REGULAR, ink);
        pen.text(c.version(), y + 36.5, p.version(), 13, Weight.REGULAR, ink);
        double right = buttons(pen, places, p, c.name() + w - 40, y + 16);
        if (c.width() > 860) {
            double vendorRoom = right - c.vendor() - 16;
            pen.text(
                    c.vendor(),
                    y + 27,
                    pen.shorten(p.vendor(), 13, Weight.REGULAR, vendorRoom),
                    13,
                    Weight.REGULAR,
                    ink);
            String licence = pen.shorten(p.licence(), 12, Weight.REGULAR, vendorRoom);
            pen.text(c.vendor(), y + 46, licence, 12, Weight.REGULAR, quiet);
        }
    }

    private void details(PluginView p) {
        Sheet.open(
                control().getShell(),
                palette(),
                new Sheet.Content(
                        p.title(),
                        List.of(new Sheet.Section(word(p), p.message()), new Sheet.Section("File", p.source())),
                        List.of(Sheet.Action.plain("Close", () -> {}))));
    }

    private String word(PluginView p) {
        if (p.id().equals(busy)) {
            return "Working…";
        }
        return switch (p.state()) {
            case "STARTED" -> "Running";
            case "STOPPED" -> "Stopped";
            case "REFUSED" -> "Refused";
            default -> "Failed";
        };
    }

    private static StatusMark status(PluginView p) {
        return switch (p.state()) {
            case "STARTED" -> StatusMark.GOOD;
            case "STOPPED" -> StatusMark.UNKNOWN;
            case "REFUSED" -> StatusMark.WARNING;
            default -> StatusMark.BAD;
        };
    }

    private double buttons(Pen pen, Areas places, PluginView p, double right, double y) {
        double x = right;
        if (p.id().equals(busy)) {
            return x;
        }
        x = button(pen, places, "remove:" + p.id(), "Remove", x, y, () -> confirmRemove(p));
        if (!p.state().equals("REFUSED")) {
            x = button(pen, places, "update:" + p.id(), "Update…", x, y, () -> choose("Update " + p.title()));
            boolean runs = p.state().equals("STARTED");
            x = button(pen, places, "toggle:" + p.id(), runs ? "Stop" : "Start", x, y, () -> toggle(p, runs));
        }
        return x;
    }

    private double button(Pen pen, Areas places, String id, String label, double right, double y, Runnable action) {
        double w = Buttons.width(pen, label);
        Buttons.draw(pen, places, palette(), id, label, Tone.PLAIN, right - w, y, w, action);
        return right - w - 8;
    }

    private void toggle(PluginView p, boolean runs) {
        work(p.id(), (runs ? "Stopped " : "Started ") + p.title() + ".", "The plugin is as it was", () -> {
            if (runs) {
                workspace.stopPlugin(p.id());
            } else {
                workspace.startPlugin(p.id());
            }
            return true;
        });
    }

    private void confirmRemove(PluginView p) {
        Sheet.open(
                control().getShell(),
                palette(),
                new Sheet.Content(
                        "Remove " + p.title() + "?",
                        List.of(new Sheet.Section(
                                "",
                                "Its dashboards and metrics go. Your data stays, and the plugin can be installed again from"
                                        + " its jar.")),
                        List.of(
                                Sheet.Action.plain("Keep it", () -> {}),
                                Sheet.Action.danger(
                                        "Remove",
                                        () -> work(p.id(), "Removed " + p.title() + ".", "Not removed", () -> {
                                            workspace.removePlugin(p.id());
                                            return true;
                                        })))));
    }

    /** Asks for a jar and installs it. */
    public void choose(String title) {
        FileDialog dialog = new FileDialog(control().getShell(), SWT.OPEN);
        dialog.setText(title);
        dialog.setFilterExtensions(new String[] {"*.jar"});
        dialog.setFilterNames(new String[] {"Plugins (*.jar)"});
        String file = dialog.open();
        if (file != null) {
            install(Path.of(file));
        }
    }

    /** Installs a jar, or updates the plugin that it holds. */
    public void install(Path jar) {
        background.run(
                () -> workspace.installPlugin(jar),
                view -> {
                    if (view.message().isEmpty()) {
                        host.done("Installed " + view.title() + " " + view.version() + ".");
                    } else {
                        host.failed(view.title() + " does not run", view.message());
                    }
                    reload();
                },
                e -> {
                    host.failed(jar.getFileName() + " was not installed", Background.sentence(e));
                    reload();
                });
    }

    private void work(String id, String success, String failure, Callable<Boolean> what) {
        busy = id;
        redraw();
        background.run(
                what,
                done -> {
                    host.done(success);
                    reload(() -> busy = "");
                },
                e -> {
                    host.failed(failure, Background.sentence(e));
                    reload(() -> busy = "");
                });
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Plugins";
    }

    @Override
    public String description() {
        return "What runs in this workspace. Plugins bring dashboards, metrics, charts and import recipes.";
    }

    @Override
    public void refresh() {
        reload();
    }

    @Override
    public boolean settled() {
        return loaded;
    }

    @Override
    public void close() {
        registration.close();
        control().dispose();
    }
}
