package org.clientele.platform.runtime.gallery;

import static org.clientele.sdk.chart.Channel.BASE;
import static org.clientele.sdk.chart.Channel.COLOR;
import static org.clientele.sdk.chart.Channel.COLUMN;
import static org.clientele.sdk.chart.Channel.FACET;
import static org.clientele.sdk.chart.Channel.FROM;
import static org.clientele.sdk.chart.Channel.LABEL;
import static org.clientele.sdk.chart.Channel.LEVEL;
import static org.clientele.sdk.chart.Channel.LOW;
import static org.clientele.sdk.chart.Channel.ROW;
import static org.clientele.sdk.chart.Channel.SIZE;
import static org.clientele.sdk.chart.Channel.STEP;
import static org.clientele.sdk.chart.Channel.TARGET;
import static org.clientele.sdk.chart.Channel.TO;
import static org.clientele.sdk.chart.Channel.TREND;
import static org.clientele.sdk.chart.Channel.X;
import static org.clientele.sdk.chart.Channel.Y;
import static org.clientele.sdk.chart.Channel.Z;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Frame;

/** What the gallery shows of each kind of chart: the one place where a new kind gets its picture. */
final class GalleryEntries {
    private static final String REVENUE = "revenue";
    private static final String SALES = "sales";

    private GalleryEntries() {}

    /** By kind, and within a kind the plain one first. */
    static List<GalleryEntry> all() {
        List<GalleryEntry> all = new ArrayList<>();
        all.addAll(lines());
        all.addAll(bars());
        all.addAll(distributions());
        all.addAll(indicators());
        all.addAll(flows());
        all.addAll(grids());
        all.addAll(trees());
        all.addAll(spaces());
        return all;
    }

    private static GalleryEntry entry(String name, String kind, String title, Function<GalleryData, Frame> frame) {
        return GalleryEntry.of(name, title, ChartSpec.of(kind), frame);
    }

    private static GalleryEntry entry(String kind, String title, Function<GalleryData, Frame> frame) {
        return entry(kind, kind, title, frame);
    }

    private static List<GalleryEntry> lines() {
        Function<GalleryData, Frame> countries =
                d -> d.untilNow(OrderFrames.countryMonths(d.book(), d.book().countries(4)));
        Function<GalleryData, Frame> abroad =
                d -> d.untilNow(OrderFrames.countryMonths(d.book(), d.book().abroad(4)));
        return List.of(
                entry(ChartSpec.LINE, "Revenue by month", d -> d.compared(REVENUE, "month"))
                        .on(X, "month")
                        .on(Y, REVENUE)
                        .on(BASE, "revenue_year_before")
                        .option("area", "true"),
                entry("line-series", ChartSpec.LINE, "Sales by month and country", countries)
                        .on(X, "month")
                        .on(Y, SALES)
                        .on(COLOR, "country")
                        .option("scale", "log"),
                entry("line-stacked", ChartSpec.LINE, "Sales by month, countries on top of each other", countries)
                        .on(X, "month")
                        .on(Y, SALES)
                        .on(COLOR, "country")
                        .option("area", "true")
                        .option("stack", "total"),
                entry("line-share", ChartSpec.LINE, "Countries' share of orders by month", abroad)
                        .on(X, "month")
                        .on(Y, "orders")
                        .on(COLOR, "country")
                        .option("area", "true")
                        .option("stack", "share"),
                entry("line-facets", ChartSpec.LINE, "Customers by month, a picture a country", abroad)
                        .on(X, "month")
                        .on(Y, "customers")
                        .on(FACET, "country"),
                entry("line-days", ChartSpec.LINE, "Revenue by day", d -> d.metrics(List.of(REVENUE), "day"))
                        .on(X, "day")
                        .on(Y, REVENUE)
                        .sized(1080, 420));
    }

    private static List<GalleryEntry> bars() {
        Function<GalleryData, Frame> top = d -> d.top(10, List.of(REVENUE), "country");
        Function<GalleryData, Frame> countries =
                d -> d.untilNow(OrderFrames.countryMonths(d.book(), d.book().abroad(4)));
        Function<GalleryData, Frame> newest =
                d -> d.untilNow(OrderFrames.newestMonths(d.book(), d.book().abroad(4)));
        return List.of(
                entry(ChartSpec.BAR, "Orders by month", d -> d.metrics(List.of("orders"), "month"))
                        .on(X, "month")
                        .on(Y, "orders"),
                entry("bar-horizontal", ChartSpec.BAR, "Revenue by country", top)
                        .on(X, "country")
                        .on(Y, REVENUE)
                        .option("horizontal", "true"),
                entry("bar-lollipop", ChartSpec.BAR, "Revenue by country", top)
                        .on(X, "country")
                        .on(Y, REVENUE)
                        .option("horizontal", "true")
                        .option("mark", "lollipop"),
                entry("bar-grouped", ChartSpec.BAR, "Orders by month and country", newest)
                        .on(X, "month")
                        .on(Y, "orders")
                        .on(COLOR, "country"),
                entry("bar-stacked", ChartSpec.BAR, "Orders by month and country", countries)
                        .on(X, "month")
                        .on(Y, "orders")
                        .on(COLOR, "country")
                        .option("stack", "total"),
                entry(
                                "bar-bullet",
                                ChartSpec.BAR,
                                "Revenue by country, second half against the first",
                                d -> OrderFrames.countryHalves(d.book()))
                        .on(X, "country")
                        .on(Y, "after")
                        .on(TARGET, "before")
                        .subtitle(GalleryData::halvesSpan)
                        .option("horizontal", "true")
                        .option("mark", "bullet"),
                entry(ChartSpec.TABLE, "Products", d -> d.products(40, List.of(REVENUE, "units", "orders")))
                        .on(COLUMN, "product", REVENUE, "units", "orders")
                        .on(LABEL, "product-name")
                        .option("bars", REVENUE));
    }

