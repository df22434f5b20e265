package org.clientele.platform.charts.kind.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.LabelRoom;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Legible;
import org.clientele.platform.charts.kind.map.Places.Place;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;

/** What all maps share: the view, land, labels of the largest places, and the foot with legend and notes. */
final class MapPicture {
    private static final double LEGEND = 24;
    private static final double NOTE_LINE = 15;
    private static final double LABEL_HEIGHT = 18;
    private static final int MOST_LABELS = 60;
    /** How far a label inside a region may be moved to fit. */
    private static final double[][] NEAR = {{0, 0}, {0, 5}, {0, -5}, {6, 0}, {-6, 0}, {6, 6}, {-6, 6}, {6, -6}, {-6, -6}
    };

    /** In place of a colour: the label stands beside the mark. */
    static final int BESIDE = 0;

    final ChartRequest r;
    final Places places;
    final Drawing d;
    final Lens lens;
    final LabelRoom room;
    final double legendBaseline;

    private final boolean isUs;
    private final List<Place> areas;
    private final Viewport view;
    private final List<String> noteLines;
    private final List<String> notes;
    private final double mapHeight;
    private final TextStyle small;

    /** @param margin room around what is shown, in pixels */
    MapPicture(
            ChartRequest r, Atlas atlas, Supplier<PlaceNames> names, Places places, List<String> notes, double margin) {
        this.r = r;
        this.places = places;
        isUs = atlas == Atlas.us();
        areas = places.found().stream().filter(p -> !p.regions().isEmpty()).toList();
        d = new Drawing(r.text());
        small = Drawing.style(11, r.theme().secondary());
        view = Viewport.of(r.view());
        Extent extent = Extent.of(r, atlas, names, places);
        List<String> said = new ArrayList<>(notes);
        List<Place> outside = outside(whole(extent, height(lines(said)), margin));
        if (!outside.isEmpty()) {
            said.add(MapWords.list(r, places, outside, "outside", 2));
        }
        this.notes = said;
        noteLines = lines(said);
        mapHeight = height(noteLines);
        legendBaseline = hasLegend() ? mapHeight + 4 + 15 : Double.NaN;
        lens = whole(extent, mapHeight, margin).through(view);
        room = new LabelRoom(0, 0, r.width(), mapHeight);
    }

    /** What the picture says below the map. */
    List<String> notes() {
        return notes;
    }

    private boolean hasLegend() {
        return r.height() >= 140 && r.width() >= 150;
    }

    private List<String> lines(List<String> said) {
        int most = r.height() < 90 ? 0 : r.height() < 150 ? 1 : 2;
        return said.isEmpty() || most == 0 ? List.of() : d.wrap(String.join(" ", said), r.width(), most, small);
    }

    private double height(List<String> lines) {
        double foot = (hasLegend() ? LEGEND : 0) + lines.size() * NOTE_LINE;
        return Math.max(10, r.height() - foot - (foot > 0 ? 4 : 0));
    }

    private Lens whole(Extent extent, double height, double margin) {
        return Lens.fitting(extent, r.width(), height, Math.min(margin, Math.min(r.width(), height) / 4));
    }

    /** The places that are not in the picture even before anyone zooms. */
    private List<Place> outside(Lens base) {
        return places.found().stream()
                .filter(p -> !Double.isNaN(p.value()) && !base.sees(p.middle()))
                .toList();
    }

    /** The outline of regions as far as it is seen. */
    PathData outline(Iterable<Region> regions) {
        PathData.Builder path = PathData.builder();
        for (Region region : regions) {
            for (Ring ring : region.rings()) {
                ring.draw(path, lens);
            }
        }
        return path.build();
    }

    /** The part of the picture that answers for a place. */
    Node.Group group(Place p, List<Node> children) {
        return new Node.Group("place-" + p.key(), 0, 0, null, places.datum(p, r), places.select(p), children);
    }

    /**
     * Labels of the places with the largest values, inside their region where both name and value fit, else beside their mark.
     */
    void labels(Drawing on, List<Mark> marks) {
        List<Mark> shown = marks.stream()
                .filter(m -> m.x >= 0 && m.x <= lens.width() && m.y >= 0 && m.y <= mapHeight)
                .sorted(Comparator.comparingDouble((Mark m) -> -Math.abs(m.place.value())))
                .limit(MOST_LABELS)
                .toList();
        if (r.width() < 160 || mapHeight < 80) {
            return;
        }
        List<Mark> outside = new ArrayList<>();
        for (Mark m : shown) {
            if (m.colour == BESIDE || !inside(on, m)) {
                outside.add(m);
            }
        }
        // A label must not lie on the other large marks; the small ones may be covered.
        for (Mark m : outside) {
            double half = Math.max(2, m.radius * 0.8);
            room.take(m.x - half, m.y - half, 2 * half, 2 * half);
        }
        int most = (int) Math.max(1, Math.min(8, r.width() * mapHeight / 30_000));
        int beside = 0;
        for (Mark m : outside) {
            // Only what is among the largest of all is worth covering others for.
            if (beside < most && shown.indexOf(m) < 2 * most && label(on, m)) {
                beside++;
            }
        }
    }

    /**
     * A mark that may be labelled.
     *
     * @param radius of what must stay free
     * @param colour of the region under a label, or {@link #BESIDE} where the label must not be inside
     */
    record Mark(Place place, double x, double y, double radius, int colour) {}

