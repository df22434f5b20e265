package org.clientele.platform.charts.kind.tree;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/**
 * Merges of clusters from the leaves at the right to the whole at the left: each row merges FROM and TO (leaves by name,
 * earlier merges by their row, "#1") at the height Y. A cut that slides from left to right (view parameter {@link #CUT})
 * colours the clusters below it and begins at the height TARGET, where there is one; where leaves have no room, what is lowest is drawn as one wedge.
 */
public final class DendrogramChart implements ChartType {
    private static final Texts TEXTS = Texts.of(DendrogramChart.class);

    /** View parameter: where the cut is, from 0, the highest merge, to 1, the leaves. */
    public static final String CUT = "cut";

    /** Option: the parameter of analyses that the end of a slide chooses, by how many clusters the cut leaves, from 2. */
    public static final String CHOOSES = "chooses";

    /** Option: the most clusters that are chosen, 20 where nothing is said. */
    public static final String MOST = "chooses.most";

    /** Option: another parameter that would say where the cut is, and is set to 0 with it. */
    public static final String INSTEAD_OF = "chooses.instead";

    @Override
    public String kind() {
        return ChartSpec.DENDROGRAM;
    }

    @Override
    public double minWidth() {
        return 320;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Merges m = Merges.of(r);
        if (m.count() == 0) {
            Drawing d = new Drawing(r.text());
            Notice.draw(
                    d,
                    r.theme(),
                    r.width(),
                    r.height(),
                    Notice.Shape.RING,
                    TEXTS.get("dendrogram.chart.no_values_to_show"),
                    "");
            return new Scene(
                    r.width(),
                    r.height(),
                    TEXTS.get("dendrogram.chart.clusters"),
                    TEXTS.get("dendrogram.chart.no_values"),
                    Node.Group.at(0, 0, d.nodes()));
        }
        DendrogramLayout layout = new DendrogramLayout(r, m);
        Drawing d = layout.draw();
        int leaves = m.roots().stream().mapToInt(m::leaves).sum();
        String title = TEXTS.get("dendrogram.chart.clusters_leaves", Figure.counted(r, leaves));
        return new Scene(r.width(), r.height(), title, layout.description(title), Node.Group.at(0, 0, d.nodes()));
    }
}
