package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;

/** File, Edit, View, Bookmarks and Help. */
final class MenuBar {
    private static final Texts TEXTS = Texts.of(MenuBar.class);

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
        bar.file(menu(shell, menu, TEXTS.get("menu.file")));
        bar.edit(menu(shell, menu, TEXTS.get("menu.edit")));
        bar.view(menu(shell, menu, TEXTS.get("menu.view")));
        bar.bookmarks(menu(shell, menu, TEXTS.get("menu.bookmarks")));
        bar.help(menu(shell, menu, TEXTS.get("menu.help")));
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
        item(menu, TEXTS.get("menu.file.import"), SWT.MOD1 | 'I', commands::importFiles);
        item(menu, TEXTS.get("menu.file.imports"), SWT.MOD1 | SWT.SHIFT | 'I', commands::showImports);
        item(menu, TEXTS.get("menu.file.export"), SWT.MOD1 | 'E', commands::export);
        separator(menu);
        item(menu, TEXTS.get("menu.file.open"), SWT.MOD1 | 'O', commands::openWorkspace);
        MenuItem recent = new MenuItem(menu, SWT.CASCADE);
        recent.setText(TEXTS.get("menu.file.recent"));
        Menu list = new Menu(menu);
        recent.setMenu(list);
        list.addListener(SWT.Show, e -> recent(list));
        separator(menu);
        item(menu, TEXTS.get("menu.file.plugin"), 0, commands::installPlugin);
        item(menu, TEXTS.get("menu.file.preferences"), SWT.MOD1 | ',', commands::preferencesPage);
        separator(menu);
        item(menu, TEXTS.get("menu.file.close"), SWT.MOD1 | 'W', commands::closeTab);
        item(menu, TEXTS.get("menu.file.exit"), SWT.MOD1 | 'Q', commands::exit);
    }

    /** Without accelerators: a field that is being typed in has an undo of its own. */
    private void edit(Menu menu) {
        MenuItem undo = item(menu, TEXTS.get("menu.edit.undo"), 0, commands::undo);
        MenuItem redo = item(menu, TEXTS.get("menu.edit.redo"), 0, commands::redo);
        separator(menu);
        item(menu, TEXTS.get("menu.edit.filter"), SWT.MOD1 | SWT.SHIFT | 'F', commands::filter);
        item(menu, TEXTS.get("menu.edit.set"), SWT.MOD1 | SWT.SHIFT | 'M', commands::makeSet);
        menu.addListener(SWT.Show, e -> {
            Optional<String> back = commands.history().flatMap(History::undoable);
            Optional<String> again = commands.history().flatMap(History::redoable);
            undo.setText(back.map(deed -> TEXTS.get("menu.edit.undo.deed", deed.replace("&", "&&")))
                    .orElseGet(() -> TEXTS.get("menu.edit.undo")));
            undo.setEnabled(back.isPresent());
            redo.setText(again.map(deed -> TEXTS.get("menu.edit.redo.deed", deed.replace("&", "&&")))
                    .orElseGet(() -> TEXTS.get("menu.edit.redo")));
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
            item(list, TEXTS.get("menu.file.recent.none"), 0, () -> {}).setEnabled(false);
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
        item(menu, TEXTS.get("menu.view.refresh"), SWT.F5, commands::refresh);
        item(menu, TEXTS.get("menu.view.palette"), SWT.MOD1 | 'K', commands::palette);
        item(menu, TEXTS.get("menu.view.versions"), 0, commands::versions);
        item(menu, TEXTS.get("menu.view.search"), SWT.MOD1 | 'F', commands::search);
        item(menu, TEXTS.get("menu.view.collapse"), SWT.MOD1 | 'B', commands::collapse);
        separator(menu);
        item(menu, TEXTS.get("menu.view.next"), SWT.MOD1 | SWT.PAGE_DOWN, () -> commands.turn(1));
        item(menu, TEXTS.get("menu.view.previous"), SWT.MOD1 | SWT.PAGE_UP, () -> commands.turn(-1));
        separator(menu);
        item(menu, TEXTS.get("menu.view.goals"), SWT.MOD1 | 'G', commands::showGoals);
        item(menu, TEXTS.get("menu.view.sets"), SWT.MOD1 | SWT.SHIFT | 'S', commands::showSets);
        item(menu, TEXTS.get("menu.view.segments"), SWT.MOD1 | SWT.SHIFT | 'E', commands::showSegments);
        item(menu, TEXTS.get("menu.view.alerts"), SWT.MOD1 | SWT.SHIFT | 'A', commands::showAlerts);
        item(menu, TEXTS.get("menu.view.plugins"), 0, commands::showPlugins);
        separator(menu);
        item(menu, TEXTS.get("menu.view.performance"), SWT.MOD1 | SWT.SHIFT | 'P', commands::showPerformance);
    }

    private void bookmarks(Menu menu) {
        item(
                menu,
                TEXTS.get("menu.bookmarks.add"),
                SWT.MOD1 | 'D',
                () -> commands.bookmarks().add());
        item(
                menu,
                TEXTS.get("menu.bookmarks.present"),
                SWT.F11,
                () -> commands.bookmarks().present());
        MenuItem delete = new MenuItem(menu, SWT.CASCADE);
        delete.setText(TEXTS.get("menu.bookmarks.delete"));
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
        item(menu, TEXTS.get("menu.help.keys"), SWT.F1, commands::shortcuts);
        item(menu, TEXTS.get("menu.help.gallery"), 0, commands::gallery);
        separator(menu);
        item(menu, TEXTS.get("menu.help.about"), 0, commands::about);
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
