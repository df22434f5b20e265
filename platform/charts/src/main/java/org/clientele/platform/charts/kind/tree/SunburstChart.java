package org.clientele.platform.charts.kind.tree;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;

/**
 * Nested rings: a ring for each LEVEL, angles by Y, the total in the middle. A click on a part that has parts makes it the
 * middle (view parameter {@link TreemapChart#ROOT}), a click on the middle goes back. Negative values are left out and said.
 */
public final class SunburstChart implements ChartType {
    @Override
    public String kind() {
        return ChartSpec.SUNBURST;
    }

    @Override
    public double minWidth() {
        return 240;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Hierarchy all = Hierarchy.of(r, true);
        if (!all.any()) {
            return TreemapChart.nothing(r, all);
        }
        SunburstLayout layout = new SunburstLayout(r, all);
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), all.title(r), layout.description(), Node.Group.at(0, 0, d.nodes()));
    }
}
