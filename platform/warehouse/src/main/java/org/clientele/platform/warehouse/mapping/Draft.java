package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.warehouse.mapping.TableMatch.Source;
import org.clientele.platform.warehouse.source.SourceHead;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** A proposal in the making. */
final class Draft {
    private static final Texts TEXTS = Texts.of(Draft.class);

    final MappingSource input;
    final Source source;
    final Map<String, String> columns = new LinkedHashMap<>();
    final Map<String, String> constants = new LinkedHashMap<>();
    final Map<String, String> formats = new LinkedHashMap<>();
    final List<String> doubts = new ArrayList<>();
    final List<String> lacking = new ArrayList<>();
    final List<Alternative> alternatives = new ArrayList<>();
    Role role = Role.TABLE;
    String entity = "";

    @Nullable
    TableMatch match;

    @Nullable
    ImportRecipe recipe;

    Draft(MappingSource input, Source source) {
        this.input = input;
        this.source = source;
    }

    /** Takes a match of names and content. */
    void take(TableMatch found) {
        match = found;
        entity = found.table().name();
        columns.clear();
        found.columns()
                .forEach((column, at) -> columns.put(column, source.headers().get(at)));
    }

    /** Takes a recipe as it is. */
    void take(ImportRecipe known) {
        recipe = known;
        entity = known.entity();
        columns.putAll(known.columns());
        constants.putAll(known.constants());
    }

    boolean has(String column) {
        return columns.containsKey(column) || constants.containsKey(column);
    }

    boolean lines() {
        return entity.equals(CustomerModel.ORDER_LINE);
    }

    /** The place of the column that a model column is mapped to alone, or -1. */
    int place(String column) {
        String header = columns.get(column);
        return header == null ? -1 : Headers.indexOf(source.headers(), header);
    }

    String header(String column) {
        return columns.getOrDefault(column, column);
    }

    void leaveOut(String column) {
        columns.remove(column);
        if (match != null) {
            match.drop(column);
        }
    }

    Proposal finish() {
        ImportRecipe made = role == Role.UNRECOGNISED ? null : recipe != null && role == Role.TABLE ? recipe : build();
        Map<String, Integer> attributes = made == null ? Map.of() : Attributes.of(source.headers(), made);
        double sure = recipe != null ? 1 : confidence();
        return new Proposal(
                input.name(),
                source.headers(),
                role,
                made,
                recipe != null,
                role == Role.UNRECOGNISED ? 0 : sure,
                reasons(attributes),
                attributes,
                lacking,
                doubts.stream().distinct().toList(),
                alternatives);
    }

    private double confidence() {
        TableMatch m = match;
        return m == null || m.columns().isEmpty()
                ? 0.6
                : m.columns().keySet().stream().mapToDouble(m::score).average().orElse(0);
    }

    private ImportRecipe build() {
        SourceHead head = input.head();
        boolean headed = head.headerRow() > 0;
        ImportRecipe.Builder b = ImportRecipe.builder("workspace.mapping/" + slug(input.name()), entity)
                .title(input.name())
                .layout(head.layout())
                .columns(columns)
                .constants(constants)
                .formats(formats);
        if (headed) {
            b.headers(
                    head.headers().stream().map(h -> h.toLowerCase(Locale.ROOT)).toList());
        } else {
            b.names(source.headers());
        }
        if (recipe != null) {
            b.formats(recipe.formats())
                    .adjustmentOrders(recipe.adjustmentOrders())
                    .charges(recipe.charges());
        }
        return b.build();
    }

    /** The source's name in small letters, digits and hyphens. */
    String slug() {
        return slug(input.name());
    }

    private static String slug(String name) {
        String slug = name.replaceAll(".*[/\\\\]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "file" : Character.isLetter(slug.charAt(0)) ? slug : "file-" + slug;
    }

    private List<ColumnReason> reasons(Map<String, Integer> attributes) {
        List<ColumnReason> reasons = new ArrayList<>();
        for (int i = 0; i < source.headers().size(); i++) {
            String header = source.headers().get(i);
            int at = i;
            boolean found = false;
            if (role != Role.UNRECOGNISED) {
                for (Map.Entry<String, String> e : columns.entrySet()) {
                    if (!attributes.containsValue(at) && e.getValue().equalsIgnoreCase(header)) {
                        reasons.add(reason(header, e.getKey()));
                        found = true;
                    }
                }
            }
            if (!found) {
                String target = attributes.entrySet().stream()
                        .filter(e -> e.getValue() == at)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(TEXTS.get("draft.left_out"));
                String why = attributes.isEmpty()
                        ? TEXTS.get("draft.nothing_model_goes_its")
                        : TEXTS.get("draft.model_has_no_column");
                reasons.add(new ColumnReason(header, target, true, 1, why));
            }
        }
        return reasons;
    }

    private ColumnReason reason(String header, String column) {
        TableMatch m = match;
        if (recipe != null) {
            return new ColumnReason(header, column, false, 1, TEXTS.get("draft.recipe_says_so", recipe.title()));
        }
        if (m != null && m.has(column)) {
            return new ColumnReason(header, column, false, m.score(column), m.why(column));
        }
        return new ColumnReason(header, column, false, 0.6, TEXTS.get("draft.one_other_sources_leave"));
    }
}
