package org.clientele.platform.charts.kind.tree;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.jspecify.annotations.Nullable;

/** Where the bars of a decomposition tree stand. */
final class DecompositionLayout {
    private static final double HEAD = 24;
    private static final double LEAST_ROW = 32;
    private static final double MOST_ROW = 46;
    private static final double LEAST_COLUMN = 112;
    private static final double MOST_COLUMN = 240;
    private static final int MOST_BARS = 12;
    private static final double BAR = 7;

    private final ChartRequest r;
    private final Hierarchy all;
    private final Drawing d;
    private final List<Part> chosen = new ArrayList<>();
    private final boolean followed;
    private final double head;
    private final int rows;
    private double pitch;

    DecompositionLayout(ChartRequest r, Hierarchy all) {
        this.r = r;
        this.all = all;
        d = new Drawing(r.text());
        head = r.height() >= 90 ? HEAD : 0;
        rows = (int) Math.max(1, Math.min(MOST_BARS, Math.floor((r.height() - head) / LEAST_ROW)));
        String path = r.view().get(DecompositionChart.PATH);
        Part named = path == null ? null : all.whole().at(path);
        followed = named == null;
        if (named == null) {
            Part p = all.whole();
            chosen.add(p);
            while (!p.parts().isEmpty() && p.parts().get(0).parts().size() > 0) {
                p = p.parts().get(0);
                chosen.add(p);
            }
        } else {
            for (Part p = named; p != null; p = p.parent()) {
                chosen.add(0, p);
            }
        }
    }

    Drawing draw() {
        List<List<Part>> columns = new ArrayList<>();
        columns.add(List.of(all.whole()));
        for (Part p : chosen) {
            if (!p.parts().isEmpty()) {
                columns.add(p.largest(r, rows));
            }
        }
        int longest = columns.stream().mapToInt(List::size).max().orElse(1);
        pitch = Math.min(MOST_ROW, Math.max(1, (r.height() - head) / Math.max(longest, 1)));
        double between = Math.max(20, Math.min(64, r.width() * 0.07));
        int fits = (int) Math.max(1, Math.floor((r.width() + between) / (LEAST_COLUMN + between)));
        int first = Math.max(0, columns.size() - fits);
        int shown = columns.size() - first;
        double width = Math.min(MOST_COLUMN, (r.width() - (shown - 1) * between) / shown);
        for (int c = first; c < columns.size(); c++) {
            double x = (c - first) * (width + between);
            if (c > first) {
                links(columns, c, x - between, x);
            }
            column(columns.get(c), c, x, width, c == first && first > 0);
        }
        return d;
    }

    private @Nullable Part chosenAt(int column) {
        return column < chosen.size() ? chosen.get(column) : null;
    }

    private static double scale(List<Part> parts) {
        double most = 0;
        for (Part p : parts) {
            most = Math.max(most, Math.abs(p.value()));
        }
        return most;
    }

    private void column(List<Part> parts, int c, double x, double width, boolean cut) {
        if (head > 0) {
            TextStyle style = Drawing.style(11, r.theme().secondary());
            String level = c == 0
                    ? Labels.of(all.y(), r.metrics())
                    : Labels.of(all.levels().get(c - 1), r.metrics());
            d.text(x, 11, d.fit((cut ? "‹ " : "") + level, width, style), style);
        }
        double most = scale(parts);
        for (int i = 0; i < parts.size(); i++) {
            bar(parts.get(i), c, i, x, head + i * pitch, width, most);
        }
    }

    private void bar(Part p, int c, int i, double x, double y, double width, double most) {
        boolean on = p == chosenAt(c);
        Drawing part = d.fresh();
        part.add(new Node.Rect(x, y, width, Math.min(pitch - 2, LEAST_ROW), 4, null, null));
        TextStyle name =
                Drawing.style(12, on ? Weight.MEDIUM : Weight.REGULAR, r.theme().text());
        TextStyle number = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        String value = c == 0 ? r.format().compact(p.value(), all.y().unit()) : Amounts.onMark(r, all.y(), p.value());
        double valueWidth = part.width(value, number);
        part.text(x, y + 12, part.fit(p.name(), width - valueWidth - 8, name), name);
        if (valueWidth <= width) {
            part.text(x + width, y + 12, value, number, Anchor.END);
        }
        int track = Colors.mix(r.theme().surface(), r.theme().border(), 0.55);
        part.rect(x, y + 18, width, BAR, BAR / 2, Fill.of(track));
        double length = most == 0 ? 0 : Math.abs(p.value()) / most * width;
        if (length > 0.3) {
            part.rect(
                    x,
                    y + 18,
                    Math.max(3, length),
                    BAR,
                    Math.min(BAR, Math.max(3, length)) / 2,
                    Fill.of(colour(p, on)));
        }
        String id = "bar-" + c + "-" + (p.isOthers() ? "others" : String.valueOf(i));
        Datum datum = new Datum(p.fullName(), all.entries(r, p), p.members());
        boolean again = on && !followed && c + 1 == chosen.size();
        Part parent = p.parent();
        if (p.isOthers()) {
            d.add(Node.Group.of(id, datum, part.nodes()));
        } else if (p.parts().isEmpty()) {
            d.add(Marks.group(id, datum.title(), datum.entries(), datum.members(), p.column(), part.nodes()));
        } else {
            String path = again && parent != null ? parent.path() : p.path();
            d.add(Marks.click(id, datum, DecompositionChart.PATH, path, part.nodes()));
        }
    }

    private int colour(Part p, boolean on) {
        if (p.value() < 0) {
            return r.theme().series().get(5);
        }
        int full = p.isOthers() ? r.theme().secondary() : r.theme().accent();
        return on ? full : Colors.mix(r.theme().surface(), full, 0.5);
    }

    /** From the end of the chosen bar to the start of each of its parts, as thick as its share. */
    private void links(List<List<Part>> columns, int c, double from, double to) {
        Part source = chosenAt(c - 1);
        int row = source == null ? -1 : columns.get(c - 1).indexOf(source);
        double start = row < 0 ? Double.NaN : head + row * pitch + 18 + BAR / 2;
        List<Part> parts = columns.get(c);
        double most = scale(parts);
        for (int i = 0; i < parts.size(); i++) {
            double end = head + i * pitch + 18 + BAR / 2;
            boolean on = parts.get(i) == chosenAt(c);
            double share = most == 0 ? 0 : Math.abs(parts.get(i).value()) / most;
            int ink = Colors.mix(r.theme().surface(), r.theme().accent(), on ? 0.55 : 0.2);
            // A chosen part may be among the others: then its parts have no bar to come from.
            double left = Double.isNaN(start) ? end : start;
            double bend = (to - from) / 2;
            d.stroke(
                    PathData.builder()
                            .move(from + 3, left)
                            .curve(from + bend, left, to - bend, end, to - 3, end)
                            .build(),
                    Stroke.of(ink, 1 + (BAR - 2) * share));
        }
    }

    String description() {
        return all.description(r, chosen.get(chosen.size() - 1), "");
    }
}
