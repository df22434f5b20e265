package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.platform.runtime.ProposedColumn;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.runtime.ProposedTable.Role;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;

/** Where the columns of a source go, and changes of that by hand. Each change gives a new table. */
public final class TableMapping {
    private static final Texts TEXTS = Texts.of(TableMapping.class);
    /** What a mapping is called once a person changed it: it is no known recipe any more. */
    private static final String BY_HAND = "clientele.core/by-name";

    /** What these lack, the tables have that they go to. */
    private static final Set<Role> ADDS_TO_OTHERS =
            EnumSet.of(Role.ORDER_HEADER, Role.PRODUCT_CATEGORY, Role.UNRECOGNISED);

    private static final CustomerModel.Table NOTHING =
            new CustomerModel.Table("", "", "", "", List.of(), List.of(), Map.of());

    private TableMapping() {}

    /** The columns of the source, in its order. */
    public static List<SourceColumn> columns(ProposedTable table) {
        List<SourceColumn> all = new ArrayList<>();
        for (int i = 0; i < table.headers().size(); i++) {
            all.add(column(table, i));
        }
        return all;
    }

    private static SourceColumn column(ProposedTable table, int index) {
        String header = table.headers().get(index);
        ImportRecipe recipe = table.recipe();
        List<String> targets = new ArrayList<>();
        if (first(table, header) == index) {
            recipe.columns().forEach((column, source) -> {
                if (source.equalsIgnoreCase(header)) {
                    targets.add(column);
                }
            });
        }
        Optional<ProposedColumn> decided = table.columns().stream()
                .filter(c -> c.header().equalsIgnoreCase(header))
                .filter(c -> targets.isEmpty() || targets.contains(c.column()))
                .findFirst();
        boolean out = recipe.leftOut().stream().anyMatch(header::equalsIgnoreCase);
        String attribute = decided.map(ProposedColumn::column).orElse("");
        String format = recipe.formats().getOrDefault(targets.isEmpty() ? attribute : targets.get(0), "");
        return new SourceColumn(
                index,
                header,
                targets,
                out,
                format,
                decided.map(ProposedColumn::confidence).orElse(1.0),
                decided.map(c -> sentence(c.why())).orElse(""));
    }

    private static String sentence(String why) {
        return why.isEmpty() || why.endsWith(".") ? why : why + ".";
    }

    /** Of columns with one name the first counts. */
    private static int first(ProposedTable table, String header) {
        for (int i = 0; i < table.headers().size(); i++) {
            if (table.headers().get(i).equalsIgnoreCase(header)) {
                return i;
            }
        }
        return -1;
    }

    /** The table of the model that the rows go to; one without a name and columns where there is none. */
    public static CustomerModel.Table target(ProposedTable table) {
        return CustomerModel.standard().tables().stream()
                .filter(t -> t.name().equals(table.recipe().entity()))
                .findFirst()
                .orElse(NOTHING);
    }

    /** Columns of the model without which a row means nothing and that nothing fills yet. */
    public static List<String> missing(ProposedTable table) {
        if (ADDS_TO_OTHERS.contains(table.role())) {
            return List.of();
        }
        return target(table).required().stream()
                .filter(c -> !table.recipe().columns().containsKey(c)
                        && !table.recipe().constants().containsKey(c))
                .toList();
    }

    /** Model columns that are put together of several source columns, with their templates. */
    public static Map<String, String> templates(ProposedTable table) {
        Map<String, String> all = new LinkedHashMap<>();
        table.recipe().columns().forEach((column, source) -> {
            if (source.contains("{")) {
                all.put(column, source);
            }
        });
        return all;
    }

    /** The header that fills a column of the model, or "". */
    public static String sourceOf(ProposedTable table, String column) {
        return table.recipe().columns().getOrDefault(column, "");
    }

    /** Sends a source column to a column of the model, and to no other; what filled that before is kept as an attribute. */
    public static ProposedTable map(ProposedTable table, int index, String column) {
        String header = table.headers().get(index);
        Map<String, String> columns = without(table, header);
        columns.put(column, header);
        Map<String, String> constants = new LinkedHashMap<>(table.recipe().constants());
        constants.remove(column);
        Map<String, String> formats = new LinkedHashMap<>(table.recipe().formats());
        formats.remove(column);
        String before = table.recipe().columns().get(column);
        List<ProposedColumn> decided = others(table, header);
        decided.removeIf(c -> c.column().equals(column));
        decided.add(new ProposedColumn(header, column, 1, TEXTS.get("columns.chose")));
        if (before != null && !before.contains("{") && !before.equalsIgnoreCase(header)) {
            decided.add(new ProposedColumn(before, "", 1, TEXTS.get("columns.taken", label(table, column))));
        }
        return settled(changed(in(table, header), columns, constants, formats, decided), header, column);
    }

