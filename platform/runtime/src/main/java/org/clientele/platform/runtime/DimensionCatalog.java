package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/** The dimensions that the data at hand has members of, as far as the policy shows them. */
final class DimensionCatalog {
    private static final Texts TEXTS = Texts.of(DimensionCatalog.class);

    /** A column without a member in so many rows is taken for one that no file filled. */
    private static final int LOOKED_AT = 20_000;

    private static final Set<String> NAMED = Set.of("country");
    private static final Set<String> NOT_TO_PICK =
            Set.of("order_id", "line_no", "ordered_at", "description", "customer_id", "product_id", "name", "email");

    private DimensionCatalog() {}

    /** Blocks. */
    static List<DimensionView> of(Session session, CustomerModel model, CancelSignal cancel) {
        List<DimensionView> all = new ArrayList<>();
        all.add(new DimensionView("country", TEXTS.get("dimension.catalog.country"), ColumnType.TEXT));
        all.add(new DimensionView("product", TEXTS.get("dimension.catalog.product"), ColumnType.TEXT));
        all.add(new DimensionView("customer", TEXTS.get("dimension.catalog.customer"), ColumnType.TEXT));
        if (!session.sets().all().isEmpty()) {
            all.add(new DimensionView(
                    CustomerSets.DIMENSION, TEXTS.get("dimension.catalog.customer_set"), ColumnType.TEXT));
        }
        session.segmentations()
                .all()
                .forEach(s -> all.add(
                        new DimensionView(s.dimension(), s.name(), s.isScore() ? ColumnType.DOUBLE : ColumnType.TEXT)));
        all.addAll(columns(session, model, CustomerModel.ORDER_LINE, "", cancel));
        all.addAll(columns(session, model, CustomerModel.PRODUCT, "product.", cancel));
        all.addAll(columns(session, model, CustomerModel.CUSTOMER, "customer.", cancel));
        return List.copyOf(all);
    }

    private static List<DimensionView> columns(
            Session session, CustomerModel model, String table, String prefix, CancelSignal cancel) {
        List<ColumnSpec> columns = model.table(table).columns().stream()
                .filter(c -> !NOT_TO_PICK.contains(c.name()))
                .filter(c -> !prefix.isEmpty() || !NAMED.contains(c.name()))
                .filter(c -> !session.policy().maskedColumns().contains(table + "." + c.name()))
                .toList();
        if (columns.isEmpty()) {
            return List.of();
        }
        RowQuery query =
                RowQuery.of(table, columns.stream().map(ColumnSpec::name).toArray(String[]::new));
        Frame frame = session.rows(query.page(0, LOOKED_AT), cancel);
        List<DimensionView> found = new ArrayList<>();
        for (ColumnSpec column : columns) {
            Column values = frame.column(column.name());
            if (values.nullCount() < values.size()) {
                String label = prefix.isEmpty()
                        ? column.label()
                        : FilterText.dimension(table) + ": " + column.label().toLowerCase(java.util.Locale.ROOT);
                found.add(new DimensionView(prefix + column.name(), label, column.type()));
            }
        }
        return found;
    }
}
