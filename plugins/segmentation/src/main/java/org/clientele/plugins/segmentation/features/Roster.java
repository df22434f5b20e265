package org.clientele.plugins.segmentation.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.data.Column;

/** The customers that are told of, sorted by id, and where each of them stands. */
final class Roster {
    private final List<String> ids;
    private final Map<String, Integer> places;

    private Roster(List<String> ids, Map<String, Integer> places) {
        this.ids = ids;
        this.places = places;
    }

    static Roster of(Collection<String> customers) {
        String[] sorted = customers.toArray(new String[0]);
        Arrays.sort(sorted);
        Map<String, Integer> places = new HashMap<>(sorted.length * 2);
        List<String> ids = new ArrayList<>(sorted.length);
        for (String id : sorted) {
            if (places.putIfAbsent(id, ids.size()) == null) {
                ids.add(id);
            }
        }
        return new Roster(ids, places);
    }

    List<String> ids() {
        return ids;
    }

    int size() {
        return ids.size();
    }

    /** The place of the customer of each row of a column of ids, -1 for others and none. */
    int[] places(Column customers) {
        int[] ofCode = new int[customers.dictionary().size()];
        for (int code = 0; code < ofCode.length; code++) {
            ofCode[code] = places.getOrDefault(customers.dictionary().get(code), -1);
        }
        int[] all = new int[customers.size()];
        for (int row = 0; row < all.length; row++) {
            int code = customers.codeAt(row);
            all[row] = code < 0 ? -1 : ofCode[code];
        }
        return all;
    }

    /** A column without any value. */
    double[] missing() {
        double[] none = new double[size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
