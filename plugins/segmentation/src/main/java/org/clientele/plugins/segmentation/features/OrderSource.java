package org.clientele.plugins.segmentation.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** Features of what customers ordered, worked out by the engine in one question for all of them. */
final class OrderSource implements FeatureSource {
    static final Filter KNOWN = Filter.where("customer_id is not null");

    private static final Texts TEXTS = Texts.of(OrderSource.class);
    private static final String CORE = "clientele.core/";
    private static final String ORDERS = CORE + "orders";
    private static final String REVENUE = CORE + "revenue";
    private static final String SALES = CORE + "sales";
    private static final String FIRST = SegmentationMetrics.NAMESPACE + SegmentationMetrics.FIRST_SALE;
    private static final String LAST = SegmentationMetrics.NAMESPACE + SegmentationMetrics.LAST_SALE;

    /** A feature, what of order lines it is worked out from, and the metrics that tell it. */
    private enum Kind {
        RECENCY("recency", "days", "last", LAST),
        FREQUENCY("frequency", "orders", "orders", ORDERS),
        MONETARY("monetary", Unit.MONEY, "amount", REVENUE),
        LENGTH("length", "days", "first,last", FIRST, LAST),
        SALES_TOTAL("sales", Unit.MONEY, "amount", SALES),
        ORDER_VALUE("order-value", Unit.MONEY, "amount,orders", SALES, ORDERS),
        BASKET_SIZE(
                "basket-size",
                "lines",
                "lines,orders",
                SegmentationMetrics.NAMESPACE + SegmentationMetrics.SALES_LINES,
                ORDERS),
        UNITS_PER_LINE(
                "units-per-line",
                "units",
                "units,lines",
                SegmentationMetrics.NAMESPACE + SegmentationMetrics.UNITS,
                SegmentationMetrics.NAMESPACE + SegmentationMetrics.SALES_LINES),
        PRODUCTS("products", "products", "products", SegmentationMetrics.NAMESPACE + SegmentationMetrics.PRODUCTS),
        GAP("gap", "days", "first,last,orders", FIRST, LAST, ORDERS),
        DEAL_SHARE(
                "deal-share",
                Unit.RATIO,
                "discount,amount",
                SegmentationMetrics.NAMESPACE + SegmentationMetrics.DISCOUNTED,
                SALES),
        RETURN_SHARE("return-share", Unit.RATIO, "amount", CORE + "return-rate");

        private final String key;
        private final String counts;
        private final List<String> facts;
        private final List<String> metrics;

        Kind(String key, String counts, String facts, String... metrics) {
            this.key = key;
            this.counts = counts;
            this.facts = Arrays.stream(facts.split(","))
                    .map(fact -> "order_line." + fact)
                    .toList();
            this.metrics = List.of(metrics);
        }
    }

    private final Span span;
    private final Frame frame;
    private final Roster roster;
    private final int[] rows;
    private final int onlyReturns;

    private OrderSource(Span span, Frame frame, Roster roster, int[] rows, int onlyReturns) {
        this.span = span;
        this.frame = frame;
        this.roster = roster;
        this.rows = rows;
        this.onlyReturns = onlyReturns;
    }

    /** All keys. */
    static List<String> keys() {
        return Arrays.stream(Kind.values()).map(k -> k.key).toList();
    }

    /** Asks for what these tokens need. The roster is of those with an order. */
    static OrderSource of(AnalysisContext context, Span span, List<String> tokens) {
        Set<String> metrics = new LinkedHashSet<>(List.of(ORDERS, REVENUE));
        for (Kind kind : Kind.values()) {
            if (tokens.stream().anyMatch(kind.key::equalsIgnoreCase)) {
                metrics.addAll(kind.metrics);
            }
        }
        context.progress().report(0.05, TEXTS.get("progress.orders"));
        Frame frame = context.query(MetricQuery.of(metrics.toArray(new String[0]))
                .by("customer")
                .where(KNOWN)
                .during(span.window()));
        context.cancel().throwIfCancelled();
        Column customer = frame.column("customer");
        Column orders = frame.column("orders");
        List<String> bought = new ArrayList<>();
        int others = 0;
        for (int row = 0; row < frame.rowCount(); row++) {
            String id = customer.textAt(row);
            if (id != null && orders.longAt(row) > 0) {
                bought.add(id);
            } else {
                others++;
            }
        }
        Roster roster = Roster.of(bought);
        return new OrderSource(span, frame, roster, roster.places(customer), others);
    }

    Roster roster() {
        return roster;
    }

    /** How many customers have lines in these days, but no sale. */
    int onlyReturns() {
        return onlyReturns;
    }

    /** The unit of what customers brought. */
    Unit money() {
        return frame.column("revenue").unit();
    }

    @Override
    public List<String> offers() {
        return Arrays.stream(Kind.values()).map(k -> k.key).toList();
    }

    @Override
    public List<FeatureColumn> read(String token) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(k -> k.key.equals(token))
                .findFirst()
                .orElseThrow();
        double[] values = values(kind);
        if (Arrays.stream(values).allMatch(Double::isNaN)) {
            return List.of();
        }
        Unit unit = kind.counts.equals(Unit.MONEY) ? money() : Unit.of(kind.counts);
        Feature told = Feature.number(kind.key, TEXTS.get("label." + kind.key), unit);
        return List.of(new FeatureColumn(told.of(kind.facts), values));
    }

    private double[] values(Kind kind) {
        return switch (kind) {
            case RECENCY -> {
                double asOf = java.util.Objects.requireNonNull(span.asOf()).toEpochDay();
                yield map(column(LAST), v -> asOf - v);
            }
            case FREQUENCY -> column(ORDERS);
            case MONETARY -> column(REVENUE);
            case LENGTH -> minus(column(LAST), column(FIRST));
            case SALES_TOTAL -> column(SALES);
            case ORDER_VALUE -> ratio(column(SALES), column(ORDERS));
            case BASKET_SIZE -> ratio(column(kind.metrics.get(0)), column(ORDERS));
            case UNITS_PER_LINE -> ratio(column(kind.metrics.get(0)), column(kind.metrics.get(1)));
            case PRODUCTS -> column(kind.metrics.get(0));
            case GAP -> ratio(minus(column(LAST), column(FIRST)), map(column(ORDERS), n -> n - 1));
            case DEAL_SHARE -> deals(kind.metrics.get(0));
            case RETURN_SHARE -> map(column(kind.metrics.get(0)), v -> Double.isNaN(v) ? 0 : v);
        };
    }

    private double[] deals(String metric) {
        double[] discounted = column(metric);
        // Where nothing at all was discounted, nobody wrote discounts down.
        return Arrays.stream(discounted).allMatch(Double::isNaN)
                ? discounted
                : ratio(map(discounted, v -> Double.isNaN(v) ? 0 : v), column(SALES));
    }

    private double[] column(String metric) {
        Column column = frame.column(metric.substring(metric.indexOf('/') + 1));
        double[] values = roster.missing();
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= 0) {
                values[rows[row]] = column.doubleAt(row);
            }
        }
        return values;
    }

    private static double[] map(double[] values, java.util.function.DoubleUnaryOperator each) {
        return Arrays.stream(values).map(each).toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] all = new double[a.length];
        Arrays.setAll(all, i -> a[i] - b[i]);
        return all;
    }

    static double[] ratio(double[] a, double[] b) {
        double[] all = new double[a.length];
        Arrays.setAll(all, i -> b[i] > 0 ? a[i] / b[i] : Double.NaN);
        return all;
    }
}
