package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where the points of a request stand in the units of both axes, how large they are and which colour they have. */
final class PointData {
    private static final Texts TEXTS = Texts.of(PointData.class);

    private static final int MOST_COLOURS = 7;

    final ChartRequest r;
    final Column xColumn;
    final Column yColumn;
    final @Nullable TimeColumn time;
    /** Whether X is finer than days. */
    final boolean clock;
    /** The members along X, where that is neither a number nor a time. */
    final @Nullable Groups categories;

    final @Nullable Column size;
    final @Nullable Column colour;
    final @Nullable Column label;
    final boolean logX;
    final boolean logY;
    /** The rows that have a place, and where that is. */
    final int[] rows;

    final double[] x;
    final double[] y;
    /** The ends of X over all rows, whichever panel shows them. */
    final double[] endsX = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    final double[] endsY = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    final double largest;
    final List<String> notes = new ArrayList<>();
    private final @Nullable Groups colours;
    private final int[] place;
    private int[] hues = {};
    private final double[] endsColour = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    PointData(ChartRequest r, SeriesTable.@Nullable Panel panel) {
        this.r = r;
        xColumn = r.frame().column(r.spec().column(Channel.X));
        yColumn = r.frame().column(r.spec().column(Channel.Y));
        if (!yColumn.type().isNumeric()) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN,
                    TEXTS.get("point.data.chart_kind_point_needs", yColumn.name(), yColumn.type()));
        }
        time = TimeColumn.of(xColumn);
        clock = xColumn.type() == ColumnType.TIMESTAMP && Steps.hasTimeOfDay(xColumn);
        categories = time == null && !xColumn.type().isNumeric() ? Groups.of(xColumn, r) : null;
        size = numeric(Channel.SIZE);
        colour = optional(Channel.COLOR);
        label = optional(Channel.LABEL);
        logY = "log".equals(r.spec().options().get("scale"));
        logX = "log".equals(r.spec().options().get("scale.x")) && xColumn.type().isNumeric();
        int n = yColumn.size();
        int[] kept = new int[n];
        double[] xs = new double[n];
        double[] ys = new double[n];
        int count = 0;
        int notPositive = 0;
        int sizeless = 0;
        double most = 0;
        for (int row = 0; row < n; row++) {
            double px = position(row);
            double py = yColumn.doubleAt(row);
            if (!Double.isFinite(px) || !Double.isFinite(py)) {
                continue;
            }
            if (logX && px <= 0 || logY && py <= 0) {
                notPositive++;
                continue;
            }
            double s = size == null ? 1 : size.doubleAt(row);
            if (!(s >= 0) || Double.isInfinite(s)) {
                sizeless++;
                continue;
            }
            endsX[0] = Math.min(endsX[0], px);
            endsX[1] = Math.max(endsX[1], px);
            most = Math.max(most, s);
            widenColour(row);
            if (panel == null || panel.has(row)) {
                endsY[0] = Math.min(endsY[0], py);
                endsY[1] = Math.max(endsY[1], py);
                xs[count] = px;
                ys[count] = py;
                kept[count++] = row;
            }
        }
        rows = Arrays.copyOf(kept, count);
        x = Arrays.copyOf(xs, count);
        y = Arrays.copyOf(ys, count);
        largest = most;
        if (notPositive > 0) {
            notes.add(TEXTS.get("point.data.points_at_or_less", Figure.counted(r, notPositive)));
        }
        if (sizeless > 0) {
            notes.add(TEXTS.get("point.data.points_without_size_or", Figure.counted(r, sizeless)));
        }
        boolean grouped = colour != null && !colour.type().isNumeric();
        colours = grouped && colour != null ? Groups.of(colour, r) : null;
        place = colours == null ? new int[0] : places(colours);
    }

    private @Nullable Column optional(Channel channel) {
        List<String> names = r.spec().columns(channel);
        return names.isEmpty() ? null : r.frame().column(names.get(0));
    }

    private @Nullable Column numeric(Channel channel) {
        Column c = optional(channel);
        return c != null && c.type().isNumeric() ? c : null;
    }

    private double position(int row) {
        if (categories != null) {
            return categories.groupOf()[row];
        }
        if (xColumn.isNull(row)) {
            return Double.NaN;
        }
        return time != null ? Steps.position(xColumn, row) : xColumn.doubleAt(row);
    }

    private void widenColour(int row) {
        if (colour != null && colour.type().isNumeric()) {
            double v = colour.doubleAt(row);
            if (Double.isFinite(v)) {
                endsColour[0] = Math.min(endsColour[0], v);
                endsColour[1] = Math.max(endsColour[1], v);
            }
        }
    }

    /** The groups with most points have colours of their own, the others are one. */
    private int[] places(Groups groups) {
        int[] order = groups.restLast(groups.byWeight(groups.sizes()));
        int own = order.length <= MOST_COLOURS ? order.length : MOST_COLOURS - 1;
        hues = groups.colours(r, order, own);
        int[] at = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            at[order[i]] = Math.min(i, own);
        }
        return at;
    }

    int argb(int point) {
        int row = rows[point];
        Groups groups = colours;
        if (groups != null) {
            return hues[place[groups.groupOf()[row]]];
        }
        if (colour != null) {
            double v = colour.doubleAt(row);
            double span = endsColour[1] - endsColour[0];
            return r.theme()
                    .sequential(
                            Double.isNaN(v) ? Double.NaN : span == 0 ? 0.7 : 0.15 + 0.85 * (v - endsColour[0]) / span);
        }
        return r.theme().accent();
    }

    List<Plot.Key> keys() {
        List<Plot.Key> keys = new ArrayList<>();
        Groups groups = colours;
        if (groups != null) {
            String[] names = new String[Math.min(MOST_COLOURS, groups.count())];
            int[] members = new int[names.length];
            int others = 0;
            for (int g = 0; g < groups.count(); g++) {
                if (groups.count() > MOST_COLOURS && place[g] == MOST_COLOURS - 1) {
                    others++;
                } else {
                    names[place[g]] = groups.names().get(g);
                    members[place[g]] = groups.firstRow()[g];
                }
            }
            for (int i = 0; i < names.length; i++) {
                boolean rest = others > 0 && i == MOST_COLOURS - 1;
                String name = rest ? Labels.others(r, others) : names[i];
                Map<String, @Nullable String> member = rest ? Map.of() : Labels.members(groups.column(), members[i]);
                keys.add(new Plot.Key(name, hues[i], Plot.Mark.DISC, member));
            }
        } else if (colour != null && endsColour[0] < endsColour[1]) {
            String name = Labels.of(colour, r.metrics());
            String low = name + " " + r.format().compact(endsColour[0], colour.unit());
            keys.add(new Plot.Key(low, r.theme().sequential(0.15), Plot.Mark.DISC));
            String high = r.format().compact(endsColour[1], colour.unit());
            keys.add(new Plot.Key(high, r.theme().sequential(1), Plot.Mark.DISC));
        }
        return keys;
    }

    /** What a point is called: its label, else where it stands. */
    String name(int point) {
        int row = rows[point];
        return label != null ? Labels.member(label, row, r) : place(row);
    }

    /** Where a row stands along X, for people. */
    String place(int row) {
        if (clock && !xColumn.isNull(row)) {
            return r.format().exact(xColumn, row);
        }
        return time != null ? time.label(row, r.format()) : Labels.member(xColumn, row, r);
    }
}
