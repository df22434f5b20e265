package org.clientele.platform.charts.kind.flow;

import java.util.Comparator;
import java.util.List;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/** Bars from the largest, and the share that they make together, on an axis of its own at the right. */
public final class ParetoChart implements ChartType {
    private static final Texts TEXTS = Texts.of(ParetoChart.class);

    @Override
    public String kind() {
        return ChartSpec.PARETO;
    }

    @Override
    public double minWidth() {
        return 320;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column x = r.frame().column(r.spec().column(Channel.X));
        Column y = r.frame().column(r.spec().column(Channel.Y));
        String title = Pictures.title(r, y, x);
        Notes notes = new Notes();
        List<Member> all = Member.of(r, x, y, Pictures.optional(r, Channel.LABEL));
        List<Member> sorted = all.stream()
                .filter(m -> m.value() >= 0)
                .sorted(Comparator.comparing((Member m) -> Labels.isRest(m.name()))
                        .thenComparingDouble(m -> -m.value()))
                .toList();
        double total = sorted.stream().mapToDouble(Member::value).sum();
        long negative = all.stream().filter(m -> m.value() < 0).count();
        if (negative > 0) {
            notes.add(TEXTS.get("pareto.chart.negative_values_are_left", Figure.counted(r, negative)));
        }
        if (sorted.isEmpty() || !(total > 0)) {
            return Pictures.empty(r, title, notes.after(Pictures.NOTHING));
        }
        ParetoLayout layout = new ParetoLayout(r, x, y, sorted, total, notes);
        layout.draw();
        String description = TEXTS.get(
                "pareto.chart.highest_total",
                title,
                sorted.get(0).title(),
                Figure.exact(r, sorted.get(0).value(), y.unit()),
                Figure.exact(r, total, y.unit()),
                layout.vital(),
                Labels.of(y, r.metrics()).toLowerCase(java.util.Locale.ROOT));
        return Pictures.of(r, layout.drawing(), notes, title, description);
    }
}
