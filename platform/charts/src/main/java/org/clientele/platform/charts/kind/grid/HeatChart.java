package org.clientele.platform.charts.kind.grid;

import java.util.Locale;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/**
 * A grid of coloured cells: X across, ROW down, Y as the colour and, where it fits, as a number. Rows of one cell are added,
 * shares and ratios averaged.
 * LABEL is what a cell is called.
 */
public final class HeatChart implements ChartType {
    private static final Texts TEXTS = Texts.of(HeatChart.class);

    @Override
    public String kind() {
        return ChartSpec.HEAT;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column x = r.frame().column(r.spec().column(Channel.X));
        Column row = r.frame().column(r.spec().column(Channel.ROW));
        Column y = r.frame().column(r.spec().column(Channel.Y));
        String title = TEXTS.get(
                "heat.chart.by_and",
                Labels.of(y, r.metrics()),
                Labels.of(row, r.metrics()).toLowerCase(Locale.ROOT),
                Labels.of(x, r.metrics()).toLowerCase(Locale.ROOT));
        HeatLayout layout = new HeatLayout(r, x, row, y);
        if (!layout.any()) {
            return nothing(r, title);
        }
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), title, layout.description(title), Node.Group.at(0, 0, d.nodes()));
    }

    /** The calm picture where no value is known. */
    static Scene nothing(ChartRequest r, String title) {
        Drawing d = new Drawing(r.text());
        Notice.draw(
                d, r.theme(), r.width(), r.height(), Notice.Shape.RING, TEXTS.get("heat.chart.no_values_to_show"), "");
        return new Scene(
                r.width(), r.height(), title, TEXTS.get("heat.chart.no_values", title), Node.Group.at(0, 0, d.nodes()));
    }
}
