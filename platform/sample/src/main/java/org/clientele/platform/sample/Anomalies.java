package org.clientele.platform.sample;

import java.time.LocalDate;
import java.util.List;

/** What went wrong, or wild, on a few days. */
final class Anomalies {
    /** Nobody could order on the web. */
    static final int OUTAGE = TradingCalendar.day(LocalDate.of(2024, 6, 18));

    static final String VIRAL_PRODUCT = "Knitted toy, otter";
    static final double VIRAL_SHARE = 0.25;
    private static final int VIRAL_FROM = TradingCalendar.day(LocalDate.of(2025, 2, 17));
    private static final int VIRAL_TO = TradingCalendar.day(LocalDate.of(2025, 2, 28));

    private static final int GAP_FROM = TradingCalendar.day(LocalDate.of(2024, 9, 3));
    private static final int GAP_TO = TradingCalendar.day(LocalDate.of(2024, 9, 5));

    static final String RECALLED_PRODUCT = "Storm lantern, copper";
    static final double RECALLED_SHARE = 0.85;
    static final int RECALL = TradingCalendar.day(LocalDate.of(2025, 10, 15));
    static final int RECALL_DAYS = 4;
    private static final int RECALLED_SINCE = TradingCalendar.day(LocalDate.of(2025, 7, 1));

    static final double BACKLOG_SLOW_SHARE = 0.65;
    private static final int BACKLOG_FROM = TradingCalendar.day(LocalDate.of(2025, 7, 7));
    private static final int BACKLOG_TO = TradingCalendar.day(LocalDate.of(2025, 7, 27));

    private Anomalies() {}

    /** Whether everybody wants the viral product. */
    static boolean viral(int day) {
        return day >= VIRAL_FROM && day <= VIRAL_TO;
    }

    /** Whether visits of the website are not recorded. */
    static boolean untracked(int day) {
        return day >= GAP_FROM && day <= GAP_TO;
    }

    /** Whether what is sold of the recalled product on that day will be called back. */
    static boolean recalled(int day) {
        return day >= RECALLED_SINCE && day < RECALL;
    }

    /** Whether customer service is short of people. */
    static boolean backlog(int day) {
        return day >= BACKLOG_FROM && day <= BACKLOG_TO;
    }

    /**
     * What the truths say of one.
     *
     * @param table where it shows
     * @param subject a product's name, a channel, or ""
     * @param size what the effect says of it
     */
    record Planted(
            String kind, String table, LocalDate from, LocalDate to, String subject, String effect, double size) {}

    static List<Planted> planted() {
        return List.of(
                planted("outage", "order_line", OUTAGE, OUTAGE, "web", "orders of the channel, as a share of usual", 0),
                planted(
                        "viral product",
                        "order_line",
                        VIRAL_FROM,
                        VIRAL_TO,
                        VIRAL_PRODUCT,
                        "share of baskets that it is added to",
                        VIRAL_SHARE),
                planted(
                        "tracking gap",
                        "interaction",
                        GAP_FROM,
                        GAP_TO,
                        "visit",
                        "recorded visits, as a share of usual; orders go on",
                        0),
                planted(
                        "refund wave",
                        "order_line",
                        RECALL,
                        RECALL + RECALL_DAYS - 1,
                        RECALLED_PRODUCT,
                        "share of the lines sold since 1 July 2025 that comes back",
                        RECALLED_SHARE),
                planted(
                        "service backlog",
                        "ticket",
                        BACKLOG_FROM,
                        BACKLOG_TO,
                        "",
                        "share of tickets with a slow first response",
                        BACKLOG_SLOW_SHARE));
    }

    private static Planted planted(
            String kind, String table, int from, int to, String subject, String effect, double size) {
        return new Planted(kind, table, TradingCalendar.date(from), TradingCalendar.date(to), subject, effect, size);
    }
}
