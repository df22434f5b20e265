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
import org.clientele.sdk.text.Texts;

/** What the gallery shows of each kind of chart: the one place where a new kind gets its picture. */
final class GalleryEntries {
    private static final Texts TEXTS = Texts.of(GalleryEntries.class);

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
                entry(ChartSpec.LINE, TEXTS.get("gallery.entries.revenue_by_month"), d -> d.compared(REVENUE, "month"))
                        .on(X, "month")
                        .on(Y, REVENUE)
                        .on(BASE, "revenue_year_before")
                        .option("area", "true"),
                entry("line-series", ChartSpec.LINE, TEXTS.get("gallery.entries.sales_by_month_country"), countries)
                        .on(X, "month")
                        .on(Y, SALES)
                        .on(COLOR, "country")
                        .option("scale", "log"),
                entry(
                                "line-stacked",
                                ChartSpec.LINE,
                                TEXTS.get("gallery.entries.sales_by_month_countries_on"),
                                countries)
                        .on(X, "month")
                        .on(Y, SALES)
                        .on(COLOR, "country")
                        .option("area", "true")
                        .option("stack", "total"),
                entry(
                                "line-share",
                                ChartSpec.LINE,
                                TEXTS.get("gallery.entries.countries_share_orders_by_month"),
                                abroad)
                        .on(X, "month")
                        .on(Y, "orders")
                        .on(COLOR, "country")
                        .option("area", "true")
                        .option("stack", "share"),
                entry(
                                "line-facets",
                                ChartSpec.LINE,
                                TEXTS.get("gallery.entries.customers_by_month_picture_country"),
                                abroad)
                        .on(X, "month")
                        .on(Y, "customers")
                        .on(FACET, "country"),
                entry(
                                "line-days",
                                ChartSpec.LINE,
                                TEXTS.get("gallery.entries.revenue_by_day"),
                                d -> d.metrics(List.of(REVENUE), "day"))
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
                entry(
                                ChartSpec.BAR,
                                TEXTS.get("gallery.entries.orders_by_month"),
                                d -> d.metrics(List.of("orders"), "month"))
                        .on(X, "month")
                        .on(Y, "orders"),
                entry("bar-horizontal", ChartSpec.BAR, TEXTS.get("gallery.entries.revenue_by_country"), top)
                        .on(X, "country")
                        .on(Y, REVENUE)
                        .option("horizontal", "true"),
                entry("bar-lollipop", ChartSpec.BAR, TEXTS.get("gallery.entries.revenue_by_country"), top)
                        .on(X, "country")
                        .on(Y, REVENUE)
                        .option("horizontal", "true")
                        .option("mark", "lollipop"),
                entry("bar-grouped", ChartSpec.BAR, TEXTS.get("gallery.entries.orders_by_month_country"), newest)
                        .on(X, "month")
                        .on(Y, "orders")
                        .on(COLOR, "country"),
                entry("bar-stacked", ChartSpec.BAR, TEXTS.get("gallery.entries.orders_by_month_country"), countries)
                        .on(X, "month")
                        .on(Y, "orders")
                        .on(COLOR, "country")
                        .option("stack", "total"),
                entry(
                                "bar-bullet",
                                ChartSpec.BAR,
                                TEXTS.get("gallery.entries.revenue_by_country_second_half"),
                                d -> OrderFrames.countryHalves(d.book()))
                        .on(X, "country")
                        .on(Y, "after")
                        .on(TARGET, "before")
                        .subtitle(GalleryData::halvesSpan)
                        .option("horizontal", "true")
                        .option("mark", "bullet"),
                entry(
                                ChartSpec.TABLE,
                                TEXTS.get("gallery.entries.products"),
                                d -> d.products(40, List.of(REVENUE, "units", "orders")))
                        .on(COLUMN, "product", REVENUE, "units", "orders")
                        .on(LABEL, "product-name")
                        .option("bars", REVENUE));
    }

    private static List<GalleryEntry> distributions() {
        Function<GalleryData, Frame> values = d -> OrderFrames.orderValues(d.book());
        return List.of(
                entry(
                                ChartSpec.POINT,
                                TEXTS.get("gallery.entries.customers_by_orders_sales"),
                                d -> OrderFrames.customers(d.book(), 600))
                        .on(X, "orders")
                        .on(Y, SALES)
                        .on(COLOR, "country")
                        .on(LABEL, "customer"),
                entry(
                                "point-bubbles",
                                ChartSpec.POINT,
                                TEXTS.get("gallery.entries.customers_by_recency_sales"),
                                d -> OrderFrames.customers(d.book(), 150))
                        .on(X, "recency")
                        .on(Y, SALES)
                        .on(SIZE, "orders")
                        .on(LABEL, "customer"),
                entry(ChartSpec.HISTOGRAM, TEXTS.get("gallery.entries.orders_by_value"), values)
                        .on(X, "value")
                        .option("rows", "orders"),
                entry(ChartSpec.BOX, TEXTS.get("gallery.entries.order_values_by_weekday"), values)
                        .on(X, "weekday")
                        .on(Y, "value")
                        .option("rows", "orders")
                        .option("scale", "log"),
                entry(ChartSpec.VIOLIN, TEXTS.get("gallery.entries.order_values_by_weekday"), values)
                        .on(X, "weekday")
                        .on(Y, "value")
                        .option("rows", "orders")
                        .option("scale", "log"));
    }

    private static List<GalleryEntry> indicators() {
        List<GalleryEntry> all = new ArrayList<>();
        all.add(entry(ChartSpec.KPI, TEXTS.get("common.revenue"), d -> d.compared(REVENUE))
                .on(Y, REVENUE)
                .on(BASE, "revenue_year_before")
                .on(TREND, REVENUE)
                .trend(d -> d.compared(REVENUE, "month"))
                .sized(320, 128));
        all.add(entry(
                        ChartSpec.SENTENCES,
                        TEXTS.get("gallery.entries.what_countries_bring"),
                        GalleryData::countrySentences)
                .on(LABEL, "sentence")
                .on(Y, "against")
                .on(COLUMN, "orders")
                .lacking("countries")
                .sized(520, 160));
        for (String kind : List.of(ChartSpec.GAUGE, ChartSpec.METER, ChartSpec.THERMOMETER, ChartSpec.TANK)) {
            all.add(entry(kind, TEXTS.get("gallery.entries.revenue_newest_whole_month"), GalleryData::monthAgainstBest)
                    .subtitle(GalleryData::monthsAgainst)
                    .on(Y, "value")
                    .on(TARGET, "target")
                    .lacking("months")
                    .sized(420, 300));
        }
        all.add(entry(ChartSpec.PROGRESS, TEXTS.get("gallery.entries.customers_milestones"), GalleryData::towardsRound)
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
                entry(
                                ChartSpec.WATERFALL,
                                TEXTS.get("gallery.entries.how_countries_add_up_all"),
                                GalleryData::countrySteps)
                        .on(X, "step")
                        .on(Y, "amount")
                        .option("total", TEXTS.get("common.all_countries")),
                entry(
                                ChartSpec.PARETO,
                                TEXTS.get("gallery.entries.revenue_by_product"),
                                d -> d.products(30, List.of(REVENUE)))
                        .on(X, "product")
                        .on(Y, REVENUE)
                        .on(LABEL, "product-name"),
                entry(
                                ChartSpec.FUNNEL,
                                TEXTS.get("gallery.entries.from_first_order_tenth"),
                                d -> OrderFrames.stages(d.book()))
                        .on(X, "stage")
                        .on(Y, "customers"),
                entry(
                                "funnel-facets",
                                ChartSpec.FUNNEL,
                                TEXTS.get("gallery.entries.from_first_order_tenth_picture"),
                                d -> OrderFrames.stages(d.book(), d.book().countries(4)))
                        .on(X, "stage")
                        .on(Y, "customers")
                        .on(FACET, "country")
                        .sized(1080, 560),
                entry(
                                ChartSpec.SANKEY,
                                TEXTS.get("gallery.entries.customers_by_orders_first_half"),
                                d -> OrderFrames.halves(d.book()))
                        .on(FROM, "from")
                        .on(TO, "to")
                        .on(Y, "customers"),
                entry(
                                ChartSpec.RADAR,
                                TEXTS.get("gallery.entries.orders_by_weekday"),
                                d -> OrderFrames.weekdayShares(d.book()))
                        .on(X, "weekday")
                        .on(Y, "share")
                        .on(COLOR, "country")
                        .sized(520, 460),
                entry(
                                ChartSpec.PARALLEL,
                                TEXTS.get("gallery.entries.customers_by_orders_sales_recency"),
                                d -> OrderFrames.customers(d.book(), 200))
                        .on(COLUMN, "orders", SALES, "recency")
                        .on(COLOR, "country")
                        .on(LABEL, "customer"),
                entry(
                                ChartSpec.SLOPE,
                                TEXTS.get("gallery.entries.sales_first_half_second"),
                                d -> OrderFrames.countryHalves(d.book()))
                        .on(LABEL, "country")
                        .on(BASE, "before")
                        .on(Y, "after")
                        .sized(520, 460));
    }

    private static List<GalleryEntry> grids() {
        return List.of(
                entry(
                                ChartSpec.HEAT,
                                TEXTS.get("gallery.entries.orders_by_weekday_hour"),
                                d -> OrderFrames.weekdayHours(d.book()))
                        .on(X, "hour")
                        .on(ROW, "weekday")
                        .on(Y, "orders"),
                entry(
                                ChartSpec.COHORT,
                                TEXTS.get("gallery.entries.retention_by_month_first_order"),
                                d -> OrderFrames.cohorts(d.book()))
                        .on(ROW, "cohort")
                        .on(X, "age")
                        .on(Y, "retention")
                        .on(SIZE, "members")
                        .sized(840, 480),
                entry(
                                ChartSpec.CALENDAR,
                                TEXTS.get("gallery.entries.revenue_by_day"),
                                d -> d.metrics(List.of(REVENUE), "day"))
                        .on(X, "day")
                        .on(Y, REVENUE)
                        .sized(1080, 360));
    }

    private static List<GalleryEntry> trees() {
        Function<GalleryData, Frame> quarters = d -> OrderFrames.quarters(d.book());
        return List.of(
                entry(ChartSpec.TREEMAP, TEXTS.get("gallery.entries.sales_by_country_customers"), quarters)
                        .on(LEVEL, "country", "band")
                        .on(Y, SALES),
                entry(ChartSpec.SUNBURST, TEXTS.get("gallery.entries.sales_by_quarter_country"), quarters)
                        .on(LEVEL, "quarter", "country")
                        .on(Y, SALES)
                        .sized(520, 460),
                entry(ChartSpec.DECOMPOSITION, TEXTS.get("gallery.entries.sales_broken_down"), quarters)
                        .on(LEVEL, "quarter", "country", "band")
                        .on(Y, SALES)
                        .sized(1080, 480),
                entry(
                                ChartSpec.DENDROGRAM,
                                TEXTS.get("gallery.entries.countries_by_seasons_their_sales"),
                                d -> Clusters.of(
                                        d.book().seasons(d.book().countries(14)),
                                        TEXTS.get("gallery.entries.distance")))
                        .on(FROM, "from")
                        .on(TO, "to")
                        .on(Y, "distance"),
                entry(
                                ChartSpec.NETWORK,
                                TEXTS.get("gallery.entries.products_bought_together"),
                                d -> OrderFrames.productPairs(d.book()))
                        .on(FROM, "from")
                        .on(TO, "to")
                        .on(Y, "orders")
                        .sized(840, 560),
                entry(
                                ChartSpec.LINEAGE,
                                TEXTS.get("gallery.entries.what_metrics_are_worked_out"),
                                GalleryData::metricLineage)
                        .on(FROM, "from")
                        .on(TO, "to")
                        .lacking("metrics")
                        .sized(840, 480));
    }

    private static List<GalleryEntry> spaces() {
        Function<GalleryData, Frame> countries = d -> d.metrics(List.of(REVENUE, "customers"), "country");
        return List.of(
                entry(ChartSpec.MAP, TEXTS.get("gallery.entries.revenue_by_country"), countries)
                        .on(X, "country")
                        .on(Y, REVENUE)
                        .option("scale", "log")
                        .sized(1080, 560),
                entry("map-bubbles", ChartSpec.MAP, TEXTS.get("gallery.entries.customers_by_country"), countries)
                        .on(X, "country")
                        .on(Y, REVENUE)
                        .on(SIZE, "customers")
                        .option("scale", "log")
                        .sized(1080, 560),
                entry(
                                "map-us",
                                ChartSpec.MAP,
                                TEXTS.get("gallery.entries.customers_by_state"),
                                d -> Regions.customers(d))
                        .on(X, "region")
                        .on(Y, "customers")
                        .option("map", "us")
                        .lacking("regions")
                        .sized(840, 520),
                entry(
                                ChartSpec.SCATTER_3D,
                                TEXTS.get("gallery.entries.customers_by_recency_orders_sales"),
                                d -> OrderFrames.customers(d.book(), 600))
                        .on(X, "recency")
                        .on(Y, "orders")
                        .on(Z, SALES)
                        .on(COLOR, "country")
                        .on(LABEL, "customer")
                        .sized(720, 560),
                entry(
                                ChartSpec.BUBBLES,
                                TEXTS.get("gallery.entries.countries_month_by_month"),
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