    /** What was assumed because nothing filled a column, or of the header that fills it, holds no longer. */
    private static ProposedTable settled(ProposedTable table, String header, String column) {
        return table.doubting(table.doubts().stream()
                .filter(d -> !(d.startsWith("The file ") && d.matches("(?s).*\\b" + column + "\\b.*"))
                        && !d.startsWith(header + " is taken for "))
                .toList());
    }

    /** Keeps a source column as an attribute of the table. */
    public static ProposedTable keep(ProposedTable table, int index) {
        String header = table.headers().get(index);
        List<ProposedColumn> decided = others(table, header);
        decided.add(new ProposedColumn(header, "", 1, TEXTS.get("columns.chose")));
        return changed(
                in(table, header),
                without(table, header),
                table.recipe().constants(),
                table.recipe().formats(),
                decided);
    }

    /** Leaves a source column out: it is not kept at all. */
    public static ProposedTable leaveOut(ProposedTable table, int index) {
        String header = table.headers().get(index);
        List<String> out = new ArrayList<>(table.recipe().leftOut());
        out.add(header);
        ProposedTable kept = keep(table, index);
        return kept.by(kept.recipe().toBuilder().leftOut(out).build());
    }

    private static ProposedTable in(ProposedTable table, String header) {
        List<String> out = new ArrayList<>(table.recipe().leftOut());
        return out.removeIf(header::equalsIgnoreCase)
                ? table.by(table.recipe().toBuilder().leftOut(out).build())
                : table;
    }

    /** Gives every row the same value in a column of the model; "" takes the constant away. */
    public static ProposedTable constant(ProposedTable table, String column, String value) {
        Map<String, String> constants = new LinkedHashMap<>(table.recipe().constants());
        Map<String, String> columns = new LinkedHashMap<>(table.recipe().columns());
        if (value.isEmpty()) {
            constants.remove(column);
        } else {
            constants.put(column, value);
            columns.remove(column);
        }
        ProposedTable changed =
                changed(table, columns, constants, table.recipe().formats(), table.columns());
        return value.isEmpty() ? changed : settled(changed, label(table, column), column);
    }

    /** Says how the values of a column are written; "" leaves it to be found out. */
    public static ProposedTable format(ProposedTable table, String column, String written) {
        Map<String, String> formats = new LinkedHashMap<>(table.recipe().formats());
        if (written.isEmpty()) {
            formats.remove(column);
        } else {
            formats.put(column, written);
        }
        return changed(table, table.recipe().columns(), table.recipe().constants(), formats, table.columns());
    }

    /** What a column of the model is called. */
    public static String label(ProposedTable table, String column) {
        return target(table).find(column).map(c -> c.label()).orElse(column);
    }

    private static Map<String, String> without(ProposedTable table, String header) {
        Map<String, String> columns = new LinkedHashMap<>(table.recipe().columns());
        columns.values().removeIf(source -> source.equalsIgnoreCase(header));
        return columns;
    }

    private static List<ProposedColumn> others(ProposedTable table, String header) {
        List<ProposedColumn> all = new ArrayList<>(table.columns());
        all.removeIf(c -> c.header().equalsIgnoreCase(header));
        return all;
    }

    private static ProposedTable changed(
            ProposedTable table,
            Map<String, String> columns,
            Map<String, String> constants,
            Map<String, String> formats,
            List<ProposedColumn> decided) {
        ImportRecipe r = table.recipe();
        ImportRecipe edited = ImportRecipe.builder(BY_HAND, r.entity())
                .title(TEXTS.get("columns.by.hand"))
                .layout(r.layout())
                .names(r.names())
                .columns(columns)
                .constants(constants)
                .formats(formats)
                .leftOut(r.leftOut())
                .adjustmentOrders(r.adjustmentOrders())
                .charges(r.charges())
                .build();
        return table.by(edited, decided);
    }
}
