package org.clientele.plugins.segmentation.migration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.clientele.sdk.data.Members;

/**
 * Customers on several days, on each in one of {@code segments} segments or in none. Immutable as long as nobody writes into the arrays.
 *
 * @param days in order of time
 * @param customers everybody who is in a segment on any of them, sorted by id
 * @param places for each day the place of each customer's segment, or {@link #NONE}
 * @param segments how many segments there are
 */
record Course(List<LocalDate> days, List<String> customers, List<int[]> places, int segments) {
    /** In no segment: not a customer yet, or none any more. */
    static final int NONE = -1;

    /** From the members of each day; the places are those of one list of segments. */
    static Course of(List<LocalDate> days, List<Members> members, int segments) {
        TreeSet<String> ids = new TreeSet<>();
        for (Members m : members) {
            for (int i = 0; i < m.size(); i++) {
                ids.add(m.customer(i));
            }
        }
        List<String> customers = List.copyOf(ids);
        Map<String, Integer> rows = rows(customers);
        List<int[]> places =
                members.stream().map(m -> places(m, rows, customers.size())).toList();
        return new Course(List.copyOf(days), customers, places, segments);
    }

    private static Map<String, Integer> rows(List<String> customers) {
        Map<String, Integer> rows = new HashMap<>(customers.size() * 2);
        for (int i = 0; i < customers.size(); i++) {
            rows.put(customers.get(i), i);
        }
        return rows;
    }

    private static int[] places(Members members, Map<String, Integer> rows, int size) {
        int[] places = new int[size];
        Arrays.fill(places, NONE);
        for (int i = 0; i < members.size(); i++) {
            Integer row = rows.get(members.customer(i));
            if (row != null) {
                places[row] = members.segment(i);
            }
        }
        return places;
    }

    /** Members of a day, in this course's order of customers; those who are not in it are left out. */
    int[] placed(Members members) {
        return places(members, rows(customers), customers.size());
    }

    /** How many steps there are from one day to the next. */
    int steps() {
        return days.size() - 1;
    }

    /** How many customers each segment has on a day, and last how many are in none. */
    long[] sizes(int day) {
        long[] sizes = new long[segments + 1];
        for (int place : places.get(day)) {
            sizes[place == NONE ? segments : place]++;
        }
        return sizes;
    }
}
