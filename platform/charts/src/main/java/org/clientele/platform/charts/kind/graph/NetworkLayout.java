package org.clientele.platform.charts.kind.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Foot;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where the nodes of a network stand. */
final class NetworkLayout {
    private static final Texts TEXTS = Texts.of(NetworkLayout.class);

    private static final double LEAST_RADIUS = 3.5;
    private static final double MOST_STRETCH = 1.9;
    private static final int LABEL_LENGTH = 220;
    private static final double KEY = 22;

    private final ChartRequest r;
    private final Network network;
    private final String note;
    private final Drawing d;
    private final List<String> groups;
    private final int[] colours;
    private final double[] radius;
    private final double[] px;
    private final double[] py;

    NetworkLayout(ChartRequest r, Network network, String note) {
        this.r = r;
        this.network = network;
        this.note = note;
        d = new Drawing(r.text());
        groups = network.groups().stream()
                .sorted(java.util.Comparator.comparing(Labels::isRest))
                .toList();
        List<String> columns = r.spec().columns(Channel.COLOR);
        colours = MemberColours.of(r, columns.isEmpty() ? "" : columns.get(0), groups);
        int n = network.nodes().size();
        double[][] places = Stress.places(n, network.links());
        px = places[0];
        py = places[1];
        radius = new double[n];
    }

    Drawing draw() {
        Foot foot = new Foot(r, d, note, null, Unit.none(), false);
        boolean keyed = groups.size() > 1 && r.height() >= 140;
        double top = keyed ? KEY : 0;
        double bottom = Math.max(top + 1, r.height() - foot.height());
        double each = Math.sqrt(r.width() * (bottom - top) / radius.length);
        double most = Math.max(5, Math.min(Math.min(18, 0.22 * each), Math.min(r.width(), bottom - top) / 22));
        double heaviest = network.nodes().get(0).weight();
        for (int i = 0; i < radius.length; i++) {
            double share = network.nodes().get(i).weight() / heaviest;
            radius[i] = LEAST_RADIUS + (most - LEAST_RADIUS) * Math.sqrt(share);
        }
        fitInto(most, top, bottom);
        if (keyed) {
            key();
        }
        for (int i = network.links().size() - 1; i >= 0; i--) {
            link(network.links().get(i), i);
        }
        for (int i = radius.length - 1; i >= 0; i--) {
            node(i);
        }
        labels(top, bottom);
        foot.draw();
        return d;
    }

    /** Turns the longer side of the cloud across, stretches it a little to the room, and pushes discs apart. */
    private void fitInto(double most, double top, double bottom) {
        turn();
        double[] bx = range(px);
        double[] by = range(py);
        // Room for labels at both sides.
        double side = Math.min(most + 40, r.width() / 6);
        double w = Math.max(1, r.width() - 2 * side);
        double h = Math.max(1, bottom - top - 2 * most - 16);
        double sx = bx[1] - bx[0] < 1e-9 ? 0 : w / (bx[1] - bx[0]);
        double sy = by[1] - by[0] < 1e-9 ? 0 : h / (by[1] - by[0]);
        if (sx > 0 && sy > 0) {
            sx = Math.min(sx, sy * MOST_STRETCH);
            sy = Math.min(sy, sx * MOST_STRETCH);
        }
        double cx = r.width() / 2;
        double cy = (top + bottom) / 2;
        double mx = (bx[0] + bx[1]) / 2;
        double my = (by[0] + by[1]) / 2;
        for (int i = 0; i < px.length; i++) {
            px[i] = cx + (px[i] - mx) * sx;
            py[i] = cy + (py[i] - my) * sy;
        }
        // Crowds get air, so that their names have places too.
        double air = Math.max(5, Math.min(34, 0.3 * Math.sqrt(w * h / px.length)));
        for (int round = 0; round < 60; round++) {
            apart(air);
            for (int i = 0; i < px.length; i++) {
                px[i] = clamp(px[i], radius[i] + 1, r.width() - radius[i] - 1);
                py[i] = clamp(py[i], top + radius[i] + 1, bottom - radius[i] - 1);
            }
        }
    }

    private static double clamp(double v, double low, double high) {
        return low > high ? (low + high) / 2 : Math.max(low, Math.min(high, v));
    }

