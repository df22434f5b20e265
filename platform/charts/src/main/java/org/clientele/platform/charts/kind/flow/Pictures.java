package org.clientele.platform.charts.kind.flow;

import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Whole scenes. */
final class Pictures {
    private static final Texts TEXTS = Texts.of(Pictures.class);

    static final String NOTHING = TEXTS.get("pictures.no_values_to_show");

    private Pictures() {}

    /** A finished picture; its notes are drawn at the foot and end the description. */
    static Scene of(ChartRequest r, Drawing d, Notes notes, String title, String description) {
        notes.draw(d, r);
        return new Scene(r.width(), r.height(), title, notes.after(description), Node.Group.at(0, 0, d.nodes()));
    }

    /** The calm picture where there is nothing to draw. */
    static Scene empty(ChartRequest r, String title, String sentence) {
        Drawing d = new Drawing(r.text());
        Notice.draw(d, r.theme(), r.width(), r.height(), Notice.Shape.RING, sentence, "");
        return new Scene(r.width(), r.height(), title, title + ": " + sentence, Node.Group.at(0, 0, d.nodes()));
    }

    /** The column of a channel that a chart can do without, or null. */
    static @Nullable Column optional(ChartRequest r, Channel channel) {
        List<String> names = r.spec().columns(channel);
        return names.isEmpty() ? null : r.frame().column(names.get(0));
    }

    /** "Revenue by country". */
    static String title(ChartRequest r, Column y, Column x) {
        return TEXTS.get(
                "pictures.title",
                Labels.of(y, r.metrics()),
                Labels.of(x, r.metrics()).toLowerCase(java.util.Locale.ROOT));
    }
}
