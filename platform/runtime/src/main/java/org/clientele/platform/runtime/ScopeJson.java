package org.clientele.platform.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/** Scopes as JSON, for bookmarks and for the next start. */
public final class ScopeJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScopeJson() {}

    /** One line of JSON. */
    public static String write(Scope scope) {
        return node(scope).toString();
    }

    /**
     * The scope that was written.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Scope read(String json) {
        try {
            return scope(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("It is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    static ObjectNode node(Scope scope) {
        ObjectNode node = JSON.createObjectNode();
        if (scope.choice() != null) {
            node.put("period", scope.choice().toString());
        }
        if (scope.days() != null) {
            ObjectNode days = node.putObject("days");
            put(days, "from", scope.days().from());
            put(days, "to", scope.days().to());
        }
        if (scope.comparison() != null) {
            node.put("comparison", scope.comparison().name());
        }
        filters(node.putArray("filters"), scope.filters());
        ObjectNode picked = node.putObject("selections");
        scope.selections().forEach((tile, all) -> filters(picked.putArray(tile), all));
        if (!scope.shown().isEmpty()) {
            ObjectNode shown = node.putObject("shown");
            scope.shown().forEach((tile, way) -> shown.put(tile, way.toString()));
        }
        if (scope.incomplete() != Incomplete.SAME_PART) {
            node.put("incomplete", scope.incomplete().name());
        }
        if (!scope.drills().isEmpty()) {
            ObjectNode drills = node.putObject("drills");
            scope.drills().forEach((tile, drill) -> drills.set(tile, DrillJson.write(drill)));
        }
        if (!scope.parameters().isEmpty()) {
            scope.parameters().forEach(node.putObject("parameters")::put);
        }
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    static void filters(ArrayNode into, List<Filter> filters) {
        for (Filter filter : filters) {
            ObjectNode node = into.addObject();
            if (filter instanceof Filter.Members m) {
                node.put("dimension", m.dimension());
                ArrayNode members = node.putArray("members");
                m.members().forEach(members::add);
                node.put("exclude", m.exclude());
            } else if (filter instanceof Filter.Range range) {
                node.put("dimension", range.dimension());
                put(node, "from", range.from());
                put(node, "to", range.to());
            } else {
                node.put("condition", ((Filter.Condition) filter).condition());
            }
        }
    }

    static Scope scope(@Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            throw new IllegalArgumentException("A scope is a JSON object.");
        }
        Map<String, List<Filter>> selections = new LinkedHashMap<>();
        node.path("selections").properties().forEach(e -> selections.put(e.getKey(), filters(e.getValue())));
        Map<String, Drill> drills = new LinkedHashMap<>();
        node.path("drills").properties().forEach(e -> drills.put(e.getKey(), DrillJson.read(e.getValue())));
        JsonNode days = node.path("days");
        String period = node.path("period").asText("");
        String comparison = node.path("comparison").asText("");
        Map<String, ShownAs> shown = new LinkedHashMap<>();
        node.path("shown")
                .properties()
                .forEach(e ->
                        shown.put(e.getKey(), read(ShownAs::parse, e.getValue().asText())));
        Map<String, String> parameters = new LinkedHashMap<>();
        node.path("parameters")
                .properties()
                .forEach(e -> parameters.put(e.getKey(), e.getValue().asText()));
        return new Scope(
                period.isEmpty() ? null : read(PeriodChoice::parse, period),
                days.isObject() ? new Period(day(days, "from"), day(days, "to")) : null,
                comparison.isEmpty() ? null : Comparison.valueOf(comparison),
                filters(node.path("filters")),
                selections,
                shown,
                Incomplete.valueOf(node.path("incomplete").asText(Incomplete.SAME_PART.name())),
                drills,
                parameters);
    }

    private static <T> T read(Function<String, T> reader, String text) {
        try {
            return reader.apply(text);
        } catch (AnalyticsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static @Nullable LocalDate day(JsonNode node, String name) {
        String text = text(node, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no day.", e);
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }

    static List<Filter> filters(JsonNode array) {
        List<Filter> all = new ArrayList<>();
        for (JsonNode node : array) {
            if (node.has("condition")) {
                all.add(Filter.where(node.get("condition").asText()));
            } else if (!node.hasNonNull("dimension")) {
                throw new IllegalArgumentException("A filter names a dimension or a condition.");
            } else if (node.has("members")) {
                List<@Nullable String> members = new ArrayList<>();
                node.get("members").forEach(m -> members.add(m.isNull() ? null : m.asText()));
                all.add(new Filter.Members(
                        node.get("dimension").asText(),
                        members,
                        node.path("exclude").asBoolean()));
            } else {
                all.add(new Filter.Range(node.get("dimension").asText(), text(node, "from"), text(node, "to")));
            }
        }
        return all;
    }
}
