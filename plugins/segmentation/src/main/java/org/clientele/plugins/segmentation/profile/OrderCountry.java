package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** The country that most of a customer's orders went to, where the table of customers does not say it. */
final class OrderCountry implements java.util.function.UnaryOperator<FeatureTable> {
    private static final Texts TEXTS = Texts.of(OrderCountry.class);

    private final AnalysisContext context;

    OrderCountry(AnalysisContext context) {
        this.context = context;
    }

    /** The table with the country as its last feature. */
    @Override
    public FeatureTable apply(FeatureTable table) {
        Frame orders = context.query(MetricQuery.of("clientele.core/orders")
                .by("customer", "country")
                .during(table.window())
                .where(Filter.where("customer is not null and country is not null")));
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            place.put(table.customers().get(i), i);
        }
        Column customer = orders.column("customer");
        Column country = orders.column("country");
        List<String> levels = country.dictionary().stream().sorted().toList();
        Map<String, Integer> level = new HashMap<>();
        levels.forEach(l -> level.put(l, level.size()));
        double[] values = new double[table.size()];
        double[] most = new double[table.size()];
        Arrays.fill(values, Double.NaN);
        for (int row = 0; row < orders.rowCount(); row++) {
            String id = customer.textAt(row);
            String name = country.textAt(row);
            Integer at = id == null ? null : place.get(id);
            double n = orders.column("orders").doubleAt(row);
            if (at != null && name != null && n > most[at]) {
                most[at] = n;
                values[at] = level.getOrDefault(name, 0);
            }
        }
        if (Arrays.stream(values).allMatch(Double::isNaN)) {
            throw new AnalyticsException(ErrorCode.DATA_COLUMN_MISSING, TEXTS.get("country.missing"));
        }
        List<Feature> features = new ArrayList<>(table.features());
        features.removeIf(f -> f.key().equals("country"));
        List<double[]> columns = new ArrayList<>();
        features.forEach(f -> columns.add(table.values(f.key())));
        features.add(Feature.category("country", TEXTS.get("by.country"), levels));
        columns.add(values);
        return new FeatureTable(table.customers(), features, columns, table.asOf(), table.window(), table.caveats());
    }
}
