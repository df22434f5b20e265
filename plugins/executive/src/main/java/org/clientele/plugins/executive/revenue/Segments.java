package org.clientele.plugins.executive.revenue;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.RowQuery;

/** The segment of each customer: of the segmentation with most members, the one that she was assigned to last. */
final class Segments {
    /** What a split by segments is asked by. */
    static final String DIMENSION = "segment";

    /** The most rows that one question gives. */
    private static final int PAGE = 1_000_000;

    private Segments() {}

    /** Segments by customer; empty where nobody is a member of any. */
    static Map<String, String> of(AnalysisContext context) {
        RowQuery query = RowQuery.of(
                        CustomerModel.SEGMENT_MEMBERSHIP, "segmentation", DIMENSION, "customer_id", "assigned_at")
                .orderBy("assigned_at", false);
        Map<String, Map<String, String>> all = new TreeMap<>();
        int read = PAGE;
        for (long skipped = 0; read == PAGE; skipped += PAGE) {
            context.cancel().throwIfCancelled();
            Frame rows = context.rows(query.page(skipped, PAGE));
            read = rows.rowCount();
            add(all, rows);
        }
        return all.values().stream()
                .max(java.util.Comparator.comparingInt(Map::size))
                .orElse(Map.of());
    }

    private static void add(Map<String, Map<String, String>> all, Frame rows) {
        Column segmentations = rows.column("segmentation");
        Column segments = rows.column(DIMENSION);
        Column customers = rows.column("customer_id");
        for (int row = 0; row < rows.rowCount(); row++) {
            String segmentation = segmentations.textAt(row);
            String segment = segments.textAt(row);
            String customer = customers.textAt(row);
            if (segmentation != null && segment != null && customer != null) {
                all.computeIfAbsent(segmentation, s -> new HashMap<>()).put(customer, segment);
            }
        }
    }
}
