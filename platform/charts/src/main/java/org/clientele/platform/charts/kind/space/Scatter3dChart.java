package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/**
 * Points of three measures in a box that turns: X to the right, Y up, Z in depth; COLOR, SIZE and LABEL where given.
 *
 * <p>Options: "scale.x", "scale.y", "scale.z": "log"; "projection": "perspective" (else) or "orthographic". The view-state
 * parameter "turn" holds azimuth and elevation in degrees. More than 1,500 points are put together by neighbourhood.
 */
public final class Scatter3dChart implements ChartType {
    private static final Texts TEXTS = Texts.of(Scatter3dChart.class);

    @Override
    public String kind() {
        return ChartSpec.SCATTER_3D;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column[] axes = {
            measure(r, Channel.X), measure(r, Channel.Y), measure(r, Channel.Z),
        };
        String[] channels = {"x", "y", "z"};
        Span[] spans = new Span[3];
        for (int i = 0; i < 3; i++) {
            spans[i] = Span.of(r, axes[i], channels[i], complete(axes, i));
        }
        List<double[]> parts = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < r.frame().rowCount(); row++) {
            double[] part = new double[3];
            boolean known = true;
            for (int i = 0; i < 3; i++) {
                double v = axes[i].doubleAt(row);
                known &= spans[i].shows(v);
                part[i] = known ? spans[i].part(v) : Double.NaN;
            }
            if (known) {
                parts.add(part);
                rows.add(row);
            }
        }
        SpaceWords words = new SpaceWords(r, axes);
        Drawing d;
        String description;
        if (rows.isEmpty()) {
            d = new Drawing(r.text());
            Notice.draw(
                    d,
                    r.theme(),
                    r.width(),
                    r.height(),
                    Notice.Shape.RING,
                    TEXTS.get("scatter3d.chart.no_values_to_show"),
                    "");
            description = TEXTS.get("scatter3d.chart.no_values", words.title());
        } else {
            List<Cloud.Point> cloud = Cloud.of(parts, rows);
            List<String> notes = words.notes(rows.size(), cloud.size());
            d = new SpacePicture(r, axes, spans, cloud, words, notes).draw();
            description = words.description(rows, notes);
        }
        return new Scene(r.width(), r.height(), words.title(), description, Node.Group.at(0, 0, d.nodes()));
    }

    static Column measure(ChartRequest r, Channel channel) {
        String name = r.spec().column(channel);
        Column c = r.frame().column(name);
        if (!c.type().isNumeric()) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN,
                    TEXTS.get(
                            "scatter3d.chart.chart_kind_needs_numbers", r.spec().kind(), channel, name, c.type()));
        }
        return c;
    }

    /** The values of one axis in the rows where all three are known. */
    private static double[] complete(Column[] axes, int axis) {
        double[] out = new double[axes[axis].size()];
        for (int row = 0; row < out.length; row++) {
            boolean known = true;
            for (Column c : axes) {
                known &= Double.isFinite(c.doubleAt(row));
            }
            out[row] = known ? axes[axis].doubleAt(row) : Double.NaN;
        }
        return out;
    }
}
