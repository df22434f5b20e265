package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The state of laying out a histogram for one request. */
final class HistogramLayout implements Picture {
    private static final Texts TEXTS = Texts.of(HistogramLayout.class);

    private static final int MOST_BINS = 60;
    private static final int MOST_ASKED = 500;

    private record Part(
            String label, int argb, double[] values, double[] counts, Map<String, @Nullable String> members) {}

    private final ChartRequest r;
    private final Column column;
    private final double[] all;
    private final @Nullable Bins bins;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    /** For ranges that were counted before, the row of the one value in each; -1 where it has none, or several. */
    private int[] single = {};

    private final Guides guides;
    private final Window window;
    private final double most;

    HistogramLayout(ChartRequest r, SeriesTable.@Nullable Panel panel) {
        this.r = r;
        column = r.frame().column(r.spec().column(Channel.X));
        if (!column.type().isNumeric()) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN,
                    TEXTS.get("histogram.layout.histogram_needs_numbers_for", column.name(), column.type()));
        }
        window = Window.of(r.view(), "x");
        guides = new Guides(r, Unit.none());
        List<String> counted = r.spec().columns(Channel.Y);
        if (counted.isEmpty()) {
            all = values(row -> true);
            bins = all.length == 0 ? null : bins();
            split(panel);
        } else {
            all = new double[0];
            bins = ready(r.frame().column(counted.get(0)), panel);
        }
        double highest = 0;
        for (Part p : parts) {
            highest = Math.max(highest, Arrays.stream(p.counts()).max().orElse(0));
        }
        most = highest;
        tails();
    }

    private double[] values(java.util.function.IntPredicate of) {
        return IntStream.range(0, column.size())
                .filter(of)
                .mapToDouble(column::doubleAt)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private Bins bins() {
        String asked = r.spec().options().get("bins");
        if (asked != null) {
            Double n = Window.number(asked);
            if (n == null || n < 1 || n > MOST_ASKED) {
                throw new AnalyticsException(
                        ErrorCode.CONTRACT_BROKEN,
                        TEXTS.get("histogram.layout.chart_option_bins_is", asked, MOST_ASKED));
            }
            return Bins.counted(all, n.intValue());
        }
        int room = (int) Math.max(4, Math.min(MOST_BINS, r.width() / 8));
        return Bins.of(all, column.type() == ColumnType.INTEGER, room);
    }

    private void split(SeriesTable.@Nullable Panel panel) {
        List<String> names = r.spec().columns(Channel.COLOR);
        Bins b = bins;
        if (b == null) {
            return;
        }
        if (names.isEmpty()) {
            double[] own = panel == null ? all : values(panel::has);
            parts.add(new Part(Labels.of(column, r.metrics()), r.theme().accent(), own, b.count(own), Map.of()));
            return;
        }
        Groups groups = Groups.of(r.frame().column(names.get(0)), r);
        int[] order = groups.restLast(groups.byWeight(groups.sizes()));
        int own = order.length <= SeriesTable.MOST ? order.length : SeriesTable.MOST - 1;
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = Math.min(i, own);
        }
        int[] colours = groups.colours(r, order, own);
        for (int i = 0; i < Math.min(order.length, own + 1); i++) {
            int at = i;
            double[] v = values(row -> place[groups.groupOf()[row]] == at && (panel == null || panel.has(row)));
            String label = i < own ? groups.names().get(order[i]) : Labels.others(r, order.length - own);
            Map<String, @Nullable String> members =
                    i < own ? Labels.members(groups.column(), groups.firstRow()[order[i]]) : Map.of();
            parts.add(new Part(label, colours[i], v, b.count(v), members));
        }
    }

    /** Ranges that were counted before: X begins each, Y counts. */
    private @Nullable Bins ready(Column counts, SeriesTable.@Nullable Panel panel) {
        int[] rows = IntStream.range(0, column.size())
                .filter(i -> !Double.isNaN(column.doubleAt(i)) && counts.doubleAt(i) >= 0)
                .filter(i -> panel == null || panel.has(i))
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(column::doubleAt))
                .mapToInt(Integer::intValue)
                .toArray();
        if (rows.length == 0) {
            return null;
        }
        double width = Double.POSITIVE_INFINITY;
        for (int i = 1; i < rows.length; i++) {
            double gap = column.doubleAt(rows[i]) - column.doubleAt(rows[i - 1]);
            width = gap > 0 ? Math.min(width, gap) : width;
        }
        width = Double.isFinite(width) ? width : 1;
        double from = column.doubleAt(rows[0]);
        double last = column.doubleAt(rows[rows.length - 1]);
        double span = Math.min(10_000, Math.round((last - from) / width) + 1.0);
        width = Math.max(width, (last - from) / span);
        Bins b = new Bins(from, width, (int) span, false, false);
        double[] c = new double[b.count()];
        boolean[] begun = new boolean[c.length];
        single = new int[c.length];
        Arrays.fill(single, -1);
        for (int row : rows) {
            int i = Math.min(c.length - 1, Math.max(0, b.of(column.doubleAt(row) + width / 2)));
            c[i] += counts.doubleAt(row);
            boolean same = single[i] >= 0 && column.doubleAt(single[i]) == column.doubleAt(row);
            single[i] = !begun[i] || same ? row : -1;
            begun[i] = true;
        }
        parts.add(new Part(Labels.of(counts, r.metrics()), r.theme().accent(), new double[0], c, Map.of()));
        return b;
    }

    private void tails() {
        Bins b = bins;
        if (b != null && b.above()) {
            long n = Arrays.stream(all).filter(v -> v >= b.end(b.count() - 1)).count();
            notes.add(TEXTS.get(
                    "histogram.layout.last_bar_also_holds",
                    Figure.counted(r, n),
                    Labels.rows(r),
                    r.format().compact(b.end(b.count() - 1), column.unit()),
                    r.format().compact(all[all.length - 1], column.unit())));
        }
        if (b != null && b.below()) {
            long n = Arrays.stream(all).filter(v -> v < b.from()).count();
            notes.add(TEXTS.get(
                    "histogram.layout.first_bar_also_holds",
                    Figure.counted(r, n),
                    Labels.rows(r),
                    r.format().compact(all[0], column.unit()),
                    r.format().compact(b.from(), column.unit())));
        }
    }

    @Override
    public boolean isEmpty() {
        return bins == null || most == 0;
    }

    @Override
    public double low() {
        return 0;
    }

    @Override
    public double high() {
        return most;
    }

    @Override
    public double weight() {
        return parts.stream().mapToDouble(p -> Arrays.stream(p.counts()).sum()).sum();
    }

    @Override
    public Unit unit() {
        return Unit.none();
    }

    @Override
    public String unitText() {
        List<String> counted = r.spec().columns(Channel.Y);
        return counted.isEmpty() ? Labels.rows(r) : Labels.of(r.frame().column(counted.get(0)), r.metrics());
    }

    @Override
    public List<Plot.Key> keys() {
        return parts.size() < 2
                ? List.of()
                : parts.stream()
                        .map(p -> new Plot.Key(p.label(), p.argb(), Plot.Mark.SQUARE, p.members()))
                        .toList();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public int tiers() {
        return 2;
    }

    @Override
    public double gutter(double low, double high) {
        return new Room(r, low, high).plot().left - 2;
    }

    private double viewed(double part) {
        Bins b = java.util.Objects.requireNonNull(bins);
        return b.from() + part * b.count() * b.width();
    }

    @Override
    public List<Node> draw(ChartRequest sized, @Nullable Shared shared) {
        Room room = new Room(sized, 0, guides.high(shared == null ? most : shared.high()))
                .unit(Unit.none(), unitText())
                .keys(keys())
                .below(tiers(), 16);
        if (shared == null) {
            room.note(String.join(" ", notes)).readout(readout());
            guides.reserve(room);
        } else {
            room.below(shared.axis() ? tiers() : 0, 2).withoutHead();
            if (!shared.labelled()) {
                room.withoutLabels();
            }
        }
        Plot plot = room.plot();
        LinearScale numbers = LinearScale.along(viewed(window.low()), viewed(window.high()), plot.left, plot.right);
        Scale x = column.type() == ColumnType.INTEGER ? numbers.whole() : numbers;
        guides.behind(plot);
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen != null) {
            Chosen.shade(plot, r, x.at(viewed(chosen.low())), x.at(viewed(chosen.high())));
        }
        plot.grid();
        if (shared == null || shared.axis()) {
            String unit = Labels.unit(column);
            String label = Labels.of(column, r.metrics());
            plot.numberAxis(x, column.unit(), Labels.measured(label, unit));
        }
        List<Node> hits = bars(plot, x);
        hits.addAll(guides.front(plot, place -> {
            Double v = Window.number(place);
            return v == null ? Double.NaN : x.at(v);
        }));
        plot.interactive(window, null, hits, true);
        return plot.d.nodes();
    }

    private List<Node> bars(Plot plot, Scale x) {
        Bins b = java.util.Objects.requireNonNull(bins);
        List<Node> out = new ArrayList<>();
        double zero = plot.y.at(0);
        for (int i = 0; i < b.count(); i++) {
            double from = x.at(b.start(i));
            double to = x.at(b.end(i));
            if (to < plot.left - 1 || from > plot.right + 1) {
                continue;
            }
            Drawing d = plot.d.fresh();
            d.add(new Node.Rect(from, plot.top, Math.max(0, to - from), plot.bottom - plot.top, 0, null, null));
            double gap = to - from > 4 ? 0.75 : 0;
            for (Part p : parts) {
                double top = plot.y.at(p.counts()[i]);
                if (p.counts()[i] > 0) {
                    bar(
                            d,
                            p,
                            from + gap,
                            Math.max(0.5, to - from - 2 * gap),
                            Math.min(top, zero - 1),
                            zero,
                            tail(b, i));
                }
            }
            out.add(Node.Group.of("bin-" + i, datum(b, i), d.nodes()));
        }
        return out;
    }

    private static boolean tail(Bins b, int i) {
        return b.above() && i == b.count() - 1 || b.below() && i == 0;
    }

    private void bar(Drawing d, Part p, double left, double width, double top, double zero, boolean tail) {
        if (parts.size() == 1) {
            int argb = tail ? Colors.mix(r.theme().surface(), p.argb(), 0.5) : p.argb();
            d.rect(left, top, width, zero - top, Math.min(1.5, width / 3), Fill.of(argb));
        } else {
            d.rect(left, top, width, zero - top, 0, Fill.of(Colors.alpha(p.argb(), 0.32)));
            d.line(left, top, left + width, top, Stroke.of(p.argb(), 1.5));
        }
    }

    private Datum datum(Bins b, int i) {
        List<Datum.Entry> entries = new ArrayList<>();
        for (Part p : parts) {
            double total = Arrays.stream(p.counts()).sum();
            String share = r.format().compact(total == 0 ? Double.NaN : p.counts()[i] / total, Unit.ratio());
            boolean raw = parts.size() == 1 && r.spec().columns(Channel.Y).isEmpty();
            String label = raw ? capital(Labels.rows(r)) : p.label();
            entries.add(new Datum.Entry(label, Series.exact(p.counts()[i], Unit.none(), r) + " (" + share + ")"));
        }
        String from = r.format().compact(b.start(i), column.unit());
        String to = r.format().compact(b.end(i), column.unit());
        boolean one = column.type() == ColumnType.INTEGER && b.width() == 1;
        String title = b.above() && i == b.count() - 1
                ? TEXTS.get("histogram.layout.and_more", from)
                : b.below() && i == 0
                        ? TEXTS.get("histogram.layout.less_than", to)
                        : one ? from : TEXTS.get("histogram.layout.to_below", from, to);
        Map<String, @Nullable String> member =
                i < single.length && single[i] >= 0 ? Labels.members(column, single[i]) : Map.of();
        return new Datum(title, entries, member);
    }

    private static String capital(String noun) {
        return noun.isEmpty() ? noun : Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    }

    private String readout() {
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen == null || bins == null) {
            return "";
        }
        double from = viewed(chosen.low());
        double to = viewed(chosen.high());
        String range =
                Phrases.span(r.format().compact(from, column.unit()), r.format().compact(to, column.unit()));
        if (all.length == 0) {
            double sum = 0;
            for (int i = 0; i < bins.count(); i++) {
                double middle = (bins.start(i) + bins.end(i)) / 2;
                sum += middle >= from && middle < to ? parts.get(0).counts()[i] : 0;
            }
            return Phrases.of(range, Series.exact(sum, Unit.none(), r));
        }
        double[] inside = Arrays.stream(all).filter(v -> v >= from && v <= to).toArray();
        String share = r.format().compact(inside.length / (double) all.length, Unit.ratio());
        return TEXTS.get(
                "histogram.layout.readout",
                range,
                Figure.counted(r, inside.length),
                Labels.rows(r),
                share,
                r.format().compact(Arrays.stream(inside).average().orElse(Double.NaN), column.unit()));
    }

    @Override
    public String title() {
        return TEXTS.get(
                "histogram.layout.title", Labels.of(column, r.metrics()).toLowerCase(Locale.ROOT));
    }

    @Override
    public String description() {
        List<String> all = new ArrayList<>();
        for (Part p : parts) {
            double n = Arrays.stream(p.counts()).sum();
            Texts.Count counted = new Texts.Count((long) n, Series.exact(n, Unit.none(), r));
            boolean plain = !r.spec().options().containsKey("rows");
            String rows = plain
                    ? TEXTS.get("histogram.layout.values", counted)
                    : TEXTS.get("histogram.layout.rows", counted, Labels.rows(r));
            String spread = p.values().length == 0
                    ? rows
                    : TEXTS.get(
                            "histogram.layout.median",
                            rows,
                            r.format().compact(Moments.quantile(p.values(), 0.5), column.unit()),
                            r.format().compact(Moments.quantile(p.values(), 0.25), column.unit()),
                            r.format().compact(Moments.quantile(p.values(), 0.75), column.unit()));
            all.add(parts.size() > 1 ? Phrases.of(p.label(), spread) : spread);
        }
        String name = Labels.of(column, r.metrics());
        String whole = parts.size() > 1
                ? Phrases.clauses(Stream.concat(Stream.of(name), all.stream()).toList())
                : parts.isEmpty() ? name : Phrases.of(name, all.get(0));
        StringBuilder said = new StringBuilder(Phrases.end(whole));
        notes.forEach(n -> said.append(' ').append(n));
        return said.toString();
    }
}
