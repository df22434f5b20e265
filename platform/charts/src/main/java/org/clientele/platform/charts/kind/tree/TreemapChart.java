package org.clientele.platform.charts.kind.tree;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/**
 * Nested rectangles, their areas the parts of a whole: up to three LEVELs, Y as the area, with BASE the change as colour.
 * Negative values are left out and said. The view parameter {@link #ROOT} names the part that fills the picture.
 */
public final class TreemapChart implements ChartType {
    private static final Texts TEXTS = Texts.of(TreemapChart.class);

    /** View parameter: the part that is the whole of the picture, as a JSON pointer of its names: "/France/1 to 3". */
    public static final String ROOT = "root";

    @Override
    public String kind() {
        return ChartSpec.TREEMAP;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Hierarchy all = Hierarchy.of(r, true);
        if (!all.any()) {
            return nothing(r, all);
        }
        TreemapLayout layout = new TreemapLayout(r, all);
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), all.title(r), layout.description(), Node.Group.at(0, 0, d.nodes()));
    }

    /** The calm picture where no value is known. */
    static Scene nothing(ChartRequest r, Hierarchy all) {
        Drawing d = new Drawing(r.text());
        String note = all.leftOutNote(r);
        String sentence = TEXTS.get("treemap.chart.no_values_to_show", note).strip();
        Notice.draw(d, r.theme(), r.width(), r.height(), Notice.Shape.RING, sentence, "");
        String description = TEXTS.get("treemap.chart.no_values", all.title(r), note.isEmpty() ? "" : " " + note);
        return new Scene(r.width(), r.height(), all.title(r), description, Node.Group.at(0, 0, d.nodes()));
    }
}
