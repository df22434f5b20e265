package org.clientele.platform.charts.kind.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.platform.charts.kind.tree.Nodes.One;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Where the bars of a tree of given nodes stand: a column a level, each bar with its amount, its share of its whole and its
 * change. A column that is longer than the picture is moved by the wheel or by its ends.
 */
final class NodesLayout {
    private static final Texts TEXTS = Texts.of(NodesLayout.class);

    private static final double HEAD = 28;
    private static final double LEAST_ROW = 38;
    private static final double MOST_ROW = 50;
    private static final double LEAST_COLUMN = 136;
    private static final double MOST_COLUMN = 232;
    private static final double BAR = 7;
    private static final double BAR_TOP = 17;
    private static final double BUTTON = 132;

    private final ChartRequest r;
    private final Nodes nodes;
    private final Drawing d;
    private final int rows;
    private final double pitch;
    private final boolean shares;

    NodesLayout(ChartRequest r, Nodes nodes) {
        this.r = r;
        this.nodes = nodes;
        d = new Drawing(r.text());
        double room = Math.max(LEAST_ROW, r.height() - HEAD);
        int fits = (int) Math.max(2, Math.floor(room / LEAST_ROW));
        int longest = nodes.columns().stream().mapToInt(List::size).max().orElse(1);
        rows = Math.min(fits, Math.max(longest, 1));
        pitch = Math.min(MOST_ROW, room / rows);
        shares = nodes.columns().stream()
                .flatMap(List::stream)
                .anyMatch(n -> Double.isFinite(n.share()) || Double.isFinite(n.before()));
    }

    /** What of a column is in view. */
    private record Shown(List<One> all, int from, int to) {
        int above() {
            return from;
        }

        int below() {
            return all.size() - to;
        }
    }

    Drawing draw() {
        int levels = nodes.columns().size();
        boolean goesOn = nodes.open(levels - 1) != null;
        double between = Math.max(24, Math.min(56, r.width() * 0.05));
        double room = r.width() - (goesOn ? between + BUTTON : 0);
        int fits = (int) Math.max(1, Math.floor((room + between) / (LEAST_COLUMN + between)));
        int first = Math.max(0, levels - fits);
        int shown = levels - first;
        double width = Math.min(MOST_COLUMN, (room - (shown - 1) * between) / shown);
        Shown before = null;
        double x = 0;
        for (int c = first; c < levels; c++) {
            Shown now = shown(c);
            if (before != null) {
                links(before, now, x - between, x);
            }
            head(c, x, width, c == first && first > 0);
            column(now, c, x, width);
            before = now;
            x += width + between;
        }
        if (goesOn && x + 40 <= r.width()) {
            button(nodes.open(levels - 1), x, Math.min(BUTTON, r.width() - x));
        }
        return d;
    }

    private Shown shown(int c) {
        List<One> all = nodes.columns().get(c);
        if (all.size() <= rows) {
            return new Shown(all, 0, all.size());
        }
        int most = all.size() - (rows - 1);
        int from = Math.max(0, Math.min(most, asked(c)));
        int room = rows - (from > 0 ? 1 : 0);
        boolean cut = from + room < all.size();
        return new Shown(all, from, from + room - (cut ? 1 : 0));
    }

