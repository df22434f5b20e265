package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.workbench.scope.History;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;

/** File, Edit, View, Bookmarks and Help. */
final class MenuBar {
    private final Commands commands;

    /** What the menus do. */
    interface Commands {
        void importFiles();

        void export();

        void openWorkspace();

        void openWorkspace(Path folder);

        List<String> recentWorkspaces();

        void installPlugin();

        void closeTab();

        void exit();

        void theme(ThemeChoice choice);

        ThemeChoice theme();

        void refresh();

        void collapse();

        void turn(int by);

        void showImports();

        void showGoals();

        void showSets();

        void showSegments();

        void makeSet();

        void showPlugins();

        void showAlerts();

        void showPerformance();

        void shortcuts();

        void about();

        void gallery();

        void search();

        /** @return whether there was something to take back */
        boolean undo();

        /** @return whether there was something to do again */
        boolean redo();

        /** What can be taken back or done again on the page in front. */
        Optional<History> history();

        void filter();

        /** Shows in which versions the dashboard in front was arranged. */
        void versions();

        void palette();

        Bookmarks bookmarks();

        void preferencesPage();
    }

    private MenuBar(Commands commands) {
        this.commands = commands;
    }

    static void install(Shell shell, Commands commands) {
        MenuBar bar = new MenuBar(commands);
        Menu menu = new Menu(shell, SWT.BAR);
        bar.file(menu(shell, menu, "&File"));
        bar.edit(menu(shell, menu, "&Edit"));
        bar.view(menu(shell, menu, "&View"));
        bar.bookmarks(menu(shell, menu, "&Bookmarks"));
        bar.help(menu(shell, menu, "&Help"));
        shell.setMenuBar(menu);
    }

    private static Menu menu(Shell shell, Menu bar, String title) {
        MenuItem item = new MenuItem(bar, SWT.CASCADE);
        item.setText(title);
        Menu menu = new Menu(shell, SWT.DROP_DOWN);
        item.setMenu(menu);
        return menu;
    }

    private void file(Menu menu) {
        item(menu, "&Import files\tCtrl+I", SWT.MOD1 | 'I', commands::importFiles);
        item(menu, "I&mports\tCtrl+Shift+I", SWT.MOD1 | SWT.SHIFT | 'I', commands::showImports);
        item(menu, "&Export…\tCtrl+E", SWT.MOD1 | 'E', commands::export);
        separator(menu);
        item(menu, "&Open workspace…\tCtrl+O", SWT.MOD1 | 'O', commands::openWorkspace);
        MenuItem recent = new MenuItem(menu, SWT.CASCADE);
        recent.setText("Open &recent");
        Menu list = new Menu(menu);
        recent.setMenu(list);
        list.addListener(SWT.Show, e -> recent(list));
        separator(menu);
        item(menu, "Install &plugin…", 0, commands::installPlugin);
        item(menu, "Pre&ferences\tCtrl+,", SWT.MOD1 | ',', commands::preferencesPage);
        separator(menu);
        item(menu, "&Close tab\tCtrl+W", SWT.MOD1 | 'W', commands::closeTab);
        item(menu, "E&xit\tCtrl+Q", SWT.MOD1 | 'Q', commands::exit);
    }

    /** Without accelerators: a field that is being typed in has an undo of its own. */
    private void edit(Menu menu) {
        MenuItem undo = item(menu, "&Undo\tCtrl+Z", 0, commands::undo);
        MenuItem redo = item(menu, "&Redo\tCtrl+Y", 0, commands::redo);
        separator(menu);
        item(menu, "&Filter…\tCtrl+Shift+F", SWT.MOD1 | SWT.SHIFT | 'F', commands::filter);
        item(menu, "Make a customer &set…\tCtrl+Shift+M", SWT.MOD1 | SWT.SHIFT | 'M', commands::makeSet);
        menu.addListener(SWT.Show, e -> {
            Optional<String> back = commands.history().flatMap(History::undoable);
            Optional<String> again = commands.history().flatMap(History::redoable);
            undo.setText("&Undo" + back.map(deed -> ": " + deed).orElse("") + "\tCtrl+Z");
            undo.setEnabled(back.isPresent());
            redo.setText("&Redo" + again.map(deed -> ": " + deed).orElse("") + "\tCtrl+Y");
            redo.setEnabled(again.isPresent());
        });
    }

