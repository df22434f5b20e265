package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Small multiples: one panel for each member of FACET, in a grid, all with the same scales. */
final class Facets {
    private static final Texts TEXTS = Texts.of(Facets.class);

    private static final double LEAST_WIDTH = 136;
    private static final double LEAST_HEIGHT = 84;
    /** Lower panels than this name no places along their axis. */
    private static final double LEAST_WITH_AXIS = 52;

    private static final double GAP = 18;
    private static final double ROW_GAP = 10;
    private static final double NAME = 20;
    private static final double HEAD = 26;
    private static final double FOOT = 16;
    private static final int MOST_PANELS = 48;

    private final ChartRequest r;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final Groups split;

    private Facets(ChartRequest r, Groups split) {
        this.r = r;
        this.split = split;
    }

    /** Lays out a chart whole, or its panels where the spec splits it. */
    static Scene scene(ChartRequest r, Function<SeriesTable.@Nullable Panel, Picture> picture) {
        List<String> names = r.spec().columns(Channel.FACET);
        Picture whole = picture.apply(null);
        if (whole.isEmpty()) {
            Drawing d = new Drawing(r.text());
            Notice.draw(
                    d, r.theme(), r.width(), r.height(), Notice.Shape.RING, TEXTS.get("facets.no_values_to_show"), "");
            return new Scene(
                    r.width(),
                    r.height(),
                    whole.title(),
                    TEXTS.get("facets.no_values", whole.title()),
                    Node.Group.at(0, 0, d.nodes()));
        }
        if (names.isEmpty()) {
            Node.Group root = Node.Group.at(0, 0, whole.draw(r, null));
            return new Scene(r.width(), r.height(), whole.title(), whole.description(), root);
        }
        Groups split = Groups.of(r.frame().column(names.get(0)), r);
        return new Facets(r, split).panels(picture);
    }

    private Scene panels(Function<SeriesTable.@Nullable Panel, Picture> picture) {
        int most = Math.min(MOST_PANELS, (int) (Math.max(1, Math.floor((r.width() + GAP) / (LEAST_WIDTH + GAP)))
                * Math.max(1, Math.floor((r.height() - HEAD - FOOT) / (LEAST_HEIGHT + NAME)))));
        // Thousands of panels would take long to weigh; those of most rows stand for them.
        int[] bySize = split.byWeight(split.sizes());
        List<Integer> candidates =
                IntStream.of(bySize).limit(2L * MOST_PANELS).boxed().toList();
        record Weighed(int group, Picture picture) {}
        List<Weighed> all = new ArrayList<>();
        for (int g : candidates) {
            Picture p = picture.apply(new SeriesTable.Panel(split, g));
            if (!p.isEmpty()) {
                all.add(new Weighed(g, p));
            }
        }
        boolean inOrder = split.column().type().isTemporal();
        all.sort(
                inOrder
                        ? Comparator.comparingInt(w -> w.group())
                        : Comparator.comparingDouble(w -> -w.picture().weight()));
        for (Weighed w : all.subList(0, Math.min(most, all.size()))) {
            pictures.add(w.picture());
            groups.add(w.group());
        }
        int leftOut = split.count() - pictures.size();
        return scene(leftOut);
    }

