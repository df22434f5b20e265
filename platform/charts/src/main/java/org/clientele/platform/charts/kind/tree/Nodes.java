package org.clientele.platform.charts.kind.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A tree whose nodes are given, each with its own figures: nothing is summed.
 *
 * @param columns the nodes on show: the root, then the parts of the open node of the column before
 * @param y the measure
 * @param base what it is compared with, or null
 */
record Nodes(List<List<One>> columns, Column y, @Nullable Column base) {
    private static final Texts TEXTS = Texts.of(Nodes.class);

    /**
     * A node.
     *
     * @param row of the frame
     * @param id from TO
     * @param name for people
     * @param by what its whole was split by, for people
     * @param value NaN where there is none
     * @param before what it is compared with; NaN where there is nothing
     * @param share of its whole; NaN where parts do not add up
     * @param open whether its parts are on show or asked for
     * @param merged how many members it is the rest of
     */
    record One(
            int row,
            String id,
            String name,
            String by,
            double value,
            double before,
            double share,
            boolean open,
            int merged) {
        double change() {
            return before == 0 ? Double.NaN : (value - before) / Math.abs(before);
        }
    }

    /** Whether a request gives its nodes. */
    static boolean given(ChartRequest r) {
        return !r.spec().columns(Channel.TO).isEmpty();
    }

    static Nodes of(ChartRequest r) {
        Frame f = r.frame();
        Column to = f.column(r.spec().column(Channel.TO));
        Column from = f.column(r.spec().column(Channel.FROM));
        Column name = f.column(r.spec().column(Channel.LABEL));
        Column by = f.column(r.spec().column(Channel.LEVEL));
        Column y = f.column(r.spec().column(Channel.Y));
        Column base = Labels.base(r);
        Column share = optional(r, Channel.SIZE);
        Column open = optional(r, Channel.STEP);
        Column merged = f.find("merged").orElse(null);
        Map<String, List<One>> below = new HashMap<>();
        One root = null;
        for (int row = 0; row < f.rowCount(); row++) {
            One one = new One(
                    row,
                    text(to, row),
                    text(name, row),
                    text(by, row),
                    number(y, row),
                    number(base, row),
                    number(share, row),
                    open != null && Boolean.TRUE.equals(open.valueAt(row)),
                    merged == null ? 0 : (int) merged.longAt(row));
            if (from.isNull(row)) {
                root = root == null ? one : root;
            } else {
                below.computeIfAbsent(text(from, row), k -> new ArrayList<>()).add(one);
            }
        }
        List<List<One>> columns = new ArrayList<>();
        List<One> next = root == null ? List.of() : List.of(root);
        while (!next.isEmpty()) {
            columns.add(next);
            next = next.stream()
                    .filter(n -> n.open() || n.id().isEmpty())
                    .findFirst()
                    .map(n -> below.getOrDefault(n.id(), List.of()))
                    .orElse(List.of());
        }
        return new Nodes(columns, y, base);
    }

    private static @Nullable Column optional(ChartRequest r, Channel channel) {
        List<String> names = r.spec().columns(channel);
        return names.isEmpty() ? null : r.frame().find(names.get(0)).orElse(null);
    }

    private static String text(Column c, int row) {
        String text = c.isNull(row) ? null : c.textAt(row);
        return text == null ? "" : text;
    }

    private static double number(@Nullable Column c, int row) {
        return c == null || c.isNull(row) ? Double.NaN : c.doubleAt(row);
    }

    /** The open node of a column, or null. */
    @Nullable
    One open(int column) {
        return columns.get(column).stream()
                .filter(n -> n.open() || column == 0)
                .findFirst()
                .orElse(null);
    }

    /** Tooltip lines of a node. */
    List<Datum.Entry> entries(ChartRequest r, One n, @Nullable One whole) {
        List<Datum.Entry> all = new ArrayList<>();
        all.add(new Datum.Entry(Labels.of(y, r.metrics()), Labels.value(y, n.row(), r)));
        if (whole != null && Double.isFinite(n.share())) {
            all.add(new Datum.Entry(
                    TEXTS.get("nodes.share", whole.name()),
                    r.format().compact(n.share(), org.clientele.sdk.data.Unit.ratio())));
        }
        if (base != null && Double.isFinite(n.before())) {
            all.add(new Datum.Entry(Labels.of(base, r.metrics()), Labels.value(base, n.row(), r)));
            all.add(new Datum.Entry(TEXTS.get("nodes.change"), r.format().change(n.change())));
        }
        return all;
    }
}
