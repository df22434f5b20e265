package org.clientele.platform.charts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricDefinition.Direction;
import org.clientele.sdk.query.MetricQuery;

/** Frames of the Online Retail file, as its ground truth gives them, and a dashboard over them. */
final class OnlineRetail {
    private static final Unit GBP = Unit.of("GBP");
    private static final String[] NET = {
        "748957.02",
        "560000.26",
        "498062.65",
        "683267.08",
        "493207.12",
        "723333.51",
        "691123.12",
        "681300.11",
        "682680.51",
        "1019687.62",
        "1070704.67",
        "1461756.25",
        "433668.01"
    };
    private static final long[] INVOICES = {1400, 987, 997, 1321, 1149, 1555, 1393, 1331, 1280, 1755, 1929, 2657, 778};
    private static final long[] CUSTOMERS = {885, 741, 758, 974, 856, 1056, 991, 949, 935, 1266, 1364, 1664, 615};
    private static final double[] RETURNS = {
        .0862, .19, .0489, .0479, .0829, .0613, .0927, .0527, .1007, .0367, .073, .0316, .3211
    };
    private static final LocalDateTime AS_OF = LocalDateTime.of(2011, 12, 9, 12, 50);

    private OnlineRetail() {}

    static Map<String, MetricDefinition> metrics() {
        return Map.of(
                "revenue",
                        metric(
                                "revenue",
                                "Revenue",
                                "Amount of all lines, returns and adjustments included.",
                                GBP,
                                Direction.UP_IS_GOOD),
                "sales",
                        metric(
                                "sales",
                                "Sales",
                                "Lines with a positive quantity and price.",
                                GBP,
                                Direction.UP_IS_GOOD),
                "orders",
                        metric(
                                "orders",
                                "Orders",
                                "Distinct orders with a sales line.",
                                Unit.of("orders"),
                                Direction.UP_IS_GOOD),
                "customers",
                        metric(
                                "customers",
                                "Customers",
                                "Known customers with a sales line.",
                                Unit.of("customers"),
                                Direction.UP_IS_GOOD),
                "average-order-value",
                        metric(
                                "average-order-value",
                                "Average order value",
                                "Sales per order.",
                                GBP.per(Unit.of("orders")),
                                Direction.UP_IS_GOOD),
                "return-rate",
                        metric(
                                "return-rate",
                                "Return rate",
                                "Value of returned lines as a share of sales.",
                                Unit.ratio(),
                                Direction.DOWN_IS_GOOD));
    }

    private static MetricDefinition metric(
            String id, String label, String description, Unit unit, Direction direction) {
        return MetricDefinition.builder("clientele.core/" + id, "sum(amount)")
                .label(label)
                .description(description)
                .unit(unit)
                .direction(direction)
                .build();
    }

    static Column text(String name, String... values) {
        Column.Builder b = Column.builder(new ColumnSpec(name, ColumnType.TEXT, Unit.none(), name));
        for (String v : values) {
            b.add(v);
        }
        return b.build();
    }

    static Column money(String name, String... values) {
        Column.Builder b = Column.decimalBuilder(new ColumnSpec(name, ColumnType.DECIMAL, GBP, name), 2);
        for (String v : values) {
            b.add(v == null ? null : new BigDecimal(v));
        }
        return b.build();
    }

    static Column doubles(String name, Unit unit, double... values) {
        Column.Builder b = Column.builder(new ColumnSpec(name, ColumnType.DOUBLE, unit, name));
        for (double v : values) {
            b.addDouble(v);
        }
        return b.build();
    }

    static Column integers(String name, Unit unit, long... values) {
        Column.Builder b = Column.builder(new ColumnSpec(name, ColumnType.INTEGER, unit, name));
        for (long v : values) {
            b.addLong(v);
        }
        return b.build();
    }

    static Column months(int count) {
        Column.Builder b = Column.builder(ColumnSpec.of("month", ColumnType.DATE));
        for (int i = 0; i < count; i++) {
            b.add(LocalDate.of(2010, 12, 1).plusMonths(i));
        }
        return b.build();
    }

