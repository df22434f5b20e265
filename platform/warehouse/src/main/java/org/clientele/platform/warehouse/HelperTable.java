package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.RowSql.Origin;
import org.clientele.platform.warehouse.rejects.RejectOrigin;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;

/**
 * A source that only gives columns to the rows of others, as headers of orders do: for the time of the import a table of
 * its own, under the key by which they refer to it.
 *
 * @param source what it is called
 * @param table its columns; the name is that of a temporary table
 * @param overrides whether its columns go before those that the others have themselves
 */
record HelperTable(String source, CustomerModel.Table table, boolean overrides) {
    static final String KEY = "join_key";

    /**
     * @param columns where the source's columns go
     * @param types of those that the model does not name
     */
    static HelperTable of(
            SourceImport source, RecipeColumns columns, Map<String, ColumnType> types, boolean overrides) {
        String name = "helper_" + Math.abs(source.id());
        List<ColumnSpec> specs = new ArrayList<>();
        specs.add(ColumnSpec.of(KEY, ColumnType.TEXT));
        for (String column : columns.origins().keySet()) {
            specs.add(columns.table()
                    .find(column)
                    .orElseGet(() -> ColumnSpec.of(column, types.getOrDefault(column, ColumnType.TEXT))));
        }
        return new HelperTable(
                source.planned().name(),
                new CustomerModel.Table(name, source.planned().name(), KEY, "", specs, List.of(KEY), Map.of()),
                overrides);
    }

    /** One whose rows are kept since an earlier import. */
    static HelperTable of(RejectOrigin.Join kept) {
        List<ColumnSpec> specs = new ArrayList<>();
        specs.add(ColumnSpec.of(KEY, ColumnType.TEXT));
        kept.gives().forEach(g -> specs.add(new ColumnSpec(g.column(), g.type(), Unit.none(), g.label())));
        return new HelperTable(
                kept.source(),
                new CustomerModel.Table(kept.table(), kept.source(), KEY, "", specs, List.of(KEY), Map.of()),
                kept.overrides());
    }

    /** The table that its rows are kept in, for as long as the import is there. */
    String kept() {
        return kept(table.name().replaceAll("\\D", ""));
    }

    static String kept(Object batch) {
        return "kept_helper_" + batch;
    }

    /** @param header of the column that refers to it */
    RejectOrigin.Join asKept(String header) {
        return new RejectOrigin.Join(
                kept(),
                source,
                header,
                overrides,
                gives().stream()
                        .map(c -> new RejectOrigin.Given(c.name(), c.type(), c.label()))
                        .toList());
    }

    /** What it can give: all but the key. */
    List<ColumnSpec> gives() {
        return table.columns().stream().filter(c -> !c.name().equals(KEY)).toList();
    }

    /** SQL that makes a table for the time of an import. */
    static String create(CustomerModel.Table table) {
        List<String> columns = new ArrayList<>();
        table.columns().forEach(c -> columns.add("\"" + c.name() + "\" " + Schema.sqlType(c)));
        return "CREATE OR REPLACE TEMP TABLE " + table.name() + " (" + String.join(", ", columns) + ", " + Schema.BATCH
                + " BIGINT)";
    }

    /**
     * Rows of a source with what helpers and products know about them.
     *
     * @param rows SQL of the numbered rows
     * @param origins where the columns come from so far; gets what is joined
     * @param joins each helper with the SQL of the value that refers to it
     * @param priceOf SQL of the product whose list price is the price, or ""
     */
    static String join(
            String rows, Map<String, Origin> origins, LinkedHashMap<HelperTable, String> joins, String priceOf) {
        StringBuilder select = new StringBuilder("l.*");
        StringBuilder from = new StringBuilder(rows).append(" AS l");
        int n = 0;
        for (Map.Entry<HelperTable, String> join : joins.entrySet()) {
            String alias = "h" + n++;
            HelperTable helper = join.getKey();
            select.append(", ")
                    .append(alias)
                    .append('.')
                    .append(KEY)
                    .append(" AS ")
                    .append(alias)
                    .append("_key");
            from.append(" LEFT JOIN ")
                    .append(helper.table().name())
                    .append(" AS ")
                    .append(alias);
            from.append(" ON ")
                    .append(alias)
                    .append('.')
                    .append(KEY)
                    .append(" = ")
                    .append(join.getValue());
            for (ColumnSpec column : helper.gives()) {
                if (helper.overrides() || !origins.containsKey(column.name())) {
                    String as = alias + "_" + column.name();
                    select.append(", ")
                            .append(alias)
                            .append(".\"")
                            .append(column.name())
                            .append("\" AS ")
                            .append(as);
                    origins.put(column.name(), Origin.joined(as));
                }
            }
        }
        if (!priceOf.isEmpty()) {
            select.append(", p.list_price AS p_price");
            from.append(" LEFT JOIN product AS p ON p.product_id = ").append(priceOf);
            origins.put("unit_price", Origin.joined("p_price"));
        }
        return "(SELECT " + select + " FROM " + from + ")";
    }

    /** Expressions that count, over such rows, those whose helper has no row: rows, values, an example. */
    static List<String> orphans(int n, String refers) {
        String alone = refers + " IS NOT NULL AND h" + n + "_key IS NULL";
        return List.of(
                "CAST(count_if(" + alone + ") AS VARCHAR)",
                "CAST(count(DISTINCT CASE WHEN " + alone + " THEN " + refers + " END) AS VARCHAR)",
                "min(CASE WHEN " + alone + " THEN " + refers + " END)");
    }
}
