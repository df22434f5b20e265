package org.clientele.platform.workbench.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.records.RecordsState;
import org.clientele.platform.runtime.records.RecordsView;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.records.RecordsModel.Chosen;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The rows of a table of records, its columns, and what a person does with them. UI thread only. */
final class RecordsGrid implements RecordsTable.Actions {
    private static final Texts TEXTS = Texts.of(RecordsGrid.class);

    private final RecordsRequest request;
    private final RecordsMemory memory;
    private final PageHost host;
    private final Composite pane;
    private final RecordsModel model;
    private final Runnable asked;
    private final RecordsView view;
    private final RecordsTable table;
    private final FilterField field;
    private final History history = new History();
    private Chosen last;

    /** How its rows are opened and shown. */
    interface Opening {
        /** Opens the rows of some columns. */
        RecordsView view(List<String> columns);

        /** The control that shows them. */
        RecordsTable table(RecordsGrid grid, RecordsView view);
    }

    /** @param asked hears that other rows were asked for */
    RecordsGrid(
            RecordsRequest request,
            RecordsMemory memory,
            PageHost host,
            Composite pane,
            RecordsModel model,
            Opening opening,
            Runnable asked) {
        this.request = request;
        this.memory = memory;
        this.host = host;
        this.pane = pane;
        this.model = model;
        this.asked = asked;
        this.view = opening.view(read());
        this.table = opening.table(this, view);
        this.field = new FilterField(table.control(), model, this::typed, table::field);
        this.last = model.chosen();
    }

    /** What was chosen, and can be taken back. */
    History history() {
        return history;
    }

    /** Notes a step from what was chosen before to what is now; a field that is typed in and an edge that is dragged are one. */
    private void did(String deed, String once) {
        Chosen before = last;
        Chosen now = model.chosen();
        if (!now.equals(before)) {
            last = now;
            history.did(TEXTS.get("deed." + deed), once, () -> choose(before), () -> choose(now));
        }
    }

    private void choose(Chosen then) {
        field.close();
        model.choose(then);
        last = model.chosen();
        keep();
        table.fill();
        ask();
    }

    RecordsModel model() {
        return model;
    }

    RecordsView view() {
        return view;
    }

    RecordsTable table() {
        return table;
    }

    RecordsState state() {
        return view.state();
    }

    /** The columns on show, and the customer's, which rows lead to. */
    private List<String> read() {
        List<String> names = new ArrayList<>(model.names());
        model.all().stream()
                .filter(c -> c.name().equals(TableSource.CUSTOMER) || c.name().equals(TableSource.CUSTOMER_ID))
                .filter(c -> !c.hidden() && !names.contains(c.name()))
                .forEach(c -> names.add(c.name()));
        return names;
    }

    private void typed() {
        if (model.fault().isEmpty()) {
            did("filter", "filter");
        }
        ask();
    }

    /** Asks for the rows that the model describes now. */
    private void ask() {
        if (model.fault().isEmpty()) {
            view.show(read(), model.filters(), model.order());
        }
        asked.run();
    }

    @Override
    public void sort(int column, boolean also) {
        model.sort(model.names().get(column), also);
        did("sort", "");
        ask();
    }

    @Override
    public void edit(int column, Rectangle bounds) {
        field.edit(column, bounds);
    }

    /** Writes a filter of a column. */
    void edit(int column) {
        field.edit(column, table.field(column));
    }

    @Override
    public void open(int column, long row) {
        openAt(row);
    }

    /** Opens the customer of a row. */
    void openAt(long row) {
        TableSource.customer(view, row).ifPresentOrElse(host::showCustomer, () -> host.done(TEXTS.get("no.customer")));
    }

    @Override
    public void moved(List<Integer> order) {
        List<String> names = model.names();
        model.show(order.stream().map(names::get).toList());
        did("columns", "");
        keep();
        table.fill();
    }

    @Override
    public void resized(int column, int width) {
        model.width(model.names().get(column), width);
        did("width", "width");
        keep();
    }

    @Override
    public void menu(int column) {
        String name = model.names().get(column);
        ColumnMenu.head(pane, model, name, () -> sort(column, false), () -> toggle(name));
    }

    private void keep() {
        Map<String, Integer> widths = new HashMap<>();
        model.names().forEach(n -> widths.put(n, model.width(n)));
        memory.keep(request.rows().table(), model.names(), widths);
    }

    /** Lets a person choose columns from a list at a place. */
    void chooseColumns(Control over, Rectangle at) {
        ColumnMenu.choose(over, at, model, this::toggle);
    }

    private void toggle(String name) {
        model.toggle(name);
        did("columns", "");
        keep();
        table.fill();
        ask();
    }

    /** Takes all filters away. */
    void clear() {
        model.clear();
        did("clear", "");
        ask();
        table.control().setFocus();
    }

    /** Whether all rows in view are there; {@code filled} is how many the table was filled for. */
    boolean settled(long filled) {
        RecordsState state = state();
        if (!state.failure().isEmpty()) {
            return true;
        }
        long first = table.first();
        long last = Math.min(state.count(), first + table.visible()) - 1;
        return !state.loading()
                && state.summary() != null
                && filled == state.count()
                && (state.count() == 0
                        || first >= 0
                                && view.page(first).isPresent()
                                && view.page(last).isPresent());
    }
}
