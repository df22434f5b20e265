package org.clientele.platform.charts.kind.graph;

import java.util.ArrayList;
import java.util.List;
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
 * Nodes and links: FROM and TO name the nodes, Y is the weight of a link (1 where there is none), COLOR the group of the node
 * FROM. Discs are by the weight of all links of a node, lines by their own. The same data gives the same picture; of more than
 * 200 nodes those of most weight are drawn, and how many are not is said.
 */
public final class NetworkChart implements ChartType {
    private static final Texts TEXTS = Texts.of(NetworkChart.class);

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
                    d,
                    r.theme(),
                    r.width(),
                    r.height(),
                    Notice.Shape.RING,
                    TEXTS.get("network.chart.no_values_to_show", note).strip(),
                    "");
            return new Scene(
                    r.width(),
                    r.height(),
                    TEXTS.get("network.chart.network"),
                    TEXTS.get("network.chart.no_values", note),
                    Node.Group.at(0, 0, d.nodes()));
        }
        String title = TEXTS.get(
                "network.chart.network_nodes_and_links",
                Figure.counted(r, n.allLinks()),
                Figure.counted(r, n.allNodes()));
        NetworkLayout layout = new NetworkLayout(r, n, note(r, n));
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), title, layout.description(title), Node.Group.at(0, 0, d.nodes()));
    }

    private static String note(ChartRequest r, Network n) {
        int nodes = n.allNodes() - n.nodes().size();
        int links = n.allLinks() - n.links().size();
        List<String> said = new ArrayList<>();
        Texts.Count drawn = Figure.counted(r, n.nodes().size());
        if (nodes > 0 && links > 0) {
            said.add(TEXTS.get("network.chart.more", drawn, Figure.counted(r, nodes), Figure.counted(r, links)));
        } else if (nodes > 0) {
            said.add(TEXTS.get("network.chart.more.nodes", drawn, Figure.counted(r, nodes)));
        } else if (links > 0) {
            said.add(TEXTS.get("network.chart.more.links", Figure.counted(r, links)));
        }
        if (n.leftOut() > 0) {
            said.add(TEXTS.get("network.chart.left_out", Figure.counted(r, n.leftOut())));
        }
        return String.join(" ", said);
    }
}
