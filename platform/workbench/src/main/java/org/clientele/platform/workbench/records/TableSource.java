package org.clientele.platform.workbench.records;

import java.util.Optional;
import org.clientele.platform.runtime.records.RecordColumn;
import org.clientele.platform.runtime.records.RecordsView;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.jspecify.annotations.Nullable;

/** The cells of a table of records: what was read of the list, in the columns of the model. */
record TableSource(ValueFormat format, RecordsModel model, RecordsView view) implements RecordsTable.Source {
    /** The customer of an order line. */
    static final String CUSTOMER = "customer";
    /** The customer of other records. */
    static final String CUSTOMER_ID = "customer_id";

    /** The customer of a row, as far as that was read. */
    static Optional<String> customer(RecordsView view, long row) {
        return view.page(row)
                .flatMap(page -> page.find(CUSTOMER).or(() -> page.find(CUSTOMER_ID)))
                .flatMap(c -> Optional.ofNullable(c.textAt((int) (row % RecordsView.PAGE))));
    }

    private @Nullable Column column(int column, long row) {
        RecordColumn asked = model.shown().get(column);
        return view.page(row).flatMap(p -> p.find(asked.name())).orElse(null);
    }

    @Override
    public @Nullable String text(int column, long row) {
        Column c = column < columns() ? column(column, row) : null;
        return c == null ? null : RecordText.cell(format, c, (int) (row % RecordsView.PAGE));
    }

    @Override
    public boolean numeric(int column) {
        return model.shown().get(column).type().isNumeric();
    }

    @Override
    public boolean link(int column, long row) {
        String name = model.shown().get(column).name();
        boolean customer = name.equals(CUSTOMER) || name.equals(CUSTOMER_ID) || name.equals("customer.name");
        Column c = customer ? column(column, row) : null;
        return c != null && !c.isNull((int) (row % RecordsView.PAGE));
    }

    @Override
    public String head(int column) {
        RecordColumn c = model.shown().get(column);
        return RecordText.head(c.label(), c.spec().unit());
    }

    @Override
    public int sorted(int column) {
        return model.place(model.shown().get(column).name());
    }

    @Override
    public boolean several() {
        return model.order().size() > 1;
    }

    @Override
    public String typed(int column) {
        return model.typed(model.shown().get(column).name());
    }

    @Override
    public boolean wrong(int column) {
        return !model.fault(model.shown().get(column).name()).isEmpty();
    }

    @Override
    public int columns() {
        return model.shown().size();
    }

    @Override
    public long rows() {
        return Math.max(0, view.state().count());
    }

    @Override
    public int width(int column) {
        return model.width(model.shown().get(column).name());
    }
}
