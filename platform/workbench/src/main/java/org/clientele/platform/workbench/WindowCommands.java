package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.gallery.GalleryBoard;
import org.clientele.platform.workbench.frame.NavigationPane;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PluginsPage;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.DirectoryDialog;

/** What the menus, their keys and the palette do to the window. UI thread only. */
final class WindowCommands implements MenuBar.Commands {
    private static final Texts TEXTS = Texts.of(WindowCommands.class);

    private final WorkbenchWindow window;
    private final Background background;
    private final String version;

    WindowCommands(WorkbenchWindow window, Background background, String version) {
        this.window = window;
        this.background = background;
        this.version = version;
    }

    @Override
    public void importFiles() {
        window.importFiles();
    }

    @Override
    public void theme(ThemeChoice choice) {
        window.theme(choice);
    }

    @Override
    public ThemeChoice theme() {
        return window.theme();
    }

    @Override
    public void export() {
        window.pages()
                .front()
                .flatMap(Page::exportable)
                .ifPresentOrElse(window.saving()::export, () -> window.done(TEXTS.get("export.none")));
    }

    @Override
    public void showImports() {
        window.desk().showImports();
    }

    @Override
    public void showGoals() {
        window.desk().showGoals();
    }

    @Override
    public void showSets() {
        window.desk().sets(SetPages::show);
    }

    @Override
    public void showSegments() {
        window.desk().segments(SegmentPages::show);
    }

    @Override
    public void makeSet() {
        window.desk().sets(SetPages::make);
    }

    @Override
    public void showPlugins() {
        window.desk().showPlugins();
    }

    @Override
    public void showAlerts() {
        window.desk().showAlerts();
    }

    @Override
    public void showPerformance() {
        window.performance()
                .open(!window.performance().open(), window.pages().front().orElse(null));
        window.shell().layout(true);
    }

    @Override
    public void openWorkspace() {
        DirectoryDialog dialog = new DirectoryDialog(window.shell());
        dialog.setText(TEXTS.get("open"));
        dialog.setMessage(TEXTS.get("open.means"));
        String folder = dialog.open();
        if (folder != null) {
            window.desk().load(Path.of(folder));
        }
    }

    @Override
    public void openWorkspace(Path folder) {
        window.desk().load(folder);
    }

    @Override
    public List<String> recentWorkspaces() {
        return window.preferences().recent();
    }

    @Override
    public void installPlugin() {
        showPlugins();
        window.pages().front().ifPresent(page -> {
            if (page instanceof PluginsPage plugins) {
                plugins.choose(TEXTS.get("install"));
            }
        });
    }

    @Override
    public void closeTab() {
        window.pages().front().ifPresent(window.pages()::close);
    }

    @Override
    public void exit() {
        window.shell().close();
    }

    @Override
    public void refresh() {
        window.pages().front().ifPresent(Page::refresh);
    }

    @Override
    public boolean undo() {
        return history().map(History::undo).orElse(false);
    }

    @Override
    public boolean redo() {
        return history().map(History::redo).orElse(false);
    }

    @Override
    public Optional<History> history() {
        return window.pages().front().flatMap(Page::history);
    }

    @Override
    public void palette() {
        CommandPalette.open(
                window.shell(), window.colours(), PaletteEntries.of(window), PaletteCustomers.of(window, background));
    }

    @Override
    public Bookmarks bookmarks() {
        return window.bookmarks();
    }

    @Override
    public void filter() {
        window.frame().filters().openFilters();
    }

    @Override
    public void versions() {
        window.pages().front().ifPresent(page -> {
            if (page instanceof DashboardPage dashboard) {
                dashboard.versions();
            }
        });
    }

    @Override
    public void collapse() {
        boolean now = window.frame().navigation().width() == NavigationPane.WIDE;
        window.frame().navigation().collapsed(now);
        window.preferences().put("navigation.collapsed", now);
        window.shell().layout(true);
    }

    @Override
    public void turn(int by) {
        window.pages().turn(by);
    }

    @Override
    public void shortcuts() {
        Sheet.open(window.shell(), window.colours(), Shortcuts.sheet());
    }

    @Override
    public void about() {
        Sheet.open(
                window.shell(),
                window.colours(),
                About.sheet(version, window.desk().workspace().orElse(null)));
    }

    @Override
    public void gallery() {
        window.desk().openDashboard(GalleryBoard.ID);
    }

    @Override
    public void search() {
        window.frame().navigation().startSearch();
    }

    @Override
    public void preferencesPage() {
        window.desk().showPreferences();
    }
}
