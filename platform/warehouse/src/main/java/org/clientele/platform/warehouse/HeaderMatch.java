package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.platform.warehouse.RowSql.Origin;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the headers of a file where its columns go: by the recipe that was asked for, else by the recipe whose
 * headers are all there, else by names that equal those of the model but for case, blanks and underscores.
 */
final class HeaderMatch {
    private static final int MOST_COLUMNS = 2_000;
    private static final int MOST_LISTED = 30;
    private static final int LONGEST_LISTED = 60;

    private final String file;
    private final List<String> headers;
    private final ImportRequest request;
    private final List<ImportRecipe> known;

    HeaderMatch(String file, List<String> headers, ImportRequest request, List<ImportRecipe> known) {
        this.file = file;
        this.headers = headers;
        this.request = request;
        this.known = known;
    }

    /**
     * The decision.
     *
     * @param sources model column or attribute to the number of the source's column
     */
    record Match(
            CustomerModel.Table table,
            @Nullable ImportRecipe recipe,
            ImportMapping mapping,
            Map<String, Integer> sources,
            Map<String, Origin> origins) {}

    Match decide() {
        if (headers.size() > MOST_COLUMNS) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNRECOGNISED,
                    String.format(
                            Locale.ROOT,
                            "%s has %,d columns, and at most %,d are taken. Leave out those that nobody asks for.",
                            file,
                            headers.size(),
                            MOST_COLUMNS));
        }
        CustomerModel.Table asked =
                request.entity() == null ? null : CustomerModel.standard().table(request.entity());
        Optional<ImportRecipe> recipe = recipe();
        if (recipe.isPresent()) {
            if (asked != null && !asked.name().equals(recipe.get().entity())) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        "The recipe " + recipe.get().id() + " is for "
                                + recipe.get().entity() + ", not for " + asked.name() + ". Leave one of the two away.");
            }
            return byRecipe(recipe.get());
        }
        CustomerModel.Table table = asked != null ? asked : tableByNames();
        Map<String, Integer> sources = byNames(table);
        List<String> missing = missing(table, sources.keySet());
        if (!missing.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.DATA_COLUMN_MISSING,
                    file + " lacks " + String.join(", ", missing) + ", which table " + table.name() + " needs. It has "
                            + listed() + ". Rename columns, or give a recipe that maps them.");
        }
        return match(table, null, sources, Map.of());
    }

    private Optional<ImportRecipe> recipe() {
        if (request.recipe() != null) {
            return Optional.of(request.recipe());
        }
        if (request.recipeId() != null) {
            return Optional.of(QualifiedId.resolve(
                    request.recipeId(), known, ImportRecipe::id, "import recipe", ErrorCode.RECIPE_UNKNOWN));
        }
        Set<String> present = new LinkedHashSet<>();
        headers.forEach(h -> present.add(h.toLowerCase(Locale.ROOT)));
        return known.stream()
                .filter(r -> request.entity() == null || request.entity().equals(r.entity()))
                .filter(r -> !r.headers().isEmpty() && present.containsAll(r.headers()))
                .max(Comparator.<ImportRecipe>comparingInt(r -> r.headers().size())
                        .thenComparing(r -> r.id().toString(), Comparator.reverseOrder()));
    }

    private Match byRecipe(ImportRecipe recipe) {
        Recipes.check(recipe, recipe.id().toString());
        CustomerModel.Table table = CustomerModel.standard().table(recipe.entity());
        Map<String, Integer> sources = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        recipe.columns().forEach((column, header) -> {
            int at = indexOf(header);
            if (at < 0) {
                absent.add(header);
            } else {
                sources.put(column, at);
            }
        });
        if (!absent.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.DATA_COLUMN_MISSING,
                    file + " does not fit the recipe " + recipe.id() + ": it has no " + String.join(", ", absent)
                            + "; it has " + listed() + ". Choose another recipe or correct it.");
        }
        Set<String> filled = new LinkedHashSet<>(sources.keySet());
        filled.addAll(recipe.constants().keySet());
        List<String> missing = missing(table, filled);
        if (!missing.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.DATA_COLUMN_MISSING,
                    "The recipe " + recipe.id() + " fills no " + String.join(", ", missing) + ", which table "
                            + table.name() + " needs. Correct the recipe.");
        }
        return match(table, recipe, sources, recipe.constants());
    }

    private int indexOf(String header) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).equalsIgnoreCase(header)) {
                return i;
            }
        }
        return -1;
    }

    private CustomerModel.Table tableByNames() {
        CustomerModel model = CustomerModel.standard();
        Map<String, Integer> lines = byNames(model.table(CustomerModel.ORDER_LINE));
        if (missing(model.table(CustomerModel.ORDER_LINE), lines.keySet()).isEmpty()) {
            return model.table(CustomerModel.ORDER_LINE);
        }
        boolean ordered = lines.containsKey("order_id") || lines.containsKey("quantity");
        Map<String, Integer> products = byNames(model.table(CustomerModel.PRODUCT));
        if (!ordered && byNames(model.table(CustomerModel.CUSTOMER)).containsKey("customer_id")) {
            return model.table(CustomerModel.CUSTOMER);
        }
        if (!ordered && products.containsKey("product_id")) {
            return model.table(CustomerModel.PRODUCT);
        }
        List<String> needs = new ArrayList<>();
        for (CustomerModel.Table table : model.tables()) {
            needs.add(table.name() + " (" + String.join(", ", missing(table, Set.of())) + ")");
        }
        throw new AnalyticsException(
                ErrorCode.FILE_UNRECOGNISED,
                file + " fits no recipe and no table. It has the columns " + listed()
                        + "; needed are those of " + String.join(" or ", needs)
                        + ". Rename columns, or give a recipe that maps them.");
    }

    /** The headers for a message: as many as can be read. */
    private String listed() {
        String names = headers.stream()
                .limit(MOST_LISTED)
                .map(h -> h.isEmpty() ? "\"\"" : h.length() > LONGEST_LISTED ? h.substring(0, LONGEST_LISTED) + "…" : h)
                .collect(Collectors.joining(", "));
        return headers.size() > MOST_LISTED ? names + " and " + (headers.size() - MOST_LISTED) + " more" : names;
    }

    /** What a table cannot do without and {@code filled} does not have. */
    private static List<String> missing(CustomerModel.Table table, Set<String> filled) {
        List<String> missing = new ArrayList<>();
        boolean lines = table.name().equals(CustomerModel.ORDER_LINE);
        for (String column : lines ? List.of("order_id", "ordered_at", "quantity") : table.required()) {
            if (!filled.contains(column)) {
                missing.add(column);
            }
        }
        if (lines && !filled.contains("unit_price") && !filled.contains("amount")) {
            missing.add("unit_price or amount");
        }
        return missing;
    }

    private Map<String, Integer> byNames(CustomerModel.Table table) {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (ColumnSpec column : table.columns()) {
            for (int i = 0; i < headers.size(); i++) {
                if (bare(headers.get(i)).equals(bare(column.name())) && !found.containsValue(i)) {
                    found.putIfAbsent(column.name(), i);
                }
            }
        }
        return found;
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private Match match(
            CustomerModel.Table table,
            @Nullable ImportRecipe recipe,
            Map<String, Integer> modelled,
            Map<String, String> constants) {
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        Map<String, Integer> sources = new LinkedHashMap<>(modelled);
        modelled.forEach((column, at) -> {
            columns.put(column, headers.get(at));
            origins.put(column, new Origin(CsvSql.column(at), null));
        });
        constants.forEach((column, value) -> {
            if (!modelled.containsKey(column)) {
                origins.put(column, new Origin(null, value));
            }
        });
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            if (!modelled.containsValue(i)) {
                String name = attributeName(headers.get(i), i, table, attributes.keySet());
                attributes.put(name, headers.get(i));
                sources.put(name, i);
                origins.put(name, new Origin(CsvSql.column(i), null));
            }
        }
        List<String> doubts = doubts(table, recipe, origins.keySet());
        doubts.addAll(twice(modelled));
        ImportMapping mapping =
                new ImportMapping(recipe == null ? "" : recipe.id().toString(), columns, constants, attributes, doubts);
        return new Match(table, recipe, mapping, sources, origins);
    }

    /** Of columns with one name the first counts; that must not go unsaid. */
    private List<String> twice(Map<String, Integer> modelled) {
        return modelled.values().stream()
                .filter(at -> headers.stream()
                                .filter(h -> bare(h).equals(bare(headers.get(at))))
                                .count()
                        > 1)
                .map(at -> "Several columns are called " + headers.get(at)
                        + "; the first one counts, the others are kept as attributes.")
                .toList();
    }

    private static String attributeName(String header, int at, CustomerModel.Table table, Set<String> taken) {
        String base = header.replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        if (base.isEmpty()) {
            base = "column_" + (at + 1);
        } else if (!Character.isLetter(base.charAt(0)) || table.find(base).isPresent() || base.equals(Schema.BATCH)) {
            base = "source_" + base;
        }
        String name = base;
        for (int n = 2; taken.contains(name); n++) {
            name = base + "_" + n;
        }
        return name;
    }

    private static List<String> doubts(CustomerModel.Table table, @Nullable ImportRecipe recipe, Set<String> filled) {
        List<String> doubts = new ArrayList<>();
        if (table.name().equals(CustomerModel.ORDER_LINE)) {
            if (!filled.contains("amount")) {
                doubts.add("amount is quantity times unit_price.");
            }
            if (!filled.contains("unit_price")) {
                doubts.add("unit_price is amount divided by quantity.");
            }
            if (!filled.contains("currency")) {
                doubts.add("The file says no currency; give it by a recipe.");
            }
            if (!filled.contains("customer_id")) {
                doubts.add("The file has no customer_id; all customers are unknown.");
            }
            if (!filled.contains("product_id")) {
                doubts.add("The file has no product_id; all products are unknown.");
            }
            if (recipe == null && !filled.contains("is_charge")) {
                doubts.add("No line counts as a charge; a recipe can say which products are.");
            }
        }
        return doubts;
    }
}
