package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.axis.RoundTicks;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The values of a radar: series by spoke, and the scale of each spoke. */
final class Spokes {
    private static final Texts TEXTS = Texts.of(Spokes.class);

    /** A spoke or a series, and its member as filters write it. */
    record Name(String text, @Nullable String raw) {}

    static final int MOST = 12;
    private static final int MOST_SERIES = 6;

    final List<Name> spokes;
    final List<Name> series;
    /** By series, then spoke; NaN where not known. */
    final double[][] values;
    /** The rings, where all spokes share one scale; empty where each has its own. */
    final double[] rings;
    /** The distance of two rings. */
    final double step;

    private final double[] low;
    private final double[] high;

    private Spokes(List<Name> spokes, List<Name> series, double[][] values, boolean own) {
        this.spokes = spokes;
        this.series = series;
        this.values = values;
        low = new double[spokes.size()];
        high = new double[spokes.size()];
        for (int k = 0; k < low.length; k++) {
            for (double[] v : values) {
                if (!Double.isNaN(v[k])) {
                    low[k] = Math.min(low[k], v[k]);
                    high[k] = Math.max(high[k], v[k]);
                }
            }
        }
        if (own) {
            rings = new double[0];
            step = 0;
        } else {
            RoundTicks ticks = RoundTicks.covering(
                    Arrays.stream(low).min().orElse(0),
                    Arrays.stream(high).max().orElse(1));
            rings = ticks.values();
            step = ticks.step();
            Arrays.fill(low, rings[0]);
            Arrays.fill(high, rings[rings.length - 1]);
        }
    }

    /** Reads the rows; a spoke that comes twice in a series is summed. Null where nothing is known. */
    static @Nullable Spokes of(ChartRequest r, Column x, Column y, @Nullable Column color, Notes notes) {
        Map<String, Name> spokes = new LinkedHashMap<>();
        Map<String, Name> series = new LinkedHashMap<>();
        Map<String, Map<String, Double>> cells = new LinkedHashMap<>();
        Map<String, Double> spokeSize = new LinkedHashMap<>();
        for (int row = 0; row < y.size(); row++) {
            double v = y.doubleAt(row);
            if (!Double.isFinite(v)) {
                continue;
            }
            String spoke = Labels.member(x, row, r);
            String own = color == null ? Labels.of(y, r.metrics()) : Labels.member(color, row, r);
            spokes.putIfAbsent(spoke, new Name(spoke, Member.raw(x, row)));
            series.putIfAbsent(own, new Name(own, color == null ? null : Member.raw(color, row)));
            cells.computeIfAbsent(own, n -> new LinkedHashMap<>()).merge(spoke, v, Double::sum);
            spokeSize.merge(spoke, Math.abs(v), Double::sum);
        }
        if (spokes.isEmpty()) {
            return null;
        }
        List<Name> shownSpokes = largest(spokes, spokeSize, MOST);
        List<String> left = new ArrayList<>();
        if (shownSpokes.size() < spokes.size()) {
            left.add(TEXTS.get("spokes.largest_spokes_are_shown", MOST, Figure.counted(r, spokes.size())));
        }
        Map<String, Double> seriesSize = new LinkedHashMap<>();
        cells.forEach((name, own) -> seriesSize.put(
                name, own.values().stream().mapToDouble(Math::abs).sum()));
        List<Name> shownSeries = new ArrayList<>(largest(series, seriesSize, MOST_SERIES));
        shownSeries.sort(Comparator.comparing(n -> Labels.isRest(n.text())));
        if (shownSeries.size() < series.size()) {
            left.add(TEXTS.get("spokes.largest_series_are_shown", MOST_SERIES, Figure.counted(r, series.size())));
        }
        double[][] values = new double[shownSeries.size()][shownSpokes.size()];
        for (int s = 0; s < values.length; s++) {
            Map<String, Double> own = cells.getOrDefault(shownSeries.get(s).text(), Map.of());
            for (int k = 0; k < values[s].length; k++) {
                values[s][k] = own.getOrDefault(shownSpokes.get(k).text(), Double.NaN);
            }
        }
        boolean own = "own".equals(r.spec().options().get("scale"));
        Spokes out = new Spokes(shownSpokes, shownSeries, values, own);
        notes.add(out.scaleNote(r, y));
        left.forEach(notes::add);
        return out;
    }

    private static List<Name> largest(Map<String, Name> names, Map<String, Double> size, int most) {
        List<Name> all = new ArrayList<>(names.values());
        if (all.size() <= most) {
            return all;
        }
        List<Name> kept = new ArrayList<>(all);
        kept.sort(Comparator.comparingDouble((Name n) -> -size.getOrDefault(n.text(), 0.0)));
        all.retainAll(new java.util.HashSet<>(kept.subList(0, most)));
        return all;
    }

    private String scaleNote(ChartRequest r, Column y) {
        if (rings.length == 0) {
            return TEXTS.get("spokes.each_spoke_has_its");
        }
        return TEXTS.get(
                "spokes.one_scale_for_all",
                r.format().tick(rings[0], step, y.unit()),
                r.format().tick(rings[rings.length - 1], step, y.unit()));
    }

    /** Whether each spoke has its own scale. */
    boolean own() {
        return rings.length == 0;
    }

    /** The end of a spoke. */
    double end(int spoke) {
        return high[spoke];
    }

    /** How far out a value is on its spoke, from 0 to 1. */
    double part(int spoke, double v) {
        double span = high[spoke] / 2 - low[spoke] / 2;
        return span > 0 ? (v / 2 - low[spoke] / 2) / span : 0;
    }
}
