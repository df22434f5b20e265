package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/**
 * A segmentation that has a dimension, as that tells it: each customer's segment on the day of her last order of the days on show, or
 * the newest one where nothing was ordered.
 *
 * @param dimension its dimension
 * @param names of the segments, the largest first
 * @param segment the place of each customer's segment; who is in none is not there
 */
record Published(String dimension, List<String> names, Map<String, Integer> segment) {
    private static final String PREFIX = "segment.";
    private static final int PAGE = 200_000;
    private static final Texts TEXTS = Texts.of(Published.class);

    /** @throws AnalyticsException DIMENSION_UNKNOWN without such a segmentation; NOTHING_YET if nobody is in it */
    static Published of(String key, AnalysisContext context, Period window) {
        String plain = key.strip();
        String dimension = plain.toLowerCase(Locale.ROOT).startsWith(PREFIX) ? plain : PREFIX + plain;
        Map<String, String> of =
                context.lastDay() == null ? told(context, dimension) : asked(context, dimension, window);
        Map<String, Integer> sizes = new HashMap<>();
        of.values().forEach(name -> sizes.merge(name, 1, Integer::sum));
        List<String> names = new ArrayList<>(sizes.keySet());
        names.sort(Comparator.comparingInt((String n) -> -sizes.getOrDefault(n, 0))
                .thenComparing(Comparator.naturalOrder()));
        if (names.isEmpty()) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, TEXTS.get("published.empty", plain));
        }
        Map<String, Integer> segment = new HashMap<>();
        of.forEach((customer, name) -> segment.put(customer, names.indexOf(name)));
        return new Published(dimension, List.copyOf(names), segment);
    }

    private static Map<String, String> asked(AnalysisContext context, String dimension, Period window) {
        Frame frame = context.query(MetricQuery.of(SegmentationMetrics.NAMESPACE + SegmentationMetrics.LAST_SALE)
                .by("customer", dimension)
                .where(Filter.where("customer_id is not null"))
                .during(window));
        Column last = frame.column(SegmentationMetrics.LAST_SALE);
        Column customer = frame.column("customer");
        Column segment = frame.column(dimension);
        Map<String, String> of = new HashMap<>();
        Map<String, Double> when = new HashMap<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            String id = customer.textAt(row);
            String name = segment.textAt(row);
            double at = last.doubleAt(row);
            if (id != null && name != null && !Double.isNaN(at) && at >= when.getOrDefault(id, at)) {
                when.put(id, at);
                of.put(id, name);
            }
        }
        of.values().removeIf(Segmentation.NONE::equals);
        return of;
    }

    private static Map<String, String> told(AnalysisContext context, String dimension) {
        Map<String, String> of = new HashMap<>();
        RowQuery query = RowQuery.of(CustomerModel.CUSTOMER, "customer_id", dimension);
        for (long skipped = 0; ; skipped += PAGE) {
            context.cancel().throwIfCancelled();
            Frame page = context.rows(query.page(skipped, PAGE));
            for (int row = 0; row < page.rowCount(); row++) {
                String id = page.column("customer_id").textAt(row);
                String name = page.columns().get(1).textAt(row);
                if (id != null && name != null && !name.equals(Segmentation.NONE)) {
                    of.put(id, name);
                }
            }
            if (page.rowCount() < PAGE) {
                return of;
            }
        }
    }

    /** The segment of each of these customers, -1 for none. */
    int[] of(List<String> customers) {
        return customers.stream().mapToInt(c -> segment.getOrDefault(c, -1)).toArray();
    }

    /** What to know about it. */
    List<Caveat> caveats() {
        String said = dimension.startsWith(Segmentation.LIVE) ? "caveat.picked" : "caveat.published";
        return List.of(Caveat.of(Caveat.Kind.ASSUMPTION, TEXTS.get(said)));
    }
}