    private int asked(int c) {
        String asked = r.view().get(parameter(c));
        try {
            return asked == null ? 0 : Integer.parseInt(asked);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String parameter(int c) {
        return "scroll." + c;
    }

    private void head(int c, double x, double width, boolean cut) {
        String by = c == 0
                ? Labels.of(nodes.y(), r.metrics())
                : nodes.columns().get(c).get(0).by();
        TextStyle style = Drawing.style(11, Weight.MEDIUM, r.theme().secondary());
        Drawing part = d.fresh();
        String said = part.fit((cut ? "‹ " : "") + by, width - (c == 0 ? 0 : 16), style);
        part.text(x, 12, said, style);
        if (c == 0) {
            part.nodes().forEach(d::add);
            return;
        }
        double end = x + part.width(said, style) + 8;
        part.triangle(end, 9, 7, false, r.theme().secondary());
        part.add(new Node.Rect(x - 4, -2, end - x + 12, 20, 4, null, null));
        Datum datum =
                new Datum(by, List.of(new Datum.Entry(TEXTS.get("nodes.layout.level"), String.valueOf(c))), Map.of());
        d.add(Marks.click("head-" + c, datum, DecompositionChart.BREAKDOWN, "level:" + c, part.nodes()));
    }

    private void column(Shown shown, int c, double x, double width) {
        double most = scale(shown.all());
        Drawing part = d.fresh();
        int slot = 0;
        if (shown.above() > 0) {
            step(part, c, "above", shown.above(), Math.max(0, shown.from() - (rows - 2)), x, y(slot++), width);
        }
        for (int i = shown.from(); i < shown.to(); i++) {
            bar(part, shown.all().get(i), c, i, x, y(slot++), width, most);
        }
        if (shown.below() > 0) {
            step(part, c, "below", shown.below(), shown.from() + (rows - 2), x, y(slot), width);
        }
        if (shown.above() + shown.below() > 0) {
            Gesture scroll = new Gesture(Gesture.Kind.SCROLL, parameter(c), String.valueOf(shown.from()));
            List<Node> all = new ArrayList<>();
            all.add(new Node.Rect(x, HEAD, width, r.height() - HEAD, 0, null, null));
            all.addAll(part.nodes());
            d.add(new Node.Group("column-" + c, 0, 0, null, null, scroll, all));
        } else {
            part.nodes().forEach(d::add);
        }
    }

    private double y(int slot) {
        return HEAD + slot * pitch;
    }

    /** A way to the parts that are out of view. */
    private void step(Drawing into, int c, String where, int n, int target, double x, double y, double width) {
        Drawing part = d.fresh();
        part.add(new Node.Rect(x, y, width, pitch - 4, 4, null, null));
        part.triangle(x + 5, y + 9, 8, where.equals("above"), r.theme().secondary());
        String words =
                TEXTS.get(where.equals("above") ? "nodes.layout.above" : "nodes.layout.more", Figure.counted(r, n));
        TextStyle style = Drawing.style(12, r.theme().secondary());
        part.text(x + 16, y + 13, part.fit(words, width - 16, style), style);
        into.add(Marks.click(
                where + "-" + c,
                new Datum(words, List.of(), Map.of()),
                parameter(c),
                String.valueOf(Math.max(0, target)),
                part.nodes()));
    }

    private static double scale(List<One> parts) {
        return parts.stream()
                .mapToDouble(n -> Math.abs(n.value()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private void bar(Drawing into, One n, int c, int i, double x, double y, double width, double most) {
        boolean on = n.open() || c == 0;
        Drawing part = d.fresh();
        part.add(new Node.Rect(
                x - 6,
                y - 2,
                width + 12,
                pitch - 3,
                6,
                on && c > 0 ? Fill.of(Colors.mix(r.theme().surface(), r.theme().accent(), 0.08)) : null,
                null));
        TextStyle name =
                Drawing.style(12, on ? Weight.MEDIUM : Weight.REGULAR, r.theme().text());
        TextStyle number = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        String value = !Double.isFinite(n.value())
                ? "–"
                : c == 0 ? r.format().compact(n.value(), nodes.y().unit()) : Amounts.onMark(r, nodes.y(), n.value());
        double valueWidth = part.width(value, number);
        part.text(x, y + 12, part.fit(n.name(), width - valueWidth - 8, name), name);
        if (valueWidth <= width) {
            part.text(x + width, y + 12, value, number, Anchor.END);
        }
        int track = Colors.mix(r.theme().surface(), r.theme().border(), 0.55);
        part.rect(x, y + BAR_TOP, width, BAR, BAR / 2, Fill.of(track));
        double length = most == 0 || !Double.isFinite(n.value()) ? 0 : Math.abs(n.value()) / most * width;
        if (length > 0.3) {
            double drawn = Math.max(3, length);
            part.rect(x, y + BAR_TOP, drawn, BAR, Math.min(BAR, drawn) / 2, Fill.of(colour(n, on)));
        }
        if (shares && pitch >= LEAST_ROW) {
            TextStyle small = Drawing.style(11, r.theme().secondary());
            String change = Double.isFinite(n.before()) ? r.format().change(n.change()) : "";
            double changeWidth = part.width(change, small);
            String share = c > 0 && Double.isFinite(n.share()) ? r.format().compact(n.share(), Unit.ratio()) : "";
            part.text(x, y + 35, part.fit(share, width - changeWidth - 6, small), small);
            part.text(x + width, y + 35, change, small, Anchor.END);
        }
        One whole = c == 0 ? null : nodes.open(c - 1);
        Datum datum = new Datum(n.name(), nodes.entries(r, n, whole), Map.of(DecompositionChart.NODE, n.id()));
        String deed = (n.merged() > 0 ? "more:" : "open:") + n.id();
        into.add(Marks.click("bar-" + c + "-" + i, datum, DecompositionChart.BREAKDOWN, deed, part.nodes()));
    }

    private int colour(One n, boolean on) {
        if (n.value() < 0) {
            return r.theme().series().get(5);
        }
        int full = n.merged() > 0 ? r.theme().secondary() : r.theme().accent();
        return on ? full : Colors.mix(r.theme().surface(), full, 0.5);
    }

    /** From the end of the open bar to the start of each of its parts, as thick as its share. */
    private void links(Shown whole, Shown parts, double from, double to) {
        int source = -1;
        for (int i = whole.from(); i < whole.to(); i++) {
            One n = whole.all().get(i);
            source = n.open() || n.id().isEmpty() ? i : source;
        }
        double middle = BAR_TOP + BAR / 2;
        double start = source < 0 ? Double.NaN : y(source - whole.from() + (whole.above() > 0 ? 1 : 0)) + middle;
        double most = scale(parts.all());
        for (int i = parts.from(); i < parts.to(); i++) {
            One n = parts.all().get(i);
            double end = y(i - parts.from() + (parts.above() > 0 ? 1 : 0)) + middle;
            double left = Double.isNaN(start) ? end : start;
            double share = most == 0 || !Double.isFinite(n.value()) ? 0 : Math.abs(n.value()) / most;
            double bend = (to - from) / 2;
            d.stroke(
                    PathData.builder()
                            .move(from + 7, left)
                            .curve(from + bend, left, to - bend, end, to - 7, end)
                            .build(),
                    Stroke.of(
                            Colors.mix(r.theme().surface(), r.theme().accent(), n.open() ? 0.55 : 0.2),
                            1 + (BAR - 2) * share));
        }
    }

    /** The way on: what is open last can be broken down further. */
    private void button(@Nullable One open, double x, double width) {
        if (open == null) {
            return;
        }
        Drawing part = d.fresh();
        TextStyle style = Drawing.style(12, Weight.MEDIUM, r.theme().accent());
        part.add(new Node.Rect(
                x,
                HEAD - 2,
                width,
                28,
                6,
                Fill.of(r.theme().surface()),
                Stroke.of(r.theme().border(), 1)));
        String words = part.fit(TEXTS.get("nodes.layout.break_down"), width - 16, style);
        part.text(x + 8, HEAD + 16, words, style);
        d.add(Marks.click(
                "add",
                new Datum(TEXTS.get("nodes.layout.break_down_2", open.name()), List.of(), Map.of()),
                DecompositionChart.BREAKDOWN,
                "add:" + open.id(),
                part.nodes()));
    }

    /** The picture in a sentence. */
    String description() {
        One root = nodes.columns().get(0).get(0);
        List<String> said = new ArrayList<>();
        said.add(Phrases.pair(Labels.of(nodes.y(), r.metrics()), Labels.value(nodes.y(), root.row(), r)));
        for (int c = 1; c < nodes.columns().size(); c++) {
            List<One> parts = nodes.columns().get(c);
            One first = parts.get(0);
            One open = nodes.open(c);
            One told = open == null ? first : open;
            said.add(TEXTS.get("nodes.layout.by", first.by(), told.name(), Labels.value(nodes.y(), told.row(), r)));
        }
        return Phrases.end(Phrases.list(said));
    }

    String title() {
        return TEXTS.get("nodes.layout.title", Labels.of(nodes.y(), r.metrics()));
    }
}
