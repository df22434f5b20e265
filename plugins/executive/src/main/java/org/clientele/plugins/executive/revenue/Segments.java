package org.clientele.plugins.executive.revenue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;

/** The segment of each customer: of the segmentation with most members, the one that she was assigned to last. */
final class Segments {
    /** What a split by segments is asked by. */
    static final String DIMENSION = "segment";

    private static final int MOST = 5_000_000;

    private Segments() {}

    /** Segments by customer; empty where nobody is a member of any. */
    static Map<String, String> of(AnalysisContext context) {
        Frame rows = context.rows(new RowQuery(
                        CustomerModel.SEGMENT_MEMBERSHIP,
                        List.of("segmentation", DIMENSION, "customer_id", "assigned_at"),
                        List.of(),
                        Period.all(),
                        List.of(),
                        0,
                        MOST)
                .orderBy("assigned_at", false));
        Column segmentations = rows.column("segmentation");
        Column segments = rows.column(DIMENSION);
        Column customers = rows.column("customer_id");
        Map<String, Map<String, String>> all = new java.util.TreeMap<>();
        for (int row = 0; row < rows.rowCount(); row++) {
            String segmentation = segmentations.textAt(row);
            String segment = segments.textAt(row);
            String customer = customers.textAt(row);
            if (segmentation != null && segment != null && customer != null) {
                all.computeIfAbsent(segmentation, s -> new HashMap<>()).put(customer, segment);
            }
        }
        return all.values().stream()
                .max(java.util.Comparator.comparingInt(Map::size))
                .orElse(Map.of());
    }
}
