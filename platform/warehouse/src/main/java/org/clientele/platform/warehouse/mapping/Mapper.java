package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.platform.warehouse.mapping.TableMatch.Source;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Proposes how sources become rows of the customer model: by a recipe that is known, else by names in English and German,
 * types and content. Always answers with a recipe, so that an import runs by one whoever made it.
 */
public final class Mapper {
    private static final Texts TEXTS = Texts.of(Mapper.class);

    private static final double NAMED = 1.2;
    private static final Set<String> SALES = Set.of(
            "order", "invoice", "transaction", "revenue", "purchase", "receipt", "line", "basket", "return", "retail");

    private Mapper() {}

    /**
     * Proposes mappings for the sources of one import, which are one schema: what one lacks another may have.
     *
     * @param sources at least one
     * @param wish what somebody asked for
     * @param known the recipes that there are
     * @throws AnalyticsException FILE_UNRECOGNISED if nothing fits, DATA_COLUMN_MISSING if what was asked for does not fit,
     *     RECIPE_UNKNOWN, ARGUMENT_INVALID
     */
    public static SchemaProposal propose(List<MappingSource> sources, MappingWish wish, List<ImportRecipe> known) {
        KnownRecipes recipes = new KnownRecipes(known);
        Optional<ImportRecipe> asked = recipes.asked(wish);
        boolean some = asked.isPresent()
                && sources.stream()
                        .anyMatch(
                                s -> KnownRecipes.absent(asked.get(), s.head()).isEmpty());
        List<Draft> drafts = new ArrayList<>();
        for (MappingSource s : sources) {
            Headers.requireFew(s.name(), s.head().headers());
            Optional<ImportRecipe> recipe = asked;
            if (asked.isPresent()) {
                if (some
                        && sources.size() > 1
                        && !KnownRecipes.absent(asked.get(), s.head()).isEmpty()) {
                    recipe = recipes.fitting(s.head(), wish.entity());
                } else {
                    KnownRecipes.check(asked.get(), s, wish.entity());
                }
            } else {
                recipe = recipes.fitting(s.head(), wish.entity());
            }
            drafts.add(recipe.isPresent() ? byRecipe(s, recipe.get()) : byNames(s, wish.entity()));
        }
        Relations relations = new Relations(drafts);
        if (wish.entity() == null) {
            relations.find();
        }
        for (Draft d : drafts) {
            judge(d, drafts.size() > 1, wish);
        }
        if (drafts.stream().allMatch(d -> d.role == Role.UNRECOGNISED)) {
            throw unrecognised(drafts);
        }
        List<String> doubts = new ArrayList<>();
        drafts.stream()
                .filter(d -> d.role == Role.UNRECOGNISED)
                .forEach(d -> doubts.add(
                        TEXTS.get("mapper.left_out_fits_no", d.input.name(), Headers.listed(d.source.headers()))));
        return new SchemaProposal(drafts.stream().map(Draft::finish).toList(), relations.joins(), doubts);
    }

    private static Draft byRecipe(MappingSource s, ImportRecipe recipe) {
        List<String> headers = KnownRecipes.headers(recipe, s.head());
        Draft d = new Draft(s, Source.of(s.name(), headers, s.head().sample()));
        d.take(recipe);
        return d;
    }

    private static Draft byNames(MappingSource s, @Nullable String entity) {
        Source source = Source.of(s.name(), s.head().headers(), s.head().sample());
        Draft d = new Draft(s, source);
        if (entity != null) {
            d.take(new TableMatch(source, CustomerModel.standard().table(entity)));
            return d;
        }
        List<TableMatch> fitting = CustomerModel.standard().tables().stream()
                .map(t -> new TableMatch(source, t))
                .filter(Mapper::eligible)
                .sorted(Comparator.comparingDouble((TableMatch m) -> rank(m)).reversed())
                .toList();
        if (fitting.isEmpty()) {
            TableMatch persons = new TableMatch(source, CustomerModel.standard().table(CustomerModel.CUSTOMER));
            if (Keys.persons(source)
                    && !persons.has("customer_id")
                    && !persons.columns().isEmpty()) {
                d.take(persons);
            } else {
                d.role = Role.UNRECOGNISED;
            }
            return d;
        }
        d.take(fitting.get(0));
        fitting.stream().skip(1).limit(3).forEach(m -> {
            Draft other = new Draft(s, source);
            other.take(m);
            ImportRecipe recipe = other.finish().recipe();
            double share = rank(m) / (rank(m) + rank(fitting.get(0)));
            if (recipe != null) {
                d.alternatives.add(new Alternative(
                        recipe,
                        share,
                        TEXTS.get(
                                "mapper.columns_could_s",
                                String.valueOf(m.columns().size()),
                                m.table().label())));
            }
        });
        if (fitting.size() > 1 && rank(fitting.get(1)) > 0.85 * rank(fitting.get(0))) {
            d.doubts.add(TEXTS.get(
                    "mapper.rows_taken_for_s",
                    fitting.get(0).table().label(),
                    fitting.get(1).table().label()));
        }
        return d;
    }