    static Frame monthlyRevenue() {
        String[] base = new String[13];
        base[12] = "377488.45";
        double[] change = new double[13];
        java.util.Arrays.fill(change, Double.NaN);
        change[12] = 433668.01 / 377488.45 - 1;
        return Frame.of(
                        months(13),
                        money("revenue", NET),
                        money("revenue_year_before", base),
                        doubles("revenue_change", Unit.ratio(), change))
                .asOf(AS_OF)
                .withCaveat(Caveat.of(Caveat.Kind.PERIOD_INCOMPLETE, "December 2011 has data to the 9th only."));
    }

    static Frame whole(Column value) {
        List<Column> columns = new ArrayList<>(List.of(value));
        Column.Builder base = Column.builder(
                new ColumnSpec(value.name() + "_year_before", ColumnType.DOUBLE, value.unit(), value.name()));
        Column.Builder change =
                Column.builder(new ColumnSpec(value.name() + "_change", ColumnType.DOUBLE, Unit.ratio(), value.name()));
        columns.add(base.addNull().build());
        columns.add(change.addNull().build());
        return Frame.of(columns).asOf(AS_OF);
    }

    /** A monthly trend whose last step has the given base. */
    static Frame trend(Column values, double lastBase) {
        double[] base = new double[13];
        java.util.Arrays.fill(base, Double.NaN);
        base[12] = lastBase;
        return Frame.of(months(13), values, doubles(values.name() + "_year_before", values.unit(), base))
                .asOf(AS_OF)
                .withCaveat(Caveat.of(Caveat.Kind.PERIOD_INCOMPLETE, "December 2011 has data to the 9th only."));
    }

    static Frame countries() {
        return Frame.of(
                        text(
                                "country",
                                "United Kingdom",
                                "Netherlands",
                                "EIRE",
                                "Germany",
                                "France",
                                "Australia",
                                "Spain",
                                "Switzerland",
                                "Belgium",
                                "Sweden"),
                        money(
                                "sales",
                                "7308391.55",
                                "285446.34",
                                "265545.90",
                                "228867.14",
                                "209024.05",
                                "138521.31",
                                "61577.11",
                                "56443.95",
                                "41196.34",
                                "38378.33"))
                .asOf(AS_OF);
    }

    static Frame products() {
        return Frame.of(
                        text(
                                "product", "DOT", "22423", "47566", "85123A", "85099B", "23084", "POST", "22086",
                                "84879", "79321"),
                        text(
                                "product_name",
                                "DOTCOM POSTAGE",
                                "REGENCY CAKESTAND 3 TIER",
                                "PARTY BUNTING",
                                "WHITE HANGING HEART T-LIGHT HOLDER",
                                "JUMBO BAG RED RETROSPOT",
                                "RABBIT NIGHT LIGHT",
                                "POSTAGE",
                                "PAPER CHAIN KIT 50'S CHRISTMAS",
                                "ASSORTED COLOUR BIRD ORNAMENT",
                                "CHILLI LIGHTS"),
                        money(
                                "revenue",
                                "206245.48",
                                "164762.19",
                                "98302.98",
                                "97894.50",
                                "92356.03",
                                "66756.59",
                                "66230.64",
                                "63791.94",
                                "58959.73",
                                "53768.06"),
                        integers(
                                "units",
                                Unit.of("units"),
                                1707,
                                12980,
                                18022,
                                38830,
                                47363,
                                30646,
                                6353,
                                18902,
                                36221,
                                10343))
                .asOf(AS_OF);
    }

    static Frame customers() {
        return Frame.of(
                        text(
                                "customer",
                                "14646",
                                "18102",
                                "17450",
                                "16446",
                                "14911",
                                "12415",
                                "14156",
                                "17511",
                                "16029",
                                "12346"),
                        money(
                                "sales",
                                "280206.02",
                                "259657.30",
                                "194550.79",
                                "168472.50",
                                "143825.06",
                                "124914.53",
                                "117379.63",
                                "91062.38",
                                "81024.84",
                                "77183.60"),
                        doubles(
                                "sales_change",
                                Unit.ratio(),
                                .184,
                                -.021,
                                .33,
                                Double.NaN,
                                .071,
                                -.12,
                                .0004,
                                .55,
                                -.318,
                                Double.NaN),
                        integers("orders", Unit.of("orders"), 73, 60, 46, 2, 201, 21, 55, 31, 63, 1))
                .asOf(AS_OF);
    }

