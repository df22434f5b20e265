package org.clientele.platform.runtime.breakdown;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which dimension is one step finer than another. */
public final class Hierarchies {
    private static final List<List<String>> WAYS = List.of(
            List.of("year", "quarter", "month", "week", "day"),
            List.of("category", "product.subcategory", "product"),
            List.of("product.department", "category"),
            List.of("product.brand", "product"),
            List.of("country", "customer.region", "customer.city", "customer"),
            List.of("customer.country", "customer.region"),
            List.of("customer.segment", "customer"),
            List.of("channel", "customer"));

    private Hierarchies() {}

    /**
     * The next finer dimension.
     *
     * @param known those that the data at hand has; steps of time, category, product and customer are always there
     */
    public static Optional<String> below(String dimension, Set<String> known) {
        for (List<String> way : WAYS) {
            int at = way.indexOf(dimension);
            if (at >= 0) {
                Optional<String> next = way.subList(at + 1, way.size()).stream()
                        .filter(known::contains)
                        .findFirst();
                if (next.isPresent()) {
                    return next;
                }
            }
        }
        return Optional.empty();
    }

    /** The tile's way one step further down: into a member of a dimension that it shows. */
    public static Drill down(Drill now, String dimension, String member, String finer) {
        if (now.levels().isEmpty()) {
            return now.then(0, Level.by(dimension).pick(dimension, member)).then(1, Level.by(finer));
        }
        int last = now.levels().size() - 1;
        return now.open(last, dimension, member).then(last + 1, Level.by(finer));
    }

    /** One step back up. */
    public static Drill up(Drill now) {
        int levels = now.levels().size();
        return levels <= 2 ? new Drill(List.of(), now.split()) : now.upTo(levels - 1);
    }
}
