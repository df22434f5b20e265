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
import org.jspecify.annotations.Nullable;

/** Two customer sets side by side as a dashboard: overlap, figures, shares, what differs most. Immutable and thread-safe. */
public final class ComparisonBoard {
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
        String other = second == null ? "other customers" : second.name();
        return new DashboardEntry(
                id,
                first.name() + " and " + other,
                "Two groups of customers side by side: how many are in both, what they buy and how they differ.",
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
        return DashboardSpec.builder(id, a + " and " + lower(b))
                .description(a + " beside " + lower(b) + ".")
                .tile(tile(
                        "overlap",
                        "Customers",
                        "All of the data, whatever the days",
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "part")
                                .encode(Channel.Y, "customers")
                                .option("horizontal", "true"),
                        5,
                        4))
                .tile(tile(
                        "figures",
                        "Figures",
                        "In the days above",
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
                        a + " as a share of " + lower(b),
                        "100 % where they are alike",
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "figure")
                                .encode(Channel.Y, "index")
                                .option("horizontal", "true")
                                .option("reference.1", "1|Alike"),
                        6,
                        5))
                .tile(tile(
                        "countries",
                        "Customers by country",
                        "Share of each group's customers",
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "member")
                                .encode(Channel.Y, "share_a", "share_b")
                                .option("horizontal", "true"),
                        6,
                        5))
                .tile(tile(
                        "differences",
                        "What differs most",
                        "Shares of customers by all that is known of them; index = share of the first / share of the second",
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
                        "Net revenue by month",
                        "",
                        ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "month").encode(Channel.Y, "first", "second"),
                        12,
                        5))
                .build();
    }

    private static String lower(String name) {
        return name.equals("Other customers") ? "other customers" : name;
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
