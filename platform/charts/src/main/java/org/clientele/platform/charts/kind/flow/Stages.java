package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The stages of a funnel in the order of the rows, each split into segments. */
final class Stages {
    private static final Texts TEXTS = Texts.of(Stages.class);

    /**
     * One stage.
     *
     * @param parts by segment, 0 where it has none
     * @param sum of the parts
     */
    record Stage(String name, @Nullable String raw, double[] parts, double sum) {
        /** The share of another stage that is here; NaN where that is nothing. */
        double of(Stage other) {
            return other.sum > 0 ? sum / other.sum : Double.NaN;
        }
    }

    /** A segment, and its member as filters write it; null where it stands for several or for the unknown. */
    record Segment(String name, @Nullable String raw) {}

    private static final int MOST_SEGMENTS = 6;

    private final List<Stage> stages;
    private final List<Segment> segments;

    private Stages(List<Stage> stages, List<Segment> segments) {
        this.stages = stages;
        this.segments = segments;
    }

    /** The stages, at most {@code capacity}: of more, the first ones and the last. Empty where nothing is known. */
    static Stages of(ChartRequest r, Column x, Column y, @Nullable Column color, int capacity, Notes notes) {
        Map<String, Integer> stageOf = new LinkedHashMap<>();
        Map<String, @Nullable String> rawOf = new LinkedHashMap<>();
        Map<String, Integer> segmentOf = new LinkedHashMap<>();
        Map<String, @Nullable String> rawSegmentOf = new LinkedHashMap<>();
        List<double[]> cells = new ArrayList<>();
        int negative = 0;
        for (int row = 0; row < y.size(); row++) {
            double v = y.doubleAt(row);
            if (v < 0) {
                negative++;
            }
            if (!(v >= 0) || Double.isInfinite(v)) {
                continue;
            }
            String name = Labels.member(x, row, r);
            int stage = stageOf.computeIfAbsent(name, n -> stageOf.size());
            rawOf.putIfAbsent(name, Member.raw(x, row));
            String part = color == null ? "" : Labels.member(color, row, r);
            int segment = segmentOf.computeIfAbsent(part, n -> segmentOf.size());
            rawSegmentOf.putIfAbsent(part, color == null ? null : Member.raw(color, row));
            cells.add(new double[] {stage, segment, v});
        }
        if (negative > 0) {
            notes.add(TEXTS.get("stages.negative_values_are_left", Figure.counted(r, negative)));
        }
        List<String> names = new ArrayList<>(segmentOf.keySet());
        double[] totals = new double[names.size()];
        cells.forEach(c -> totals[(int) c[1]] += c[2]);
        int[] place = places(totals, names);
        List<Segment> segments = new ArrayList<>();
        int count = Math.min(names.size(), MOST_SEGMENTS);
        for (int i = 0; i < names.size(); i++) {
            if (place[i] < count) {
                while (segments.size() <= place[i]) {
                    segments.add(new Segment("", null));
                }
                segments.set(place[i], new Segment(names.get(i), rawSegmentOf.get(names.get(i))));
            }
        }
        if (names.size() > MOST_SEGMENTS) {
            segments.set(count - 1, new Segment(Labels.others(r, names.size() - count + 1L), null));
        }
        double[][] parts = new double[stageOf.size()][count];
        cells.forEach(c -> parts[(int) c[0]][Math.min(count - 1, place[(int) c[1]])] += c[2]);
        List<Stage> stages = new ArrayList<>();
        int i = 0;
        for (String name : stageOf.keySet()) {
            double[] own = parts[i++];
            stages.add(new Stage(
                    name, rawOf.get(name), own, java.util.Arrays.stream(own).sum()));
        }
        return new Stages(fewer(r, stages, capacity, notes), segments);
    }

    /** The rank of each segment by its total; what stands for the rest is last. */
    private static int[] places(double[] totals, List<String> names) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < totals.length; i++) {
            order.add(i);
        }
        order.sort(
                Comparator.comparing((Integer i) -> Labels.isRest(names.get(i))).thenComparingDouble(i -> -totals[i]));
        int[] place = new int[totals.length];
        for (int i = 0; i < place.length; i++) {
            place[order.get(i)] = i;
        }
        return place;
    }

    private static List<Stage> fewer(ChartRequest r, List<Stage> stages, int capacity, Notes notes) {
        if (stages.size() <= capacity) {
            return stages;
        }
        List<Stage> out = new ArrayList<>(stages.subList(0, Math.max(1, capacity - 1)));
        if (capacity > 1) {
            out.add(stages.get(stages.size() - 1));
        }
        notes.add(TEXTS.get("stages.stages_before_last_are", Figure.counted(r, stages.size() - out.size())));
        return out;
    }

    List<Stage> all() {
        return stages;
    }

    /** From the largest; the last may stand for several. */
    List<Segment> segments() {
        return segments;
    }

    /** The largest stage. */
    double most() {
        return stages.stream().mapToDouble(Stage::sum).max().orElse(0);
    }
}
