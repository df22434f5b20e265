package org.clientele.platform.workbench.records;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.clientele.platform.workbench.paint.Palette;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.VisualRefreshCommand;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.painter.layer.NatGridLayerPainter;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.reorder.config.DefaultColumnReorderBindings;
import org.eclipse.nebula.widgets.nattable.reorder.event.ColumnReorderEvent;
import org.eclipse.nebula.widgets.nattable.resize.config.DefaultColumnResizeBindings;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultSelectionBindings;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** The table widget of records: it paints what is in view, and knows nothing of where rows come from. UI thread only. */
final class RecordsTable {
    /** Marks cells of the heads. */
    static final String HEAD = "head";

    private static final int ROW = 30;
    private static final int LOW_ROW = 24;
    private static final int HEAD_ROW = 34;
    private static final int FIELD_ROW = 34;

    private final Source source;
    private final TablePainter painter;
    private final DataLayer body;
    private final ColumnReorderLayer reorder;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final NatTable table;
    private boolean filling;

    /** What it shows. */
    interface Source extends TablePainter.Shown {
        int columns();

        long rows();

        int width(int column);
    }

    /** What is done with it; columns and rows as in the source. */
    interface Actions {
        void sort(int column, boolean also);

        /** A filter is to be typed above a column, in a field of those bounds. */
        void edit(int column, Rectangle field);

        void open(int column, long row);

        /** Columns stand in another order, each named by where it stood. */
        void moved(List<Integer> order);

        void resized(int column, int width);

        /** The menu of a head. */
        void menu(int column);
    }

    RecordsTable(Composite parent, Palette palette, Source source, Actions actions) {
        this.source = source;
        this.painter = new TablePainter(source, palette);
        body = new DataLayer(new Cells(), 120, ROW);
        reorder = new ColumnReorderLayer(body, false);
        reorder.addConfiguration(new DefaultColumnReorderBindings());
        selection = new SelectionLayer(reorder, false);
        selection.addConfiguration(new QuietHeads());
        viewport = new ViewportLayer(selection);
        DataLayer heads = new DataLayer(new Heads(), 120, HEAD_ROW);
        heads.setRowHeightByPosition(1, FIELD_ROW);
        heads.setConfigLabelAccumulator((labels, column, row) -> labels.addLabel(HEAD));
        ColumnHeaderLayer header = new ColumnHeaderLayer(heads, viewport, selection, false);
        header.addConfiguration(new DefaultColumnResizeBindings());
        CompositeLayer whole = new CompositeLayer(1, 2);
        whole.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        whole.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = new NatTable(parent, whole, false);
        table.setConfigRegistry(new ConfigRegistry());
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.addConfiguration(new Painting());
        table.addConfiguration(new Clicks(actions));
        table.configure();
        table.setLayerPainter(new NatGridLayerPainter(table, (byte) 0));
        body.addLayerListener(e -> {
            if (e instanceof ColumnResizeEvent resized && !filling) {
                resized.getColumnPositionRanges()
                        .forEach(
                                r -> r.getMembers().forEach(c -> actions.resized(c, body.getColumnWidthByPosition(c))));
            }
        });
        reorder.addLayerListener(e -> {
            if (e instanceof ColumnReorderEvent) {
                List<Integer> order = new ArrayList<>(reorder.getColumnIndexOrder());
                table.getDisplay().asyncExec(() -> {
                    if (!table.isDisposed()) {
                        actions.moved(order);
                    }
                });
            }
        });
        palette(palette);
        fill();
    }

    private final class Cells implements IDataProvider {
        @Override
        public Object getDataValue(int column, int row) {
            String text = source.text(column, row);
            return text == null ? "" : text;
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException("Records are not edited here.");
        }

        @Override
        public int getColumnCount() {
            return source.columns();
        }

        @Override
        public int getRowCount() {
            return (int) Math.min(Integer.MAX_VALUE / 64, source.rows());
        }
    }

    private final class Heads implements IDataProvider {
        @Override
        public Object getDataValue(int column, int row) {
            return row == 0 ? source.head(column) : source.typed(column);
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new UnsupportedOperationException("A filter is typed in a field of its own.");
        }

        @Override
        public int getColumnCount() {
            return source.columns();
        }

        @Override
        public int getRowCount() {
            return 2;
        }
    }

    /** A click on a head sorts and does not select a column of half a million cells. */
    private static final class QuietHeads extends DefaultSelectionLayerConfiguration {
        @Override
        protected void addSelectionUIBindings() {
            addConfiguration(new DefaultSelectionBindings() {
                @Override
                protected void configureColumnHeaderMouseClickBindings(UiBindingRegistry registry) {
                    // Heads have clicks of their own.
                }
            });
        }

