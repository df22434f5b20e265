package org.clientele.platform.charts.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.axis.LogScale;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The state of laying out points for one request: both axes, what is in view, and the marks. */
final class PointLayout implements Picture {
    private static final Texts TEXTS = Texts.of(PointLayout.class);

    /** More points than this are shown as cells. */
    static final int MOST_POINTS = 20_000;

    /** The part of an axis that stays empty beyond its outermost points. */
    private static final double PAD = 0.03;
    /** The same where areas count. */
    private static final double PAD_AREAS = 0.12;

    private static final double LEGEND_FROM = 480;

    private final ChartRequest r;
    private final PointData data;
    private final Guides guides;
    private final Window windowX;
    private final Window windowY;

    PointLayout(ChartRequest r, SeriesTable.@Nullable Panel panel) {
        this.r = r;
        data = new PointData(r, panel);
        guides = new Guides(r, data.yColumn.unit());
        windowX = Window.of(r.view(), "x");
        windowY = Window.of(r.view(), "y");
    }

    @Override
    public boolean isEmpty() {
        return data.rows.length == 0;
    }

    @Override
    public double low() {
        return data.endsY[0];
    }

    @Override
    public double high() {
        return data.endsY[1];
    }

    @Override
    public double weight() {
        return data.rows.length;
    }

    @Override
    public Unit unit() {
        return data.yColumn.unit();
    }

    @Override
    public boolean isLog() {
        return data.logY;
    }

    @Override
    public String unitText() {
        return titled(data.yColumn);
    }

    private String titled(Column c) {
        String unit = Labels.unit(c);
        String label = Labels.of(c, r.metrics());
        return Labels.measured(label, unit);
    }

    @Override
    public List<Plot.Key> keys() {
        return data.keys();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(data.notes);
        if (data.rows.length > MOST_POINTS) {
            notes.add(0, TEXTS.get("point.layout.points_as_cells_darker", Figure.counted(r, data.rows.length)));
        }
        return notes;
    }

    @Override
    public int tiers() {
        TimeColumn t = data.time;
        return data.clock ? 2 : t != null ? Plot.tiers(t.grain()) : data.categories != null ? 1 : 2;
    }

    @Override
    public double gutter(double low, double high) {
        double[] ends = padded(new double[] {low, high}, data.logY, Window.WHOLE);
        return new Room(r, ends[0], ends[1])
                        .unit(unit(), "")
                        .log(data.logY)
                        .exactEnds()
                        .plot()
                        .left
                - 2;
    }

    /** The ends of an axis with some room beyond its points, as far as they are in view. */
    private double[] padded(double[] ends, boolean log, Window window) {
        double low = log ? Math.log(ends[0]) : ends[0];
        double high = log ? Math.log(ends[1]) : ends[1];
        double span = high - low;
        if (!(span > Math.max(Math.abs(low), Math.abs(high)) * 1e-9)) {
            span = log || low == 0 ? 1 : Math.abs(low) / 2;
            low -= span / 2;
            high += span / 2;
        }
        double pad = data.size == null ? PAD : PAD_AREAS;
        low -= span * pad;
        high += span * pad;
        double from = window.from(low, high);
        double to = window.to(low, high);
        return log ? new double[] {Math.exp(from), Math.exp(to)} : new double[] {from, to};
    }

    private double[] endsY(@Nullable Shared shared) {
        double low = shared == null ? low() : shared.low();
        double high = shared == null ? high() : shared.high();
        double[] all = {data.logY ? guides.lowAboveZero(low) : guides.low(low), guides.high(high)};
        return padded(all, data.logY, windowY);
    }

    private double[] endsX(Window window) {
        if (data.categories != null) {
            double n = data.categories.count();
            return new double[] {window.from(-0.5, n - 0.5), window.to(-0.5, n - 0.5)};
        }
        return padded(data.endsX, data.logX, window);
    }

