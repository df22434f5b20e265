package org.clientele.platform.charts.kind;

import java.util.List;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Bars by category from a baseline of zero, along or across; what they are compared with is a thin marker. */
public final class BarChart implements ChartType {
    @Override
    public String kind() {
        return ChartSpec.BAR;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Bars bars = Bars.of(r);
        Drawing d;
        if (bars.low() > bars.high()) {
            d = new Drawing(r.text());
            Notice.draw(d, r.theme(), r.width(), r.height(), Notice.Shape.RING, "No values to show.", "");
        } else if (r.spec().is("horizontal")) {
            d = new BarsAcross(r, bars).draw();
        } else {
            d = new BarsAlong(r, bars).draw();
        }
        String title = Labels.of(bars.y(), r.metrics()) + " by "
                + Labels.of(bars.x(), r.metrics()).toLowerCase(java.util.Locale.ROOT);
        return new Scene(r.width(), r.height(), title, bars.description(title), Node.Group.at(0, 0, d.nodes()));
    }

    /** What both directions draw: columns, and the range of their values with zero in it. */
    record Bars(
            ChartRequest r,
            Column x,
            Column y,
            @Nullable Column base,
            @Nullable Column label,
            double low,
            double high) {
        static Bars of(ChartRequest r) {
            Frame f = r.frame();
            Column x = f.column(r.spec().column(Channel.X));
            Column y = f.column(r.spec().column(Channel.Y));
            Column base = Labels.base(r);
            List<String> labels = r.spec().columns(Channel.LABEL);
            Column label = labels.isEmpty() ? null : f.find(labels.get(0)).orElse(null);
            double low = 0;
            double high = 0;
            boolean any = false;
            for (int i = 0; i < f.rowCount(); i++) {
                for (Column c : base == null ? List.of(y) : List.of(y, base)) {
                    double v = c.doubleAt(i);
                    if (Double.isFinite(v)) {
                        any = true;
                        low = Math.min(low, v);
                        high = Math.max(high, v);
                    }
                }
            }
            return any
                    ? new Bars(r, x, y, base, label, low, high)
                    : new Bars(r, x, y, base, label, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }

        int count() {
            return y.size();
        }

        double value(int row) {
            double v = y.doubleAt(row);
            return Double.isFinite(v) ? v : Double.NaN;
        }

        double baseValue(int row) {
            double v = base == null ? Double.NaN : base.doubleAt(row);
            return Double.isFinite(v) ? v : Double.NaN;
        }

        String member(int row) {
            return Labels.member(x, row, r);
        }

        /** The longer name beside the member, or "". */
        String name(int row) {
            return label == null || label.isNull(row) ? "" : Labels.member(label, row, r);
        }

        /** The accent, paler for a step of time that has not ended. */
        int colour(int row) {
            boolean open = row == count() - 1
                    && x.type().isTemporal()
                    && Labels.caveat(r.frame(), Caveat.Kind.PERIOD_INCOMPLETE) != null;
            return open
                    ? Colors.mix(r.theme().surface(), r.theme().accent(), 0.55)
                    : r.theme().accent();
        }

        int markerColour() {
            return Colors.mix(r.theme().surface(), r.theme().text(), 0.75);
        }

        /** The part of the picture that answers for a row. */
        Node.Group group(int row, List<Node> children) {
            String name = name(row);
            String title = name.isEmpty() ? member(row) : member(row) + "  " + name;
            Datum datum = new Datum(title, Labels.compared(r, r.frame(), y, base, row, true), Labels.members(x, row));
            Object member = x.valueAt(row);
            Gesture select = member == null ? null : new Gesture(Gesture.Kind.SELECT, x.name(), member.toString());
            return new Node.Group("bar-" + row, 0, 0, null, datum, select, children);
        }

        String description(String title) {
            if (low > high) {
                return title + ": no values.";
            }
            StringBuilder s = new StringBuilder(title).append(": ");
            for (int i = 0; i < Math.min(3, count()); i++) {
                s.append(i == 0 ? "" : ", ").append(member(i)).append(' ').append(Labels.value(y, i, r));
            }
            return s.append(count() > 3 ? ", and " + (count() - 3) + " more." : ".")
                    .toString();
        }
    }
}
