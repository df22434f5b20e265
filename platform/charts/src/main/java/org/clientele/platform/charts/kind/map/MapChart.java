package org.clientele.platform.charts.kind.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.platform.charts.kind.map.Places.Place;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/**
 * A map of the world or the US: regions coloured by Y, or bubbles whose area is SIZE (else Y) at regions or at degrees east and
 * north.
 *
 * <p>Options: "map": "world" or "us"; "mark": "bubble" for bubbles without SIZE; "scale": "log" and "colors": "sequential" or
 * "diverging" for colours; "fit": "data", or places by name or code, parted by commas. What cannot be placed is named in a
 * note. The view-state parameters "view-x" and "view-y" say what is in view, as parts of the whole.
 */
public final class MapChart implements ChartType {
    private static final Texts TEXTS = Texts.of(MapChart.class);

    @Override
    public String kind() {
        return ChartSpec.MAP;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        String which = r.spec().options().getOrDefault("map", "world");
        if (!which.equals("world") && !which.equals("us")) {
            throw new AnalyticsException(ErrorCode.CONTRACT_BROKEN, TEXTS.get("map.chart.there_is_no_map", which));
        }
        Atlas atlas = which.equals("us") ? Atlas.us() : Atlas.world();
        // Read only where a map needs names, for they take longer than the outlines.
        Supplier<PlaceNames> names = which.equals("us") ? PlaceNames::us : PlaceNames::world;
        boolean located = !r.spec().columns(Channel.LONGITUDE).isEmpty()
                || !r.spec().columns(Channel.LATITUDE).isEmpty();
        boolean bubbles = located
                || !r.spec().columns(Channel.SIZE).isEmpty()
                || "bubble".equals(r.spec().options().get("mark"));
        List<Column> measures = measures(r, bubbles);
        Places places =
                located ? Places.located(r, measures, atlas.projection()) : Places.named(r, measures, names.get());
        List<String> notes = MapWords.notes(r, places);
        String title = MapWords.title(r, places);
        double[] values = places.found().stream()
                .mapToDouble(Place::value)
                .filter(Double::isFinite)
                .toArray();
        if (values.length == 0) {
            return notice(r, title, places, notes);
        }
        Drawing d;
        if (bubbles) {
            BubbleMap map = new BubbleMap(r, atlas, names, places, notes);
            d = map.draw();
            notes = map.notes();
        } else {
            ColourScale scale = ColourScale.of(r, values);
            if (scale.logRefused()) {
                notes = new ArrayList<>(notes);
                notes.add(TEXTS.get("map.chart.scale_is_not_logarithmic"));
            }
            MapPicture picture = new MapPicture(r, atlas, names, places, notes, 1);
            d = new Choropleth(picture, scale, atlas).draw();
            notes = picture.notes();
        }
        return new Scene(
                r.width(),
                r.height(),
                title,
                MapWords.description(r, title, places, notes),
                Node.Group.at(0, 0, d.nodes()));
    }

    /** The measure that colours or sizes, and what else is told of a place. */
    private static List<Column> measures(ChartRequest r, boolean bubbles) {
        List<Column> out = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (bubbles) {
            names.addAll(r.spec().columns(Channel.SIZE));
        }
        names.addAll(r.spec().columns(Channel.Y));
        if (names.isEmpty()) {
            names.add(r.spec().column(Channel.Y));
        }
        for (String name : names) {
            Column c = r.frame().column(name);
            if (!c.type().isNumeric()) {
                throw new AnalyticsException(
                        ErrorCode.CONTRACT_BROKEN, TEXTS.get("map.chart.map_needs_numbers_to", name, c.type()));
            }
            out.add(c);
        }
        return out;
    }

    private static Scene notice(ChartRequest r, String title, Places places, List<String> notes) {
        boolean lost = places.missing().stream().anyMatch(p -> !Double.isNaN(p.value()));
        List<String> first = places.missing().stream()
                .sorted(Comparator.comparingInt(Place::row))
                .limit(3)
                .map(Place::name)
                .toList();
        String sentence = lost
                ? TEXTS.get(
                        "map.chart.none",
                        Phrases.some(first, Figure.counted(r, places.missing().size() - 3L)))
                : TEXTS.get("map.chart.no_values_to_show");
        Drawing d = new Drawing(r.text());
        Notice.draw(d, r.theme(), r.width(), r.height(), Notice.Shape.RING, sentence, "");
        String told = lost ? title + ": " + String.join(" ", notes) : TEXTS.get("map.chart.no_values", title);
        return new Scene(r.width(), r.height(), title, told, Node.Group.at(0, 0, d.nodes()));
    }
}
