package org.clientele.platform.runtime.breakdown;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A breakdown as a table with a row for each part, and back: what a row is a part of. Columns for people come first; then {@link
 * #NODE}, {@link #UNDER}, {@link #DIMENSION}, {@link #KEY} and {@link #OPEN}, from which pictures and programs find their
 * way.
 */
public final class BreakdownTable {
    private static final Texts TEXTS = Texts.of(BreakdownTable.class);

    /** Where a part is: a {@link Branch#path}. */
    public static final String NODE = "node";
    /** Where that is what it is a part of; null for the whole. */
    public static final String UNDER = "under";
    /** What its whole was split by; null for the whole. */
    public static final String DIMENSION = "dimension";
    /** The member as filters name it; null for the unknown one, the others and the whole. */
    public static final String KEY = "key";
    /** Whether it is opened. */
    public static final String OPEN = "open";

    /** The level, from 0 for the whole. */
    public static final String LEVEL = "level";
    /** What its whole was split by, for people. */
    public static final String BY = "by";
    /** The part, for people. */
    public static final String PART = "part";
    /** The share of its whole, 1 for all; null where parts do not add up. */
    public static final String SHARE = "share";
    /** What it is compared with. */
    public static final String BASE = "compared_with";
    /** The relative change. */
    public static final String CHANGE = "compared_with_change";
    /** How many members a part is the rest of, or 0. */
    public static final String MERGED = "merged";

    private static final int SHARE_DIGITS = 12;

    private BreakdownTable() {}

    /** The table of a breakdown. */
    public static Frame of(BreakdownTree tree) {
        Rows rows = new Rows(tree);
        rows.add(0, null, null, "", tree.root(), null, tree.root().base() != null);
        for (int i = 0; i < tree.stages().size(); i++) {
            Stage stage = tree.stages().get(i);
            for (Branch branch : stage.branches()) {
                BigDecimal whole = stage.addsUp() ? stage.parent().value() : null;
                rows.add(
                        i + 1,
                        stage.dimension(),
                        stage.parent().path(),
                        stage.level().fixed() ? stage.label() : TEXTS.get("breakdown.table.found", stage.label()),
                        branch,
                        whole,
                        stage.compared());
            }
        }
        return rows.frame().withCaveats(tree.caveats()).asOf(tree.dataAsOf());
    }

    /** Collects the rows. */
    private static final class Rows {
        private final Column.Builder level = text(LEVEL, ColumnType.INTEGER, TEXTS.get("breakdown.table.level"));
        private final Column.Builder by = text(BY, ColumnType.TEXT, TEXTS.get("breakdown.table.broken_down_by"));
        private final Column.Builder part = text(PART, ColumnType.TEXT, TEXTS.get("breakdown.table.part"));
        private final Column.Builder value;
        private final Column.Builder share = Column.builder(
                new ColumnSpec(SHARE, ColumnType.DOUBLE, Unit.ratio(), TEXTS.get("breakdown.table.share_whole")));
        private final Column.@Nullable Builder base;
        private final Column.Builder change = Column.builder(
                new ColumnSpec(CHANGE, ColumnType.DOUBLE, Unit.ratio(), TEXTS.get("breakdown.table.change")));
        private final Column.Builder merged =
                text(MERGED, ColumnType.INTEGER, TEXTS.get("breakdown.table.members_put_together"));
        private final Column.Builder node = text(NODE, ColumnType.TEXT, TEXTS.get("breakdown.table.node"));
        private final Column.Builder under = text(UNDER, ColumnType.TEXT, TEXTS.get("breakdown.table.node_above"));
        private final Column.Builder dimension =
                text(DIMENSION, ColumnType.TEXT, TEXTS.get("breakdown.table.dimension"));
        private final Column.Builder key = text(KEY, ColumnType.TEXT, TEXTS.get("breakdown.table.member"));
        private final Column.Builder open = text(OPEN, ColumnType.BOOLEAN, TEXTS.get("breakdown.table.opened"));
        private final ColumnType type;

        Rows(BreakdownTree tree) {
            type = tree.value().type();
            value = numbers(tree, tree.value(), Branch::value);
            ColumnSpec spec = tree.base();
            base = spec == null
                    ? null
                    : numbers(tree, new ColumnSpec(BASE, spec.type(), spec.unit(), label(spec.name())), Branch::base);
        }

        private static String label(String column) {
            return column.endsWith("_year_before")
                    ? TEXTS.get("breakdown.table.year_before")
                    : TEXTS.get("breakdown.table.period_before");
        }

        private static Column.Builder text(String name, ColumnType type, String label) {
            return Column.builder(new ColumnSpec(name, type, Unit.none(), label));
        }

        private static Column.Builder numbers(
                BreakdownTree tree, ColumnSpec spec, java.util.function.Function<Branch, @Nullable BigDecimal> figure) {
            if (spec.type() != ColumnType.DECIMAL) {
                return Column.builder(spec);
            }
            int scale = 0;
            List<Branch> all = new ArrayList<>(List.of(tree.root()));
            tree.stages().forEach(s -> all.addAll(s.branches()));
            for (Branch b : all) {
                BigDecimal v = figure.apply(b);
                scale = v == null ? scale : Math.max(scale, v.scale());
            }
            return Column.decimalBuilder(spec, scale);
        }

        void add(
                int depth,
                @Nullable String split,
                @Nullable String above,
                String label,
                Branch b,
                @Nullable BigDecimal whole,
                boolean compared) {
            level.addLong(depth);
            put(by, split == null ? null : label);
            part.addText(b.name());
            put(value, b.value());
            share.add(
                    whole == null || whole.signum() == 0 || b.value() == null
                            ? null
                            : (Object) b.value()
                                    .divide(whole, SHARE_DIGITS, RoundingMode.HALF_UP)
                                    .doubleValue());
            if (base != null) {
                put(base, compared ? b.base() : null);
            }
            boolean known = compared && b.base() != null && b.base().signum() != 0;
            change.add(
                    known
                            ? (Object) b.change()
                                    .divide(Objects.requireNonNull(b.base()).abs(), SHARE_DIGITS, RoundingMode.HALF_UP)
                                    .doubleValue()
                            : null);
            merged.addLong(b.merged());
            node.addText(b.path());
            put(under, above);
            put(dimension, split);
            put(key, b.member());
            open.add(b.open());
        }

        private void put(Column.Builder column, @Nullable String text) {
            if (text == null) {
                column.addNull();
            } else {
                column.addText(text);
            }
        }

        private void put(Column.Builder column, @Nullable BigDecimal number) {
            if (number == null) {
                column.addNull();
            } else if (type == ColumnType.INTEGER) {
                column.addLong(number.longValueExact());
            } else if (type == ColumnType.DECIMAL) {
                column.addDecimal(number);
            } else {
                column.addDouble(number.doubleValue());
            }
        }

        Frame frame() {
            List<Column> all =
                    new ArrayList<>(List.of(level.build(), by.build(), part.build(), value.build(), share.build()));
            if (base != null) {
                all.add(base.build());
                all.add(change.build());
            }
            for (Column.Builder b : List.of(merged, node, under, dimension, key, open)) {
                all.add(b.build());
            }
            return Frame.of(all);
        }
    }

    /** The table without the columns that only programs need. */
    public static Frame forPeople(Frame table) {
        java.util.Set<String> others = java.util.Set.of(MERGED, NODE, UNDER, DIMENSION, KEY, OPEN);
        return Frame.of(table.columns().stream()
                        .filter(c -> !others.contains(c.name()))
                        .toList())
                .withCaveats(table.caveats())
                .asOf(table.dataAsOf().orElse(null));
    }

    /** The row of a node, or -1. */
    public static int row(Frame table, String node) {
        Column nodes = table.column(NODE);
        for (int row = 0; row < table.rowCount(); row++) {
            if (node.equals(nodes.textAt(row))) {
                return row;
            }
        }
        return -1;
    }

    /** The members that a node is of, the outermost first, by their dimensions; null stands for the unknown one. */
    public static Map<String, @Nullable String> members(Frame table, String node) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        int row = row(table, node);
        String above = row < 0 ? null : table.column(UNDER).textAt(row);
        if (above != null) {
            all.putAll(members(table, above));
            all.put(
                    Objects.requireNonNull(table.column(DIMENSION).textAt(row)),
                    table.column(KEY).textAt(row));
        }
        return all;
    }

    /** Whether a node is the rest of several members. */
    public static boolean isRest(Frame table, String node) {
        int row = row(table, node);
        return row >= 0 && table.column(MERGED).longAt(row) > 0;
    }
}
