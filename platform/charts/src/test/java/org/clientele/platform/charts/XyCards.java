package org.clientele.platform.charts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Scene;

/** Charts with axes, of real data, as cards. */
final class XyCards {
    private record Card(String title, Frame frame, ChartSpec spec, ViewState view, double width, double height) {}

    private static final Map<String, Card> CARDS = new LinkedHashMap<>();

    static {
        Frame months = RealFrames.of("country-months");
        ChartSpec line = ChartSpec.of(ChartSpec.LINE)
                .encode(Channel.X, "month")
                .encode(Channel.Y, "revenue")
                .encode(Channel.COLOR, "country");
        put("line-split", "Revenue by country", months, line.option("scale", "log"));
        put("line-stacked", "Revenue by country", months, line.option("stack", "total"));
        put("line-share", "Share of revenue by country", months, line.option("stack", "share"));
        ChartSpec facets = ChartSpec.of(ChartSpec.LINE)
                .encode(Channel.X, "month")
                .encode(Channel.Y, "orders")
                .encode(Channel.FACET, "country")
                .option("area", "true")
                .option("scale", "log");
        put("line-facets", "Orders by country", months, facets, ViewState.initial(), 760, 380);
        Frame days = RealFrames.of("days");
        Frame doubted = withEnds(days, "revenue", v -> v * 0.8, v -> v * 1.25 + 2000);
        ChartSpec band = ChartSpec.of(ChartSpec.LINE)
                .encode(Channel.X, "day")
                .encode(Channel.Y, "revenue")
                .encode(Channel.LOW, "low")
                .encode(Channel.HIGH, "high")
                .option("reference.1", "60000|Target")
                .option("range.1", "20000..40000|Usual")
                .option("annotation.1", "2011-11-01|Christmas range")
                .option("annotation.2", "2011-04-29|Royal wedding");
        put(
                "line-band",
                "Revenue by day",
                doubted,
                band,
                ViewState.initial().with("x", "0.3..0.95").with("x.range", "0.7..0.82"),
                760,
                340);
        ChartSpec dual = ChartSpec.of(ChartSpec.LINE)
                .encode(Channel.X, "day")
                .encode(Channel.Y, "revenue", "orders")
                .option("right", "orders");
        put("line-dual", "Revenue and orders by day", days, dual);
        Frame quarters = RealFrames.of("country-quarters");
        ChartSpec bars = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "country")
                .encode(Channel.Y, "customers")
                .encode(Channel.COLOR, "band");
        put("bars-grouped", "Customers by country and orders", quarters, bars.option("scale", "log"));
        put("bars-stacked", "Customers by country and orders", quarters, bars.option("stack", "total"));
        put(
                "bars-share-across",
                "Customers by country and orders",
                quarters,
                bars.option("stack", "share").option("horizontal", "true"));
        put(
                "bars-grouped-across",
                "Customers by country and orders",
                quarters,
                bars.option("horizontal", "true").option("scale", "log"),
                ViewState.initial(),
                560,
                420);
        Frame countries = RealFrames.of("countries");
        ChartSpec lollipop = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "country")
                .encode(Channel.Y, "orders")
                .option("mark", "lollipop")
                .option("scale", "log")
                .option("horizontal", "true");
        put("bars-lollipop", "Orders by country", countries, lollipop, ViewState.initial(), 560, 400);
        Frame goals = withTarget(countries);
        ChartSpec bullet = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "country")
                .encode(Channel.Y, "customers")
                .encode(Channel.TARGET, "target")
                .option("mark", "bullet")
                .option("horizontal", "true");
        put("bars-bullet", "Customers against targets", goals, bullet);
        ChartSpec errors = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "country")
                .encode(Channel.Y, "customers")
                .encode(Channel.LOW, "low")
                .encode(Channel.HIGH, "high")
                .option("reference.1", "60|Target");
        put(
                "bars-errors",
                "Customers by country",
                withEnds(goals, "customers", v -> Math.max(0, v - 1.96 * Math.sqrt(v)), v -> v + 1.96 * Math.sqrt(v)),
                errors,
                ViewState.initial().with("x.range", "0.25..0.75"),
                560,
                304);
        ChartSpec barFacets = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "quarter")
                .encode(Channel.Y, "customers")
                .encode(Channel.COLOR, "band")
                .encode(Channel.FACET, "country")
                .option("stack", "share");
        put("bars-facets", "Customers by orders", quarters, barFacets, ViewState.initial(), 760, 380);
        points(countries);
        samples();
    }

    private static void points(Frame countries) {
        ChartSpec bubbles = ChartSpec.of(ChartSpec.POINT)
                .encode(Channel.X, "customers")
                .encode(Channel.Y, "revenue")
                .encode(Channel.SIZE, "orders")
                .encode(Channel.LABEL, "country")
                .option("scale", "log")
                .option("scale.x", "log")
                .option("reference.1", "100000|Goal");
        put("point-bubbles", "Customers and revenue by country", countries, bubbles, ViewState.initial(), 760, 400);
        Frame customers = RealFrames.of("customers");
        ChartSpec scatter = ChartSpec.of(ChartSpec.POINT)
                .encode(Channel.X, "recency")
                .encode(Channel.Y, "revenue")
                .encode(Channel.COLOR, "country")
                .encode(Channel.LABEL, "customer")
                .option("scale", "log");
        put("point-scatter", "Revenue by recency", everyEighth(customers), scatter, ViewState.initial(), 760, 400);
        put(
                "point-zoomed",
                "Revenue by recency",
                customers,
                scatter,
                ViewState.initial().with("x", "0.1..0.3").with("y", "0.5..1").with("x.range", "0.15..0.2"),
                560,
                304);
        ChartSpec facets = ChartSpec.of(ChartSpec.POINT)
                .encode(Channel.X, "revenue")
                .encode(Channel.Y, "customers")
                .encode(Channel.COLOR, "band")
                .encode(Channel.FACET, "country")
                .option("scale", "log")
                .option("scale.x", "log");
        put(
                "point-facets",
                "Customers by revenue",
                RealFrames.of("country-quarters"),
                facets,
                ViewState.initial(),
                760,
                380);
    }

    private static void samples() {
        Frame orders = RealFrames.of("order-values");
        ChartSpec values = ChartSpec.of(ChartSpec.HISTOGRAM).encode(Channel.X, "value");
        put("histogram", "Order values", orders, values);
        put(
                "histogram-range",
                "Order values",
                orders,
                values.option("annotation.1", "300|Free delivery"),
                ViewState.initial().with("x.range", "0.1..0.4"),
                560,
                304);
        Frame customers = RealFrames.of("customers");
        ChartSpec recency =
                ChartSpec.of(ChartSpec.HISTOGRAM).encode(Channel.X, "recency").encode(Channel.COLOR, "country");
        put("histogram-split", "Recency of customers", customers, recency);
        ChartSpec box = ChartSpec.of(ChartSpec.BOX)
                .encode(Channel.X, "weekday")
                .encode(Channel.Y, "value")
                .option("scale", "log")
                .option("reference.1", "300|Free delivery");
        put("box", "Order values by weekday", orders, box);
        put("box-across", "Order values by weekday", orders, box.option("horizontal", "true"));
        ChartSpec violin = ChartSpec.of(ChartSpec.VIOLIN)
                .encode(Channel.X, "weekday")
                .encode(Channel.Y, "value")
                .option("scale", "log");
        put("violin", "Order values by weekday", orders, violin);
    }

    private XyCards() {}

    private static void put(String name, String title, Frame frame, ChartSpec spec) {
        put(name, title, frame, spec, ViewState.initial(), 560, 304);
    }

    private static void put(
            String name, String title, Frame frame, ChartSpec spec, ViewState view, double width, double height) {
        CARDS.put(name, new Card(title, frame, spec, view, width, height));
    }

    private static Frame withEnds(Frame frame, String of, DoubleUnaryOperator low, DoubleUnaryOperator high) {
        Column y = frame.column(of);
        Column.Builder a = Column.builder(new ColumnSpec("low", ColumnType.DOUBLE, y.unit(), "Low"));
        Column.Builder b = Column.builder(new ColumnSpec("high", ColumnType.DOUBLE, y.unit(), "High"));
        for (int i = 0; i < y.size(); i++) {
            a.addDouble(low.applyAsDouble(y.doubleAt(i)));
            b.addDouble(high.applyAsDouble(y.doubleAt(i)));
        }
        java.util.List<Column> all = new java.util.ArrayList<>(frame.columns());
        all.add(a.build());
        all.add(b.build());
        return Frame.of(all);
    }

    private static Frame everyEighth(Frame frame) {
        return Frame.of(frame.columns().stream()
                .map(c -> {
                    Column.Builder b = c.type() == ColumnType.DECIMAL
                            ? Column.decimalBuilder(c.spec(), c.scale())
                            : Column.builder(c.spec());
                    for (int i = 0; i < c.size(); i += 8) {
                        b.add(c.valueAt(i));
                    }
                    return b.build();
                })
                .toList());
    }

    /** Eight countries but the largest, with round targets. */
    private static Frame withTarget(Frame countries) {
        Column.Builder name = Column.builder(countries.column("country").spec());
        Column.Builder customers = Column.builder(countries.column("customers").spec());
        Column.Builder target = Column.builder(new ColumnSpec(
                "target", ColumnType.DOUBLE, countries.column("customers").unit(), "Target"));
        double[] goals = {10, 5, 80, 80, 10, 24, 20, 15};
        for (int i = 0; i < goals.length; i++) {
            name.add(countries.column("country").valueAt(i + 1));
            customers.add(countries.column("customers").valueAt(i + 1));
            target.addDouble(goals[i]);
        }
        return Frame.of(name.build(), customers.build(), target.build());
    }

    /** The names of all cards. */
    static java.util.Set<String> names() {
        return CARDS.keySet();
    }

    /** A card by its name. */
    static Scene scene(String name, Theme theme) {
        Card card = CARDS.get(name);
        return scene(name, theme, card.width(), card.height());
    }

    /** A card by its name, of another size. */
    static Scene scene(String name, Theme theme, double width, double height) {
        Card card = CARDS.get(name);
        TileSpec tile = TileSpec.builder(name, card.title(), MetricQuery.of("revenue"), card.spec())
                .build();
        return new TileCard(ChartCatalog.builtIn(), RobotoMeasure.get(), LocaleFormat.of(Locale.UK))
                .scene(
                        tile,
                        new TileContent.Ready(card.frame(), null),
                        OnlineRetail.metrics(),
                        card.view(),
                        theme,
                        width,
                        height);
    }
}
