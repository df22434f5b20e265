package org.clientele.platform.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clientele.sdk.data.CustomerModel;

/** What lies around the shop: products as they are listed, markets, the calendar, exchange rates, and what it aims at. */
final class Surroundings {
    private static final String[] SEASONS = {"Winter", "Spring", "Summer", "Autumn"};
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "CHF", "SEK", "NOK", "DKK");
    private static final double[] IN_POUNDS = {.883, .826, .894, .0795, .0836, .1187};

    private final World world;

    Surroundings(World world) {
        this.world = world;
    }

    void products() {
        Batches out = world.table(CustomerModel.PRODUCT);
        int last = TradingCalendar.MONTHS - 1;
        for (Item item : world.catalogue.everything()) {
            out.text("product_id", item.id()).text("name", item.name());
            if (item.charge() || !world.faults.strikes(Faults.Kind.MISSING_CATEGORY, out.count(), 0, item::id)) {
                out.text("category", item.category()).text("subcategory", item.subcategory());
            }
            out.maybe("brand", item.brand().isEmpty() ? null : item.brand())
                    .number("list_price", item.prices()[last])
                    .number("unit_cost", item.costs()[last])
                    .text("currency", OrderLines.CURRENCY)
                    .number("launched_at", launched(out.count(), item).toEpochDay())
                    .end();
        }
        out.flush();
    }

    private LocalDate launched(long row, Item item) {
        if (item.charge()) {
            return LocalDate.of(2019, 3, 1);
        }
        return item.fresh()
                ? Catalogue.NEW_RANGE
                : LocalDate.of(2019, 3, 1)
                        .plusMonths(
                                world.draws(Draws.Purpose.POPULARITY, row, 1).below(45));
    }

    /** Each country's market, as it was at the beginning of each year. */
    void markets() {
        Batches out = world.table(CustomerModel.MARKET);
        for (String[] f : Resource.rows("markets.txt")) {
            double size = Double.parseDouble(f[3]);
            double people = Double.parseDouble(f[2]);
            double growth = Double.parseDouble(f[4]) / 100;
            double share = Double.parseDouble(f[7]) / 100;
            Draws draws = world.draws(Draws.Purpose.MARKET, out.count(), 0);
            for (int year = 2023; year <= 2025; year++) {
                out.text("market_id", f[0])
                        .text("name", "Home and gifts, " + f[1])
                        .text("country", f[1])
                        .number("as_of", LocalDate.of(year, 1, 1).toEpochDay())
                        .number("population", Math.round(people) * 1000)
                        .number("market_size", Math.round(size) * 1_000_000 * Shopping.POUND)
                        .text("currency", OrderLines.CURRENCY)
                        .real("growth", Math.round(growth * 1000) / 1000.0)
                        .number("competitors", Integer.parseInt(f[5]) + year - 2023)
                        .text("leading_competitor", f[6])
                        .real("leading_share", Math.round(share * 1000) / 1000.0)
                        .end();
                size *= 1 + growth;
                people *= 1.003;
                growth += 0.004 * draws.normal();
                share += 0.004 * draws.normal();
            }
        }
        out.flush();
    }

    void calendar() {
        Batches out = world.table(CustomerModel.CALENDAR);
        for (int day = 0; day < TradingCalendar.DAYS; day++) {
            LocalDate date = TradingCalendar.date(day);
            String holiday = named(date, Occasion::holiday);
            String event = named(date, o -> !o.holiday());
            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            out.day("day", day)
                    .maybe("holiday", holiday.isEmpty() ? null : holiday)
                    .flag("is_holiday", !holiday.isEmpty())
                    .flag("is_working_day", holiday.isEmpty() && !weekend)
                    .maybe("event", event.isEmpty() ? null : event)
                    .text("season", SEASONS[date.getMonthValue() % 12 / 3])
                    .end();
        }
        out.flush();
    }

    private String named(LocalDate date, Predicate<Occasion> kind) {
        return world.calendar.occasions().stream()
                .filter(o -> kind.test(o) && o.covers(date))
                .map(Occasion::name)
                .collect(Collectors.joining(", "));
    }

    /** The shop sells in pounds; these are for who wants to see it in the money of its other markets. */
    void exchangeRates() {
        Batches out = world.table(CustomerModel.EXCHANGE_RATE);
        for (int c = 0; c < CURRENCIES.size(); c++) {
            Draws draws = world.draws(Draws.Purpose.RATES, c, 0);
            double pounds = IN_POUNDS[c];
            for (int m = 0; m < TradingCalendar.MONTHS; m++) {
                long from = TradingCalendar.FIRST_DAY.plusMonths(m).toEpochDay();
                double rate = Math.round(pounds * 1e5) / 1e5;
                rate(out, CURRENCIES.get(c), OrderLines.CURRENCY, from, rate);
                rate(out, OrderLines.CURRENCY, CURRENCIES.get(c), from, 1 / rate);
                pounds *= StrictMath.exp(0.009 * draws.normal());
            }
        }
        out.flush();
    }

    private static void rate(Batches out, String from, String to, long day, double rate) {
        out.text("from_currency", from)
                .text("to_currency", to)
                .number("valid_from", day)
                .real("rate", rate)
                .end();
    }

    /** Monthly targets of the shop, and of each of its channels: set with foresight, missed now and then. */
    void targets(OrderLines books) {
        Batches out = world.table(CustomerModel.TARGET);
        for (int m = 0; m < TradingCalendar.MONTHS; m++) {
            OrderLines.Month month = books.month(m);
            Draws draws = world.draws(Draws.Purpose.TARGET, m, 0);
            double sales = month.sales / (double) Shopping.POUND;
            target(
                    out,
                    m,
                    "revenue",
                    "",
                    hoped(month.revenue / (double) Shopping.POUND, draws, 1),
                    "Managing director");
            target(out, m, "orders", "", hoped(month.orders, draws, 1), "Head of sales");
            target(out, m, "new-customers", "", hoped(month.newCustomers, draws, 1), "Head of marketing");
            double average = sales / Math.max(1, month.orders);
            target(
                    out,
                    m,
                    "average-order-value",
                    "",
                    Math.round(hoped(average * 100, draws, 50)) / 100.0,
                    "Head of sales");
            target(out, m, "return-rate", "", 0.06, "Head of operations");
            for (Map.Entry<String, Long> of : month.revenueOfChannel.entrySet()) {
                double hoped = hoped(of.getValue() / (double) Shopping.POUND, draws, 1);
                target(out, m, "revenue", of.getKey(), hoped, "Head of sales");
            }
        }
        out.flush();
    }

    /** A figure of two or three digits near what will be. */
    private static double hoped(double outcome, Draws draws, int step) {
        double aim = Math.max(step, outcome * (1.005 + 0.05 * draws.normal()));
        double round = Math.max(step, magnitude(aim) / 20);
        return Math.round(aim / round) * round;
    }

    private static double magnitude(double value) {
        double ten = 1;
        while (ten * 10 <= value) {
            ten *= 10;
        }
        return ten;
    }

    private static void target(Batches out, int month, String metric, String channel, double value, String owner) {
        LocalDate from = TradingCalendar.FIRST_DAY.plusMonths(month);
        out.text("metric", "clientele.core/" + metric);
        if (!channel.isEmpty()) {
            out.text("dimension", "channel").text("member", channel);
        }
        out.number("period_start", from.toEpochDay())
                .number("period_end", from.plusMonths(1).minusDays(1).toEpochDay())
                .real("value", value);
        boolean money = metric.equals("revenue") || metric.equals("average-order-value");
        out.maybe("currency", money ? OrderLines.CURRENCY : null)
                .text("owner", owner)
                .end();
    }
}
