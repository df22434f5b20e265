package org.clientele.platform.charts.kind.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.kind.map.Places.Place;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.text.Texts;

/** Regions coloured by a measure; those without data are hatched, and small ones have a disc so that they are seen. */
final class Choropleth {
    private static final Texts TEXTS = Texts.of(Choropleth.class);

    /** How wide a region must look to be seen without a disc, in pixels. */
    private static final double SEEN = 5.5;

    private static final double DISC = 3.5;
    private static final double GAP = 6;

    private final MapPicture picture;
    private final ColourScale scale;
    private final Atlas atlas;
    private final List<Place> known = new ArrayList<>();

    Choropleth(MapPicture picture, ColourScale scale, Atlas atlas) {
        this.picture = picture;
        this.scale = scale;
        this.atlas = atlas;
        for (Place p : picture.places.found()) {
            if (!Double.isNaN(p.value())) {
                known.add(p);
            }
        }
    }

    Drawing draw() {
        ChartRequest r = picture.r;
        Theme theme = r.theme();
        Drawing map = picture.d.fresh();
        Fill land = Fill.of(Colors.mix(theme.surface(), theme.border(), 0.45));
        Stroke line = Stroke.of(Colors.mix(theme.surface(), theme.secondary(), 0.3), 0.8);
        withoutData(map, land, line);
        List<MapPicture.Mark> marks = new ArrayList<>();
        List<Node> discs = new ArrayList<>();
        for (Place p : known) {
            Drawing shape = map.fresh();
            int colour = scale.colour(p.value());
            PathData outline = picture.outline(p.regions());
            if (!outline.isEmpty()) {
                shape.add(new Node.Path(outline, Fill.of(colour), Stroke.of(theme.surface(), 0.7)));
            }
            double x = picture.lens.x(p.middle().x());
            double y = picture.lens.y(p.middle().y());
            double wide = Math.sqrt(
                            p.regions().stream().mapToDouble(Region::land).max().orElse(0))
                    * picture.lens.scale();
            boolean small = wide < SEEN;
            if (small && picture.lens.sees(p.middle())) {
                int edge = Colors.mix(theme.surface(), theme.text(), 0.75);
                shape.ring(x, y, DISC, colour, edge, 1);
            }
            if (!shape.nodes().isEmpty()) {
                Node.Group group = picture.group(p, shape.nodes());
                if (small) {
                    discs.add(group);
                } else {
                    map.add(group);
                }
            }
            marks.add(new MapPicture.Mark(p, x, y, small ? DISC : 1.5, small ? MapPicture.BESIDE : colour));
        }
        discs.forEach(map::add);
        picture.labels(map, marks);
        if (!Double.isNaN(picture.legendBaseline)) {
            MapLegend legend = new MapLegend(r, picture.d, picture.legendBaseline);
            legend.colours(scale, "", picture.places.measures().get(0).unit());
            legend.noData(land, line);
        }
        return picture.finished(map);
    }

    private void withoutData(Drawing map, Fill land, Stroke line) {
        Set<Region> with = new HashSet<>();
        known.forEach(p -> with.addAll(p.regions()));
        List<Region> rest = atlas.regions().stream()
                .filter(region -> !with.contains(region) && !region.isAntarctica())
                .toList();
        PathData outline = picture.outline(rest);
        if (outline.isEmpty()) {
            return;
        }
        Drawing inner = map.fresh();
        inner.add(new Node.Path(outline, land, Stroke.of(picture.r.theme().surface(), 0.7)));
        inner.stroke(new Hatch(picture.lens.width(), picture.lens.height(), GAP).inside(outline), line);
        Datum datum = new Datum(
                TEXTS.get("choropleth.no_data"),
                List.of(new Datum.Entry(TEXTS.get("choropleth.regions"), String.valueOf(rest.size()))),
                Map.of());
        map.add(Node.Group.of("no-data", datum, inner.nodes()));
    }
}
