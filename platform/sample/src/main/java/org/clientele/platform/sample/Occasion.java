package org.clientele.platform.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * Days on which people buy more or less than usual.
 *
 * @param kind holiday, event or sale
 * @param from the first day
 * @param to the last day
 * @param factor on orders
 */
record Occasion(String name, String kind, LocalDate from, LocalDate to, double factor) {
    static List<Occasion> all() {
        return Resource.rows("occasions.txt").stream()
                .map(f -> new Occasion(
                        f[0], f[1], LocalDate.parse(f[2]), LocalDate.parse(f[3]), Double.parseDouble(f[4])))
                .toList();
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    boolean holiday() {
        return kind.equals("holiday");
    }

    boolean sale() {
        return kind.equals("sale");
    }
}
