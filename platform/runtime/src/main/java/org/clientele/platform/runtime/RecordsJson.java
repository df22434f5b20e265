package org.clientele.platform.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;

/** Requests for lists of records as JSON, for the next start. */
public final class RecordsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordsJson() {}

    /** One line of JSON. */
    public static String write(RecordsRequest request) {
        RowQuery rows = request.rows();
        ObjectNode node = JSON.createObjectNode();
        node.put("title", request.title()).put("narrowed", request.narrowed()).put("table", rows.table());
        rows.columns().forEach(node.putArray("columns")::add);
        ScopeJson.filters(node.putArray("filters"), rows.filters());
        put(node, "from", rows.period().from());
        put(node, "to", rows.period().to());
        var order = node.putArray("order");
        rows.order().forEach(s -> order.addObject().put("column", s.column()).put("descending", s.descending()));
        node.put("limit", rows.limit());
        RecordsRequest.Figure figure = request.figure();
        if (figure != null) {
            node.putObject("figure")
                    .put("label", figure.label())
                    .put("formula", figure.formula())
                    .put("unit", figure.unit().numerator())
                    .put("per", figure.unit().denominator());
        }
        return node.toString();
    }

    private static void put(ObjectNode node, String name, @Nullable LocalDate day) {
        if (day != null) {
            node.put(name, day.toString());
        }
    }

    /**
     * The request that was written.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static RecordsRequest read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            List<String> columns = new ArrayList<>();
            node.path("columns").forEach(c -> columns.add(c.asText()));
            List<RowQuery.Sort> order = new ArrayList<>();
            node.path("order")
                    .forEach(s -> order.add(new RowQuery.Sort(
                            s.path("column").asText(), s.path("descending").asBoolean())));
            JsonNode figure = node.path("figure");
            return new RecordsRequest(
                    node.path("title").asText(),
                    node.path("narrowed").asText(),
                    new RowQuery(
                            node.path("table").asText(),
                            columns,
                            ScopeJson.filters(node.path("filters")),
                            new Period(day(node, "from"), day(node, "to")),
                            order,
                            0,
                            node.path("limit").asInt(1000)),
                    figure.isObject()
                            ? new RecordsRequest.Figure(
                                    figure.path("label").asText(),
                                    figure.path("formula").asText(),
                                    new Unit(
                                            figure.path("unit").asText(),
                                            figure.path("per").asText()))
                            : null);
        } catch (JsonProcessingException | DateTimeException | org.clientele.sdk.AnalyticsException e) {
            throw new IllegalArgumentException("It is no request for records: " + e.getMessage(), e);
        }
    }

    private static @Nullable LocalDate day(JsonNode node, String name) {
        return node.hasNonNull(name) ? LocalDate.parse(node.get(name).asText()) : null;
    }
}
