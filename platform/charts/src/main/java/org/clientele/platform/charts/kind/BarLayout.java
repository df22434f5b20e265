package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Bars of one request, along or across. */
final class BarLayout implements Picture {
    private static final Texts TEXTS = Texts.of(BarLayout.class);

    private final ChartRequest r;
    private final Bars bars;
    private final boolean across;

    BarLayout(ChartRequest r, SeriesTable.@Nullable Panel panel) {
        this.r = r;
        across = r.spec().is("horizontal");
        bars = Bars.of(r, panel);
    }

    @Override
    public boolean isEmpty() {
        return bars.low > bars.high;
    }

    @Override
    public double low() {
        return bars.low;
    }

    @Override
    public double high() {
        return bars.high;
    }

    @Override
    public double weight() {
        return bars.table.series().stream().mapToDouble(Series::weight).sum();
    }

    @Override
    public Unit unit() {
        return bars.unit();
    }

    @Override
    public boolean isLog() {
        return bars.log;
    }

    @Override
    public String unitText() {
        return across || bars.mode == Stack.Mode.SHARE
                ? ""
                : Labels.unit(bars.leading().column());
    }

    @Override
    public List<Plot.Key> keys() {
        return bars.keys();
    }

    @Override
    public List<String> notes() {
        return bars.notes();
    }

    @Override
    public int tiers() {
        TimeColumn t = bars.steps.time;
        return across ? 1 : t == null ? 1 : Plot.tiers(t.grain());
    }

    @Override
    public double gutter(double low, double high) {
        if (across) {
            return BarsAcross.gutter(r, bars);
        }
        return new Room(r, low, high).unit(unit(), "").log(bars.log).plot().left - 2;
    }

    @Override
    public List<Node> draw(ChartRequest sized, @Nullable Shared shared) {
        return across ? new BarsAcross(sized, bars, shared).draw() : new BarsAlong(sized, bars, shared).draw();
    }

    @Override
    public String title() {
        Series first = bars.table.series().get(0);
        String measure = bars.table.split() == null ? first.label() : Labels.of(first.column(), r.metrics());
        return TEXTS.get(
                "bar.layout.title",
                measure,
                Labels.of(bars.steps.column, r.metrics()).toLowerCase(Locale.ROOT));
    }

    @Override
    public String description() {
        String title = title();
        if (isEmpty()) {
            return TEXTS.get("bar.layout.no_values", title);
        }
        int n = bars.steps.count();
        boolean several = bars.table.series().size() > 1;
        String head = several
                ? TEXTS.get(
                        "bar.layout.split",
                        title,
                        Phrases.list(
                                bars.table.series().stream().map(Series::label).toList()))
                : title;
        List<String> first = new ArrayList<>();
        for (int i = 0; i < Math.min(3, n); i++) {
            String value = several
                    ? Series.exact(bars.total(i), bars.leading().column().unit(), r)
                    : bars.leading().exact(i, r);
            first.add(Phrases.pair(bars.member(i), value));
        }
        StringBuilder s = new StringBuilder(Phrases.of(head, Phrases.some(first, Phrases.plain(n - 3L))));
        notes().forEach(note -> s.append(' ').append(note));
        return s.toString();
    }
}
