package org.clientele.platform.runtime.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;

/** Finds customers by the start of their ids or a part of their names, under the policy. */
record CustomerSearch(RecordSource source) {
    private static final String ID = "customer_id";
    private static final String NAME = "name";

    List<CustomerMatch> find(String typed, int most, CancelSignal cancel) {
        String text = plain(typed);
        if (text.isEmpty()) {
            return List.of();
        }
        Set<String> hidden = Set.copyOf(source.hidden(RowQuery.of(CustomerModel.CUSTOMER, ID, NAME), cancel));
        if (hidden.contains(ID)) {
            return List.of();
        }
        Map<String, CustomerMatch> found = new LinkedHashMap<>();
        boolean named = !hidden.contains(NAME);
        listed(found, ID, text + "%", named, most, cancel);
        if (named && found.size() < most) {
            listed(found, NAME, "%" + text + "%", true, most, cancel);
        }
        if (found.size() < most) {
            bought(found, text, most, cancel);
        }
        return found.values().stream().limit(most).toList();
    }

    /** What stands for any text in a pattern, and ends one, is left out. */
    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replace("%", "").replace("'", "''");
    }

    private void listed(
            Map<String, CustomerMatch> found,
            String column,
            String pattern,
            boolean named,
            int most,
            CancelSignal cancel) {
        RowQuery query =
                named ? RowQuery.of(CustomerModel.CUSTOMER, ID, NAME) : RowQuery.of(CustomerModel.CUSTOMER, ID);
        Frame rows = source.query(
                query.where(Filter.where("lower(" + column + ") like '" + pattern + "'"))
                        .orderBy(column, false)
                        .page(0, most),
                cancel);
        for (int row = 0; row < rows.rowCount(); row++) {
            add(found, rows.column(ID), named ? rows.column(NAME) : null, row);
        }
    }

    /** Files without a list of customers name them in their order lines. */
    private void bought(Map<String, CustomerMatch> found, String text, int most, CancelSignal cancel) {
        Frame rows = source.query(
                MetricQuery.of("clientele.core/revenue")
                        .by("customer")
                        .where(Filter.where("lower(customer_id) like '" + text + "%'"))
                        .top(most),
                cancel);
        for (int row = 0; row < rows.rowCount(); row++) {
            add(found, rows.column("customer"), null, row);
        }
    }

    private static void add(Map<String, CustomerMatch> found, Column ids, @Nullable Column names, int row) {
        String id = ids.isNull(row) ? null : ids.textAt(row);
        if (id != null) {
            String name = names == null || names.isNull(row) ? "" : Objects.requireNonNullElse(names.textAt(row), "");
            found.putIfAbsent(id, new CustomerMatch(id, name));
        }
    }
}
