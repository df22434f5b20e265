package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A table with tabular figures; sorted by a click on a head, scrolled by the wheel. Option "bars" names a column that is also
 * drawn as bars, option "sparks" one that is drawn as spark lines ({@link Sparks}).
 */
public final class TableChart implements ChartType {
    private static final Texts TEXTS = Texts.of(TableChart.class);

    /** View parameter: "column:asc" or "column:desc". */
    public static final String SORT = "sort";

    /** Option: parameters of analyses that a click on a row chooses, "k=groups,scaling=way", and the columns with their values. */
    public static final String CHOOSES = "chooses";

    /** View parameter: the first row shown, from 0. */
    public static final String SCROLL = "scroll";

    private static final double HEAD = 26;
    private static final double LEAST_ROW = 26;
    private static final double MOST_ROW = 34;
    private static final double FOOT = 20;
    private static final double SPARKS_FROM = 300;
    private static final double SPARKS_GAP = 20;

    @Override
    public String kind() {
        return ChartSpec.TABLE;
    }

    @Override
    public double minWidth() {
        return 360;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return new Layout(r).scene();
    }

    /** The state of laying out one request. */
    private static final class Layout {
        private final ChartRequest r;
        private final Frame f;
        private final Drawing d;
        private final TextStyle head;
        private final TextStyle body;
        private final TextStyle quiet;
        private final List<Column> columns;
        private final @Nullable Column label;
        private final @Nullable Column bars;
        private final @Nullable Sparks sparks;
        private final double room;
        private final String sortColumn;
        private final boolean ascending;
        private final int[] order;
        private final double rowHeight;

        Layout(ChartRequest r) {
            this.r = r;
            f = r.frame();
            d = new Drawing(r.text());
            head = Drawing.style(12, r.theme().secondary());
            body = Drawing.style(13, r.theme().text());
            quiet = Drawing.style(12, r.theme().secondary());
            r.spec().column(Channel.COLUMN);
            List<Column> all =
                    r.spec().columns(Channel.COLUMN).stream().map(f::column).toList();
            Sparks found = Sparks.of(r, all);
            // A table of lines alone says nothing; neither does one whose first column they push out.
            boolean shown = found != null
                    && r.width() >= SPARKS_FROM
                    && !found.without(all).isEmpty();
            sparks = shown ? found : null;
            columns = found == null || found.without(all).isEmpty() ? all : found.without(all);
            room = shown ? r.width() - Sparks.WIDTH - SPARKS_GAP : r.width();
            List<String> labels = r.spec().columns(Channel.LABEL);
            label = labels.isEmpty()
                    ? null
                    : f.find(labels.get(0)).filter(c -> !columns.contains(c)).orElse(null);
            String barColumn = r.spec().options().get("bars");
            bars = barColumn == null
                    ? null
                    : f.find(barColumn).filter(c -> c.type().isNumeric()).orElse(null);
            String sort = r.view().get(SORT);
            int colon = sort == null ? -1 : sort.lastIndexOf(':');
            sortColumn = sort == null || colon < 0 ? "" : sort.substring(0, colon);
            ascending = sort != null && sort.endsWith(":asc");
            order = order();
            // Rows spread over the room that there is, within what still reads as one table.
            double even = order.length == 0 ? MOST_ROW : Math.floor((r.height() - HEAD) / order.length);
            if (even < LEAST_ROW) {
                double room = r.height() - HEAD - FOOT;
                even = Math.floor(room / Math.max(1, Math.floor(room / LEAST_ROW)));
            }
            rowHeight = Math.max(LEAST_ROW, Math.min(MOST_ROW, even));
        }

