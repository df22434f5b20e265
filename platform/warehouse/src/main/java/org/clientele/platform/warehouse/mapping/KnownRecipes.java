package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.platform.warehouse.source.SourceHead;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Finds the recipe that a source is of: the one asked for, else one whose headers or first lines it has. */
final class KnownRecipes {
    private static final Texts TEXTS = Texts.of(KnownRecipes.class);

    private static final int LINES = 20;
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]+)}");

    private final List<ImportRecipe> known;

    KnownRecipes(List<ImportRecipe> known) {
        this.known = known;
    }

    /** The recipe that was asked for. */
    Optional<ImportRecipe> asked(MappingWish wish) {
        ImportRecipe own = wish.recipe();
        if (own != null) {
            return Optional.of(own);
        }
        String id = wish.recipeId();
        return id == null
                ? Optional.empty()
                : Optional.of(QualifiedId.resolve(
                        id, known, ImportRecipe::id, TEXTS.get("known.recipes.kind"), ErrorCode.RECIPE_UNKNOWN));
    }

    /** The most particular recipe that the source's headers or lines fit and its content does not speak against. */
    Optional<ImportRecipe> fitting(SourceHead head, @Nullable String entity) {
        Set<String> present =
                head.headers().stream().map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return known.stream()
                .filter(r -> entity == null || entity.equals(r.entity()))
                .filter(r -> !r.headers().isEmpty() ? present.containsAll(r.headers()) : lines(r, head))
                .filter(r -> r.layout() != ImportRecipe.Layout.BASKETS || head.layout() == r.layout())
                .filter(r -> content(r, head))
                .max(Comparator.<ImportRecipe>comparingInt(r -> r.headers().size())
                        .thenComparing(r -> r.id().toString(), Comparator.reverseOrder()));
    }

    private static boolean lines(ImportRecipe recipe, SourceHead head) {
        if (recipe.linePattern().isEmpty()
                || head.headerRow() != 0
                || recipe.names().size() != head.headers().size()
                || head.sample().isEmpty()) {
            return false;
        }
        Pattern pattern = Pattern.compile(recipe.linePattern());
        String between = head.layout() == ImportRecipe.Layout.WHITESPACE ? " " : String.valueOf(head.delimiter());
        return head.sample().stream()
                .limit(LINES)
                .allMatch(r -> pattern.matcher(String.join(between, r)).matches());
    }

    /** Whether each typed column has values of its type, so that a file with the same headers but other content is not taken. */
    private static boolean content(ImportRecipe recipe, SourceHead head) {
        CustomerModel.Table table = CustomerModel.standard().table(recipe.entity());
        List<String> headers = headers(recipe, head);
        return recipe.columns().entrySet().stream().allMatch(e -> {
            int at = Headers.indexOf(headers, e.getValue());
            ColumnSpec spec = table.find(e.getKey()).orElse(null);
            if (at < 0 || spec == null || spec.type() == ColumnType.TEXT) {
                return true;
            }
            ColumnProfile p = ColumnProfile.of(head.sample(), at);
            double fits = spec.type().isNumeric() ? p.number() : spec.type().isTemporal() ? p.date() : 1;
            return p.empty() || fits >= 0.5;
        });
    }

    /** What the source's columns are called under a recipe. */
    static List<String> headers(ImportRecipe recipe, SourceHead head) {
        return head.headerRow() == 0 && recipe.names().size() == head.headers().size()
                ? recipe.names()
                : head.headers();
    }

    /** The source columns that a mapping names: the header, or those of a template but for the record's number. */
    static List<String> sources(String mapping) {
        if (!mapping.contains("{")) {
            return List.of(mapping);
        }
        return TEMPLATE.matcher(mapping)
                .results()
                .map(m -> m.group(1))
                .filter(s -> !s.equals("#"))
                .toList();
    }

    /** What a recipe names and the source does not have. */
    static List<String> absent(ImportRecipe recipe, SourceHead head) {
        List<String> headers = headers(recipe, head);
        Set<String> absent = new LinkedHashSet<>();
        recipe.columns()
                .values()
                .forEach(m -> sources(m).stream()
                        .filter(s -> Headers.indexOf(headers, s) < 0)
                        .forEach(absent::add));
        return new ArrayList<>(absent);
    }

    /**
     * Makes sure that a recipe somebody asked for can be followed.
     *
     * @throws AnalyticsException ARGUMENT_INVALID, DATA_COLUMN_MISSING
     */
    static void check(ImportRecipe recipe, MappingSource source, @Nullable String entity) {
        if (entity != null && !entity.equals(recipe.entity())) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("known.recipes.recipe_for_not_for", recipe.id(), recipe.entity(), entity));
        }
        RecipeJson.check(recipe, recipe.id().toString());
        List<String> absent = absent(recipe, source.head());
        if (!absent.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.DATA_COLUMN_MISSING,
                    TEXTS.get(
                            "known.recipes.does_not_fit_recipe",
                            source.name(),
                            recipe.id(),
                            String.join(", ", absent),
                            Headers.listed(source.head().headers())));
        }
        Set<String> filled = new LinkedHashSet<>(recipe.columns().keySet());
        filled.addAll(recipe.constants().keySet());
        List<String> missing = missing(recipe, filled);
        if (!missing.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.DATA_COLUMN_MISSING,
                    TEXTS.get(
                            "known.recipes.recipe_fills_no_which",
                            recipe.id(),
                            String.join(", ", missing),
                            recipe.entity()));
        }
    }

    private static List<String> missing(ImportRecipe recipe, Set<String> filled) {
        CustomerModel.Table table = CustomerModel.standard().table(recipe.entity());
        return table.required().stream().filter(c -> !filled.contains(c)).toList();
    }
}