    private static List<GalleryEntry> distributions() {
        Function<GalleryData, Frame> values = d -> OrderFrames.orderValues(d.book());
        return List.of(
                entry(ChartSpec.POINT, "Customers by orders and sales", d -> OrderFrames.customers(d.book(), 600))
                        .on(X, "orders")
                        .on(Y, SALES)
                        .on(COLOR, "country")
                        .on(LABEL, "customer"),
                entry(
                                "point-bubbles",
                                ChartSpec.POINT,
                                "Customers by recency and sales",
                                d -> OrderFrames.customers(d.book(), 150))
                        .on(X, "recency")
                        .on(Y, SALES)
                        .on(SIZE, "orders")
                        .on(LABEL, "customer"),
                entry(ChartSpec.HISTOGRAM, "Orders by value", values)
                        .on(X, "value")
                        .option("rows", "orders"),
                entry(ChartSpec.BOX, "Order values by weekday", values)
                        .on(X, "weekday")
                        .on(Y, "value")
                        .option("rows", "orders")
                        .option("scale", "log"),
                entry(ChartSpec.VIOLIN, "Order values by weekday", values)
                        .on(X, "weekday")
                        .on(Y, "value")
                        .option("rows", "orders")
                        .option("scale", "log"));
    }

    private static List<GalleryEntry> indicators() {
        List<GalleryEntry> all = new ArrayList<>();
        all.add(entry(ChartSpec.KPI, "Revenue", d -> d.compared(REVENUE))
                .on(Y, REVENUE)
                .on(BASE, "revenue_year_before")
                .on(TREND, REVENUE)
                .trend(d -> d.compared(REVENUE, "month"))
                .sized(320, 128));
        all.add(entry(ChartSpec.SENTENCES, "What countries bring", GalleryData::countrySentences)
                .on(LABEL, "sentence")
                .on(Y, "against")
                .on(COLUMN, "orders")
                .lacking("orders of some countries")
                .sized(520, 160));
        for (String kind : List.of(ChartSpec.GAUGE, ChartSpec.METER, ChartSpec.THERMOMETER, ChartSpec.TANK)) {
            all.add(entry(kind, "Revenue of the newest whole month", GalleryData::monthAgainstBest)
                    .subtitle(GalleryData::monthsAgainst)
                    .on(Y, "value")
                    .on(TARGET, "target")
                    .lacking("orders of three months")
                    .sized(420, 300));
        }
        all.add(entry(ChartSpec.PROGRESS, "Customers and milestones", GalleryData::towardsRound)
                .on(Y, "value")
                .on(TARGET, "target")
                .on(X, "milestone")
                .on(LOW, "at")
                .lacking("customers")
                .sized(520, 220));
        return all;
    }

    private static List<GalleryEntry> flows() {
        return List.of(
                entry(ChartSpec.WATERFALL, "How countries add up to all revenue", GalleryData::countrySteps)
                        .on(X, "step")
                        .on(Y, "amount")
                        .option("total", "All countries"),
                entry(ChartSpec.PARETO, "Revenue by product", d -> d.products(30, List.of(REVENUE)))
                        .on(X, "product")
                        .on(Y, REVENUE)
                        .on(LABEL, "product-name"),
                entry(ChartSpec.FUNNEL, "From the first order to the tenth", d -> OrderFrames.stages(d.book()))
                        .on(X, "stage")
                        .on(Y, "customers"),
                entry(
                                "funnel-facets",
                                ChartSpec.FUNNEL,
                                "From the first order to the tenth, a picture a country",
                                d -> OrderFrames.stages(d.book(), d.book().countries(4)))
                        .on(X, "stage")
                        .on(Y, "customers")
                        .on(FACET, "country")
                        .sized(1080, 560),
                entry(
                                ChartSpec.SANKEY,
                                "Customers by orders, first half and second half",
                                d -> OrderFrames.halves(d.book()))
                        .on(FROM, "from")
                        .on(TO, "to")
                        .on(Y, "customers"),
                entry(ChartSpec.RADAR, "Orders by weekday", d -> OrderFrames.weekdayShares(d.book()))
                        .on(X, "weekday")
                        .on(Y, "share")
                        .on(COLOR, "country")
                        .sized(520, 460),
                entry(
                                ChartSpec.PARALLEL,
                                "Customers by orders, sales and recency",
                                d -> OrderFrames.customers(d.book(), 200))
                        .on(COLUMN, "orders", SALES, "recency")
                        .on(COLOR, "country")
                        .on(LABEL, "customer"),
                entry(
                                ChartSpec.SLOPE,
                                "Sales of the first half and the second",
                                d -> OrderFrames.countryHalves(d.book()))
                        .on(LABEL, "country")
                        .on(BASE, "before")
                        .on(Y, "after")
                        .sized(520, 460));
    }

