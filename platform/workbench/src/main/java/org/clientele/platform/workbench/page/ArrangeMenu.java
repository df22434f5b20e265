package org.clientele.platform.workbench.page;

import org.clientele.platform.runtime.arrange.Placement;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The part of a card's menu that moves, sizes and hides it. UI thread only. */
final class ArrangeMenu {
    private ArrangeMenu() {}

    static void add(Menu menu, PageArranging arranging, PageTile tile) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText("Arran&ge");
        Menu arrange = new Menu(menu);
        cascade.setMenu(arrange);
        item(arrange, "Move &earlier\tCtrl+Shift+Left", () -> arranging.move(tile, -1));
        item(arrange, "Move &later\tCtrl+Shift+Right", () -> arranging.move(tile, 1));
        new MenuItem(arrange, SWT.SEPARATOR);
        item(arrange, "&Wider\tAlt+Shift+Right", () -> arranging.resize(tile, 1, 0));
        item(arrange, "&Narrower\tAlt+Shift+Left", () -> arranging.resize(tile, -1, 0));
        item(arrange, "&Higher\tAlt+Shift+Down", () -> arranging.resize(tile, 0, 1));
        item(arrange, "L&ower\tAlt+Shift+Up", () -> arranging.resize(tile, 0, -1));
        new MenuItem(arrange, SWT.SEPARATOR);
        item(arrange, "Hide this &card", () -> arranging.hide(tile));
        MenuItem hidden = new MenuItem(arrange, SWT.CASCADE);
        hidden.setText("&Show a hidden card");
        hidden.setEnabled(false);
        Menu list = new Menu(arrange);
        hidden.setMenu(list);
        arranging.tell(told -> {
            if (!list.isDisposed()) {
                for (Placement p : told.hidden()) {
                    String title = told.title(p.tile());
                    item(list, title.replace("&", "&&"), () -> arranging.show(p.tile(), title));
                }
                hidden.setEnabled(list.getItemCount() > 0);
            }
        });
        item(arrange, "&Versions…", arranging::versions);
        item(arrange, "As the &plugin has it", () -> arranging.restore(0));
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }
}
