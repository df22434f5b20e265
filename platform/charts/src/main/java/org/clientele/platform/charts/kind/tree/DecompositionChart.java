package org.clientele.platform.charts.kind.tree;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;

/**
 * A measure broken down level by level: a column of bars for each LEVEL, the largest first, with the parts of the chosen bar
 * in the next. The view parameter {@link #PATH} names what is chosen; where nobody chose, the way follows the largest.
 */
public final class DecompositionChart implements ChartType {
    /** View parameter: the part that is broken down, as a JSON pointer of its names: "/France/1 to 3"; "" for the total. */
    public static final String PATH = "path";

    /**
     * The parameter of clicks in a tree of given nodes: "open:" and a node, "more:" and the rest of several, "add:" and a node
     * to be split, "level:" and the number of a level, from 1. Whoever gave the nodes gives others then.
     */
    public static final String BREAKDOWN = "breakdown";

    /** The name under which the members of a mark hold its node. */
    public static final String NODE = "breakdown.node";

    @Override
    public String kind() {
        return ChartSpec.DECOMPOSITION;
    }

    @Override
    public double minWidth() {
        return 360;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return Nodes.given(r) ? given(r) : summed(r);
    }

    private static Scene given(ChartRequest r) {
        Nodes nodes = Nodes.of(r);
        NodesLayout layout = new NodesLayout(r, nodes);
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), layout.title(), layout.description(), Node.Group.at(0, 0, d.nodes()));
    }

    private static Scene summed(ChartRequest r) {
        Hierarchy all = Hierarchy.of(r, false);
        if (!all.any()) {
            return TreemapChart.nothing(r, all);
        }
        DecompositionLayout layout = new DecompositionLayout(r, all);
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), all.title(r), layout.description(), Node.Group.at(0, 0, d.nodes()));
    }
}
