package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What lines say where the pointer is: the figures of each step. */
final class LineTips {
    private static final Texts TEXTS = Texts.of(LineTips.class);

    private static final double BAND_LEAST = 3;

    private final ChartRequest r;
    private final SeriesTable table;
    private final Steps steps;
    private final @Nullable Stack stack;
    private final Stack.Mode mode;

    LineTips(ChartRequest r, SeriesTable table, @Nullable Stack stack, Stack.Mode mode) {
        this.r = r;
        this.table = table;
        this.stack = stack;
        this.mode = mode;
        steps = table.steps();
    }

    /** One invisible band for each step, over the whole height, so that the pointer finds it anywhere. */
    List<Node> bands(Plot plot, Track track, int first, int behind) {
        List<Node> out = new ArrayList<>();
        int n = behind - first;
        int stride = 1;
        while (n / (double) stride * BAND_LEAST > Math.max(BAND_LEAST, plot.right - plot.left)) {
            stride++;
        }
        double from = plot.left;
        for (int i = first; i < behind; i += stride) {
            double to = i + stride < behind ? (track.x(i) + track.x(i + stride)) / 2 : plot.right;
            to = Math.max(from, Math.min(plot.right, to));
            Node hit = new Node.Rect(from, plot.top, to - from, plot.bottom - plot.top, 0, null, null);
            out.add(Node.Group.of("step-" + i, datum(i), List.of(hit)));
            from = to;
        }
        return out;
    }

    private Datum datum(int step) {
        List<Datum.Entry> entries = new ArrayList<>();
        for (int k = 0; k < table.series().size(); k++) {
            Series s = table.series().get(k);
            String value = s.exact(step, r);
            if (mode == Stack.Mode.SHARE && stack != null && !Double.isNaN(stack.part(k, step))) {
                value += " (" + r.format().compact(stack.part(k, step), Unit.ratio()) + ")";
            }
            entries.add(new Datum.Entry(s.label(), value));
            if (s.low() != null && s.high() != null && !Double.isNaN(s.low()[step]) && !Double.isNaN(s.high()[step])) {
                entries.add(new Datum.Entry(
                        TEXTS.get("line.tips.between"),
                        TEXTS.get(
                                "line.tips.and",
                                Series.exact(s.low()[step], s.column().unit(), r),
                                Series.exact(s.high()[step], s.column().unit(), r))));
            }
        }
        if (mode == Stack.Mode.TOTAL && stack != null && table.series().size() > 1) {
            double top = stack.upper()[table.series().size() - 1][step];
            entries.add(new Datum.Entry(
                    TEXTS.get("line.tips.total"),
                    Series.exact(top, table.series().get(0).column().unit(), r)));
        }
        for (Series s : table.bases()) {
            entries.add(new Datum.Entry(s.label(), s.exact(step, r)));
        }
        Series main = table.series().get(0);
        if (!table.bases().isEmpty() && main.row(step) >= 0) {
            double change =
                    Labels.change(r.frame(), main.column(), table.bases().get(0).column(), main.row(step));
            entries.add(
                    new Datum.Entry(TEXTS.get("line.tips.change"), r.format().change(change)));
        }
        Caveat open = Labels.caveat(r.frame(), Caveat.Kind.PERIOD_INCOMPLETE);
        if (open != null && step == steps.count() - 1) {
            entries.add(new Datum.Entry(TEXTS.get("line.tips.note"), open.message()));
        }
        return new Datum(steps.label(step), entries, steps.members(step));
    }
}
