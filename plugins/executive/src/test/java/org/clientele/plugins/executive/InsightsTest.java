package org.clientele.plugins.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.QueryText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of a sentence is what its query answers; nothing is named of chance, and what was planted is. */
class InsightsTest {
    private static final Pattern NUMBER = Pattern.compile("(?:[A-Z]{3} )?[0-9][0-9,]*(?:\\.[0-9]+)?(?: %)?");

    @TempDir
    Path folder;

    private static double asked(Shop shop, Frame insights, String column, int row) {
        MetricQuery query = QueryText.read(text(insights, column, row));
        Frame frame = shop.query(query);
        return frame.rowCount() == 0 ? 0 : frame.columns().get(0).doubleAt(0);
    }

    /** How many changes are named: a sentence that says that there is none names no metric. */
    private static int named(Frame insights) {
        return insights.column("metric").size() - insights.column("metric").nullCount();
    }

    private static String text(Frame frame, String column, int row) {
        String text = frame.column(column).textAt(row);
        return text == null ? "" : text;
    }

    /** As a query shows it: pence, whole counts, hundredths of a percent. */
    private static String shown(Shop shop, Frame insights, String column, int row) {
        MetricQuery query = QueryText.read(text(insights, column, row));
        Column c = shop.query(query).columns().get(0);
        double v = c.doubleAt(0);
        if (c.unit().isRatio()) {
            return String.format(Locale.ENGLISH, "%.2f %%", v * 100);
        }
        return c.unit().countsMoney()
                ? (c.unit().numerator().equals("money") ? "" : c.unit().numerator() + " ")
                        + String.format(Locale.ENGLISH, "%,.2f", v)
                : String.format(Locale.ENGLISH, "%,.0f", v);
    }

    private static int held(Shop shop, Shop.Page page, String step) {
        Frame insights;
        try {
            insights = shop.analyse("insights", page, "step", step);
        } catch (AnalyticsException e) {
            return 0;
        }
        assertThat(insights.rowCount()).isLessThanOrEqualTo(5);
        assertThat(insights.insight()).isNotEmpty();
        for (int row = 0; row < named(insights); row++) {
            String sentence = text(insights, "sentence", row);
            double now = asked(shop, insights, "query", row);
            double before = asked(shop, insights, "query_before", row);
            assertThat(insights.column("now").doubleAt(row)).as(sentence).isEqualTo(now);
            assertThat(insights.column("before").doubleAt(row)).as(sentence).isEqualTo(before);
            assertThat(sentence)
                    .contains(" to " + shown(shop, insights, "query", row) + " in ")
                    .contains(", from " + shown(shop, insights, "query_before", row) + " in ")
                    .doesNotContain("because")
                    .doesNotContain("caused");
            boolean rate = text(insights, "metric", row).endsWith("return-rate");
            double change = rate ? now - before : now / before - 1;
            assertThat(insights.column("change").doubleAt(row)).isEqualTo(change, within(1e-12));
            assertThat(sentence)
                    .contains(String.format(Locale.ENGLISH, rate ? "%.2f points" : "%.1f %%", Math.abs(change) * 100));
            assertThat(insights.column("compared").longAt(row)).isGreaterThanOrEqualTo(19);
            assertThat(insights.column("chance").doubleAt(row)).isLessThanOrEqualTo(0.05);
            if (!insights.column("contributed").isNull(row)) {
                double part =
                        asked(shop, insights, "query_part", row) - asked(shop, insights, "query_part_before", row);
                assertThat(insights.column("contribution").doubleAt(row)).isEqualTo(part);
                Matcher said = NUMBER.matcher(sentence.substring(sentence.indexOf("contributed most: ")));
                assertThat(said.find()).isTrue();
                assertThat(said.group())
                        .endsWith(String.format(
                                Locale.ENGLISH,
                                text(insights, "metric", row).endsWith("revenue") ? "%,.2f" : "%,.0f",
                                Math.abs(part)));
            }
        }
        return named(insights);
    }

    private static int held(Shop shop, int pages) {
        int sentences = 0;
        for (long seed = 1; seed <= pages; seed++) {
            Shop.Page page = shop.page(seed);
            sentences += held(shop, page, seed % 2 == 0 ? "BEST" : "WEEK");
        }
        // Members and ranges have no text of their own; each must come back as a condition that means the same.
        List<Filter> filters = List.of(
                new Filter.Members("country", java.util.Arrays.asList("Germany", null), true),
                Filter.between("quantity", "1", null));
        sentences += held(shop, new Shop.Page(Period.all(), filters), "WEEK");
        return sentences;
    }

