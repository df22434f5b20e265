package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.warehouse.RowSql.Origin;
import org.clientele.platform.warehouse.mapping.Absent;
import org.clientele.platform.warehouse.mapping.Attributes;
import org.clientele.platform.warehouse.mapping.Headers;
import org.clientele.platform.warehouse.mapping.Role;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;

/**
 * A recipe applied to the headers of one source: which of its columns feeds which column of the table.
 *
 * @param sources model column or attribute to the number of the source's column, for messages
 * @param origins model column or attribute to the SQL of its values
 * @param attributes attribute to the header of the source
 * @param doubts what was assumed about the headers
 */
record RecipeColumns(
        CustomerModel.Table table,
        ImportRecipe recipe,
        Map<String, Integer> sources,
        Map<String, Origin> origins,
        Map<String, String> attributes,
        List<String> doubts) {
    private static final Texts TEXTS = Texts.of(RecipeColumns.class);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String RECORD_NUMBER = "#";
    private static final Set<String> NEEDED = Set.of("ordered_at", "quantity", "unit_price", "amount");

    /**
     * Applies a recipe.
     *
     * @param file what to call the source in messages
     * @param sample its first rows
     * @param role what it is among the sources of one import; some need not fill what the table requires
     * @throws AnalyticsException DATA_COLUMN_MISSING if the headers lack what the recipe names or the table needs,
     *     FILE_UNRECOGNISED if there are too many columns
     */
    static RecipeColumns apply(
            String file, List<String> headers, List<List<String>> sample, ImportRecipe recipe, Role role) {
        Headers.requireFew(file, headers);
        Recipes.check(recipe, recipe.id().toString());
        CustomerModel.Table table = CustomerModel.standard().table(recipe.entity());
        Applying applying = new Applying(file, headers, sample, recipe, table);
        recipe.columns().forEach(applying::map);
        applying.requireAll(role == Role.ORDER_HEADER || role == Role.PRODUCT_CATEGORY);
        recipe.constants().forEach((column, value) -> applying.origins.putIfAbsent(column, Origin.constant(value)));
        Map<String, String> attributes = applying.attributes();
        return new RecipeColumns(
                table, recipe, applying.sources, applying.origins, attributes, twice(headers, applying.used));
    }

    private static final class Applying {
        private final String file;
        private final List<String> headers;
        private final List<List<String>> sample;
        private final boolean absences;
        private final ImportRecipe recipe;
        private final CustomerModel.Table table;
        private final Map<String, Integer> sources = new LinkedHashMap<>();
        private final Map<String, Origin> origins = new LinkedHashMap<>();
        private final Set<Integer> used = new LinkedHashSet<>();
        private final List<String> absent = new ArrayList<>();

        Applying(
                String file,
                List<String> headers,
                List<List<String>> sample,
                ImportRecipe recipe,
                CustomerModel.Table table) {
            this.file = file;
            this.headers = headers;
            this.sample = sample;
            this.absences = Absent.occurs(sample);
            this.recipe = recipe;
            this.table = table;
        }

        private String format(String column) {
            return recipe.formats().getOrDefault(column, "");
        }

        void map(String column, String source) {
            if (source.contains("{")) {
                origins.put(column, Origin.text(template(column, source), format(column)));
                return;
            }
            int at = Headers.indexOf(headers, source);
            if (at < 0) {
                absent.add(source);
            } else {
                sources.put(column, at);
                used.add(at);
                origins.put(column, Origin.text(present(column, at), format(column)));
            }
        }

        private String present(String column, int at) {
            if (table.required().contains(column)
                    || table.name().equals(CustomerModel.ORDER_LINE) && NEEDED.contains(column)) {
                // A row that needs the value is rejected by the word that stands there.
                return CsvSql.column(at);
            }
            ColumnType type = table.find(column).map(ColumnSpec::type).orElse(null);
            return Absent.sql(CsvSql.column(at), at, type, sample, absences);
        }

        /** The columns of a template stay attributes as well, unless something else takes them. */
        private String template(String column, String template) {
            List<String> parts = new ArrayList<>();
            Matcher m = PLACEHOLDER.matcher(template);
            int end = 0;
            while (m.find()) {
                literal(template.substring(end, m.start()), parts);
                end = m.end();
                String name = String.valueOf(m.group(1));
                int at = name.equals(RECORD_NUMBER) ? -1 : Headers.indexOf(headers, name);
                if (name.equals(RECORD_NUMBER)) {
                    parts.add("CAST(" + RowSql.ORD + " + 1 AS VARCHAR)");
                } else if (at < 0) {
                    absent.add(name);
                } else {
                    sources.putIfAbsent(column, at);
                    parts.add(CsvSql.column(at));
                }
            }
            literal(template.substring(end), parts);
            return parts.isEmpty() ? "''" : "(" + String.join(" || ", parts) + ")";
        }

        private static void literal(String text, List<String> parts) {
            if (!text.isEmpty()) {
                parts.add(LockedInstance.literal(text));
            }
        }

        void requireAll(boolean helps) {
            if (!absent.isEmpty()) {
                throw new AnalyticsException(
                        ErrorCode.DATA_COLUMN_MISSING,
                        TEXTS.get(
                                "recipe.columns.does_not_fit_recipe",
                                file,
                                recipe.id(),
                                String.join(", ", absent),
                                Headers.listed(headers)));
            }
            Set<String> filled = new LinkedHashSet<>(origins.keySet());
            filled.addAll(recipe.constants().keySet());
            List<String> missing = new ArrayList<>(table.required());
            missing.removeAll(filled);
            if (!missing.isEmpty() && !helps) {
                throw new AnalyticsException(
                        ErrorCode.DATA_COLUMN_MISSING,
                        TEXTS.get(
                                "recipe.columns.recipe_fills_no_which",
                                recipe.id(),
                                String.join(", ", missing),
                                table.name()));
            }
        }

        Map<String, String> attributes() {
            Map<String, String> attributes = new LinkedHashMap<>();
            Attributes.of(headers, recipe).forEach((name, at) -> {
                attributes.put(name, headers.get(at));
                sources.put(name, at);
                origins.put(name, Origin.text(present(name, at), format(name)));
            });
            return attributes;
        }
    }

    /** A header without what people write in different ways. */
    static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Of columns with one name the first counts; that must not go unsaid. */
    private static List<String> twice(List<String> headers, Iterable<Integer> mapped) {
        Set<String> doubts = new LinkedHashSet<>();
        for (int at : mapped) {
            String name = bare(headers.get(at));
            if (headers.stream().filter(h -> bare(h).equals(name)).count() > 1) {
                doubts.add(TEXTS.get("recipe.columns.several_columns_called_first", headers.get(at)));
            }
        }
        return List.copyOf(doubts);
    }
}
