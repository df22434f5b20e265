package org.clientele.platform.workbench.sets;

import java.util.List;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/**
 * What a new set can be made of, and what can be done with one. UI thread only.
 *
 * @param owner of the menus
 */
record SetMenus(Control owner, SetActions actions) {
    private static final Texts TEXTS = Texts.of(SetMenus.class);

    /** So many sets are offered to be compared with; more are chosen in the list. */
    private static final int MOST = 12;

    /** Asks what a new set is made of. */
    void origins(Point at) {
        Menu menu = new Menu(owner);
        for (SetPlaces.Origin origin : actions.places().origins()) {
            item(menu, TEXTS.get("menu.from", origin.title()), () -> actions.make("", origin.rule()));
        }
        show(menu, at);
    }

    /** Asks what is to be done with a set, one of all. */
    void of(CustomerSet set, List<CustomerSet> all, Point at) {
        Menu menu = new Menu(owner);
        item(menu, TEXTS.get("menu.members"), () -> actions.members(set));
        for (SetPlaces.Target target : actions.places().targets()) {
            item(
                    menu,
                    TEXTS.get("menu.filter", target.title()),
                    () -> target.filter().accept(set));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, TEXTS.get("menu.compare"), () -> actions.compare(set, null));
        all.stream()
                .filter(other -> other.id() != set.id())
                .limit(MOST)
                .forEach(other ->
                        item(menu, TEXTS.get("menu.compare.with", other.name()), () -> actions.compare(set, other)));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, TEXTS.get("menu.rename"), () -> actions.rename(set));
        item(menu, TEXTS.get("menu.export"), () -> actions.export(set));
        item(menu, TEXTS.get("menu.delete"), () -> actions.delete(set));
        show(menu, at);
    }

    private static void show(Menu menu, Point at) {
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(at);
        menu.setVisible(true);
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text.replace("&", "&&"));
        item.addListener(SWT.Selection, e -> action.run());
    }
}
