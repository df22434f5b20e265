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
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;

/**
 * Decides from the headers of a file where its columns go: by the recipe that was asked for, else by the recipe whose
 * headers are all there, else by names that equal those of the model but for case, blanks and underscores.
 */
final class HeaderMatch {

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

    /** The recipe of files whose columns were found by their names. */
    static final String BY_NAME = "clientele.core/by-name";

    /** A recipe that fits, and what is doubtful about it. */
    record Decision(ImportRecipe recipe, boolean known, List<String> doubts) {}

    Decision decide() {
        RecipeColumns.requireFew(file, headers);
        CustomerModel.Table asked =
                request.entity() == null ? null : CustomerModel.standard().table(request.entity());
        Optional<ImportRecipe> found = recipe();
        if (found.isPresent()) {
            ImportRecipe recipe = found.get();
            if (asked != null && !asked.name().equals(recipe.entity())) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        "The recipe " + recipe.id() + " is for " + recipe.entity() + ", not for " + asked.name()
                                + ". Leave one of the two away.");
            }
            return decided(recipe, true);
        }
        CustomerModel.Table table = asked != null ? asked : tableByNames();
        Map<String, Integer> sources = byNames(table);
        List<String> missing = missing(table, sources.keySet());
        if (!missing.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.DATA_COLUMN_MISSING,
                    file + " lacks " + String.join(", ", missing) + ", which table " + table.name() + " needs. It has "
                            + RecipeColumns.listed(headers) + ". Rename columns, or give a recipe that maps them.");
        }
        ImportRecipe.Builder recipe =
                ImportRecipe.builder(BY_NAME, table.name()).title("By name");
        sources.forEach((column, at) -> recipe.column(column, headers.get(at)));
        return decided(recipe.build(), false);
    }

    private static Decision decided(ImportRecipe recipe, boolean known) {
        Set<String> filled = new LinkedHashSet<>(recipe.columns().keySet());
        filled.addAll(recipe.constants().keySet());
        return new Decision(recipe, known, doubts(recipe.entity(), filled));
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
                file + " fits no recipe and no table. It has the columns " + RecipeColumns.listed(headers)
                        + "; needed are those of " + String.join(" or ", needs)
                        + ". Rename columns, or give a recipe that maps them.");
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
                if (RecipeColumns.bare(headers.get(i)).equals(RecipeColumns.bare(column.name()))
                        && !found.containsValue(i)) {
                    found.putIfAbsent(column.name(), i);
                }
            }
        }
        return found;
    }

    private static List<String> doubts(String table, Set<String> filled) {
        List<String> doubts = new ArrayList<>();
        if (table.equals(CustomerModel.ORDER_LINE)) {
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
        }
        return doubts;
    }
}
