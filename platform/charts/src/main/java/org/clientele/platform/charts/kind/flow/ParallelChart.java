package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Rows as lines across axes that each have their own scale and unit. Many rows are bundled: between two axes one band for all
 * rows that go from one stretch to another. Option "log": columns, between commas, on a logarithmic scale.
 */
public final class ParallelChart implements ChartType {
    private static final Texts TEXTS = Texts.of(ParallelChart.class);

    private static final double LEAST_SPACING = 84;

    @Override
    public String kind() {
        return ChartSpec.PARALLEL;
    }

    @Override
    public double minWidth() {
        return 320;
    }

    @Override
    public Scene layout(ChartRequest r) {
        r.spec().column(Channel.COLUMN);
        List<String> names = r.spec().columns(Channel.COLUMN);
        if (names.size() < 2) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN, TEXTS.get("parallel.chart.chart_kind_parallel_needs", names.get(0)));
        }
        Notes notes = new Notes();
        int most = (int) Math.max(2, Math.floor(r.width() / LEAST_SPACING) + 1);
        if (names.size() > most) {
            notes.add(TEXTS.get(
                    "parallel.chart.first_axes_are_shown", Figure.counted(r, most), Figure.counted(r, names.size())));
            names = names.subList(0, most);
        }
        Set<String> log =
                Set.of(Arrays.stream(r.spec().options().getOrDefault("log", "").split(","))
                        .map(String::strip)
                        .distinct()
                        .toArray(String[]::new));
        List<Axis> axes = new ArrayList<>();
        for (String name : names) {
            Column column = r.frame().column(name);
            axes.add(Axis.of(r, column, log.contains(name)));
        }
        @Nullable Column color = Pictures.optional(r, Channel.COLOR);
        @Nullable Column label = Pictures.optional(r, Channel.LABEL);
        String title = String.join(
                ", ", axes.stream().map(a -> Labels.of(a.column, r.metrics())).toList());
        int rows = r.frame().rowCount();
        int[] known = new int[rows];
        for (Axis axis : axes) {
            for (int i = 0; i < rows; i++) {
                known[i] += Double.isNaN(axis.at[i]) ? 0 : 1;
            }
        }
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            if (known[i] >= 2) {
                drawn.add(i);
            }
        }
        if (drawn.isEmpty()) {
            return Pictures.empty(r, title, Pictures.NOTHING);
        }
        if (drawn.size() < rows) {
            notes.add(TEXTS.get(
                    "parallel.chart.rows_are_known_on",
                    Figure.counted(r, rows - drawn.size()),
                    Figure.counted(r, rows)));
        }
        Drawing d = new ParallelLayout(r, axes, drawn, color, label, notes).draw();
        String description = TEXTS.get(
                "parallel.chart.rows_across_axes",
                Figure.counted(r, drawn.size()),
                Figure.counted(r, axes.size()),
                String.join("; ", axes.stream().map(a -> span(r, a)).toList()));
        return Pictures.of(r, d, notes, title, description);
    }

    private static String span(ChartRequest r, Axis a) {
        int low = -1;
        int high = -1;
        for (int i = 0; i < a.at.length; i++) {
            if (!Double.isNaN(a.at[i])) {
                low = low < 0 || a.at[i] < a.at[low] ? i : low;
                high = high < 0 || a.at[i] > a.at[high] ? i : high;
            }
        }
        String name = Labels.of(a.column, r.metrics());
        if (low < 0) {
            return TEXTS.get("parallel.chart.not_known", name);
        }
        return TEXTS.get(
                "parallel.chart.from_to", name, Labels.member(a.column, low, r), Labels.member(a.column, high, r));
    }
}