    @Override
    public List<Node> draw(ChartRequest sized, @Nullable Shared shared) {
        boolean legend = shared == null
                && data.size != null
                && data.largest > 0
                && sized.width() >= LEGEND_FROM
                && sized.height() >= 180;
        double[] ends = endsY(shared);
        Room room = new Room(sized, ends[0], ends[1])
                .unit(unit(), unitText())
                .keys(keys())
                .below(tiers(), shared == null ? 16 : 2)
                .gutter(legend ? PointMarks.LEGEND : 0)
                .log(data.logY)
                .exactEnds();
        if (shared == null) {
            room.note(String.join(" ", notes())).readout(readout());
            guides.reserve(room);
        } else {
            room.below(shared.axis() ? tiers() : 0, 2).withoutHead();
            if (!shared.labelled()) {
                room.withoutLabels();
            }
        }
        Plot plot = room.plot();
        double[] across = endsX(windowX);
        Scale x = data.logX
                ? LogScale.within(across[0], across[1], plot.left, plot.right)
                : linear(LinearScale.along(across[0], across[1], plot.left, plot.right));
        guides.behind(plot);
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen != null) {
            double[] range = endsX(chosen);
            Chosen.shade(plot, r, x.at(range[0]), x.at(range[1]));
        }
        plot.grid();
        if (shared == null || shared.axis()) {
            axis(plot, x);
        }
        PointMarks marks = new PointMarks(r, data, plot, x);
        List<Node> hits = new ArrayList<>(shared == null ? marks.selectable(marks.draw()) : marks.draw());
        hits.addAll(guides.front(plot, place -> at(x, place)));
        plot.interactive(windowX, windowY, hits, true);
        marks.labels(shared == null);
        if (legend) {
            marks.sizes(sized.width());
        }
        return plot.d.nodes();
    }

    private LinearScale linear(LinearScale x) {
        return data.xColumn.type() == ColumnType.INTEGER ? x.whole() : x;
    }

    private void axis(Plot plot, Scale x) {
        TimeColumn t = data.time;
        Groups categories = data.categories;
        if (t != null) {
            plot.timeAxis(t, data.clock, x.low(), x.high(), x::at);
        } else if (categories != null) {
            int from = (int) Math.max(0, Math.ceil(x.low() - 0.01));
            int to = (int) Math.min(categories.count() - 1.0, Math.floor(x.high() + 0.01));
            plot.categoryAxis(
                    Math.max(0, to - from + 1),
                    i -> x.at((double) from + i),
                    x.at(1) - x.at(0),
                    i -> categories.names().get(from + i));
        } else {
            String title = titled(data.xColumn);
            plot.numberAxis(x, data.xColumn.unit(), data.logX ? LogWords.of(title) : title);
        }
    }

    private double at(Scale x, String place) {
        if (data.time != null) {
            try {
                return x.at(LocalDate.parse(place).toEpochDay());
            } catch (java.time.format.DateTimeParseException e) {
                return Double.NaN;
            }
        }
        Double v =
                data.categories != null ? Double.valueOf(data.categories.names().indexOf(place)) : Window.number(place);
        return v == null || data.logX && v <= 0 ? Double.NaN : x.at(v);
    }

    private String readout() {
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen == null) {
            return "";
        }
        double[] range = endsX(chosen);
        double[] inside = new double[data.rows.length];
        int n = 0;
        for (int i = 0; i < inside.length; i++) {
            if (data.x[i] >= range[0] && data.x[i] <= range[1]) {
                inside[n++] = data.y[i];
            }
        }
        String figures = Chosen.figures(inside, 0, n, unit(), r);
        return TEXTS.get("point.layout.to_points", Figure.counted(r, n), said(range[0]), said(range[1]), figures);
    }

    private String said(double x) {
        TimeColumn t = data.time;
        if (t != null) {
            return r.format().period(LocalDate.ofEpochDay((long) Math.floor(x)), org.clientele.sdk.query.Grain.DAY);
        }
        Groups categories = data.categories;
        if (categories != null) {
            int i = (int) Math.max(0, Math.min(categories.count() - 1.0, Math.round(x)));
            return categories.names().get(i);
        }
        return r.format().compact(x, data.xColumn.unit());
    }

    @Override
    public String title() {
        return TEXTS.get(
                "point.layout.title",
                Labels.of(data.yColumn, r.metrics()),
                Labels.of(data.xColumn, r.metrics()).toLowerCase(Locale.ROOT));
    }

    @Override
    public String description() {
        int n = data.rows.length;
        int top = -1;
        for (int i = 0; i < n; i++) {
            top = top < 0 || data.y[i] > data.y[top] ? i : top;
        }
        StringBuilder said = new StringBuilder(
                top < 0
                        ? TEXTS.get("point.layout.said", title(), Figure.counted(r, n))
                        : TEXTS.get(
                                "point.layout.said.highest",
                                title(),
                                Figure.counted(r, n),
                                data.name(top),
                                Labels.value(data.yColumn, data.rows[top], r)));
        double rho = Moments.correlation(data.x, data.y);
        if (data.categories == null && n > 2 && Double.isFinite(rho)) {
            said.append(' ')
                    .append(TEXTS.get(
                            "point.layout.correlation",
                            String.format(Locale.ROOT, "%.2f", rho).replace('-', '−')));
        }
        notes().forEach(note -> said.append(' ').append(note));
        return said.toString();
    }
}
