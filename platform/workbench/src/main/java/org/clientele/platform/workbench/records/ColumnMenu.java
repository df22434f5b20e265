package org.clientele.platform.workbench.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.clientele.platform.runtime.records.RecordColumn;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The menus by which columns are chosen. */
final class ColumnMenu {
    private static final Texts TEXTS = Texts.of(ColumnMenu.class);

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
            item.setText(label(c));
            item.setSelection(model.names().contains(c.name()));
            item.setEnabled(!c.hidden());
            item.addListener(SWT.Selection, e -> toggle.accept(c.name()));
        }
        open(menu, over.toDisplay(button.x, button.y + button.height + 2));
    }

    private static String label(RecordColumn c) {
        if (c.hidden()) {
            return TEXTS.get("column.hidden", c.label());
        }
        return c.filled() == 0 ? TEXTS.get("column.empty", c.label()) : c.label();
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
        item(menu, TEXTS.get(place == 0 ? "sort.up" : place > 0 ? "sort.down" : "sort.not"), sort);
        item(menu, TEXTS.get("column.hide"), hide).setEnabled(model.names().size() > 1);
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
