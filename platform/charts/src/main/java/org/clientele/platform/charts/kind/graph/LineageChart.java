package org.clientele.platform.charts.kind.graph;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/**
 * What comes from what: boxes in layers from left to right, each row a line from FROM to TO. LABEL is what kind of thing FROM
 * is, a second column of LABEL what kind TO is. The view parameter {@link #FOCUS} names a box; all that it comes from and all
 * that comes from it then stand out.
 */
public final class LineageChart implements ChartType {
    private static final Texts TEXTS = Texts.of(LineageChart.class);

    /** View parameter: the name of the box whose lines stand out, or "". */
    public static final String FOCUS = "focus";

    @Override
    public String kind() {
        return ChartSpec.LINEAGE;
    }

    @Override
    public double minWidth() {
        return 360;
    }

    @Override
    public Scene layout(ChartRequest r) {
        LineageGraph graph = LineageGraph.of(r);
        if (graph.count() == 0) {
            Drawing d = new Drawing(r.text());
            Notice.draw(
                    d,
                    r.theme(),
                    r.width(),
                    r.height(),
                    Notice.Shape.RING,
                    TEXTS.get("lineage.chart.no_values_to_show"),
                    "");
            return new Scene(
                    r.width(),
                    r.height(),
                    TEXTS.get("lineage.chart.lineage"),
                    TEXTS.get("lineage.chart.no_values"),
                    Node.Group.at(0, 0, d.nodes()));
        }
        LineageLayout layout = new LineageLayout(r, graph);
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), layout.title(), layout.description(), Node.Group.at(0, 0, d.nodes()));
    }
}
