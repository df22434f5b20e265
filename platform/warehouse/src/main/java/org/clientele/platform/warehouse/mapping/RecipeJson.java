package org.clientele.platform.warehouse.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Import recipes as JSON text: what is written is read back the same. */
public final class RecipeJson {
    private static final Texts TEXTS = Texts.of(RecipeJson.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private RecipeJson() {}

    /** The form on disk; the same names as {@link ImportRecipe}, the id as text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Form(
            @Nullable String id,
            @Nullable String title,
            @Nullable String entity,
            ImportRecipe.@Nullable Layout layout,
            @Nullable List<String> headers,
            @Nullable String linePattern,
            @Nullable List<String> names,
            @Nullable Map<String, String> columns,
            @Nullable Map<String, String> constants,
            @Nullable Map<String, String> formats,
            @Nullable List<String> leftOut,
            @Nullable String adjustmentOrders,
            @Nullable String charges,
            int schemaVersion) {}

    /** The recipe as text that {@link #parse} reads back the same. */
    public static String write(ImportRecipe recipe) {
        Form form = new Form(
                recipe.id().toString(),
                recipe.title(),
                recipe.entity(),
                recipe.layout(),
                recipe.headers(),
                recipe.linePattern().isEmpty() ? null : recipe.linePattern(),
                recipe.names().isEmpty() ? null : recipe.names(),
                recipe.columns(),
                recipe.constants().isEmpty() ? null : recipe.constants(),
                recipe.formats().isEmpty() ? null : recipe.formats(),
                recipe.leftOut().isEmpty() ? null : recipe.leftOut(),
                recipe.adjustmentOrders().isEmpty() ? null : recipe.adjustmentOrders(),
                recipe.charges().isEmpty() ? null : recipe.charges(),
                recipe.schemaVersion());
        try {
            return JSON.writeValueAsString(form) + "\n";
        } catch (JsonProcessingException e) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, TEXTS.get("recipe.json.recipe_cannot_written", recipe.id()), e);
        }
    }

    /**
     * Reads a recipe from JSON text.
     *
     * @param name what to call it in messages
     * @throws AnalyticsException ARGUMENT_INVALID saying what in it is wrong
     */
    public static ImportRecipe parse(String json, String name) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (!tree.isObject()) {
                throw wrong(name, TEXTS.get("recipe.json.no_json_object"));
            }
            if (tree.path("schemaVersion").asInt(0) > ImportRecipe.SCHEMA_VERSION) {
                throw wrong(
                        name,
                        TEXTS.get(
                                "recipe.json.schema_version_program_knows",
                                tree.path("schemaVersion"),
                                String.valueOf(ImportRecipe.SCHEMA_VERSION)));
            }
            Form form = JSON.treeToValue(tree, Form.class);
            if (form == null || form.id() == null || form.entity() == null || form.columns() == null) {
                throw wrong(name, TEXTS.get("recipe.json.needs_id_entity_columns"));
            }
            ImportRecipe recipe = recipe(form, form.id(), form.entity(), form.columns());
            check(recipe, name);
            return recipe;
        } catch (JsonProcessingException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    e.getLocation() == null || e.getLocation().getLineNr() < 1
                            ? TEXTS.get("recipe.json.invalid", name, e.getOriginalMessage())
                            : TEXTS.get(
                                    "recipe.json.invalid_line",
                                    name,
                                    e.getOriginalMessage(),
                                    String.valueOf(e.getLocation().getLineNr())),
                    e);
        }
    }

    private static ImportRecipe recipe(Form form, String id, String entity, Map<String, String> columns) {
        boolean headed = form.names() == null || form.names().isEmpty();
        List<String> headers = form.headers() != null ? form.headers() : headed ? sources(columns) : List.of();
        return ImportRecipe.builder(id, entity)
                .title(Objects.requireNonNullElse(form.title(), id))
                .layout(Objects.requireNonNullElse(form.layout(), ImportRecipe.Layout.DELIMITED))
                .headers(headers.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList())
                .linePattern(Objects.requireNonNullElse(form.linePattern(), ""))
                .names(Objects.requireNonNullElse(form.names(), List.of()))
                .columns(columns)
                .constants(Objects.requireNonNullElse(form.constants(), Map.of()))
                .formats(Objects.requireNonNullElse(form.formats(), Map.of()))
                .leftOut(Objects.requireNonNullElse(form.leftOut(), List.of()))
                .adjustmentOrders(Objects.requireNonNullElse(form.adjustmentOrders(), ""))
                .charges(Objects.requireNonNullElse(form.charges(), ""))
                .build();
    }

    private static List<String> sources(Map<String, String> columns) {
        return columns.values().stream().filter(c -> !c.contains("{")).toList();
    }

    /**
     * Refuses a recipe that no import could follow, whoever made it.
     *
     * @param name what to call it in messages
     * @throws AnalyticsException ARGUMENT_INVALID saying what in it is wrong
     */
    public static void check(ImportRecipe recipe, String name) {
        CustomerModel.Table table = CustomerModel.standard().table(recipe.entity());
        for (Map<String, String> map : List.of(recipe.columns(), recipe.constants())) {
            for (String column : map.keySet()) {
                if (table.find(column).isEmpty()) {
                    throw wrong(name, TEXTS.get("recipe.json.table_has_no_column", table.name(), column));
                }
            }
        }
        for (String pattern : List.of(recipe.adjustmentOrders(), recipe.charges(), recipe.linePattern())) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw wrong(name, TEXTS.get("recipe.json.no_regular_expression", pattern, e.getDescription()));
            }
        }
    }

    private static AnalyticsException wrong(String name, String why) {
        return new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID, TEXTS.get("recipe.json.recipe_cannot_used", name, why));
    }
}
