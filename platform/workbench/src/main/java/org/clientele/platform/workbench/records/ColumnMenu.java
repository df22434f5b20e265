package org.clientele.platform.workbench.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.clientele.platform.runtime.records.RecordColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The menus by which columns are chosen. */
final class ColumnMenu {
    private ColumnMenu() {}

    /** All columns, by what they are of; those on show are ticked. */
    static void choose(Control over, Rectangle button, RecordsModel model, Consumer<String> toggle) {
        Menu menu = new Menu(over);
        Map<String, Menu> groups = new LinkedHashMap<>();
        boolean several =
                model.all().stream().map(RecordColumn::group).distinct().count() > 1;
        for (RecordColumn c : model.all()) {
            Menu into = several && !c.group().equals(model.all().get(0).group())
                    ? groups.computeIfAbsent(c.group(), g -> group(menu, g))
                    : menu;
            MenuItem item = new MenuItem(into, SWT.CHECK);
            item.setText(c.label() + (c.hidden() ? " (hidden by the policy)" : c.filled() == 0 ? " (empty)" : ""));
            item.setSelection(model.names().contains(c.name()));
            item.setEnabled(!c.hidden());
            item.addListener(SWT.Selection, e -> toggle.accept(c.name()));
        }
        open(menu, over.toDisplay(button.x, button.y + button.height + 2));
    }

    private static Menu group(Menu menu, String name) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(name);
        Menu sub = new Menu(item);
        item.setMenu(sub);
        return sub;
    }

    /** What can be done with one column. */
    static void head(Control over, RecordsModel model, String name, Runnable sort, Runnable hide) {
        Menu menu = new Menu(over);
        int place = model.place(name);
        item(menu, place == 0 ? "&Sort upwards" : place > 0 ? "&Sort downwards" : "Do not &sort by it", sort);
        item(menu, "&Hide column", hide).setEnabled(model.names().size() > 1);
        open(menu, over.getDisplay().getCursorLocation());
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    private static void open(Menu menu, Point at) {
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(at);
        menu.setVisible(true);
    }
}
