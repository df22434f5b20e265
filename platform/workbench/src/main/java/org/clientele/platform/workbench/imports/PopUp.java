package org.clientele.platform.workbench.imports;

import java.util.List;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Lists that open below a field. */
final class PopUp {
    private PopUp() {}

    /**
     * An entry of a list.
     *
     * @param label "" is a line between entries
     * @param chosen whether it is the one in force
     * @param entries of a list behind it; empty if it acts itself
     */
    record Entry(String label, boolean chosen, Runnable action, List<Entry> entries) {
        Entry {
            entries = List.copyOf(entries);
        }

        static Entry of(String label, boolean chosen, Runnable action) {
            return new Entry(label, chosen, action, List.of());
        }

        static Entry line() {
            return new Entry("", false, () -> {}, List.of());
        }

        static Entry list(String label, List<Entry> entries) {
            return new Entry(label, false, () -> {}, entries);
        }
    }

    /** Opens a list below a place of a pane. */
    static void open(DrawnPane pane, String place, List<Entry> entries) {
        Rectangle at = pane.place(place).orElse(null);
        if (at == null || entries.isEmpty()) {
            return;
        }
        Menu menu = new Menu(pane.control());
        fill(menu, entries);
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        Point below = pane.control().toDisplay(at.x, at.y + at.height + 2);
        menu.setLocation(below);
        menu.setVisible(true);
    }

    private static void fill(Menu menu, List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.label().isEmpty()) {
                new MenuItem(menu, SWT.SEPARATOR);
            } else if (!entry.entries().isEmpty()) {
                MenuItem item = new MenuItem(menu, SWT.CASCADE);
                item.setText(entry.label().replace("&", "&&"));
                Menu list = new Menu(menu);
                item.setMenu(list);
                fill(list, entry.entries());
            } else {
                MenuItem item = new MenuItem(menu, SWT.RADIO);
                item.setText(entry.label().replace("&", "&&"));
                item.setSelection(entry.chosen());
                item.addListener(SWT.Selection, e -> {
                    if (item.getSelection() && !entry.chosen()) {
                        entry.action().run();
                    }
                });
            }
        }
    }
}
