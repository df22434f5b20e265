package org.clientele.platform.charts.kind.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.platform.charts.kind.map.Places.Place;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.text.Texts;

/** What a map says in words. */
final class MapWords {
    private static final Texts TEXTS = Texts.of(MapWords.class);

    private MapWords() {}

    /** What must be said of places that are not drawn. */
    static List<String> notes(ChartRequest r, Places places) {
        return places.missing().isEmpty() ? List.of() : List.of(list(r, places, places.missing(), "missing", 4));
    }

    /**
     * "12 places are not on the map: A 7, B 5, and 10 more."
     *
     * @param where the places are: "missing" or "outside"
     */
    static String list(ChartRequest r, Places places, List<Place> some, String where, int most) {
        int n = some.size();
        List<Place> largest = some.stream()
                .sorted(Comparator.comparingDouble((Place p) -> Double.isNaN(p.value()) ? 0 : -Math.abs(p.value())))
                .limit(most)
                .toList();
        List<String> named = largest.stream()
                .map(p -> Phrases.pair(p.name(), Places.exact(places.measures().get(0), p.value(), r)))
                .toList();
        return TEXTS.get(
                "map.words.places." + where,
                Figure.counted(r, n),
                Phrases.some(named, Figure.counted(r, n - (long) largest.size())));
    }

    /** The picture in sentences: highest, lowest, total, and what is not drawn. */
    static String description(ChartRequest r, String title, Places places, List<String> notes) {
        List<Place> known = places.found().stream()
                .filter(p -> !Double.isNaN(p.value()))
                .sorted(Comparator.comparingDouble((Place p) -> -p.value()))
                .toList();
        if (known.isEmpty()) {
            return TEXTS.get("map.words.none", title);
        }
        var measure = places.measures().get(0);
        List<String> highest = known.stream()
                .limit(3)
                .map(p -> Phrases.pair(p.name(), Places.exact(measure, p.value(), r)))
                .toList();
        List<String> said = new ArrayList<>(List.of(TEXTS.get("map.words.highest", Phrases.list(highest))));
        if (known.size() > 3) {
            Place last = known.get(known.size() - 1);
            said.add(TEXTS.get(
                    "map.words.lowest",
                    Phrases.plain(known.size()),
                    Phrases.pair(last.name(), Places.exact(measure, last.value(), r))));
        }
        if (Places.adds(measure) && known.size() > 1) {
            double sum = known.stream().mapToDouble(Place::value).sum();
            said.add(TEXTS.get("map.words.together", Places.exact(measure, sum, r)));
        }
        StringBuilder s = new StringBuilder(Phrases.of(title, Phrases.end(Phrases.clauses(said))));
        notes.forEach(n -> s.append(' ').append(n));
        return s.toString();
    }

    /** The title of a map: "Revenue by country". */
    static String title(ChartRequest r, Places places) {
        String measure = Labels.of(places.measures().get(0), r.metrics());
        return places.x() == null
                ? TEXTS.get("map.words.by_place", measure)
                : TEXTS.get(
                        "map.words.by",
                        measure,
                        Labels.of(places.x(), r.metrics()).toLowerCase(java.util.Locale.ROOT));
    }
}
