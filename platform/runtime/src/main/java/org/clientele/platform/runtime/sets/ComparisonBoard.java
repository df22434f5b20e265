package org.clientele.platform.runtime.sets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.DimensionView;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Two customer sets side by side as a dashboard: overlap, figures, shares, what differs most. Immutable and thread-safe. */
public final class ComparisonBoard {
    private static final Texts TEXTS = Texts.of(ComparisonBoard.class);

    private static final String PREFIX = "clientele.sets/compare-";
    private static final String OTHERS = "others";
    private static final List<String> NOT_COMPARED = List.of(
            "product", "customer", CustomerSets.DIMENSION, "product.name", "customer.country", "currency", "is_charge");

    private static final int BARS = 8;
    private static final int ROWS = 40;

    private ComparisonBoard() {}

    /** How the comparison of a set with another, or with all other customers, is opened. */
    public static DashboardEntry entry(CustomerSet first, @Nullable CustomerSet second) {
        String id = PREFIX + first.id() + "-" + (second == null ? OTHERS : Long.toString(second.id()));

        return new DashboardEntry(
                id,
                second == null
                        ? TEXTS.get("comparison.board.and_others", first.name())
                        : TEXTS.get("comparison.board.and", first.name(), second.name()),
                TEXTS.get("comparison.board.two_groups_customers_side_by"),
                "",
                "");
    }

    /** Whether an id is that of a comparison. */
    public static boolean is(String id) {
        return id.startsWith(PREFIX);
    }

    /** The comparison of an id; empty if one of its sets is not there. */
    public static Optional<SetComparison> find(String id, CustomerSets sets) {
        return entries(id, sets).map(pair -> sets.compare(pair.first(), pair.second()));
    }

    /** The entry of an id; empty if one of its sets is not there. */
    public static Optional<DashboardEntry> entry(String id, CustomerSets sets) {
        return entries(id, sets).map(pair -> entry(pair.first(), pair.second()));
    }

    private record Pair(CustomerSet first, @Nullable CustomerSet second) {}

    private static Optional<Pair> entries(String id, CustomerSets sets) {
        if (!id.matches("\\Q" + PREFIX + "\\E[0-9]{1,18}-([0-9]{1,18}|" + OTHERS + ")")) {
            return Optional.empty();
        }
        String[] parts = id.substring(PREFIX.length()).split("-", -1);
        Optional<CustomerSet> first = sets.find(Long.parseLong(parts[0]));
        if (parts[1].equals(OTHERS)) {
            return first.map(f -> new Pair(f, null));
        }
        return first.flatMap(f -> sets.find(Long.parseLong(parts[1])).map(s -> new Pair(f, s)));
    }

    /** The cards. What they show is what {@link #frame} gives. */
    public static DashboardSpec spec(String id, SetComparison c) {
        String a = c.firstName();
        String b = c.secondName();
        return DashboardSpec.builder(
                        id,
                        c.secondIsOthers()
                                ? TEXTS.get("comparison.board.and_others", a)
                                : TEXTS.get("comparison.board.and", a, b))
                .description(
                        c.secondIsOthers()
                                ? TEXTS.get("comparison.board.beside_others", a)
                                : TEXTS.get("comparison.board.beside", a, b))
                .tile(tile(
                        "overlap",
                        TEXTS.get("common.customers"),
                        TEXTS.get("comparison.board.all_data_whatever_days"),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "part")
                                .encode(Channel.Y, "customers")
                                .option("horizontal", "true"),
                        5,
                        4))
                .tile(tile(
                        "figures",
                        TEXTS.get("comparison.board.figures"),
                        TEXTS.get("comparison.board.in_days_above"),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(
                                        Channel.COLUMN,
                                        "set",
                                        "customers",
                                        "revenue",
                                        "orders",
                                        "revenue-per-customer"),
                        7,
                        4))
                .tile(tile(
                        "index",
                        c.secondIsOthers()
                                ? TEXTS.get("comparison.board.share_of_others", a)
                                : TEXTS.get("comparison.board.share_of", a, b),
                        TEXTS.get("comparison.board.n_100_where_they_are"),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "figure")
                                .encode(Channel.Y, "index")
                                .option("horizontal", "true")
                                .option("reference.1", "1|" + TEXTS.get("comparison.board.alike")),
                        6,
                        5))
                .tile(tile(
                        "countries",
                        TEXTS.get("comparison.board.customers_by_country"),
                        TEXTS.get("comparison.board.share_each_group_customers"),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "member")
                                .encode(Channel.Y, "share_a", "share_b")
                                .option("horizontal", "true"),
                        6,
                        5))
                .tile(tile(
                        "differences",
                        TEXTS.get("comparison.board.what_differs_most"),
                        TEXTS.get("comparison.board.shares_customers_by_all_is"),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(
                                        Channel.COLUMN,
                                        "dimension",
                                        "member",
                                        "share_a",
                                        "share_b",
                                        "index",
                                        "customers_a",
                                        "customers_b",
                                        "few"),
                        12,
                        7))
                .tile(tile(
                        "months",
                        TEXTS.get("comparison.board.net_revenue_by_month"),
                        "",
                        ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "month").encode(Channel.Y, "first", "second"),
                        12,
                        5))
                .build();
    }

    private static TileSpec.Builder tile(
            String id, String title, String subtitle, ChartSpec chart, int span, int rows) {
        return TileSpec.builder(id, title, AnalysisCall.of("clientele.sets/comparison"), chart)
                .subtitle(subtitle)
                .size(span, rows);
    }

    /** What a card shows. Blocks. */
    public static Frame frame(
            String tile, SetComparison c, List<DimensionView> dimensions, Narrowed to, CancelSignal cancel) {
        return switch (tile) {
            case "overlap" -> c.overlapFrame(cancel);
            case "figures" -> c.figures(to, cancel);
            case "index" -> c.indices(to, cancel);
            case "countries" -> c.shares("country", BARS, to, cancel);
            case "months" -> c.months(to, cancel);
            default -> c.differences(compared(dimensions), ROWS, to, cancel);
        };
    }

    /** The dimensions that customers are compared by, by their labels. */
    public static Map<String, String> compared(List<DimensionView> dimensions) {
        Map<String, String> all = new LinkedHashMap<>();
        dimensions.stream()
                .filter(DimensionView::listed)
                .filter(d -> !NOT_COMPARED.contains(d.name()))
                .forEach(d -> all.putIfAbsent(d.label(), d.name()));
        return all;
    }
}