    static ChartSpec kpi(String metric) {
        return ChartSpec.of(ChartSpec.KPI)
                .encode(Channel.Y, metric)
                .encode(Channel.BASE, metric + "_year_before")
                .encode(Channel.TREND, metric);
    }

    static final ChartSpec LINE = ChartSpec.of(ChartSpec.LINE)
            .encode(Channel.X, "month")
            .encode(Channel.Y, "revenue")
            .encode(Channel.BASE, "revenue_year_before")
            .option("area", "true");
    static final ChartSpec COUNTRY_BARS = ChartSpec.of(ChartSpec.BAR)
            .encode(Channel.X, "country")
            .encode(Channel.Y, "sales")
            .option("horizontal", "true");
    static final ChartSpec PRODUCT_BARS = ChartSpec.of(ChartSpec.BAR)
            .encode(Channel.X, "product")
            .encode(Channel.LABEL, "product_name")
            .encode(Channel.Y, "revenue")
            .option("horizontal", "true");
    static final ChartSpec MONTH_BARS = ChartSpec.of(ChartSpec.BAR)
            .encode(Channel.X, "month")
            .encode(Channel.Y, "revenue")
            .encode(Channel.BASE, "revenue_year_before");
    static final ChartSpec PRODUCT_TABLE = ChartSpec.of(ChartSpec.TABLE)
            .encode(Channel.COLUMN, "product", "revenue", "units")
            .encode(Channel.LABEL, "product_name")
            .option("bars", "revenue");
    static final ChartSpec CUSTOMER_TABLE =
            ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, "customer", "sales", "sales_change", "orders");

    static DashboardSpec dashboard() {
        MetricQuery q = MetricQuery.of("revenue");
        DashboardSpec.Builder b = DashboardSpec.builder("clientele.executive/overview", "Executive overview")
                .description("How the business is doing.");
        for (String m : List.of("revenue", "sales", "orders", "customers", "average-order-value", "return-rate")) {
            b.tile(TileSpec.builder(m, metrics().get(m).label(), q, kpi(m)).size(2, 2));
        }
        return b.tile(TileSpec.builder("revenue-by-month", "Revenue by month", q, LINE)
                        .size(8, 6))
                .tile(TileSpec.builder("countries", "Sales by country", q, COUNTRY_BARS)
                        .subtitle("Known customers only")
                        .size(4, 6))
                .tile(TileSpec.builder("products", "Top products by revenue", q, PRODUCT_TABLE)
                        .size(6, 6))
                .tile(TileSpec.builder("customers-table", "Top customers by sales", q, CUSTOMER_TABLE)
                        .size(6, 6))
                .tile(TileSpec.builder("months", "Revenue by month as bars", q, MONTH_BARS)
                        .size(4, 5))
                .tile(TileSpec.builder("product-bars", "Products", q, PRODUCT_BARS)
                        .size(8, 5))
                .build();
    }

    static TileContent content(TileSpec tile) {
        return switch (tile.id()) {
            case "revenue" ->
                new TileContent.Ready(whole(money("revenue", "9747747.93")), trend(money("revenue", NET), 377488.45));
            case "sales" ->
                new TileContent.Ready(whole(money("sales", "10666684.54")), trend(money("sales", NET), 450000));
            case "orders" ->
                new TileContent.Ready(
                        whole(integers("orders", Unit.of("orders"), 19960)),
                        trend(integers("orders", Unit.of("orders"), INVOICES), 700));
            case "customers" ->
                new TileContent.Ready(
                        whole(integers("customers", Unit.of("customers"), 4338)),
                        trend(integers("customers", Unit.of("customers"), CUSTOMERS), 640));
            case "average-order-value" ->
                new TileContent.Ready(
                        whole(doubles("average-order-value", GBP.per(Unit.of("orders")), 534.4030330661323)), null);
            case "return-rate" ->
                new TileContent.Ready(
                        whole(doubles("return-rate", Unit.ratio(), 0.0841)),
                        trend(doubles("return-rate", Unit.ratio(), RETURNS), .09));
            case "revenue-by-month", "months" -> new TileContent.Ready(monthlyRevenue(), null);
            case "countries" -> new TileContent.Ready(countries(), null);
            case "products", "product-bars" -> new TileContent.Ready(products(), null);
            default -> new TileContent.Ready(customers(), null);
        };
    }
}
