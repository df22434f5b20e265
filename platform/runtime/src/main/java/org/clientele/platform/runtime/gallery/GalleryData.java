package org.clientele.platform.runtime.gallery;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a session has to show, asked under its policy. Not thread-safe. */
final class GalleryData {
    private static final Texts TEXTS = Texts.of(GalleryData.class);

    private static final String CORE = "clientele.core/";
    private static final int MOST_LINES = 1_000_000;
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\]]+)]");

    private final Session session;
    private final CancelSignal cancel;
    private @Nullable OrderBook book;

    GalleryData(Session session, CancelSignal cancel) {
        this.session = session;
        this.cancel = cancel;
    }

    /** How the workspace writes numbers and days. */
    ValueFormat format() {
        return session.format();
    }

    /** Metrics of the core by dimensions, the whole time. */
    Frame metrics(List<String> metrics, String... dimensions) {
        return session.query(of(metrics).by(dimensions), cancel);
    }

    /** The same for the largest groups. */
    Frame top(int most, List<String> metrics, String... dimensions) {
        return session.query(of(metrics).by(dimensions).top(most), cancel);
    }

    /** The largest products; what is charged beside them is none. */
    Frame products(int most, List<String> metrics) {
        return session.query(
                of(metrics)
                        .by("product", "product-name")
                        .where(Filter.where("is_charge = false"))
                        .top(most),
                cancel);
    }

    /** The same against the year before. */
    Frame compared(String metric, String... dimensions) {
        return session.query(of(List.of(metric)).by(dimensions).compare(Comparison.YEAR_BEFORE), cancel);
    }

    private static MetricQuery of(List<String> metrics) {
        return MetricQuery.of(metrics.stream().map(m -> CORE + m).toArray(String[]::new));
    }

    /** Rows of a table; a table that is empty gives none. */
    Frame rows(String table, int most, String... columns) {
        return session.rows(RowQuery.of(table, columns).page(0, most), cancel);
    }

    /** The sales of known customers; of more than a million lines, of the first million. */
    OrderBook book() {
        OrderBook made = book;
        if (made == null) {
            Unit money = metrics(List.of("revenue")).column("revenue").unit();
            Frame lines = rows("order_line", MOST_LINES, OrderBook.COLUMNS.toArray(String[]::new));
            made = OrderBook.of(lines, rows("customer", MOST_LINES, "customer_id", "country"), money);
            book = made;
        }
        return made;
    }

    /** A frame of steps that are parts of the last month of the data: it says so where that month is not over. */
    Frame untilNow(Frame byMonth) {
        return byMonth.withCaveats(metrics(List.of("orders"), "month").caveats().stream()
                .filter(c -> c.kind() == Caveat.Kind.PERIOD_INCOMPLETE)
                .toList());
    }

    /** The month that is measured and the one it is held against, "GBP, November 2011 against October 2011, the best before". */
    String monthsAgainst() {
        Frame months = metrics(List.of("revenue"), "month");
        Column revenue = months.column("revenue");
        TimeColumn time = TimeColumn.of(months.column("month"));
        int newest = newestWhole(months);
        if (newest < 1 || time == null) {
            return "";
        }
        int best = 0;
        for (int row = 1; row < newest; row++) {
            best = revenue.doubleAt(row) > revenue.doubleAt(best) ? row : best;
        }
        ValueFormat format = session.format();
        return TEXTS.get(
                "gallery.data.month_against", revenue.unit(), time.label(newest, format), time.label(best, format));
    }

    /** The two times that {@link OrderFrames#countryHalves} compares, "1 December 2010 to 5 June 2011" first. */
    String halvesSpan() {
        OrderBook book = book();
        if (book.orders().isEmpty()) {
            return "";
        }
        ValueFormat format = session.format();
        String middle = format.period(book.middle(), Grain.DAY);
        return TEXTS.get(
                "gallery.data.sales_from_against_from_before",
                book.money(),
                middle,
                format.period(book.newest(), Grain.DAY),
                format.period(book.orders().get(0).day, Grain.DAY));
    }

    /** The row of the last month that is over; -1 where there is none. */
    private static int newestWhole(Frame months) {
        boolean running = Labels.caveat(months, Caveat.Kind.PERIOD_INCOMPLETE) != null;
        return months.rowCount() - (running ? 2 : 1);
    }

    /** value, target: sales of the newest month that is whole against the month of most sales before it. */
    Frame monthAgainstBest() {
        Frame months = metrics(List.of("revenue"), "month");
        Column revenue = months.column("revenue");
        Rows rows = new Rows()
                .real("value", revenue.unit(), TEXTS.get("gallery.data.newest_whole_month"))
                .real("target", revenue.unit(), TEXTS.get("gallery.data.best_month_before"));
        int newest = newestWhole(months);
        double best = 0;
        for (int row = 0; row < newest; row++) {
            best = Math.max(best, revenue.doubleAt(row));
        }
        return newest < 1
                ? rows.frame()
                : rows.add(revenue.doubleAt(newest), best).frame();
    }

    /** value, target, milestone, at: customers so far on the way to the next round number. */
    Frame towardsRound() {
        Column customers = metrics(List.of("customers")).column("customers");
        double now = customers.size() == 0 ? 0 : customers.doubleAt(0);
        Rows rows = new Rows()
                .real("value", customers.unit(), TEXTS.get("common.customers"))
                .real("target", customers.unit(), TEXTS.get("gallery.data.next_round_number"))
                .text("milestone", TEXTS.get("gallery.data.milestone"))
                .real("at", customers.unit(), TEXTS.get("common.customers"));
        if (!(now > 0)) {
            return rows.frame();
        }
        double step = Math.pow(10, Math.floor(Math.log10(now)));
        double target = (Math.floor(now / step) + 1) * step;
        String[] names = {
            TEXTS.get("gallery.data.quarter"),
            TEXTS.get("gallery.data.half_way"),
            TEXTS.get("gallery.data.three_quarters")
        };
        for (int i = 0; i < names.length; i++) {
            rows.add(now, target, names[i], target * (i + 1) / 4);
        }
        return rows.frame();
    }

    /** sentence, change, orders: what the largest countries bring, against their mean. */
    Frame countrySentences() {
        Frame countries = metrics(List.of("revenue", "orders"), "country");
        Column name = countries.column("country");
        Column revenue = countries.column("revenue");
        Column orders = countries.column("orders");
        Rows rows = new Rows()
                .text("sentence", TEXTS.get("gallery.data.sentence"))
                .real("against", Unit.ratio(), TEXTS.get("gallery.data.against_their_mean"))
                .real("orders", orders.unit(), TEXTS.get("common.orders"));
        int few = Math.min(4, countries.rowCount());
        double sum = 0;
        for (int row = 0; row < few; row++) {
            sum += revenue.doubleAt(row);
        }
        for (int row = 0; row < few; row++) {
            double against = revenue.doubleAt(row) * few / sum - 1;
            if (Double.isFinite(against)) {
                rows.add(
                        name.isNull(row)
                                ? TEXTS.get(against < 0 ? "gallery.data.unknown_below" : "gallery.data.unknown_above")
                                : TEXTS.get(
                                        against < 0 ? "gallery.data.below" : "gallery.data.above",
                                        String.valueOf(name.textAt(row))),
                        against,
                        orders.doubleAt(row));
            }
        }
        return rows.frame();
    }

    /** step, amount: what each of the largest countries adds, then all of them. */
    Frame countrySteps() {
        Frame countries = metrics(List.of("revenue"), "country");
        Column name = countries.column("country");
        Column revenue = countries.column("revenue");
        Rows rows = new Rows()
                .text("step", TEXTS.get("common.country"))
                .real("amount", revenue.unit(), TEXTS.get("common.revenue"));
        double others = 0;
        double all = 0;
        for (int row = 0; row < countries.rowCount(); row++) {
            double v = revenue.doubleAt(row);
            if (!Double.isFinite(v)) {
                continue;
            }
            all += v;
            if (row < 6) {
                rows.add(name.isNull(row) ? TEXTS.get("gallery.data.unknown") : name.textAt(row), v);
            } else {
                others += v;
            }
        }
        if (countries.rowCount() > 6) {
            rows.add(TEXTS.get("common.others"), others);
        }
        return countries.rowCount() == 0
                ? rows.frame()
                : rows.add(TEXTS.get("common.all_countries"), all).frame();
    }

    /** from, to: what each metric is worked out from. */
    Frame metricLineage() {
        Rows rows = new Rows().text("from", TEXTS.get("gallery.data.from")).text("to", TEXTS.get("gallery.data.to"));
        for (QualifiedId id : session.metrics()) {
            MetricDefinition metric = session.metric(id.toString());
            Matcher reference = REFERENCE.matcher(metric.formula());
            boolean referred = false;
            while (reference.find()) {
                rows.add(session.metric(reference.group(1)).label(), metric.label());
                referred = true;
            }
            if (!referred) {
                rows.add(TEXTS.get("gallery.data.order_lines"), metric.label());
            }
        }
        return rows.frame();
    }
}
