package org.clientele.platform.charts.kind.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.kind.map.Places.Place;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.text.Texts;

/** Bubbles on land, the area by a measure, the colour by a second where there is one. */
final class BubbleMap {
    private static final Texts TEXTS = Texts.of(BubbleMap.class);

    /** More bubbles than this are put together by neighbourhood. */
    private static final int MOST = 800;

    private static final double CELL = 14;

    private final ChartRequest r;
    private final Atlas atlas;
    private final MapPicture picture;
    private final Places places;
    private final List<Place> drawn;
    private final double largest;

    BubbleMap(ChartRequest r, Atlas atlas, Supplier<PlaceNames> names, Places places, List<String> notes) {
        this.r = r;
        this.atlas = atlas;
        this.places = places;
        List<String> said = new ArrayList<>(notes);
        List<Place> positive =
                places.found().stream().filter(p -> p.value() > 0).toList();
        long negative = places.found().stream().filter(p -> p.value() < 0).count();
        if (negative > 0) {
            said.add(TEXTS.get("bubble.map.negative_values_have_no", negative));
        }
        if (positive.size() > MOST) {
            said.add(TEXTS.get("bubble.map.neighbours_places_are_put", Figure.counted(r, positive.size())));
        }
        largest = Math.max(7, Math.min(34, Math.min(r.width(), r.height()) * 0.1));
        picture = new MapPicture(
                r,
                atlas,
                names,
                places,
                said,
                places.x() == null || places.found().get(0).regions().isEmpty() ? largest * 0.8 : 1);
        drawn = positive.size() > MOST ? together(positive) : positive;
    }

    /** What the picture says below the map. */
    List<String> notes() {
        return picture.notes();
    }

    Drawing draw() {
        Theme theme = r.theme();
        Drawing map = picture.d.fresh();
        PathData land = picture.outline(atlas.regions().stream()
                .filter(region -> !region.isAntarctica())
                .toList());
        if (!land.isEmpty()) {
            map.add(new Node.Path(
                    land, Fill.of(Colors.mix(theme.surface(), theme.border(), 0.8)), Stroke.of(theme.surface(), 0.7)));
        }
        double most = drawn.stream().mapToDouble(Place::value).max().orElse(1);
        boolean coloured = places.measures().size() > 1;
        double[] seconds = drawn.stream()
                .mapToDouble(p -> coloured ? p.values()[1] : Double.NaN)
                .toArray();
        ColourScale scale = coloured ? ColourScale.ofMarks(r, seconds) : null;
        List<Place> order = drawn.stream()
                .sorted(Comparator.comparingDouble((Place p) -> -p.value()))
                .toList();
        List<MapPicture.Mark> marks = new ArrayList<>();
        for (Place p : order) {
            double x = picture.lens.x(p.middle().x());
            double y = picture.lens.y(p.middle().y());
            double radius = Math.max(1.8, largest * Math.sqrt(p.value() / most));
            marks.add(new MapPicture.Mark(p, x, y, radius, MapPicture.BESIDE));
            if (x < -radius || x > r.width() + radius || y < -radius || y > r.height() + radius) {
                continue;
            }
            int colour = scale == null
                    ? theme.accent()
                    : Double.isNaN(p.values()[1]) ? theme.border() : scale.colour(p.values()[1]);
            Drawing shape = map.fresh();
            shape.ring(x, y, radius, fill(colour), edge(colour), 1);
            map.add(picture.group(p, shape.nodes()));
        }
        picture.labels(map, marks);
        if (!Double.isNaN(picture.legendBaseline)) {
            MapLegend legend = new MapLegend(r, picture.d, picture.legendBaseline);
            if (!drawn.isEmpty()) {
                legend.sizes(
                        measure(places.measures().get(0)),
                        most,
                        largest,
                        fill(theme.accent()),
                        edge(theme.accent()),
                        places.measures().get(0).unit());
            }
            if (scale != null) {
                legend.colours(
                        scale,
                        Labels.of(places.measures().get(1), r.metrics()),
                        places.measures().get(1).unit());
            }
        }
        return picture.finished(map);
    }

    /** What the areas mean, with the unit, as the discs' numbers have none. */
    private String measure(Column c) {
        String name = Labels.of(c, r.metrics());
        String unit = Labels.unit(c);
        return Labels.says(name, unit) ? name : name + " (" + unit + ")";
    }

    private static int fill(int colour) {
        return Colors.alpha(colour, 0.6);
    }

    private int edge(int colour) {
        return Colors.mix(colour, r.theme().text(), 0.35);
    }

    /** One place for all whose bubbles would stand in one cell of the picture. */
    private List<Place> together(List<Place> all) {
        Map<Long, List<Place>> cells = new LinkedHashMap<>();
        for (Place p : all) {
            long column = (long) Math.floor(picture.lens.x(p.middle().x()) / CELL);
            long row = (long) Math.floor(picture.lens.y(p.middle().y()) / CELL);
            cells.computeIfAbsent(column * 1_000_000 + row, k -> new ArrayList<>())
                    .add(p);
        }
        return cells.values().stream().map(this::one).toList();
    }

    private Place one(List<Place> cell) {
        if (cell.size() == 1) {
            return cell.get(0);
        }
        double x = 0;
        double y = 0;
        double[] sums = new double[places.measures().size()];
        for (Place p : cell) {
            x += p.middle().x() / cell.size();
            y += p.middle().y() / cell.size();
        }
        for (int i = 0; i < sums.length; i++) {
            int k = i;
            double sum = cell.stream()
                    .mapToDouble(p -> p.values()[k])
                    .filter(Double::isFinite)
                    .sum();
            long known =
                    cell.stream().filter(p -> Double.isFinite(p.values()[k])).count();
            // A share or an average of several places is told as their plain mean.
            sums[i] = known == 0 ? Double.NaN : Places.adds(places.measures().get(i)) ? sum : sum / known;
        }
        return new Place(
                TEXTS.get("bubble.map.places", Figure.counted(r, cell.size())),
                List.of(),
                new Projection.Point(x, y),
                sums,
                -1 - cell.get(0).row(),
                cell.size());
    }
}