    private boolean inside(Drawing on, Mark m) {
        int ink = Legible.on(r.theme(), m.colour);
        TextStyle bold = Drawing.style(11, Weight.MEDIUM, ink);
        TextStyle plain = Drawing.style(11, ink);
        String value = value(m.place.value());
        List<String> names = new ArrayList<>(List.of(m.place.name()));
        if (isUs && m.place.regions().size() == 1) {
            names.add(m.place.regions().get(0).code());
        }
        for (String name : names) {
            double w = Math.max(on.width(name, bold), on.width(value, plain)) + 2;
            for (double[] by : NEAR) {
                double x = m.x + by[0];
                double y = m.y + by[1];
                if (holds(m, x, y, w, 24) && room.claim(x - w / 2, y - 13, w, 26)) {
                    on.text(x, y - 2, name, bold, Node.Text.Anchor.MIDDLE);
                    on.text(x, y + 10.5, value, plain, Node.Text.Anchor.MIDDLE);
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a rectangle around (cx, cy) lies in the mark's regions, as far as sixteen points tell. */
    private boolean holds(Mark m, double cx, double cy, double w, double h) {
        for (int i = 0; i < 16; i++) {
            double x = lens.planeX(cx + w * (i % 4 / 3.0 - 0.5));
            double y = lens.planeY(cy + h * (i / 4 / 3.0 - 0.5));
            if (m.place.regions().stream().noneMatch(region -> region.contains(x, y))) {
                return false;
            }
        }
        return true;
    }

    private String value(double value) {
        Unit unit = places.measures().get(0).unit();
        return Labels.isChange(places.measures().get(0))
                ? r.format().change(value)
                : r.format().compact(value, unit.isRatio() ? unit : Unit.none());
    }

    private boolean label(Drawing on, Mark m) {
        TextStyle bold = Drawing.style(11, Weight.MEDIUM, r.theme().text());
        String name = on.fit(m.place.name(), Math.min(150, r.width() * 0.3), bold);
        // One text, because a sink may draw the name narrower than reckoned and would leave a gap before the value.
        String text = name + " " + value(m.place.value());
        double width = on.width(text, bold) + 10;
        LabelRoom.Spot spot = name.isEmpty()
                ? null
                : room.beside(m.x, m.y, m.radius, width, LABEL_HEIGHT, at -> cost(m.place, at), 3, 14, 24, 34);
        if (spot == null) {
            return false;
        }
        double toX = Math.max(spot.x(), Math.min(m.x, spot.x() + width));
        double toY = Math.max(spot.y(), Math.min(m.y, spot.y() + LABEL_HEIGHT));
        double away = Math.hypot(toX - m.x, toY - m.y);
        if (away > m.radius + 6) {
            double k = m.radius / away;
            on.line(
                    m.x + (toX - m.x) * k,
                    m.y + (toY - m.y) * k,
                    toX,
                    toY,
                    Stroke.of(Colors.mix(r.theme().surface(), r.theme().text(), 0.6), 1));
        }
        on.rect(
                spot.x(),
                spot.y(),
                width,
                LABEL_HEIGHT,
                4,
                Fill.of(Colors.alpha(r.theme().surface(), 0.9)));
        on.text(spot.x() + width / 2, spot.y() + 13, text, bold, Node.Text.Anchor.MIDDLE);
        return true;
    }

    /** What a label of a place would cover, as far as fifteen points tell: 2 for another place whose value is larger. */
    private int cost(Place of, LabelRoom.Spot spot) {
        int most = 0;
        for (int i = 0; i < 15; i++) {
            double x = lens.planeX(spot.x() + spot.width() * (i % 5) / 4);
            double y = lens.planeY(spot.y() + spot.height() * (i / 5) / 2);
            for (Place p : areas) {
                if (p != of && p.regions().stream().anyMatch(region -> region.contains(x, y))) {
                    most = Math.max(most, Math.abs(p.value()) > Math.abs(of.value()) ? 2 : 1);
                }
            }
        }
        return most;
    }

    /** Puts the map into its view, and the notes below it. */
    Drawing finished(Drawing map) {
        List<Node> seen = new ArrayList<>();
        seen.add(new Node.Rect(0, 0, r.width(), mapHeight, 0, null, null));
        seen.addAll(map.nodes());
        Node.Group inner = new Node.Group(
                "map-view", 0, 0, null, null, new Gesture(Gesture.Kind.VIEW_Y, Viewport.Y, view.spanY()), seen);
        Node.Clip clip = new Node.Clip(0, 0, r.width(), mapHeight);
        Gesture across = new Gesture(Gesture.Kind.VIEW_X, Viewport.X, view.spanX());
        Drawing all = d.fresh();
        all.add(new Node.Group("map", 0, 0, clip, null, across, List.of(inner)));
        d.nodes().forEach(all::add);
        if (!noteLines.isEmpty()) {
            note(all);
        }
        return all;
    }

    private void note(Drawing all) {
        Drawing inner = d.fresh();
        double y = r.height() - noteLines.size() * NOTE_LINE;
        inner.add(new Node.Rect(0, y, r.width(), noteLines.size() * NOTE_LINE, 0, null, null));
        for (int i = 0; i < noteLines.size(); i++) {
            inner.text(0, y + 11 + i * NOTE_LINE, noteLines.get(i), small);
        }
        List<Datum.Entry> entries = new ArrayList<>();
        for (Place p : places.missing().subList(0, Math.min(20, places.missing().size()))) {
            entries.add(new Datum.Entry(p.name(), Places.exact(places.measures().get(0), p.value(), r)));
        }
        all.add(Node.Group.of("note", new Datum(String.join(" ", notes), entries, Map.of()), inner.nodes()));
    }
}
