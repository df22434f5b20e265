package org.clientele.plugins.segmentation.maps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.profile.Described;
import org.clientele.plugins.segmentation.profile.Segments;
import org.clientele.plugins.segmentation.profile.SegmentsOnShow;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** What segments spend on: by category of what was ordered, or by what a file of customers says that they spent. */
final class Spend {
    private static final Texts TEXTS = Texts.of(Spend.class);
    private static final String SALES = "clientele.core/sales";
    private static final String SHARE = "spend.";
    private static final int MOST = 8;

    private Spend() {}

    /** A row a segment and category. */
    static Frame of(SegmentsOnShow choice, AnalysisContext context) {
        return context.lastDay() == null ? told(choice, context) : ordered(choice.of(context, "frequency"), context);
    }

    private static Frame ordered(Described s, AnalysisContext context) {
        Frame lines = context.query(MetricQuery.of(SALES)
                .by("customer", "category")
                .where(Filter.where("customer_id is not null"))
                .during(s.table().window()));
        Column category = lines.column("category");
        if (category.nullCount() == category.size()) {
            throw new AnalyticsException(ErrorCode.DATA_COLUMN_MISSING, TEXTS.get("spend.no.category"));
        }
        Map<String, Integer> segment = Months.segments(s);
        Map<String, double[]> sums = new HashMap<>();
        for (int row = 0; row < lines.rowCount(); row++) {
            String id = lines.column("customer").textAt(row);
            String name = category.textAt(row);
            Integer of = id == null ? null : segment.get(id);
            double sales = lines.column("sales").doubleAt(row);
            if (of != null && of >= 0 && !Double.isNaN(sales)) {
                sums.computeIfAbsent(name == null ? TEXTS.get("spend.unknown") : name, n -> new double[s.count()])[
                        of] += sales;
            }
        }
        return frame(s, sums, lines.column("sales").unit());
    }

    private static Frame told(SegmentsOnShow choice, AnalysisContext context) {
        Described s = choice.of(context, "monetary," + SHARE + "*");
        FeatureTable table = s.table();
        double[] whole = table.values("monetary");
        Map<String, double[]> sums = new HashMap<>();
        for (Feature feature : table.features()) {
            if (feature.key().startsWith(SHARE)) {
                double[] share = table.values(feature.key());
                double[] of = new double[s.count()];
                for (int i = 0; i < share.length; i++) {
                    if (s.segments()[i] >= 0 && !Double.isNaN(share[i] * whole[i])) {
                        of[s.segments()[i]] += share[i] * whole[i];
                    }
                }
                sums.put(feature.key().substring(SHARE.length()), of);
            }
        }
        return frame(s, sums, table.feature("monetary").unit());
    }

    /** The largest categories by themselves, the others together. */
    private static Frame frame(Described s, Map<String, double[]> sums, Unit money) {
        List<String> order = sums.keySet().stream()
                .sorted(Comparator.comparingDouble((String n) -> -total(sums, n))
                        .thenComparing(n -> n))
                .toList();
        Map<String, double[]> shown = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            boolean own = i < MOST || order.size() == MOST + 1;
            double[] into =
                    shown.computeIfAbsent(own ? order.get(i) : TEXTS.get("spend.others"), n -> new double[s.count()]);
            double[] from = sums.getOrDefault(order.get(i), new double[s.count()]);
            Arrays.setAll(into, g -> into[g] + from[g]);
        }
        FrameRows rows = new FrameRows()
                .column(Segments.column(s))
                .text("category", TEXTS.get("column.category"))
                .number("sales", TEXTS.get("column.sales"), money);
        for (int g = 0; g < s.count(); g++) {
            for (Map.Entry<String, double[]> e : shown.entrySet()) {
                if (e.getValue()[g] > 0) {
                    rows.row(s.names().get(g), e.getKey(), e.getValue()[g]);
                }
            }
        }
        return Segments.told(s, rows.frame());
    }

    private static double total(Map<String, double[]> sums, String name) {
        return Arrays.stream(sums.getOrDefault(name, new double[0])).sum();
    }
}
