package org.clientele.platform.runtime.sets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Picked;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.ScopeJson;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;

/**
 * What customers of a set are chosen by: they have a row that all of it holds for.
 *
 * @param table whose rows: those of order lines, of customers, or of any table with a customer
 * @param filters all of them must hold
 * @param choice the days by a rule, or null
 * @param days these very days, or null; with neither, all
 */
public record SetRule(
        String table,
        List<Filter> filters,
        @Nullable PeriodChoice choice,
        @Nullable Period days) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public SetRule {
        Objects.requireNonNull(table, "table");
        filters = List.copyOf(filters);
    }

    /** Whoever has an order line that a dashboard narrowed down like that shows, by its filters and by all that is picked. */
    public static SetRule of(Scope scope) {
        List<Filter> all = new ArrayList<>(scope.filters());
        scope.selections().values().forEach(all::addAll);
        return new SetRule(CustomerModel.ORDER_LINE, all, scope.choice(), scope.days());
    }

    /** Whoever has one of these rows. */
    public static SetRule of(RowQuery rows) {
        Period days = rows.period();
        return new SetRule(rows.table(), rows.filters(), null, days.isAll() ? null : days);
    }

    /** The same in these very days. */
    public SetRule during(Period theseDays) {
        return new SetRule(table, filters, null, theseDays.isAll() ? null : theseDays);
    }

    /** The same in the days of a rule, which go on with the data. */
    public SetRule during(PeriodChoice rule) {
        return new SetRule(table, filters, rule, null);
    }

    /** Whether it can be asked again later: not where it names segments that nobody published. */
    public boolean lasts() {
        return filters.stream()
                .noneMatch(f -> (f instanceof Filter.Condition c ? c.condition() : Picked.dimension(f))
                        .contains(Segmentation.LIVE));
    }

    /** The rows, on these days. */
    public RowQuery rows(Period resolved) {
        return RowQuery.of(table, "customer_id").filtered(filters).during(resolved);
    }

    /** As text that {@link #read} understands. */
    public String written() {
        Scope scope = new Scope(choice, days, null, filters, java.util.Map.of());
        return "{\"table\":" + JSON.valueToTree(table) + ",\"scope\":" + ScopeJson.write(scope) + "}";
    }

    /** @throws IllegalArgumentException if it is no rule */
    public static SetRule read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return of(ScopeJson.read(node.path("scope").toString()))
                    .on(node.path("table").asText(CustomerModel.ORDER_LINE));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("It is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private SetRule on(String other) {
        return new SetRule(other, filters, choice, days);
    }
}
