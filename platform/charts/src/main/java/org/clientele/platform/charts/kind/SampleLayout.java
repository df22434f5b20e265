package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.clientele.platform.charts.axis.BandScale;
import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.axis.LogScale;
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
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Raw values by category, as boxes or violins, along or across. */
final class SampleLayout implements Picture {
    private static final Texts TEXTS = Texts.of(SampleLayout.class);

    private static final double LEAST_BAND = 14;
    private static final double LEAST_ROW = 20;
    private static final double NAMES = 12;

    private final ChartRequest r;
    private final boolean violin;
    private final boolean across;
    private final boolean log;
    private final Column y;
    private final @Nullable Groups groups;
    /** Rising values of each category that has any, in the order of the categories. */
    private final List<Sample> samples = new ArrayList<>();

    private final Guides guides;
    private int notPositive;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    SampleLayout(ChartRequest r, SeriesTable.@Nullable Panel panel, boolean violin) {
        this.r = r;
        this.violin = violin;
        across = r.spec().is("horizontal");
        log = "log".equals(r.spec().options().get("scale"));
        y = r.frame().column(r.spec().column(Channel.Y));
        if (!y.type().isNumeric()) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN,
                    TEXTS.get("sample.layout.chart_kind_needs_numbers", r.spec().kind(), y.name(), y.type()));
        }
        guides = new Guides(r, y.unit());
        List<String> xs = r.spec().columns(Channel.X);
        groups = xs.isEmpty() ? null : Groups.of(r.frame().column(xs.get(0)), r);
        Groups g = groups;
        if (g == null) {
            add(-1, Labels.of(y, r.metrics()), IntStream.range(0, y.size()), panel);
        } else {
            int[][] rows = g.rows();
            int[] order = g.column().type().isTemporal()
                    ? IntStream.range(0, rows.length)
                            .boxed()
                            .sorted(java.util.Comparator.comparingDouble(k -> moment(g, k)))
                            .mapToInt(Integer::intValue)
                            .toArray()
                    : IntStream.range(0, rows.length).toArray();
            for (int k : order) {
                add(k, g.names().get(k), Arrays.stream(rows[k]), panel);
            }
        }
    }

    private static double moment(Groups g, int k) {
        double at = g.column().doubleAt(g.firstRow()[k]);
        return Double.isNaN(at) ? Double.POSITIVE_INFINITY : at;
    }

    private void add(int group, String name, IntStream rows, SeriesTable.@Nullable Panel panel) {
        double[] known = rows.filter(row -> panel == null || panel.has(row))
                .mapToDouble(y::doubleAt)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double[] kept = log ? Arrays.stream(known).filter(v -> v > 0).toArray() : known;
        notPositive += known.length - kept.length;
        if (kept.length > 0) {
            low = Math.min(low, kept[0]);
            high = Math.max(high, kept[kept.length - 1]);
        }
        // Panels need the same places, whether or not they have values there.
        if (kept.length > 0 || panel != null) {
            samples.add(new Sample(group, name, kept));
        }
    }

    @Override
    public boolean isEmpty() {
        return low > high;
    }

    @Override
    public double low() {
        return low;
    }

    @Override
    public double high() {
        return high;
    }

    @Override
    public double weight() {
        return samples.stream().mapToDouble(s -> s.sorted().length).sum();
    }

    @Override
    public Unit unit() {
        return y.unit();
    }

    @Override
    public boolean isLog() {
        return log;
    }

    @Override
    public String unitText() {
        return across ? "" : Labels.unit(y);
    }

    @Override
    public List<Plot.Key> keys() {
        return List.of();
    }

    @Override
    public List<String> notes() {
        return notPositive == 0
                ? List.of()
                : List.of(TEXTS.get(
                        "sample.layout.or_less_cannot_stand", Figure.counted(r, notPositive), Labels.rows(r)));
    }

    @Override
    public int tiers() {
        return 1;
    }

    @Override
    public double gutter(double least, double most) {
        if (across) {
            return Math.min(widestName(), r.width() * 0.16) + NAMES;
        }
        return new Room(r, least, most).unit(y.unit(), "").log(log).plot().left - 2;
    }

    private double widestName() {
        Drawing d = new Drawing(r.text());
        TextStyle style = Drawing.style(12, r.theme().text());
        return samples.stream()
                .limit(100)
                .mapToDouble(s -> d.width(s.name(), style))
                .max()
                .orElse(0);
    }

    private double[] ends(@Nullable Shared shared) {
        double least = shared == null ? low : shared.low();
        double most = shared == null ? high : shared.high();
        double a = log ? guides.lowAboveZero(least) : guides.low(least);
        double b = guides.high(most);
        if (!log && a >= 0 && a < 0.65 * b) {
            a = 0;
        }
        return new double[] {a, b};
    }

    @Override
    public List<Node> draw(ChartRequest sized, @Nullable Shared shared) {
        return across ? across(sized, shared) : along(sized, shared);
    }

    /** The samples in view: from which, and how many of them there is room for. */
    private int[] shown(double from, double to, double room, double each) {
        int n = samples.size();
        int first = (int) Math.min(n - 1.0, Math.floor(from * n + 1e-6));
        int inView = Math.max(1, (int) Math.ceil(to * n - 1e-6) - first);
        int fits = (int) Math.max(1, Math.min(inView, Math.floor(room / each)));
        return new int[] {first, fits, inView};
    }

    private List<String> notes(int[] shown, @Nullable Shared shared) {
        List<String> out = new ArrayList<>();
        if (shown[1] < shown[2]) {
            out.add(TEXTS.get("sample.layout.more", Figure.counted(r, shown[2] - shown[1])));
        }
        if (shared == null) {
            out.addAll(notes());
        }
        return out;
    }

    private List<Node> along(ChartRequest sized, @Nullable Shared shared) {
        Window window = Window.of(r.view(), "x");
        int[] shown = shown(window.low(), window.high(), sized.width() - 60, LEAST_BAND);
        double[] ends = ends(shared);
        Room room = new Room(sized, ends[0], ends[1])
                .unit(y.unit(), unitText())
                .below(tiers(), 2)
                .log(log)
                .note(shared == null ? String.join(". ", notes(shown, null)) : "")
                .readout(shared == null ? readout() : "");
        if (shared != null) {
            room.below(shared.axis() ? 1 : 0, 2).withoutHead();
            if (!shared.labelled()) {
                room.withoutLabels();
            }
        } else {
            guides.reserve(room);
        }
        Plot plot = room.plot();
        guides.behind(plot);
        BandScale bands = new BandScale(shown[1], plot.left, plot.right);
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen != null) {
            double n = samples.size();
            double from = plot.left + (chosen.low() * n - shown[0]) * bands.width();
            Chosen.shade(plot, r, from, from + (chosen.high() - chosen.low()) * n * bands.width());
        }
        plot.grid();
        SampleMarks marks = new SampleMarks(r, y, false, plot.y, log, violin ? peak(shown) : 0);
        List<Node> hits = new ArrayList<>();
        for (int i = 0; i < shown[1]; i++) {
            Drawing part = plot.d.fresh();
            part.add(new Node.Rect(bands.from(i), plot.top, bands.width(), plot.bottom - plot.top, 0, null, null));
            Sample s = samples.get(shown[0] + i);
            marks.draw(part, s, bands.centre(i), bands.width());
            hits.add(marks.group(shown[0] + i, s, groups, part.nodes()));
        }
        hits.addAll(guides.front(plot, place -> at(place, shown, bands)));
        plot.interactive(window, null, hits, false);
        if (shared == null || shared.axis()) {
            plot.categoryAxis(
                    shown[1],
                    bands::centre,
                    bands.width(),
                    i -> samples.get(shown[0] + i).name());
        }
        return plot.d.nodes();
    }

    private double at(String place, int[] shown, BandScale bands) {
        for (int i = 0; i < shown[1]; i++) {
            if (samples.get(shown[0] + i).name().equals(place)) {
                return bands.centre(i);
            }
        }
        return Double.NaN;
    }

    /** The greatest density of any sample in view, so that all are drawn to one measure. */
    private double peak(int[] shown) {
        double peak = 0;
        for (int i = 0; i < shown[1]; i++) {
            peak = Math.max(peak, samples.get(shown[0] + i).peak(log));
        }
        return peak;
    }

    private List<Node> across(ChartRequest sized, @Nullable Shared shared) {
        Drawing d = new Drawing(r.text());
        Window window = Window.of(r.view(), "y");
        boolean axis = sized.height() > 70 && (shared == null || shared.axis());
        double told = shared == null ? Across.tell(d, sized, samples.size(), this::inRange) : 0;
        double guideRow = told + (shared == null && guides.hasLines() && sized.height() > 120 ? 17 : 0);
        List<String> always = shared == null ? notes() : List.of();
        double below = (axis ? 18 : 0) + (shared == null && axis && log ? 14 : 0) + (always.isEmpty() ? 0 : 17);
        double room = Math.max(1, sized.height() - guideRow - below);
        int[] shown = shown(1 - window.high(), 1 - window.low(), room, LEAST_ROW);
        if (shown[1] < shown[2] && always.isEmpty()) {
            below += 17;
            room = Math.max(1, room - 17);
            shown = shown(1 - window.high(), 1 - window.low(), room, LEAST_ROW);
        }
        double end = sized.height() - below;
        double pitch = Math.max(1, Math.min(56, (end - guideRow) / shown[1]));
        end = guideRow + pitch * shown[1];
        double names = shared == null
                ? Math.min(widestName(), sized.width() * 0.38)
                : shared.labelled() ? shared.beside() - NAMES : 0;
        double left = names > 0 ? names + NAMES : 2;
        double[] ends = ends(shared);
        double right = Math.max(left + 8, sized.width() - 14);
        Scale x = log
                ? LogScale.covering(ends[0], ends[1], left, right)
                : LinearScale.covering(ends[0], ends[1], left, right);
        axis(d, x, guideRow, end, axis, sized.width());
        if (shared == null && axis && log) {
            LogWords.below(d, r, sized.width(), end + 27);
        }
        SampleMarks marks = new SampleMarks(r, y, true, x, log, violin ? peak(shown) : 0);
        TextStyle style = Drawing.style(12, r.theme().text());
        Across.Rows range = new Across.Rows(samples.size(), shown[0], shown[1], guideRow, pitch);
        Across.shade(d, sized, range, sized.width());
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < shown[1]; i++) {
            Drawing part = d.fresh();
            double top = guideRow + i * pitch;
            Sample s = samples.get(shown[0] + i);
            part.add(new Node.Rect(0, top, sized.width(), pitch, 0, null, null));
            part.text(0, top + pitch / 2 + 4, d.fit(s.name(), names + 0.01, style), style);
            marks.draw(part, s, top + pitch / 2, pitch);
            rows.add(marks.group(shown[0] + i, s, groups, part.nodes()));
        }
        if (guideRow > told) {
            rows.addAll(guides.across(d, x::at, told, end, left, sized.width() - 2));
        }
        d.add(Across.interactive(window, range, sized.width(), rows));
        String said = String.join(". ", notes(shown, shared));
        TextStyle quiet = Drawing.style(Plot.AXIS_TEXT, r.theme().secondary());
        if (!said.isEmpty() && end + (axis ? 18 : 0) + (log ? 14 : 0) < sized.height() - 12) {
            d.text(0, sized.height() - 4, d.fit(said, sized.width(), quiet), quiet);
        }
        return d.nodes();
    }

    private void axis(Drawing d, Scale x, double top, double end, boolean labelled, double width) {
        TextStyle style = Drawing.style(Plot.AXIS_TEXT, r.theme().secondary());
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.ticks().length; i++) {
            double at = Math.round(x.at(x.ticks()[i]) - 0.5) + 0.5;
            d.line(
                    at,
                    top,
                    at,
                    end,
                    Stroke.of(Colors.mix(r.theme().surface(), r.theme().border(), 0.85), 1));
            String label = r.format().tick(x.ticks()[i], x.step(i), y.unit());
            double half = d.width(label, style) / 2;
            double place = Math.max(half, Math.min(width - half, at));
            if (labelled && place - half > free) {
                d.text(place, end + 13, label, style, Anchor.MIDDLE);
                free = place + half + 6;
            }
        }
    }

    private String readout() {
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen == null) {
            return "";
        }
        int n = samples.size();
        int from = (int) Math.max(0, Math.ceil(chosen.low() * n - 0.5));
        return inRange(from, (int) Math.min(n, Math.floor(chosen.high() * n + 0.5)));
    }

    private String inRange(int from, int to) {
        if (from >= to) {
            return TEXTS.get("sample.layout.nothing_lies_in_range");
        }
        double[] all = samples.subList(from, to).stream()
                .flatMapToDouble(s -> Arrays.stream(s.sorted()))
                .sorted()
                .toArray();
        String first = samples.get(from).name();
        String names = to - from > 1 ? Phrases.span(first, samples.get(to - 1).name()) : first;
        return TEXTS.get(
                "sample.layout.median",
                names,
                Figure.counted(r, all.length),
                Labels.rows(r),
                r.format().compact(all.length == 0 ? Double.NaN : Moments.quantile(all, 0.5), y.unit()));
    }

    @Override
    public String title() {
        String label =
                TEXTS.get("sample.layout.spread", Labels.of(y, r.metrics()).toLowerCase(Locale.ROOT));
        Groups g = groups;
        return g == null
                ? label
                : TEXTS.get(
                        "sample.layout.by",
                        label,
                        Labels.of(g.column(), r.metrics()).toLowerCase(Locale.ROOT));
    }

    @Override
    public String description() {
        List<String> medians = new ArrayList<>();
        int n = 0;
        for (Sample s : samples) {
            if (s.sorted().length > 0 && n++ < 3) {
                medians.add(TEXTS.get(
                        "sample.layout.has_median",
                        s.name(),
                        r.format().compact(Moments.quantile(s.sorted(), 0.5), y.unit())));
            }
        }
        StringBuilder said =
                new StringBuilder(Phrases.of(title(), Phrases.someClauses(medians, Phrases.plain(n - 3L))));
        notes().forEach(note -> said.append(' ').append(note));
        return said.toString();
    }
}
