package org.clientele.platform.workbench.records;

import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;

/** Draws every cell of a table of records in the window's colours. UI thread only. */
final class TablePainter extends AbstractCellPainter {
    private static final Texts TEXTS = Texts.of(TablePainter.class);

    private static final int PADDING = 10;

    private final Shown table;
    private Palette palette;

    /** What stands in a cell, and how. */
    interface Shown {
        /** Of a row of records: the text, or null while it is being read. */
        @Nullable
        String text(int column, long row);

        boolean numeric(int column);

        /** Whether a click leads somewhere. */
        boolean link(int column, long row);

        String head(int column);

        /** As {@link RecordsModel#place}. */
        int sorted(int column);

        /** Whether rows are sorted by more than one column. */
        boolean several();

        /** What is typed above a column. */
        String typed(int column);

        boolean wrong(int column);
    }

    TablePainter(Shown table, Palette palette) {
        this.table = table;
        this.palette = palette;
    }

    void palette(Palette p) {
        palette = p;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        Rectangle clip = gc.getClipping();
        gc.setClipping(bounds.intersection(clip));
        gc.setAntialias(SWT.ON);
        if (!cell.getConfigLabels().hasLabel(RecordsTable.HEAD)) {
            body(cell, gc, bounds);
        } else if (cell.getRowIndex() == 0) {
            head(cell, gc, bounds);
        } else {
            field(cell, gc, bounds);
        }
        gc.setClipping(clip);
    }

    private void body(ILayerCell cell, GC gc, Rectangle b) {
        boolean chosen = DisplayMode.SELECT.equals(cell.getDisplayMode());
        int column = cell.getColumnIndex();
        fill(gc, b, palette.theme().surface());
        if (chosen) {
            gc.setAlpha(palette.selected() >>> 24);
            fill(gc, b, palette.selected() | 0xFF000000);
            gc.setAlpha(255);
        }
        rule(gc, b);
        String text = table.text(column, cell.getRowIndex());
        if (text == null) {
            gc.setBackground(Palette.color(palette.theme().border()));
            int w = Math.min(b.width - 2 * PADDING, 40 + (cell.getRowIndex() * 31 + column * 17) % 50);
            int x = table.numeric(column) ? b.x + b.width - PADDING - w : b.x + PADDING;
            gc.fillRoundRectangle(x, b.y + b.height / 2 - 4, w, 8, 8, 8);
            return;
        }
        boolean link = table.link(column, cell.getRowIndex());
        int ink = link ? palette.theme().accent() : palette.theme().text();
        text(gc, b, text, ink, font(gc, 13, Weight.REGULAR), table.numeric(column), 0);
    }

    private void head(ILayerCell cell, GC gc, Rectangle b) {
        int column = cell.getColumnIndex();
        fill(gc, b, palette.theme().surface());
        int place = table.sorted(column);
        int room = place == 0 ? 0 : table.several() ? 26 : 16;
        int ink = place == 0 ? palette.theme().secondary() : palette.theme().text();
        boolean right = table.numeric(column);
        int end = text(gc, b, table.head(column), ink, font(gc, 12, Weight.MEDIUM), right, room);
        if (place != 0) {
            int x = (right ? b.x + b.width - PADDING - room : Math.min(end, b.x + b.width - PADDING - room)) + 6;
            int y = b.y + b.height / 2;
            gc.setBackground(Palette.color(palette.theme().accent()));
            int up = place > 0 ? -1 : 1;
            gc.fillPolygon(new int[] {x, y - up * 2, x + 8, y - up * 2, x + 4, y + up * 3});
            if (table.several()) {
                gc.setForeground(Palette.color(palette.theme().accent()));
                gc.setFont(font(gc, 10, Weight.MEDIUM));
                gc.drawText(String.valueOf(Math.abs(place)), x + 11, y - 7, true);
            }
        }
    }

    private void field(ILayerCell cell, GC gc, Rectangle b) {
        int column = cell.getColumnIndex();
        fill(gc, b, palette.theme().surface());
        String typed = table.typed(column);
        boolean wrong = table.wrong(column);
        gc.setBackground(Palette.color(palette.theme().canvas()));
        gc.fillRoundRectangle(b.x + 4, b.y + 2, b.width - 8, b.height - 8, 8, 8);
        if (!typed.isEmpty()) {
            gc.setForeground(Palette.color(
                    wrong ? palette.theme().bad() : palette.theme().accent()));
            gc.drawRoundRectangle(b.x + 4, b.y + 2, b.width - 9, b.height - 9, 8, 8);
        }
        Rectangle inner = new Rectangle(b.x, b.y - 2, b.width, b.height);
        int ink = typed.isEmpty()
                ? palette.faint()
                : wrong ? palette.theme().bad() : palette.theme().text();
        text(gc, inner, typed.isEmpty() ? TEXTS.get("filter") : typed, ink, font(gc, 12, Weight.REGULAR), false, 0);
        rule(gc, b);
    }

    /** @return where it ends */
    private static int text(GC gc, Rectangle b, String text, int ink, Font font, boolean right, int after) {
        gc.setFont(font);
        gc.setForeground(Palette.color(ink));
        int room = b.width - 2 * PADDING - after;
        String fits = shorten(gc, text, room);
        int width = gc.textExtent(fits).x;
        int x = right ? b.x + b.width - PADDING - after - width : b.x + PADDING;
        int y = b.y + (b.height - gc.getFontMetrics().getHeight()) / 2;
        gc.drawText(fits, x, y, SWT.DRAW_TRANSPARENT);
        return x + width;
    }

    private static String shorten(GC gc, String text, int room) {
        String flat = text.indexOf('\n') < 0 ? text : text.replace('\n', ' ');
        String fits = flat.length() > 400 ? flat.substring(0, 400) : flat;
        if (gc.textExtent(fits).x <= room) {
            return fits;
        }
        int low = 0;
        int high = fits.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (gc.textExtent(fits.substring(0, middle) + "…").x <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return fits.substring(0, low) + "…";
    }

    private void rule(GC gc, Rectangle b) {
        gc.setBackground(Palette.color(palette.theme().border()));
        gc.fillRectangle(b.x, b.y + b.height - 1, b.width, 1);
    }

    private static void fill(GC gc, Rectangle b, int argb) {
        gc.setBackground(Palette.color(argb));
        gc.fillRectangle(b);
    }

    private static Font font(GC gc, double size, Weight weight) {
        return SwtResources.of((org.eclipse.swt.widgets.Display) gc.getDevice()).nativeFont(size, weight);
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        boolean head = cell.getConfigLabels().hasLabel(RecordsTable.HEAD);
        String text = head ? table.head(cell.getColumnIndex()) : table.text(cell.getColumnIndex(), cell.getRowIndex());
        gc.setFont(font(gc, head ? 12 : 13, head ? Weight.MEDIUM : Weight.REGULAR));
        return (text == null ? 0 : Math.min(480, gc.textExtent(text).x)) + 2 * PADDING + (head ? 26 : 0);
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return cell.getBounds().height;
    }
}