    private Scene scene(int leftOut) {
        Picture first = pictures.get(0);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Picture p : pictures) {
            low = Math.min(low, p.low());
            high = Math.max(high, p.high());
        }
        List<String> notes = new ArrayList<>();
        if (leftOut > 0) {
            notes.add(TEXTS.get("facets.panels_are_not_shown", Figure.counted(r, leftOut)));
        }
        pictures.forEach(p -> p.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add));
        Drawing d = new Drawing(r.text());
        String unit = first.isLog() ? LogWords.of(first.unitText()) : first.unitText();
        boolean head = (!unit.isEmpty() || !first.keys().isEmpty()) && r.height() > 120;
        if (head) {
            Plot.head(d, r, unit, first.keys(), 0);
        }
        String note = String.join(" ", notes);
        if (!note.isEmpty()) {
            TextStyle quiet = Drawing.style(Plot.AXIS_TEXT, r.theme().secondary());
            d.text(0, r.height() - 4, d.fit(note, r.width(), quiet), quiet);
        }
        double tall = head ? HEAD + Plot.legend(d, r, unit, first.keys()).more() : 0;
        grid(d, tall, note.isEmpty() ? 0 : FOOT, low, high);
        String title = TEXTS.get(
                "facets.by",
                first.title(),
                Labels.of(split.column(), r.metrics()).toLowerCase(java.util.Locale.ROOT));
        StringBuilder said =
                new StringBuilder(TEXTS.get("facets.panels", title, Phrases.plain(pictures.size()))).append(' ');
        for (int i = 0; i < Math.min(3, pictures.size()); i++) {
            said.append(Phrases.of(
                            split.names().get(groups.get(i)), pictures.get(i).description()))
                    .append(' ');
        }
        return new Scene(r.width(), r.height(), title, (said + note).strip(), Node.Group.at(0, 0, d.nodes()));
    }

    private void grid(Drawing d, double head, double foot, double low, double high) {
        int n = pictures.size();
        double room = Math.max(1, r.height() - head - foot);
        int columns = columns(n, room);
        int lines = (n + columns - 1) / columns;
        double gutter = pictures.get(0).gutter(low, high);
        boolean labels = gutter < r.width() * 0.3;
        double beside = labels ? gutter : 0;
        double width = Math.max(1, (r.width() - beside - (columns - 1) * GAP) / columns);
        double wanted = pictures.get(0).tiers() * 15.0;
        double below = (room - wanted) / lines < LEAST_WITH_AXIS ? 0 : wanted;
        double height = Math.max(1, (room - below - (lines - 1) * ROW_GAP) / lines);
        for (int i = 0; i < n; i++) {
            int column = i % columns;
            int line = i / columns;
            boolean lowest = below > 0 && i + columns >= n;
            double x = column == 0 ? 0 : beside + column * (width + GAP);
            double y = head + line * (height + ROW_GAP);
            double w = width + (column == 0 ? beside : 0);
            panel(
                    d,
                    i,
                    x,
                    y,
                    w,
                    height + (lowest ? below : 0),
                    column == 0 ? beside : 0,
                    new Picture.Shared(low, high, column == 0 ? beside : 0, lowest));
        }
    }

    /** As many columns as make panels somewhat wider than high. */
    private int columns(int n, double room) {
        int best = 1;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int columns = 1; columns <= n; columns++) {
            double w = (r.width() - (columns - 1) * GAP) / columns;
            double h = room / Math.ceil(n / (double) columns) - NAME;
            if (columns > 1 && w < LEAST_WIDTH) {
                break;
            }
            double empty = Math.ceil(n / (double) columns) * columns - n;
            double score = -Math.abs(Math.log(Math.max(1, w) / Math.max(1, h) / 1.7)) - empty * 0.25;
            if (score > bestScore) {
                bestScore = score;
                best = columns;
            }
        }
        return best;
    }

    private void panel(
            Drawing d, int i, double x, double y, double width, double height, double beside, Picture.Shared shared) {
        int g = groups.get(i);
        String name = split.names().get(g);
        TextStyle style = Drawing.style(12, TextStyle.Weight.MEDIUM, r.theme().text());
        Drawing part = d.fresh();
        double from = beside + 2;
        part.add(new Node.Rect(from, 0, Math.max(0, width - from), NAME - 2, 0, null, null));
        part.text(from, 13, d.fit(name, width - from, style), style);
        Map<String, @Nullable String> members = Labels.members(split.column(), split.firstRow()[g]);
        Gesture select = Marks.select(split.column().name(), members);
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node.Group("panel-" + i, 0, 0, null, new Datum(name, List.of(), members), select, part.nodes()));
        double inner = Math.max(1, height - NAME);
        ChartRequest sized = new ChartRequest(
                r.spec(), r.frame(), r.trend(), r.metrics(), r.view(), r.theme(), width, inner, r.text(), r.format());
        List<Node> drawn = pictures.get(i).draw(sized, shared);
        nodes.add(Node.Group.at(0, NAME, Marks.prefixed(drawn, "panel-" + i + "-")));
        d.add(Node.Group.at(x, y, nodes));
    }
}
