package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The spark lines of a table, one for each row, in a column of their own at the right end. Option "sparks" (else channel
 * TREND) names where they are from: a text column of the table with numbers apart by commas ("12,,15.5", nothing where one is
 * missing), or a numeric column of the tile's trend frame, whose rows belong to the row of the same member in the table's
 * first column, in their order.
 */
final class Sparks {
    private static final Texts TEXTS = Texts.of(Sparks.class);

    /** The room of the column. */
    static final double WIDTH = 96;

    private static final double AIR = 7;

    private final String label;
    private final Unit unit;
    private final double[][] values;
    private final @Nullable Column source;

    private Sparks(String label, Unit unit, double[][] values, @Nullable Column source) {
        this.label = label;
        this.unit = unit;
        this.values = values;
        this.source = source;
    }

    /** The spark lines of a table with these columns, or null where it has none. */
    static @Nullable Sparks of(ChartRequest r, List<Column> columns) {
        String name = name(r.spec());
        if (name == null) {
            return null;
        }
        Column text =
                r.frame().find(name).filter(c -> c.type() == ColumnType.TEXT).orElse(null);
        if (text != null) {
            double[][] values = new double[text.size()][];
            for (int row = 0; row < values.length; row++) {
                values[row] = numbers(text.textAt(row));
            }
            return new Sparks(Labels.of(text, r.metrics()), Unit.none(), values, text);
        }
        Frame trend = r.trend();
        Column y = trend == null
                ? null
                : trend.find(name).filter(c -> c.type().isNumeric()).orElse(null);
        Column key = trend == null ? null : trend.find(columns.get(0).name()).orElse(null);
        return y == null || key == null ? null : keyed(r, columns, y, key);
    }

    private static @Nullable String name(ChartSpec spec) {
        String option = spec.options().get("sparks");
        List<String> trend = spec.columns(Channel.TREND);
        return option != null ? option : trend.isEmpty() ? null : trend.get(0);
    }

    private static Sparks keyed(ChartRequest r, List<Column> columns, Column y, Column key) {
        Column rows = columns.get(0);
        Map<String, List<Double>> series = new HashMap<>();
        for (int i = 0; i < y.size(); i++) {
            series.computeIfAbsent(String.valueOf(key.valueAt(i)), k -> new ArrayList<>())
                    .add(y.doubleAt(i));
        }
        double[][] values = new double[rows.size()][];
        for (int row = 0; row < values.length; row++) {
            values[row] = series.getOrDefault(String.valueOf(rows.valueAt(row)), List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        // The measure often has a column of its own beside its lines.
        boolean beside = columns.stream().anyMatch(c -> c.name().equals(y.name()));
        return new Sparks(beside ? TEXTS.get("sparks.trend") : Labels.of(y, r.metrics()), y.unit(), values, null);
    }

    private static double[] numbers(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new double[0];
        }
        String[] parts = text.split(",", -1);
        double[] out = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            out[i] = number(parts[i].strip());
        }
        return out;
    }

    private static double number(String text) {
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** What the column is called. */
    String label() {
        return label;
    }

    /** The columns without the one that is drawn as lines. */
    List<Column> without(List<Column> columns) {
        return columns.stream().filter(c -> c != source).toList();
    }

    /** Draws the line of a row into a rectangle, from its own lowest to its own highest value. */
    void draw(Drawing d, int row, double x, double y, double height, int argb) {
        double low = low(row);
        double high = high(row);
        if (low > high || height < 3 * AIR) {
            return;
        }
        double[] v = values[row];
        double[] px = new double[v.length];
        double[] py = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            px[i] = x + 3 + (v.length < 2 ? 0.5 : i / (v.length - 1.0)) * (WIDTH - 6);
            double share = high > low ? (v[i] - low) / (high - low) : 0.5;
            py[i] = Double.isFinite(v[i]) ? y + AIR + (1 - share) * (height - 2 * AIR) : Double.NaN;
        }
        double endX = Double.NaN;
        double endY = Double.NaN;
        for (Polyline line : Polyline.of(px, py)) {
            int last = line.size() - 1;
            if (last > 0) {
                d.stroke(line.path(), Stroke.of(argb, 1.5));
            }
            endX = line.x()[last];
            endY = line.y()[last];
        }
        d.disc(endX, endY, 2.25, argb);
    }

    private double low(int row) {
        double low = Double.POSITIVE_INFINITY;
        for (double v : values[row]) {
            low = Double.isFinite(v) ? Math.min(low, v) : low;
        }
        return low;
    }

    private double high(int row) {
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values[row]) {
            high = Double.isFinite(v) ? Math.max(high, v) : high;
        }
        return high;
    }

    /** A tooltip line: the ends of the line's values and the last one. */
    Datum.Entry entry(ChartRequest r, int row) {
        double[] v = values[row];
        if (low(row) > high(row)) {
            return new Datum.Entry(label, "–");
        }
        double last = Double.NaN;
        for (double one : v) {
            last = Double.isFinite(one) ? one : last;
        }
        return new Datum.Entry(
                label.equals("Trend") ? label : TEXTS.get("sparks.over_time", label),
                TEXTS.get("sparks.last_lowest_highest", compact(r, last), compact(r, low(row)), compact(r, high(row))));
    }

    private String compact(ChartRequest r, double v) {
        return r.format().compact(v, unit);
    }
}