        private int[] order() {
            IntStream rows = IntStream.range(0, f.rowCount());
            Column by = f.find(sortColumn).orElse(null);
            if (by == null) {
                return rows.toArray();
            }
            Comparator<Integer> values = by.type() == ColumnType.TEXT
                    ? Comparator.comparing(
                            i -> java.util.Objects.requireNonNullElse(by.textAt(i), ""), String.CASE_INSENSITIVE_ORDER)
                    : Comparator.comparingDouble(by::doubleAt);
            Comparator<Integer> missingLast = Comparator.comparing(by::isNull);
            return rows.boxed()
                    .sorted(missingLast.thenComparing(ascending ? values : values.reversed()))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        Scene scene() {
            int fits = (int) Math.floor((r.height() - HEAD) / rowHeight);
            int shown = order.length;
            boolean more = shown > fits;
            if (more) {
                shown = (int) Math.max(0, Math.floor((r.height() - HEAD - FOOT) / rowHeight));
            }
            int first = Math.max(0, Math.min(scrolled(), order.length - shown));
            TableColumns widths = TableColumns.of(r, d, columns, label, bars, order, head, body, quiet, room);
            Drawing table = d.fresh();
            head(table, widths);
            for (int i = 0; i < shown; i++) {
                row(table, widths, order[first + i], HEAD + i * rowHeight, i + 1 < shown);
            }
            if (more) {
                String text = first == 0
                        ? TEXTS.get("table.chart.more", order.length - shown)
                        : TEXTS.get("table.chart.rows", first + 1, first + shown, order.length);
                table.text(0, HEAD + shown * rowHeight + 15, table.fit(text, r.width(), quiet), quiet);
            } else if (widths.hidden() > 0 && HEAD + shown * rowHeight + FOOT <= r.height()) {
                String text = TEXTS.get("table.chart.more_columns", widths.hidden());
                table.text(0, HEAD + shown * rowHeight + 15, table.fit(text, r.width(), quiet), quiet);
            }
            Gesture scroll = more ? new Gesture(Gesture.Kind.SCROLL, SCROLL, String.valueOf(first)) : null;
            Node.Group rows = new Node.Group("rows", 0, 0, null, null, scroll, table.nodes());
            String title = TEXTS.get("table.chart.table_rows", order.length);
            return new Scene(r.width(), r.height(), title, description(), Node.Group.at(0, 0, List.of(rows)));
        }

        private int scrolled() {
            String value = r.view().get(SCROLL);
            try {
                return value == null ? 0 : Integer.parseInt(value.strip());
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        private void head(Drawing table, TableColumns widths) {
            for (TableColumns.Cell cell : widths.cells()) {
                Column c = cell.column();
                boolean sorted = c.name().equals(sortColumn);
                boolean up = sorted && ascending;
                boolean number = cell.number();
                String text = Labels.of(c, r.metrics());
                TextStyle style =
                        sorted ? Drawing.style(12, Weight.MEDIUM, r.theme().text()) : head;
                Drawing part = table.fresh();
                part.add(new Node.Rect(cell.x(), 0, cell.width(), HEAD - 2, 0, null, null));
                double room = cell.width() - (sorted ? 12 : 0);
                String shown = part.fit(text, room + 0.01, style);
                double w = part.width(shown, style);
                if (number) {
                    part.text(cell.right(), 14, shown, style, Anchor.END);
                } else {
                    part.text(cell.x(), 14, shown, style);
                }
                if (sorted) {
                    double at = number ? cell.right() - w - 7 : cell.x() + w + 7;
                    part.triangle(at, 10, 7, up, r.theme().text());
                }
                String next = c.name() + (sorted && !ascending || !sorted && !number ? ":asc" : ":desc");
                Datum datum = new Datum(
                        text,
                        List.of(new Datum.Entry(TEXTS.get("table.chart.click"), TEXTS.get("table.chart.sorts"))),
                        java.util.Map.of());
                table.add(new Node.Group(
                        "head-" + c.name(),
                        0,
                        0,
                        null,
                        datum,
                        new Gesture(Gesture.Kind.CLICK, SORT, next),
                        part.nodes()));
            }
            if (sparks != null) {
                table.text(r.width() - Sparks.WIDTH, 14, table.fit(sparks.label(), Sparks.WIDTH, head), head);
            }
            table.line(0, HEAD - 2.5, r.width(), HEAD - 2.5, Stroke.of(r.theme().border(), 1));
        }

        private void row(Drawing table, TableColumns widths, int row, double y, boolean ruled) {
            Drawing part = table.fresh();
            part.add(new Node.Rect(0, y, r.width(), rowHeight, 0, null, null));
            double baseline = y + rowHeight / 2 + 4.5;
            for (TableColumns.Cell cell : widths.cells()) {
                cell(part, cell, row, y, baseline);
            }
            Column key = columns.get(0);
            List<Datum.Entry> entries = new ArrayList<>();
            for (Column c : columns) {
                if (c != key) {
                    entries.add(new Datum.Entry(Labels.of(c, r.metrics()), text(c, row)));
                }
            }
            if (sparks != null) {
                sparks.draw(
                        part,
                        row,
                        r.width() - Sparks.WIDTH,
                        y,
                        rowHeight,
                        r.theme().accent());
                entries.add(sparks.entry(r, row));
            }
            String name = label == null ? "" : Labels.member(label, row, r);
            String title = text(key, row) + (name.isEmpty() ? "" : "  " + name);
            boolean dimension = !key.type().isNumeric();
            Map<String, @Nullable String> members = dimension ? Labels.members(key, row) : Map.of();
            Gesture select = Marks.select(key.name(), members);
            Datum datum = new Datum(title, entries, members);
            Node.Group group = new Node.Group("row-" + row, 0, 0, null, datum, select, part.nodes());
            Marks.choosing(choices(row), List.of(group)).forEach(table::add);
            if (ruled) {
                int rule = Colors.mix(r.theme().surface(), r.theme().border(), 0.6);
                table.line(0, y + rowHeight - 0.5, r.width(), y + rowHeight - 0.5, Stroke.of(rule, 1));
            }
        }

        /** What a click on a row chooses: columns by the parameters that they hold values of, as the option says. */
        private Map<String, String> choices(int row) {
            Map<String, String> values = new TreeMap<>();
            for (String pair : r.spec().options().getOrDefault(CHOOSES, "").split(",")) {
                int equals = pair.indexOf('=');
                Column held = equals < 0
                        ? null
                        : f.find(pair.substring(equals + 1).strip()).orElse(null);
                if (held != null && !held.isNull(row)) {
                    values.put(pair.substring(0, equals).strip(), String.valueOf(held.valueAt(row)));
                }
            }
            return values;
        }

        private void cell(Drawing part, TableColumns.Cell cell, int row, double y, double baseline) {
            Column c = cell.column();
            String value = cell.number() ? Labels.cell(c, row, cell.decimals(), r) : text(c, row);
            if (!cell.number()) {
                String shown = part.fit(value, cell.own() + 0.01, body);
                part.text(cell.x(), baseline, shown, c.isNull(row) ? quiet : body);
                if (cell.label() != null && cell.labelRoom() > 24) {
                    String name = Labels.member(cell.label(), row, r);
                    part.text(cell.x() + cell.own() + 10, baseline, part.fit(name, cell.labelRoom(), quiet), quiet);
                }
                return;
            }
            if (cell.barRoom() > 12) {
                bar(part, cell, row, y);
            }
            TextStyle style = Labels.isChange(c) ? Drawing.style(13, changeColour(c, row)) : body;
            part.text(cell.right(), baseline, part.fit(value, cell.width() + 0.01, style), style, Anchor.END);
        }

        private void bar(Drawing part, TableColumns.Cell cell, int row, double y) {
            double v = cell.column().doubleAt(row);
            double low = Math.min(0, cell.low());
            double high = Math.max(0, cell.high());
            if (!Double.isFinite(v) || high - low <= 0) {
                return;
            }
            double zero = cell.x() - low / (high - low) * cell.barRoom();
            double length = v / (high - low) * cell.barRoom();
            int track = Colors.mix(r.theme().surface(), r.theme().border(), 0.55);
            part.rect(cell.x(), y + rowHeight / 2 - 3, cell.barRoom(), 6, 3, Fill.of(track));
            if (Math.abs(length) > 0.5) {
                part.rect(
                        Math.min(zero, zero + length),
                        y + rowHeight / 2 - 3,
                        Math.max(3, Math.abs(length)),
                        6,
                        3,
                        Fill.of(r.theme().accent()));
            }
        }

        private int changeColour(Column c, int row) {
            String metric = c.name().substring(0, c.name().length() - "_change".length());
            MetricDefinition m = r.metrics().get(metric);
            MetricDefinition.Direction direction = m == null ? MetricDefinition.Direction.NEUTRAL : m.direction();
            String shown = text(c, row);
            int sign = shown.startsWith("+") ? 1 : shown.startsWith("−") ? -1 : 0;
            if (sign == 0 || direction == MetricDefinition.Direction.NEUTRAL) {
                return r.theme().secondary();
            }
            boolean good = direction == MetricDefinition.Direction.UP_IS_GOOD == sign > 0;
            return good ? r.theme().good() : r.theme().bad();
        }

        private String text(Column c, int row) {
            return c.type().isNumeric() ? Labels.value(c, row, r) : Labels.member(c, row, r);
        }

        private String description() {
            if (order.length == 0) {
                return TEXTS.get("table.chart.no_rows");
            }
            List<String> first = columns.stream()
                    .map(c -> Phrases.pair(Labels.of(c, r.metrics()), text(c, order[0])))
                    .toList();
            return TEXTS.get("table.chart.first", Phrases.list(first));
        }
    }
}