    private void turn() {
        double mx = mean(px);
        double my = mean(py);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < px.length; i++) {
            xx += (px[i] - mx) * (px[i] - mx);
            xy += (px[i] - mx) * (py[i] - my);
            yy += (py[i] - my) * (py[i] - my);
        }
        double angle = -0.5 * Math.atan2(2 * xy, xx - yy);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int i = 0; i < px.length; i++) {
            double x = px[i] - mx;
            double y = py[i] - my;
            px[i] = x * cos - y * sin;
            py[i] = x * sin + y * cos;
        }
    }

    private static double mean(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x;
        }
        return sum / v.length;
    }

    private static double[] range(double[] v) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : v) {
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
        return new double[] {low, high};
    }

    private void apart(double air) {
        for (int i = 0; i < px.length; i++) {
            for (int k = i + 1; k < px.length; k++) {
                double gap = radius[i] + radius[k] + air;
                double dx = px[k] - px[i];
                double dy = py[k] - py[i];
                double now = Math.sqrt(dx * dx + dy * dy);
                if (now < gap) {
                    // Two at one place go apart across, the later to the right.
                    double ux = now < 1e-6 ? 1 : dx / now;
                    double uy = now < 1e-6 ? 0 : dy / now;
                    double push = (gap - now) / 2;
                    px[i] -= ux * push;
                    py[i] -= uy * push;
                    px[k] += ux * push;
                    py[k] += uy * push;
                }
            }
        }
    }

    private int colour(Network.Vertex v) {
        if (groups.size() < 2) {
            return r.theme().accent();
        }
        int i = groups.indexOf(v.group());
        return i < 0 ? MemberColours.rest(r.theme()) : colours[i];
    }

    private void key() {
        TextStyle style = Drawing.style(11, r.theme().secondary());
        double x = 0;
        int own = r.theme().series().size() - 1;
        for (int i = 0; i < Math.min(groups.size(), own + 1); i++) {
            boolean rest = i == own && groups.size() > own + 1;
            String name = d.fit(rest ? TEXTS.get("network.layout.other_groups") : groups.get(i), 130, style);
            double w = d.width(name, style);
            if (x + 14 + w > r.width()) {
                return;
            }
            d.disc(x + 5, 7, 4, colours[i]);
            d.text(x + 14, 11, name, style);
            x += 14 + w + 16;
        }
    }

    private void link(Network.Link l, int i) {
        double heaviest = network.links().get(0).weight();
        double share = l.weight() / heaviest;
        Drawing part = d.fresh();
        int ink = Colors.mix(r.theme().surface(), r.theme().secondary(), 0.2 + 0.45 * share);
        PathData line = PathData.builder()
                .move(px[l.a()], py[l.a()])
                .line(px[l.b()], py[l.b()])
                .build();
        part.stroke(line, Stroke.of(ink, 0.6 + 4 * share));
        String title = network.nodes().get(l.a()).name() + " – "
                + network.nodes().get(l.b()).name();
        d.add(Node.Group.of("link-" + i, new Datum(title, weight(l.weight()), Map.of()), part.nodes()));
    }

    private List<Datum.Entry> weight(double w) {
        Column y = weightColumn();
        return y == null ? List.of() : List.of(new Datum.Entry(Labels.of(y, r.metrics()), Amounts.exact(r, y, w)));
    }

    private @Nullable Column weightColumn() {
        return r.spec().columns(Channel.Y).isEmpty()
                ? null
                : r.frame().column(r.spec().column(Channel.Y));
    }

    private void node(int i) {
        Network.Vertex v = network.nodes().get(i);
        Drawing part = d.fresh();
        part.add(new Node.Circle(
                px[i], py[i], radius[i], Fill.of(colour(v)), Stroke.of(r.theme().surface(), 1.5)));
        List<Datum.Entry> entries = new ArrayList<>(weight(v.weight()));
        entries.add(new Datum.Entry(TEXTS.get("network.layout.links"), Figure.count(r, v.degree())));
        if (!v.group().isEmpty()) {
            entries.add(new Datum.Entry(TEXTS.get("network.layout.group"), v.group()));
        }
        d.add(Marks.group("node-" + i, v.name(), entries, v.member(), r.spec().column(Channel.FROM), part.nodes()));
    }

    /** Names from the heaviest node on, each where it touches neither a disc nor another name. */
    private void labels(double top, double bottom) {
        Boxes boxes = new Boxes(r.width(), bottom);
        boxes.take(0, -100, r.width(), top);
        for (int i = 0; i < px.length; i++) {
            boxes.take(px[i] - radius[i], py[i] - radius[i], px[i] + radius[i], py[i] + radius[i]);
        }
        TextStyle first = Drawing.style(11, Weight.MEDIUM, r.theme().text());
        TextStyle later = Drawing.style(11, r.theme().secondary());
        for (int i = 0; i < px.length; i++) {
            TextStyle style = i < 8 ? first : later;
            for (double room : new double[] {LABEL_LENGTH, 150, 90}) {
                if (label(i, boxes, d.fit(network.nodes().get(i).name(), room, style), style)) {
                    break;
                }
            }
        }
    }

    private boolean label(int i, Boxes boxes, String name, TextStyle style) {
        if (name.isEmpty()) {
            return true;
        }
        double w = d.width(name, style);
        double away = radius[i] + 4;
        double[][] lefts = {
            {px[i] + away, py[i]},
            {px[i] - away - w, py[i]},
            {px[i] - w / 2, py[i] + away + 5},
            {px[i] - w / 2, py[i] - away - 5}
        };
        Anchor[] anchors = {Anchor.START, Anchor.END, Anchor.MIDDLE, Anchor.MIDDLE};
        for (int k = 0; k < lefts.length; k++) {
            double left = lefts[k][0];
            double middle = lefts[k][1];
            if (boxes.claim(left, middle - 7, left + w, middle + 7)) {
                // Links below a name are faint, so that it can be read.
                int veil = Colors.alpha(r.theme().surface(), 0.85);
                d.rect(left - 1, middle - 6, w + 2, 12, 3, Fill.of(veil));
                double at = k == 0 ? left : k == 1 ? left + w : left + w / 2;
                d.text(at, middle + 4, name, style, anchors[k]);
                return true;
            }
        }
        return false;
    }

    String description(String title) {
        Network.Vertex first = network.nodes().get(0);
        Network.Link heaviest = network.links().get(0);
        Column y = weightColumn();
        String text = TEXTS.get(
                "network.layout.most_weight_has_with",
                Figure.counted(r, first.degree()),
                title,
                first.name(),
                network.nodes().get(heaviest.a()).name(),
                network.nodes().get(heaviest.b()).name(),
                y == null ? "" : " (" + Amounts.exact(r, y, heaviest.weight()) + ")");
        return (text + " " + note).strip();
    }
}
