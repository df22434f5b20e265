package org.clientele.platform.workbench.page;

import org.clientele.platform.runtime.arrange.Placement;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The part of a card's menu that moves, sizes and hides it. UI thread only. */
final class ArrangeMenu {
    private static final Texts TEXTS = Texts.of(ArrangeMenu.class);

    private ArrangeMenu() {}

    static void add(Menu menu, PageArranging arranging, PageTile tile) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText(TEXTS.get("arrange"));
        Menu arrange = new Menu(menu);
        cascade.setMenu(arrange);
        item(arrange, TEXTS.get("arrange.earlier"), () -> arranging.move(tile, -1));
        item(arrange, TEXTS.get("arrange.later"), () -> arranging.move(tile, 1));
        new MenuItem(arrange, SWT.SEPARATOR);
        item(arrange, TEXTS.get("arrange.wider"), () -> arranging.resize(tile, 1, 0));
        item(arrange, TEXTS.get("arrange.narrower"), () -> arranging.resize(tile, -1, 0));
        item(arrange, TEXTS.get("arrange.higher"), () -> arranging.resize(tile, 0, 1));
        item(arrange, TEXTS.get("arrange.lower"), () -> arranging.resize(tile, 0, -1));
        new MenuItem(arrange, SWT.SEPARATOR);
        item(arrange, TEXTS.get("arrange.hide"), () -> arranging.hide(tile));
        MenuItem hidden = new MenuItem(arrange, SWT.CASCADE);
        hidden.setText(TEXTS.get("arrange.show"));
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
        item(arrange, TEXTS.get("arrange.versions"), arranging::versions);
        item(arrange, TEXTS.get("arrange.own"), () -> arranging.restore(0));
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }
}
