package org.clientele.platform.charts.kind.flow;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.kind.flow.Stages.Stage;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What is left after each stage: centred bars, the rate between two stages and the share of the first. */
public final class FunnelChart implements ChartType {
    private static final Texts TEXTS = Texts.of(FunnelChart.class);

    private static final double LEAST_PITCH = 18;

    @Override
    public String kind() {
        return ChartSpec.FUNNEL;
    }

    @Override
    public double minWidth() {
        return 300;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column facet = Pictures.optional(r, Channel.FACET);
        if (facet == null || r.frame().rowCount() == 0) {
            return whole(r);
        }
        Column x = r.frame().column(r.spec().column(Channel.X));
        Column y = r.frame().column(r.spec().column(Channel.Y));
        String by = Labels.of(facet, r.metrics()).toLowerCase(java.util.Locale.ROOT);
        return FunnelPanels.of(
                r, facet, TEXTS.get("funnel.chart.and", Pictures.title(r, y, x), by), FunnelChart::whole);
    }

    private static Scene whole(ChartRequest r) {
        Column x = r.frame().column(r.spec().column(Channel.X));
        Column y = r.frame().column(r.spec().column(Channel.Y));
        @Nullable Column color = Pictures.optional(r, Channel.COLOR);
        String title = Pictures.title(r, y, x);
        Notes notes = new Notes();
        int capacity = (int) Math.max(1, Math.floor((r.height() - FunnelLayout.HEAD - 18) / LEAST_PITCH));
        Stages stages = Stages.of(r, x, y, color, capacity, notes);
        if (stages.all().isEmpty()) {
            return Pictures.empty(r, title, notes.after(Pictures.NOTHING));
        }
        for (int i = 1; i < stages.all().size(); i++) {
            Stage s = stages.all().get(i);
            Stage before = stages.all().get(i - 1);
            if (s.sum() > before.sum()) {
                notes.add(TEXTS.get("funnel.chart.is_more_than", s.name(), before.name()));
                break;
            }
        }
        Drawing d = new FunnelLayout(r, x, y, color, stages, notes).draw();
        return Pictures.of(r, d, notes, title, description(r, y, title, stages));
    }

    private static String description(ChartRequest r, Column y, String title, Stages stages) {
        Stage first = stages.all().get(0);
        Stage last = stages.all().get(stages.all().size() - 1);
        String said = TEXTS.get(
                "funnel.chart.said",
                title,
                first.name(),
                Figure.exact(r, first.sum(), y.unit()),
                last.name(),
                Figure.exact(r, last.sum(), y.unit()),
                Figure.share(r, last.of(first)));
        Stage worst = null;
        Stage worstBefore = first;
        for (int i = 1; i < stages.all().size(); i++) {
            Stage now = stages.all().get(i);
            Stage before = stages.all().get(i - 1);
            if (now.of(before) < (worst == null ? 1 : worst.of(worstBefore))) {
                worst = now;
                worstBefore = before;
            }
        }
        return worst == null
                ? said
                : TEXTS.get(
                        "funnel.chart.lost",
                        said,
                        worstBefore.name(),
                        worst.name(),
                        Figure.share(r, worst.of(worstBefore)));
    }
}
