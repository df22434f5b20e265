package org.clientele.platform.workbench.page;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.clientele.platform.runtime.PluginView;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;

/** The plugins of a workspace, how each is, and what can be done with it. UI thread only. */
public final class PluginsPage extends RowsPage<PluginView> {
    private static final Texts TEXTS = Texts.of(PluginsPage.class);

    /** The page's id. */
    public static final String ID = "plugins";

    private static final int WIDE = 860;
    private static final int ROW = 64;

    private final Workspace workspace;
    private final Background background;
    private final PageHost host;
    private List<PluginView> plugins = List.of();
    private boolean loaded;
    private String busy = "";
    private String selected = "";

    /** The plugins of this workspace. */
    public PluginsPage(Composite parent, Palette palette, Workspace workspace, Background background, PageHost host) {
        super(parent, palette, new About(ID, TEXTS.get("plugins.title"), TEXTS.get("plugins.about")), ROW);
        this.workspace = workspace;
        this.background = background;
        this.host = host;
        follow(workspace, background);
        reload();
    }

    @Override
    protected void reload() {
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
                    e -> host.failed(TEXTS.get("plugins.title"), Background.sentence(e)));
        }
    }

    @Override
    protected List<PluginView> rows() {
        return plugins;
    }

    @Override
    protected void above(Pen pen, Areas places, Place card) {
        Runnable install = () -> choose(TEXTS.get("plugins.install.choose"));
        buttonAbove(pen, places, "install", TEXTS.get("plugins.install"), Tone.PRIMARY, card.right(), card, install);
        String count = TEXTS.get("plugins.count", plugins.size());
        said(pen, card, loaded ? count : "");
    }

    @Override
    protected void empty(Pen pen, Place card) {
        line(pen, card, card.y() + 37, TEXTS.get(loaded ? "plugins.none" : "plugins.loading"));
    }

    /** Where the columns of the table are. */
    private record Columns(Place row) {
        double state() {
            return row.x() + row.width() * 0.46;
        }

        double version() {
            return state() + 110;
        }

        double vendor() {
            return state() + 190;
        }

        boolean wide() {
            return row.width() > WIDE;
        }
    }

    @Override
    protected void head(Pen pen, Place columns, double baseline) {
        Columns c = new Columns(columns);
        title(pen, columns.x(), baseline, TEXTS.get("plugins.head.plugin"), Anchor.START);
        title(pen, c.state(), baseline, TEXTS.get("plugins.head.state"), Anchor.START);
        title(pen, c.version(), baseline, TEXTS.get("plugins.head.version"), Anchor.START);
        if (c.wide()) {
            title(pen, c.vendor(), baseline, TEXTS.get("plugins.head.vendor"), Anchor.START);
        }
    }

    @Override
    protected void row(Pen pen, Areas places, PluginView p, Place columns) {
        Columns c = new Columns(columns);
        double x = columns.x();
        double y = columns.y();
        int shade = p.id().equals(selected) ? palette().hover() : 0;
        answers(
                pen,
                places,
                "plugin:" + p.id(),
                TEXTS.get("plugins.says", p.title(), word(p)),
                columns,
                shade,
                0,
                () -> {
                    selected = p.id();
                    redraw();
                });
        double room = c.state() - x - 20;
        boolean well = p.message().isEmpty();
        named(
                pen,
                x,
                y + 27,
                p.title(),
                well ? p.id() : p.message(),
                room,
                well ? quiet() : palette().theme().bad());
        if (!well) {
            places.add(new Areas.Area(
                    "message:" + p.id(),
                    new org.eclipse.swt.graphics.Rectangle((int) x, (int) y + 33, (int) room, 18),
                    p.message(),
                    p.message(),
                    () -> details(p),
                    null,
                    false));
        }
        status(p).draw(pen, palette(), c.state() + 5, y + 32);
        pen.text(c.state() + 18, y + 36.5, word(p), 13, Weight.REGULAR, ink());
        pen.text(c.version(), y + 36.5, p.version(), 13, Weight.REGULAR, ink());
        double right = buttons(pen, places, p, columns.right(), y + 16);
        if (c.wide()) {
            double vendorRoom = right - c.vendor() - 16;
            String vendor = pen.shorten(p.vendor(), 13, Weight.REGULAR, vendorRoom);
            pen.text(c.vendor(), y + 27, vendor, 13, Weight.REGULAR, ink());
            String licence = pen.shorten(p.licence(), 12, Weight.REGULAR, vendorRoom);
            pen.text(c.vendor(), y + 45, licence, 12, Weight.REGULAR, quiet());
        }
    }

    private void details(PluginView p) {
        Sheet.open(
                control().getShell(),
                palette(),
                new Sheet.Content(
                        p.title(),
                        List.of(
                                new Sheet.Section(word(p), p.message()),
                                new Sheet.Section(TEXTS.get("plugins.file"), p.source())),
                        List.of(Sheet.Action.plain(TEXTS.get("close"), () -> {}))));
    }

    private String word(PluginView p) {
        if (p.id().equals(busy)) {
            return TEXTS.get("plugins.working");
        }
        return word(p.state());
    }

    /** What the reader calls a state of a plugin. */
    public static String word(String state) {
        return switch (state) {
            case "STARTED" -> TEXTS.get("plugins.running");
            case "STOPPED" -> TEXTS.get("plugins.stopped");
            case "REFUSED" -> TEXTS.get("plugins.refused");
            default -> TEXTS.get("plugins.failed");
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
        x = button(
                        pen,
                        places,
                        "remove:" + p.id(),
                        TEXTS.get("plugins.remove"),
                        Tone.PLAIN,
                        x,
                        y,
                        () -> confirmRemove(p))
                - 8;
        if (!p.state().equals("REFUSED")) {
            x = button(
                            pen,
                            places,
                            "update:" + p.id(),
                            TEXTS.get("plugins.update"),
                            Tone.PLAIN,
                            x,
                            y,
                            () -> choose(TEXTS.get("plugins.update.choose", p.title())))
                    - 8;
            boolean runs = p.state().equals("STARTED");
            x = button(
                            pen,
                            places,
                            "toggle:" + p.id(),
                            TEXTS.get(runs ? "plugins.stop" : "plugins.start"),
                            Tone.PLAIN,
                            x,
                            y,
                            () -> toggle(p, runs))
                    - 8;
        }
        return x;
    }

    private void toggle(PluginView p, boolean runs) {
        work(
                p.id(),
                TEXTS.get(runs ? "plugins.stop.done" : "plugins.start.done", p.title()),
                TEXTS.get("plugins.toggle.not"),
                () -> {
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
                        TEXTS.get("plugins.remove.ask", p.title()),
                        List.of(new Sheet.Section("", TEXTS.get("plugins.remove.means"))),
                        List.of(
                                Sheet.Action.plain(TEXTS.get("plugins.remove.keep"), () -> {}),
                                Sheet.Action.danger(
                                        TEXTS.get("plugins.remove"),
                                        () -> work(
                                                p.id(),
                                                TEXTS.get("plugins.remove.done", p.title()),
                                                TEXTS.get("plugins.remove.not"),
                                                () -> {
                                                    workspace.removePlugin(p.id());
                                                    return true;
                                                })))));
    }

    /** Asks for a jar and installs it. */
    public void choose(String title) {
        FileDialog dialog = new FileDialog(control().getShell(), SWT.OPEN);
        dialog.setText(title);
        dialog.setFilterExtensions(new String[] {"*.jar"});
        dialog.setFilterNames(new String[] {TEXTS.get("plugins.install.files")});
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
                        host.done(TEXTS.get("plugins.install.done", view.title(), view.version()));
                    } else {
                        host.failed(TEXTS.get("plugins.install.stands", view.title()), view.message());
                    }
                    reload();
                },
                e -> {
                    host.failed(TEXTS.get("plugins.install.not", jar.getFileName()), Background.sentence(e));
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
    public boolean settled() {
        return loaded;
    }
}