    private static List<GalleryEntry> grids() {
        return List.of(
                entry(ChartSpec.HEAT, "Orders by weekday and hour", d -> OrderFrames.weekdayHours(d.book()))
                        .on(X, "hour")
                        .on(ROW, "weekday")
                        .on(Y, "orders"),
                entry(ChartSpec.COHORT, "Retention by month of the first order", d -> OrderFrames.cohorts(d.book()))
                        .on(ROW, "cohort")
                        .on(X, "age")
                        .on(Y, "retention")
                        .on(SIZE, "members")
                        .sized(840, 480),
                entry(ChartSpec.CALENDAR, "Revenue by day", d -> d.metrics(List.of(REVENUE), "day"))
                        .on(X, "day")
                        .on(Y, REVENUE)
                        .sized(1080, 360));
    }

    private static List<GalleryEntry> trees() {
        Function<GalleryData, Frame> quarters = d -> OrderFrames.quarters(d.book());
        return List.of(
                entry(ChartSpec.TREEMAP, "Sales by country and customers", quarters)
                        .on(LEVEL, "country", "band")
                        .on(Y, SALES),
                entry(ChartSpec.SUNBURST, "Sales by quarter and country", quarters)
                        .on(LEVEL, "quarter", "country")
                        .on(Y, SALES)
                        .sized(520, 460),
                entry(ChartSpec.DECOMPOSITION, "Sales, broken down", quarters)
                        .on(LEVEL, "quarter", "country", "band")
                        .on(Y, SALES)
                        .sized(1080, 480),
                entry(
                                ChartSpec.DENDROGRAM,
                                "Countries by the seasons of their sales",
                                d -> Clusters.of(d.book().seasons(d.book().countries(14)), "Distance"))
                        .on(FROM, "from")
                        .on(TO, "to")
                        .on(Y, "distance"),
                entry(ChartSpec.NETWORK, "Products bought together", d -> OrderFrames.productPairs(d.book()))
                        .on(FROM, "from")
                        .on(TO, "to")
                        .on(Y, "orders")
                        .sized(840, 560),
                entry(ChartSpec.LINEAGE, "What metrics are worked out from", GalleryData::metricLineage)
                        .on(FROM, "from")
                        .on(TO, "to")
                        .lacking("metrics")
                        .sized(840, 480));
    }

    private static List<GalleryEntry> spaces() {
        Function<GalleryData, Frame> countries = d -> d.metrics(List.of(REVENUE, "customers"), "country");
        return List.of(
                entry(ChartSpec.MAP, "Revenue by country", countries)
                        .on(X, "country")
                        .on(Y, REVENUE)
                        .option("scale", "log")
                        .sized(1080, 560),
                entry("map-bubbles", ChartSpec.MAP, "Customers by country", countries)
                        .on(X, "country")
                        .on(Y, REVENUE)
                        .on(SIZE, "customers")
                        .option("scale", "log")
                        .sized(1080, 560),
                entry("map-us", ChartSpec.MAP, "Customers by state", d -> Regions.customers(d))
                        .on(X, "region")
                        .on(Y, "customers")
                        .option("map", "us")
                        .lacking("customers with a region")
                        .sized(840, 520),
                entry(
                                ChartSpec.SCATTER_3D,
                                "Customers by recency, orders and sales",
                                d -> OrderFrames.customers(d.book(), 600))
                        .on(X, "recency")
                        .on(Y, "orders")
                        .on(Z, SALES)
                        .on(COLOR, "country")
                        .on(LABEL, "customer")
                        .sized(720, 560),
                entry(
                                ChartSpec.BUBBLES,
                                "Countries month by month",
                                d -> OrderFrames.countryMonths(
                                        d.book(), d.book().abroad(6)))
                        .on(STEP, "month")
                        .on(X, "orders")
                        .on(Y, SALES)
                        .on(SIZE, "customers")
                        .on(COLOR, "country")
                        .on(LABEL, "country")
                        .sized(720, 520));
    }
}
