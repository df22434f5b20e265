package org.clientele.platform.charts.kind.map;

import java.util.Comparator;
import java.util.List;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.kind.map.Places.Place;
import org.clientele.sdk.chart.ChartRequest;

/** What a map says in words. */
final class MapWords {
    private MapWords() {}

    /** What must be said of places that are not drawn. */
    static List<String> notes(ChartRequest r, Places places) {
        return places.missing().isEmpty() ? List.of() : List.of(list(r, places, places.missing(), "not on the map", 4));
    }

    /** "12 places are not on the map: A 7, B 5, and 10 more." */
    static String list(ChartRequest r, Places places, List<Place> some, String where, int most) {
        int n = some.size();
        StringBuilder s = new StringBuilder(n == 1 ? "1 place is " : Figure.count(r, n) + " places are ");
        s.append(where).append(": ");
        List<Place> largest = some.stream()
                .sorted(Comparator.comparingDouble((Place p) -> Double.isNaN(p.value()) ? 0 : -Math.abs(p.value())))
                .limit(most)
                .toList();
        for (int i = 0; i < largest.size(); i++) {
            s.append(i == 0 ? "" : ", ").append(largest.get(i).name()).append(' ');
            s.append(Places.exact(places.measures().get(0), largest.get(i).value(), r));
        }
        return s.append(n > largest.size() ? ", and " + Figure.count(r, n - largest.size()) + " more." : ".")
                .toString();
    }

    /** The picture in sentences: highest, lowest, total, and what is not drawn. */
    static String description(ChartRequest r, String title, Places places, List<String> notes) {
        List<Place> known = places.found().stream()
                .filter(p -> !Double.isNaN(p.value()))
                .sorted(Comparator.comparingDouble((Place p) -> -p.value()))
                .toList();
        StringBuilder s = new StringBuilder(title).append(": ");
        if (known.isEmpty()) {
            return s.append("no values.").toString();
        }
        var measure = places.measures().get(0);
        for (int i = 0; i < Math.min(3, known.size()); i++) {
            s.append(i == 0 ? "highest " : ", ")
                    .append(known.get(i).name())
                    .append(' ')
                    .append(Places.exact(measure, known.get(i).value(), r));
        }
        if (known.size() > 3) {
            Place last = known.get(known.size() - 1);
            s.append("; lowest of ").append(known.size()).append(' ').append(last.name());
            s.append(' ').append(Places.exact(measure, last.value(), r));
        }
        if (Places.adds(measure) && known.size() > 1) {
            double sum = known.stream().mapToDouble(Place::value).sum();
            s.append("; together ").append(Places.exact(measure, sum, r));
        }
        s.append('.');
        notes.forEach(n -> s.append(' ').append(n));
        return s.toString();
    }

    /** The title of a map: "Revenue by country". */
    static String title(ChartRequest r, Places places) {
        String measure = Labels.of(places.measures().get(0), r.metrics());
        return places.x() == null
                ? measure + " by place"
                : measure + " by " + Labels.of(places.x(), r.metrics()).toLowerCase(java.util.Locale.ROOT);
    }
}