    @Test
    void aWeekPlantedInTheSampleIsToldAndNumbersAreThoseOfTheirQueries() throws IOException {
        LocalDate sunday = LocalDate.of(2025, 9, 28);
        StringBuilder csv =
                new StringBuilder("order_id,customer_id,product_id,ordered_at,quantity,unit_price,currency,country\n");
        for (int order = 0; order < 280; order++) {
            LocalDate day = sunday.minusDays(order % 7);
            csv.append("planted-" + order + ",P-" + order % 90 + ",planted," + day + "T12:00:00,2,25.00,GBP,Iceland\n");
        }
        try (Shop shop = Shop.sampleWith(300, Files.writeString(folder.resolve("planted.csv"), csv))) {
            Shop.Page page = new Shop.Page(new Period(null, sunday), List.of());
            Frame insights = shop.analyse("insights", page, "step", "WEEK");
            assertThat(insights.column("metric").textAt(0)).isEqualTo("clientele.core/orders");
            assertThat(text(insights, "contributed", 0)).isEqualTo("country = Iceland");
            assertThat(insights.column("contribution").doubleAt(0)).isEqualTo(280);
            assertThat(held(shop, page, "WEEK")).isPositive();
            held(shop, 8);
        }
    }

    @Test
    void numbersInSentencesAreThoseOfTheirQueriesOnOnlineRetail() {
        try (Shop shop = Shop.onlineRetail()) {
            int sentences = held(shop, 20);
            // Each week of the year ends once at each of its days.
            for (LocalDate to = LocalDate.of(2011, 8, 7); to.isBefore(shop.last); to = to.plusDays(11)) {
                sentences += held(shop, new Shop.Page(new Period(null, to), List.of()), "WEEK");
            }
            assertThat(sentences).isPositive();
        }
    }

    /** A shop of 40 weeks whose days are alike; what happens in the last week is for the caller to say. */
    private Shop shop(long seed, double lastWeekOfFrance) throws IOException {
        Random random = new Random(seed);
        StringBuilder csv =
                new StringBuilder("order_id,customer_id,product_id,ordered_at,quantity,unit_price,country\n");
        LocalDate first = LocalDate.of(2024, 1, 1);
        int order = 0;
        for (int day = 0; day < 280; day++) {
            for (String country : List.of("France", "Germany", "Spain")) {
                int orders = (int) Math.round((20 + 4 * random.nextGaussian())
                        * (country.equals("France") && day >= 273 ? lastWeekOfFrance : 1));
                for (int i = 0; i < Math.max(1, orders); i++) {
                    csv.append("O")
                            .append(++order)
                            .append(",C")
                            .append(random.nextInt(300))
                            .append(",P")
                            .append(random.nextInt(9))
                            .append(',')
                            .append(first.plusDays(day))
                            .append("T21:00:00,")
                            .append(1 + random.nextInt(3))
                            .append(',')
                            .append(String.format(Locale.ROOT, "%.2f", 5 + random.nextDouble()))
                            .append(',')
                            .append(country)
                            .append('\n');
                }
            }
        }
        Path file = folder.resolve("shop" + seed + ".csv");
        Files.writeString(file, csv);
        return Shop.of(file);
    }

    @Test
    void aPlantedChangeIsToldWithTheCountryThatContributedMost() throws IOException {
        try (Shop shop = shop(7, 3)) {
            Frame insights = shop.analyse("insights", new Shop.Page(Period.all(), List.of()));
            assertThat(named(insights)).isPositive();
            assertThat(insights.column("metric").textAt(0)).isIn("clientele.core/revenue", "clientele.core/orders");
            for (int row = 0; row < insights.rowCount(); row++) {
                if (insights.column("part").isNull(row)
                        && text(insights, "metric", row).endsWith("revenue")) {
                    assertThat(text(insights, "contributed", row)).isEqualTo("country = France");
                }
            }
            assertThat(held(shop, new Shop.Page(Period.all(), List.of()), "WEEK"))
                    .isPositive();
        }
    }

    @Test
    void ofShopsWhereNothingHappenedHardlyOneHasASentence() throws IOException {
        int named = 0;
        for (int seed = 100; seed < 112; seed++) {
            try (Shop shop = shop(seed, 1)) {
                named += named(shop.analyse("insights", new Shop.Page(Period.all(), List.of()))) > 0 ? 1 : 0;
            }
        }
        // At 0.05 each, more than three of twelve have a chance of 0.2 %.
        assertThat(named).isLessThanOrEqualTo(3);
    }

    @Test
    void aShortHistoryIsToldInsteadOfJudged() throws IOException {
        try (Shop shop = shop(7, 3)) {
            Shop.Page early = new Shop.Page(new Period(null, LocalDate.of(2024, 4, 7)), List.of());
            assertThatThrownBy(() -> shop.analyse("insights", early))
                    .hasMessageContaining("at least 19 changes before");
        }
    }
}