        @Override
        protected void addSearchUIBindings() {
            // Rows are found by filters.
        }
    }

    private final class Painting extends AbstractRegistryConfiguration {
        @Override
        public void configureRegistry(IConfigRegistry registry) {
            for (DisplayMode mode : DisplayMode.values()) {
                registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, mode);
            }
            registry.registerConfigAttribute(CellConfigAttributes.RENDER_GRID_LINES, Boolean.FALSE);
        }
    }

    private final class Clicks extends AbstractUiBindingConfiguration {
        private final Actions actions;

        Clicks(Actions actions) {
            this.actions = actions;
        }

        @Override
        public void configureUiBindings(UiBindingRegistry registry) {
            for (int mask : new int[] {SWT.NONE, SWT.MOD2}) {
                registry.registerFirstSingleClickBinding(
                        new MouseEventMatcher(mask, GridRegion.COLUMN_HEADER, MouseEventMatcher.LEFT_BUTTON),
                        (t, e) -> head(e.x, e.y, mask != SWT.NONE));
            }
            registry.registerFirstMouseDownBinding(
                    new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, MouseEventMatcher.RIGHT_BUTTON),
                    (t, e) -> columnAt(e.x).ifPresent(actions::menu));
            registry.registerDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (t, e) -> {
                int row = table.getRowIndexByPosition(table.getRowPositionByY(e.y));
                columnAt(e.x).ifPresent(c -> actions.open(c, row));
            });
        }

        private void head(int x, int y, boolean also) {
            OptionalInt column = columnAt(x);
            if (column.isEmpty()) {
                return;
            }
            if (y < HEAD_ROW) {
                actions.sort(column.getAsInt(), also);
            } else {
                actions.edit(column.getAsInt(), field(column.getAsInt()));
            }
        }
    }

    private OptionalInt columnAt(int x) {
        int position = table.getColumnPositionByX(x);
        int index = position < 0 ? -1 : table.getColumnIndexByPosition(position);
        return index < 0 || index >= source.columns() ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** Where the filter of a column is typed, or where it would be if it is not in view. */
    Rectangle field(int column) {
        return cell(column, 1);
    }

    /** Where the head of a column is. */
    Rectangle head(int column) {
        return cell(column, 0);
    }

    /** Where a cell of records is; {@code line} 0 is the first that is in view. */
    Rectangle line(int column, int line) {
        return cell(column, line + 2);
    }

    private Rectangle cell(int column, int position) {
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (table.getColumnIndexByPosition(i) == column) {
                return table.getBoundsByPosition(i, position);
            }
        }
        return new Rectangle(0, 0, 0, 0);
    }

    /** The toolkit's control. */
    NatTable control() {
        return table;
    }

    void palette(Palette palette) {
        painter.palette(palette);
        table.setBackground(Palette.color(palette.theme().surface()));
        table.redraw();
    }

    void compact(boolean yes) {
        body.setDefaultRowHeight(yes ? LOW_ROW : ROW);
        table.refresh();
    }

    /** Other columns, or another number of rows. */
    void fill() {
        filling = true;
        for (int i = 0; i < source.columns(); i++) {
            body.setColumnWidthByPosition(i, source.width(i), false);
        }
        filling = false;
        table.refresh();
    }

    /** Begins at the first row again, with nothing chosen. */
    void top() {
        selection.clear();
        viewport.setOriginY(0);
        viewport.invalidateVerticalStructure();
    }

    /** Cells that are in view may have other texts now. */
    void repaint() {
        table.doCommand(new VisualRefreshCommand());
    }

    /** The first row in view. */
    long first() {
        return viewport.getRowCount() == 0 ? -1 : viewport.getRowIndexByPosition(0);
    }

    /** How many rows are in view, also in part. */
    int visible() {
        return viewport.getRowCount();
    }

    /** The column and row of the cell that the keyboard is on; negative where it is on none. */
    int[] anchor() {
        PositionCoordinate at = selection.getSelectionAnchor();
        return at.getRowPosition() < 0
                ? new int[] {-1, -1}
                : new int[] {selection.getColumnIndexByPosition(at.getColumnPosition()), at.getRowPosition()};
    }

    /** The columns of which cells are chosen, as they stand. */
    List<Integer> chosenColumns() {
        List<Integer> all = new ArrayList<>();
        for (int position : selection.getSelectedColumnPositions()) {
            all.add(selection.getColumnIndexByPosition(position));
        }
        return all;
    }

    /** The rows of which cells are chosen: from, and to without. */
    List<long[]> chosenRows() {
        List<long[]> all = new ArrayList<>();
        for (Range r : selection.getSelectedRowPositions()) {
            all.add(new long[] {r.start, r.end});
        }
        all.sort(java.util.Comparator.comparingLong(r -> r[0]));
        return all;
    }
}