    private void recent(Menu list) {
        for (MenuItem old : list.getItems()) {
            old.dispose();
        }
        for (String folder : commands.recentWorkspaces()) {
            item(list, folder.replace("&", "&&"), 0, () -> commands.openWorkspace(Path.of(folder)));
        }
        if (list.getItemCount() == 0) {
            item(list, "None yet", 0, () -> {}).setEnabled(false);
        }
    }

    private void view(Menu menu) {
        MenuItem[] themes = new MenuItem[ThemeChoice.values().length];
        for (ThemeChoice choice : ThemeChoice.values()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(choice.label());
            item.addListener(SWT.Selection, e -> {
                if (item.getSelection()) {
                    commands.theme(choice);
                }
            });
            themes[choice.ordinal()] = item;
        }
        menu.addListener(SWT.Show, e -> {
            for (ThemeChoice choice : ThemeChoice.values()) {
                themes[choice.ordinal()].setSelection(choice == commands.theme());
            }
        });
        separator(menu);
        item(menu, "&Refresh\tF5", SWT.F5, commands::refresh);
        item(menu, "C&ommand palette…\tCtrl+K", SWT.MOD1 | 'K', commands::palette);
        item(menu, "Versions o&f this dashboard…", 0, commands::versions);
        item(menu, "&Search dashboards\tCtrl+F", SWT.MOD1 | 'F', commands::search);
        item(menu, "&Collapse or expand navigation\tCtrl+B", SWT.MOD1 | 'B', commands::collapse);
        separator(menu);
        item(menu, "&Next tab\tCtrl+Page Down", SWT.MOD1 | SWT.PAGE_DOWN, () -> commands.turn(1));
        item(menu, "Pre&vious tab\tCtrl+Page Up", SWT.MOD1 | SWT.PAGE_UP, () -> commands.turn(-1));
        separator(menu);
        item(menu, "&Goals\tCtrl+G", SWT.MOD1 | 'G', commands::showGoals);
        item(menu, "C&ustomer sets\tCtrl+Shift+S", SWT.MOD1 | SWT.SHIFT | 'S', commands::showSets);
        item(menu, "S&egments\tCtrl+Shift+E", SWT.MOD1 | SWT.SHIFT | 'E', commands::showSegments);
        item(menu, "A&lerts\tCtrl+Shift+A", SWT.MOD1 | SWT.SHIFT | 'A', commands::showAlerts);
        item(menu, "&Plugins", 0, commands::showPlugins);
        separator(menu);
        item(menu, "Perfor&mance\tCtrl+Shift+P", SWT.MOD1 | SWT.SHIFT | 'P', commands::showPerformance);
    }

    private void bookmarks(Menu menu) {
        item(
                menu,
                "&Add a bookmark…\tCtrl+D",
                SWT.MOD1 | 'D',
                () -> commands.bookmarks().add());
        item(menu, "&Present\tF11", SWT.F11, () -> commands.bookmarks().present());
        MenuItem delete = new MenuItem(menu, SWT.CASCADE);
        delete.setText("&Delete");
        Menu deletable = new Menu(menu);
        delete.setMenu(deletable);
        separator(menu);
        int fixed = menu.getItemCount();
        menu.addListener(SWT.Show, e -> {
            for (MenuItem old : menu.getItems()) {
                if (menu.indexOf(old) >= fixed) {
                    old.dispose();
                }
            }
            for (MenuItem old : deletable.getItems()) {
                old.dispose();
            }
            for (Bookmark b : commands.bookmarks().known()) {
                String title = b.title().replace("&", "&&");
                item(menu, title, 0, () -> commands.bookmarks().show(b));
                item(deletable, title, 0, () -> commands.bookmarks().remove(b));
            }
            delete.setEnabled(!commands.bookmarks().known().isEmpty());
        });
    }

    private void help(Menu menu) {
        item(menu, "&Keyboard shortcuts\tF1, Shift+?", SWT.F1, commands::shortcuts);
        item(menu, "&Chart gallery", 0, commands::gallery);
        separator(menu);
        item(menu, "&About Clientele", 0, commands::about);
    }

    private static MenuItem item(Menu menu, String text, int accelerator, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        if (accelerator != 0) {
            item.setAccelerator(accelerator);
        }
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    private static void separator(Menu menu) {
        new MenuItem(menu, SWT.SEPARATOR);
    }
}
