package org.clientele.platform.workbench.records;

import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The field in which a filter is typed above a column; the table follows while one types. UI thread only. */
final class FilterField {
    private static final int PATIENCE = 300;

    private final Composite table;
    private final RecordsModel model;
    private final Runnable changed;
    private final Places places;
    private @Nullable Text text;

    /** Where fields are. */
    interface Places {
        /** The field above a column. */
        Rectangle of(int column);
    }

    FilterField(Composite table, RecordsModel model, Runnable changed, Places places) {
        this.table = table;
        this.model = model;
        this.changed = changed;
        this.places = places;
    }

    /** Lets a person type above a column. */
    void edit(int column, Rectangle bounds) {
        close();
        if (column < 0 || column >= model.names().size() || bounds.isEmpty()) {
            return;
        }
        String name = model.names().get(column);
        String before = model.typed(name);
        Text field = new Text(table, SWT.SINGLE | SWT.BORDER);
        text = field;
        field.setFont(SwtResources.of(table.getDisplay()).nativeFont(12, Weight.REGULAR));
        field.setText(before);
        field.selectAll();
        field.setData("name", "filter-" + name);
        field.setToolTipText(org.clientele.platform.runtime.records.ColumnFilter.help(
                model.shown().get(column)));
        int high = Math.max(bounds.height - 6, field.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        field.setBounds(bounds.x + 3, bounds.y + (bounds.height - high) / 2 - 1, Math.max(90, bounds.width - 6), high);
        Runnable follow = () -> {
            if (field == text && !field.isDisposed()) {
                take(name, field.getText());
            }
        };
        field.addListener(SWT.Modify, e -> table.getDisplay().timerExec(PATIENCE, follow));
        field.addListener(SWT.Traverse, e -> {
            switch (e.detail) {
                case SWT.TRAVERSE_ESCAPE -> end(name, before);
                case SWT.TRAVERSE_RETURN -> end(name, field.getText());
                case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS -> {
                    end(name, field.getText());
                    int next = column + (e.detail == SWT.TRAVERSE_TAB_NEXT ? 1 : -1);
                    if (next >= 0 && next < model.names().size()) {
                        edit(next, places.of(next));
                    }
                }
                default -> {
                    return;
                }
            }
            e.doit = false;
        });
        field.addListener(SWT.FocusOut, e -> {
            if (field == text) {
                take(name, field.getText());
                close();
            }
        });
        field.setFocus();
    }

    private void end(String name, String value) {
        take(name, value);
        close();
        table.setFocus();
    }

    private void take(String name, String value) {
        if (model.type(name, value)) {
            changed.run();
        }
        table.redraw();
    }

    void close() {
        Text old = text;
        text = null;
        if (old != null && !old.isDisposed()) {
            // A field that is told that the focus left must find itself given up already.
            table.getDisplay().asyncExec(old::dispose);
            old.setVisible(false);
        }
    }
}
