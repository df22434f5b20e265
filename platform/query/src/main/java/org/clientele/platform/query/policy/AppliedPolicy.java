package org.clientele.platform.query.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.platform.query.formula.Formulas;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.text.Texts;

/**
 * A policy against a model. Fails closed: a row filter that cannot be understood stops every query.
 *
 * <p>Its own row filters may read masked columns; nobody else may. A key and the columns that refer to it hold the same
 * values, so masking one masks all of them.
 */
public final class AppliedPolicy {
    private static final Texts TEXTS = Texts.of(AppliedPolicy.class);

    private static final List<Set<String>> SAME_VALUES = List.of(
            Set.of("order_line.customer_id", "customer.customer_id"),
            Set.of("order_line.product_id", "product.product_id"));
    private static final List<String> FIRST_SALE_READS =
            List.of("order_line.customer_id", "order_line.ordered_at", "order_line.quantity", "order_line.unit_price");

    private final Policy policy;
    private final Map<String, List<Term>> filters = new LinkedHashMap<>();
    private final Set<String> masked;

    /** @throws AnalyticsException FORMULA_INVALID or ARGUMENT_INVALID if a row filter is wrong */
    public AppliedPolicy(Policy policy, CustomerModel model) {
        this.policy = policy;
        policy.rowFilters().forEach((table, conditions) -> {
            Names names = Names.of(model, table).storedOnly();
            String owner = TEXTS.get("applied.policy.row_filter_policy_on", policy.name(), table);
            filters.put(
                    table,
                    conditions.stream()
                            .map(c -> Formulas.condition(owner, c, names))
                            .toList());
        });
        Set<String> named = policy.maskedColumns().stream()
                .map(c -> c.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        SAME_VALUES.stream()
                .filter(same -> same.stream().anyMatch(named::contains))
                .toList()
                .forEach(named::addAll);
        this.masked = named;
    }

    /** The conditions that every row of {@code table} must pass; empty if all may be seen. */
    public List<Term> rowFilters(String table) {
        return filters.getOrDefault(table, List.of());
    }

    /** Whether a column may be read. */
    public boolean allows(Term.Column column) {
        return hidden(column).isEmpty();
    }

    /** Whether all columns that a term reads may be read. */
    public boolean allows(Term term) {
        List<String> hidden = new ArrayList<>();
        term.walk(t -> {
            if (t instanceof Term.Column c) {
                hidden.addAll(hidden(c));
            }
        });
        return hidden.isEmpty();
    }

    /**
     * Refuses a term that reads a masked column.
     *
     * @param reader who reads it, for the message: "the metric clientele.core/sales"
     * @throws AnalyticsException FORBIDDEN
     */
    public void check(Term term, String reader) {
        term.walk(t -> {
            if (t instanceof Term.Column c && !allows(c)) {
                throw new AnalyticsException(
                        ErrorCode.FORBIDDEN,
                        TEXTS.get(
                                "applied.policy.hides",
                                policy.name(),
                                hidden(c).stream()
                                        .reduce((a, b) -> TEXTS.get("applied.policy.and", a, b))
                                        .orElse(""),
                                reader));
            }
        });
    }

    private List<String> hidden(Term.Column column) {
        List<String> reads = new ArrayList<>(List.of(column.toString()));
        if (column.equals(Term.FIRST_SALE)) {
            reads.addAll(FIRST_SALE_READS);
        }
        return reads.stream()
                .filter(r -> masked.contains(r.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
