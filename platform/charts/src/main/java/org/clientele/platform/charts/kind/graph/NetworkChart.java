package org.clientele.platform.charts.kind.graph;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;

/**
 * Nodes and links: FROM and TO name the nodes, Y is the weight of a link (1 where there is none), COLOR the group of the node
 * FROM. Discs are by the weight of all links of a node, lines by their own. The same data gives the same picture; of more than
 * 200 nodes those of most weight are drawn, and how many are not is said.
 */
public final class NetworkChart implements ChartType {
    @Override
    public String kind() {
        return ChartSpec.NETWORK;
    }

    @Override
    public double minWidth() {
        return 320;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Network n = Network.of(r);
        if (n.nodes().isEmpty()) {
            Drawing d = new Drawing(r.text());
            String note = note(r, n);
            Notice.draw(
                    d, r.theme(), r.width(), r.height(), Notice.Shape.RING, ("No values to show. " + note).strip(), "");
            return new Scene(r.width(), r.height(), "Network", "No values. " + note, Node.Group.at(0, 0, d.nodes()));
        }
        String title = "Network of " + Figure.count(r, n.allNodes()) + " nodes and " + Figure.count(r, n.allLinks())
                + (n.allLinks() == 1 ? " link" : " links");
        NetworkLayout layout = new NetworkLayout(r, n, note(r, n));
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), title, layout.description(title), Node.Group.at(0, 0, d.nodes()));
    }

    private static String note(ChartRequest r, Network n) {
        StringBuilder s = new StringBuilder();
        int nodes = n.allNodes() - n.nodes().size();
        int links = n.allLinks() - n.links().size();
        if (nodes > 0) {
            s.append("The ").append(Figure.count(r, n.nodes().size())).append(" nodes of most weight; ");
            s.append(Figure.count(r, nodes)).append(" more nodes and ");
        }
        if (links > 0) {
            s.append(Figure.count(r, links))
                    .append(nodes > 0 ? " links" : " lighter links")
                    .append(" are not drawn.");
        }
        if (n.leftOut() > 0) {
            s.append(s.length() == 0 ? "" : " ")
                    .append(Figure.count(r, n.leftOut()))
                    .append(n.leftOut() == 1 ? " row" : " rows")
                    .append(" without a positive weight between two nodes left out.");
        }
        return s.toString();
    }
}