    private static boolean eligible(TableMatch m) {
        if (m.table().name().equals(CustomerModel.ORDER_LINE)) {
            boolean money = m.has("unit_price") || m.has("amount");
            boolean goods = m.has("product_id") || m.has("description") || m.has("quantity");
            boolean who = m.has("customer_id") || m.has("order_id") || goods;
            if (events(m)) {
                return false;
            }
            boolean lines = m.has("ordered_at") && money && who || m.has("order_id") && goods;
            boolean header = m.has("order_id") && (m.has("ordered_at") || m.has("customer_id"));
            boolean returned = m.has("order_id")
                    && (m.source().about().contains("return")
                            || m.source().meanings().stream().anyMatch(w -> w.contains("return")));
            return lines || header || returned;
        }
        if (Keys.made(m)) {
            return m.columns().keySet().stream()
                    .filter(m.table().required()::contains)
                    .allMatch(m::plausible);
        }
        if (!m.identifies() || !m.table().required().stream().allMatch(m::plausible)) {
            return false;
        }
        // A key alone says little; a file of that name, or something else that fits, must come with it.
        boolean own = m.source().about().stream()
                .anyMatch(ColumnNames.get().words(m.table().name())::contains);
        return m.missing().isEmpty()
                && (own
                        || m.columns().size() > m.table().required().size()
                        || m.table().required().size() > 2
                        || pairs(m)
                        || m.score(m.table().key()) > 0.95)
                && m.table().required().stream().allMatch(c -> m.score(c) >= 0.55);
    }

    /** Whether a narrow source is little more than the pairs that a table without a key is made of. */
    private static boolean pairs(TableMatch m) {
        return m.table().key().isEmpty()
                && m.table().required().size() == 2
                && m.source().headers().size() <= 4;
    }

    /** Whether rows say what visitors did, of which buying is but one thing. */
    private static boolean events(TableMatch m) {
        Source s = m.source();
        for (int i = 0; i < s.headers().size(); i++) {
            ColumnProfile p = s.profiles().get(i);
            boolean kinds = p.number() < 0.5 && p.date() < 0.5 && p.distinct().size() > 1 && p.variety() < 0.5;
            if (s.meanings().get(i).contains("event") && kinds) {
                int order = m.place("order_id");
                boolean ordered = order >= 0
                        && s.profiles().get(order).values().size()
                                > 0.5 * s.profiles().get(order).rows();
                return !ordered || !m.has("quantity") && !m.has("amount");
            }
        }
        return false;
    }

    private static double rank(TableMatch m) {
        List<String> about = m.source().about();
        boolean lines = m.table().name().equals(CustomerModel.ORDER_LINE);
        boolean named = about.stream()
                .anyMatch(
                        lines
                                ? SALES::contains
                                : ColumnNames.get().words(m.table().name())::contains);
        double worth = lines && m.has("ordered_at") && (m.has("unit_price") || m.has("amount")) ? 1 : 0;
        return m.sum() + (named ? NAMED : 0) + worth;
    }

    private static void judge(Draft d, boolean several, MappingWish wish) {
        String entity = wish.entity();
        if (d.role == Role.UNRECOGNISED) {
            return;
        }
        boolean marks = d.role == Role.RETURNS && Relations.bare(d);
        if (d.recipe == null && !marks) {
            Completion.any(d);
            TableMatch m = d.match;
            if (entity == null || m != null && Keys.made(m)) {
                Keys.give(d);
            }
        }
        if (d.recipe == null && d.lines() && d.role != Role.ORDER_HEADER) {
            if (!marks) {
                boolean nothing = d.columns.keySet().stream()
                        .noneMatch(Set.of("order_id", "ordered_at", "quantity", "amount", "unit_price")::contains);
                if (entity != null && nothing && !wish.partly()) {
                    throw lacks(
                            d,
                            List.of(
                                    "order_id",
                                    "ordered_at",
                                    "quantity",
                                    TEXTS.get("mapper.or", "unit_price", "amount")));
                }
                Completion.lines(d);
            }
        } else if (d.recipe != null && d.lines() && !d.has("is_charge")) {
            known(d);
        } else if (d.recipe == null && entity != null && !several && !wish.partly()) {
            List<String> missing = CustomerModel.standard().table(entity).required().stream()
                    .filter(c -> !d.has(c))
                    .toList();
            if (!missing.isEmpty()) {
                throw lacks(d, missing);
            }
        }
    }

    /** What a recipe leaves open is said too. */
    private static void known(Draft d) {
        if (!d.has("amount") && d.has("unit_price")) {
            d.doubts.add(TEXTS.get("completion.amount_quantity_times_unit"));
        }
        if (!d.has("unit_price") && d.has("amount")) {
            d.doubts.add(TEXTS.get("completion.unit_price_amount_divided"));
        }
        if (!d.has("currency") && (d.has("amount") || d.has("unit_price"))) {
            d.doubts.add(TEXTS.get("completion.file_says_no_currency"));
        }
        if (!d.has("customer_id") && !d.lacking.contains("customer_id")) {
            d.doubts.add(TEXTS.get("completion.file_has_no_customer"));
        }
        if (!d.has("product_id")) {
            d.doubts.add(TEXTS.get("completion.file_has_no_product_2"));
        }
    }

    private static AnalyticsException lacks(Draft d, List<String> missing) {
        return new AnalyticsException(
                ErrorCode.DATA_COLUMN_MISSING,
                TEXTS.get(
                        "mapper.lacks_which_table_needs",
                        d.input.name(),
                        String.join(", ", missing),
                        d.entity,
                        Headers.listed(d.source.headers())));
    }

    private static AnalyticsException unrecognised(List<Draft> drafts) {
        List<String> needs = new ArrayList<>();
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            String required = table.name().equals(CustomerModel.ORDER_LINE)
                    ? TEXTS.get("mapper.or", "order_id, ordered_at, quantity, unit_price", "amount")
                    : String.join(", ", table.required());
            needs.add(table.name() + " (" + required + ")");
        }
        Draft first = drafts.get(0);
        return new AnalyticsException(
                ErrorCode.FILE_UNRECOGNISED,
                TEXTS.get(
                        "mapper.fits_no_recipe_no",
                        first.input.name(),
                        Headers.listed(first.source.headers()),
                        needs.stream()
                                .reduce((a, b) -> TEXTS.get("mapper.or", a, b))
                                .orElse("")));
    }
}
