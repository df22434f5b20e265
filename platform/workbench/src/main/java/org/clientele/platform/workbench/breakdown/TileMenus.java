package org.clientele.platform.workbench.breakdown;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Menus that are made when they are wanted, and gone afterwards. UI thread only. */
final class TileMenus {
    /** Under this name a control has the menu that was opened over it last. */
    static final String OPEN = "tile-menu";

    private TileMenus() {}

    static Menu over(Control control) {
        Menu menu = new Menu(control);
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        return menu;
    }

    static void show(Control control, Menu menu, Point at) {
        control.setData(OPEN, menu);
        menu.setLocation(at);
        menu.setVisible(true);
    }

    static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    static Menu below(Menu menu, String text) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(text);
        Menu below = new Menu(item);
        item.setMenu(below);
        return below;
    }

    static void line(Menu menu) {
        new MenuItem(menu, SWT.SEPARATOR);
    }

    /** A name as menus write it. */
    static String plain(String name) {
        return name.replace("&", "&&");
    }
}
