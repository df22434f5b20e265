package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Bubbles that move from step to step: STEP, X, Y, SIZE, COLOR, and LABEL (else COLOR) tells who is who. Scales are those of all
 * steps.
 *
 * <p>Options: "scale.x", "scale.y": "log"; "trail": names parted by "|" whose way is drawn, or "none"; else the last steps of the largest.
 * The view-state parameter "step" is the part of the way from the first step to the last, "trail" as the option.
 */
public final class BubblesChart implements ChartType {
    private static final Texts TEXTS = Texts.of(BubblesChart.class);

    /** More than this many could not be followed by eye. */
    private static final int MOST = 300;

    @Override
    public String kind() {
        return ChartSpec.BUBBLES;
    }

    @Override
    public double minWidth() {
        return 300;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column step = r.frame().column(r.spec().column(Channel.STEP));
        Column x = Scatter3dChart.measure(r, Channel.X);
        Column y = Scatter3dChart.measure(r, Channel.Y);
        Column size = r.spec().columns(Channel.SIZE).isEmpty() ? null : Scatter3dChart.measure(r, Channel.SIZE);
        Column who = who(r);
        Span across = Span.of(r, x, "x", values(x, y));
        Span up = Span.of(r, y, "y", values(y, x));
        Steps steps = Steps.of(r, step, who, x, y, size);
        List<Steps.Mover> shown = new ArrayList<>();
        int lost = 0;
        for (Steps.Mover m : steps.movers()) {
            boolean placed = false;
            for (int i = 0; i < steps.count(); i++) {
                if (m.knownAt(i) && across.shows(m.x()[i]) && up.shows(m.y()[i])) {
                    placed = true;
                } else {
                    lost += m.knownAt(i) ? 1 : 0;
                    m.rows()[i] = -1;
                }
            }
            if (placed) {
                shown.add(m);
            }
        }
        List<String> notes = new ArrayList<>();
        if (lost > 0) {
            notes.add(TEXTS.get("bubbles.chart.places_have_no_value", lost));
        }
        if (shown.size() > MOST) {
            notes.add(TEXTS.get(
                    "bubbles.chart.largest", MOST, new SpaceWords(r, new Column[] {x, y}).count(shown.size())));
            shown = shown.subList(0, MOST);
        }
        String title = TEXTS.get("bubbles.chart.by_from_to", Labels.of(y, r.metrics()), lower(r, x), lower(r, step));
        Steps left = new Steps(steps.names(), shown);
        if (shown.isEmpty()) {
            Drawing d = new Drawing(r.text());
            Notice.draw(
                    d,
                    r.theme(),
                    r.width(),
                    r.height(),
                    Notice.Shape.RING,
                    TEXTS.get("bubbles.chart.no_values_to_show"),
                    "");
            return new Scene(
                    r.width(),
                    r.height(),
                    title,
                    TEXTS.get("bubbles.chart.no_values", title),
                    Node.Group.at(0, 0, d.nodes()));
        }
        Moment moment = Moment.of(r.view(), steps.count());
        BubblesPicture picture = new BubblesPicture(r, left, moment, across, up, who, size != null, notes);
        return new Scene(
                r.width(),
                r.height(),
                title,
                description(r, title, left, moment, y, notes),
                Node.Group.at(0, 0, picture.draw().nodes()));
    }

    private static @Nullable Column who(ChartRequest r) {
        for (Channel channel : new Channel[] {Channel.LABEL, Channel.COLOR}) {
            List<String> names = r.spec().columns(channel);
            if (!names.isEmpty()) {
                return r.frame().column(names.get(0));
            }
        }
        return null;
    }

    private static String lower(ChartRequest r, Column c) {
        return Labels.of(c, r.metrics()).toLowerCase(Locale.ROOT);
    }

    /** The values of a column in the rows that have both. */
    private static double[] values(Column of, Column other) {
        double[] out = new double[of.size()];
        for (int row = 0; row < out.length; row++) {
            out[row] = Double.isFinite(other.doubleAt(row)) ? of.doubleAt(row) : Double.NaN;
        }
        return out;
    }

    private static String description(
            ChartRequest r, String title, Steps steps, Moment moment, Column y, List<String> notes) {
        int at = moment.nearest();
        List<Steps.Mover> here = steps.movers().stream()
                .filter(m -> m.knownAt(at))
                .sorted(Comparator.comparingDouble((Steps.Mover m) -> -m.y()[at]))
                .toList();
        String head = TEXTS.get(
                "bubbles.chart.steps",
                title,
                Phrases.plain(steps.count()),
                steps.names().get(0),
                steps.names().get(steps.count() - 1));
        List<String> first = new ArrayList<>();
        for (Steps.Mover one : here.subList(0, Math.min(3, here.size()))) {
            String value = Labels.value(y, one.rows()[at], r);
            first.add(one.name().isEmpty() ? value : Phrases.pair(one.name(), value));
        }
        String said = here.isEmpty()
                ? TEXTS.get("bubbles.chart.nobody")
                : TEXTS.get("bubbles.chart.highest", Phrases.some(first, Phrases.plain(here.size() - 3L)));
        StringBuilder s = new StringBuilder(head)
                .append(' ')
                .append(Phrases.of(steps.names().get(at), said));
        notes.forEach(n -> s.append(' ').append(n));
        return s.toString();
    }
}
