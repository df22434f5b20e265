package org.clientele.plugins.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.plugins.segmentation.SegmentationPlugin;
import org.clientele.plugins.segmentation.Shop;
import org.clientele.plugins.segmentation.learn.quality.AdjustedRand;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.Blame;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
    private static final int CUSTOMERS = 1500;
    private static final String NARROW = "shapes of their own narrows to such numbers";

    @TempDir
    Path folder;

    /** The letter of each customer's type, as the sample's truths say. */
    private int[] types(Frame frame) throws IOException {
        Path file = folder.resolve("truths.json");
        new SampleRetailer(new SampleOptions(CUSTOMERS, SampleOptions.DEFAULT_SEED))
                .generate((table, rows) -> {}, Progress.NONE, CancelSignal.create())
                .write(file);
        JsonNode truths = new ObjectMapper().readTree(Files.readString(file)).get("customerTruths");
        String segments = truths.get("segments").asText();
        int first = Integer.parseInt(truths.get("firstCustomer").asText().substring(2));
        int[] all = new int[frame.rowCount()];
        for (int row = 0; row < all.length; row++) {
            int place = Integer.parseInt(
                            String.valueOf(frame.column("customer").textAt(row)).substring(2))
                    - first;
            // Who registered twice has a second number behind all others, which the truths do not know.
            all[row] = place < segments.length() ? segments.charAt(place) : '?';
        }
        return all;
    }

    private static int[] labels(Frame frame) {
        Map<Object, Integer> known = new HashMap<>();
        int[] labels = new int[frame.rowCount()];
        for (int row = 0; row < labels.length; row++) {
            String name = String.valueOf(frame.column("segment").valueAt(row));
            labels[row] = known.computeIfAbsent(name, n -> known.size());
        }
        return labels;
    }

    @Test
    void plantedTypesAreFoundByWhatTheyBuyAndBadInputIsToldInASentence() throws IOException {
        try (Shop shop = Shop.sample(CUSTOMERS)) {
            Frame means = shop.analyse("k-means", "k", "2", "features", "units-per-line,deal-share");
            int[] types = types(means);
            int[] truth = Arrays.stream(types).map(type -> type == 'T' ? 1 : 0).toArray();
            for (String algorithm : List.of("k-means", "gaussian-mixture", "hierarchical")) {
                Frame found = shop.analyse(algorithm, "k", "2", "features", "units-per-line,order-value,deal-share");
                assertThat(AdjustedRand.of(labels(found), truth)).as(algorithm).isGreaterThan(0.9);
            }
            String bought = "spend.Kitchen,spend.Gifts,spend.Home,spend.Wear,spend.Children,units-per-line";
            for (String algorithm : List.of("k-means", "gaussian-mixture", "hierarchical")) {
                Frame found = shop.analyse(algorithm, "k", "6", "features", bought);
                // Of all who ever bought, though a quarter did so only once.
                assertThat(AdjustedRand.of(labels(found), types)).as(algorithm).isGreaterThan(0.8);
                assertThat(found.caveats()).noneMatch(doubt -> doubt.message().contains(NARROW));
            }
            // Half of them and more spent nothing on a category: shapes of their own narrow to that.
            assertThat(shop.analyse("gaussian-mixture", "k", "6", "features", bought, "covariance", "full")
                            .caveats())
                    .anyMatch(doubt -> doubt.message().contains("the very same number (")
                            && doubt.message().contains(NARROW));
            Frame again = shop.analyse("k-means", "k", "2", "features", "units-per-line,deal-share", "restarts", "11");
            assertThat(labels(again)).isEqualTo(labels(means));

            assertThatThrownBy(() -> shop.analyse("k-means", "k", "20", "asOf", "2023-01-02"))
                    .hasMessageContaining("to make 20 segments of");
            assertThatThrownBy(() -> shop.analyse("k-means", "k", "1")).hasMessageContaining("2");
            assertThatThrownBy(() -> shop.analyse("k-means", "weights", "shoes=2"))
                    .hasMessageContaining("There is a weight for \"shoes\"");
            assertThatThrownBy(() -> shop.analyse("k-means", "weights", "recency"))
                    .hasMessageContaining("is no weight");
            assertThatThrownBy(() -> shop.analyse("k-means", "weights", "recency=0,frequency=0,monetary=0"))
                    .hasMessageContaining("nothing tells customers apart");
            assertThatThrownBy(() -> shop.analyse("dbscan", "radius", "0.00001", "features", "monetary"))
                    .hasMessageContaining("dense");
            theBestWayOfTheSearchIsTakenOverAsItWasFound(shop);
        }
    }

    private static void theBestWayOfTheSearchIsTakenOverAsItWasFound(Shop shop) {
        Frame ways = shop.analyse("cluster-search", "features", "units-per-line,deal-share");
        double last = Double.POSITIVE_INFINITY;
        Set<Object> algorithms = new HashSet<>();
        for (int row = 0; row < ways.rowCount(); row++) {
            double stability = ways.column("stability").doubleAt(row);
            double rank = ways.column("silhouette").doubleAt(row) * Math.max(0, stability);
            assertThat(rank).isLessThanOrEqualTo(last);
            last = rank;
            algorithms.add(ways.column("algorithm").valueAt(row));
        }
        assertThat(algorithms).contains("K_MEANS", "GAUSSIAN_MIXTURE", "HIERARCHICAL");

        List<String> chosen = new ArrayList<>(List.of("features", "units-per-line,deal-share"));
        for (String parameter :
                List.of("algorithm", "k", "scaling", "winsor", "covariance", "linkage", "radius", "cut")) {
            Object value = ways.column(parameter).valueAt(0);
            if (value != null) {
                chosen.addAll(List.of(parameter, value.toString()));
            }
        }
        Frame segments = shop.analyse("cluster-segments", chosen.toArray(String[]::new));
        assertThat(segments.rowCount()).isEqualTo((int) ways.column("k").longAt(0));
    }

    @Test
    void oneCustomerAndCustomersWhoAreAllAlikeAreToldInASentenceByEachAnalysis() throws IOException {
        List<String> analyses = List.of(
                "k-means",
                "gaussian-mixture",
                "hierarchical",
                "dbscan",
                "cluster-map",
                "cluster-verdict",
                "cluster-counts",
                "cluster-comparison",
                "cluster-search",
                "cluster-tree",
                "customer-map");
        for (int customers : new int[] {1, 40}) {
            try (Shop shop = Shop.of(alike(customers, 1))) {
                for (String analysis : analyses) {
                    assertThatThrownBy(() -> shop.analyse(analysis))
                            .as("%s of %s", analysis, customers)
                            .hasMessageMatching("There is 1 customer to make \\d segments of\\. .*"
                                    + "|The feature .* is the same for all .*, so it tells none apart\\. .*");
                }
                eachAnswersOrSaysWhy(shop, customers + " customers who are alike");
            }
        }
        try (Shop shop = Shop.of(alike(40, 2))) {
            for (String analysis : List.of("k-means", "gaussian-mixture", "hierarchical", "dbscan", "cluster-map")) {
                assertThatThrownBy(() -> shop.analyse(analysis))
                        .as(analysis)
                        .hasMessageMatching(
                                "(There are only 2 different rows|No row is different from the others), which cannot make \\d groups\\. .*");
            }
            assertThat(shop.analyse("k-means", "k", "2").rowCount()).isEqualTo(40);
            eachAnswersOrSaysWhy(shop, "two kinds of customers");
            cardsThatAskForTheSameShareOneFit(shop);
        }
        Path told = Files.writeString(
                folder.resolve("told.csv"), "customer_id,income,gender,segment_code\nA,5,,7\nB,5,,7\nC,5,,7\n");
        try (Shop shop = Shop.of(told)) {
            eachAnswersOrSaysWhy(shop, "what is the same for all and what nobody told");
        }
    }

    /** A fit under way tells how far it is; one that is shared does not tell again. */
    private static boolean fits(Shop shop, String analysis, String... parameters) {
        AnalysisCall call = AnalysisCall.of("clientele.segmentation/" + analysis);
        for (int i = 0; i < parameters.length; i += 2) {
            call = call.with(parameters[i], parameters[i + 1]);
        }
        Set<String> told = new HashSet<>();
        shop.session()
                .analyse(
                        call, Period.all(), List.of(), (fraction, message) -> told.add(message), CancelSignal.create());
        return told.stream().anyMatch(m -> m.startsWith("Run 1 of ") || m.endsWith(" joins"));
    }

    private void cardsThatAskForTheSameShareOneFit(Shop shop) throws IOException {
        String[] way = {"k", "2", "seed", "911"};
        assertThat(fits(shop, "cluster-segments", way)).isTrue();
        assertThat(fits(shop, "cluster-map", way)).isFalse();
        assertThat(fits(shop, "cluster-profile", "k", "2", "seed", "912"))
                .as("another seed")
                .isTrue();
        assertThat(fits(shop, "cluster-profile", "k", "2", "seed", "911", "weights", "monetary=3"))
                .as("other coordinates")
                .isTrue();
        String[] tree = {"k", "2", "algorithm", "HIERARCHICAL", "linkage", "AVERAGE"};
        assertThat(fits(shop, "cluster-tree", tree)).isTrue();
        assertThat(fits(shop, "cluster-segments", tree)).as("a cut of the tree").isFalse();

        Path more = Files.writeString(
                folder.resolve("more.csv"),
                "order_id,customer_id,order_date,product,quantity,unit_price\nP1,D1,2024-03-05,Tea,2,4.50\n");
        shop.session()
                .imports()
                .run(new ImportCommand(List.of(more), "", "", ImportMode.APPEND), Progress.NONE, CancelSignal.create());
        assertThat(fits(shop, "cluster-silhouette", way)).as("new data").isTrue();
        assertThat(fits(shop, "cluster-map", way)).isFalse();
    }

    private static void eachAnswersOrSaysWhy(Shop shop, String data) {
        List<String> failed = new ArrayList<>();
        for (Analysis<?> analysis : new SegmentationPlugin().analyses()) {
            try {
                assertThat(shop.analyse(analysis.id().name())).isNotNull();
            } catch (AnalyticsException e) {
                boolean said = e.code().blame() == Blame.USER || e.code().blame() == Blame.DATA;
                if (!said || !e.getMessage().endsWith(".")) {
                    failed.add(analysis.id().name() + ": " + e.getMessage());
                }
            }
        }
        assertThat(failed).as(data).isEmpty();
    }

    @Test
    void manyCustomersAreShownFromASampleAtOnceAndThenAsManyAsTheAlgorithmCanDoWith() throws Exception {
        int many = ClusterParameters.LIVE_SAMPLE + 500;
        Random random = new Random(4);
        StringBuilder csv = new StringBuilder("order_id,customer_id,order_date,product,quantity,unit_price\n");
        for (int c = 0; c < many; c++) {
            csv.append("O%d,C%d,2024-%02d-%02d,Tea,%d,4.50\n"
                    .formatted(c, c, 1 + random.nextInt(9), 1 + random.nextInt(28), 1 + random.nextInt(40)));
        }
        DashboardSpec page = DashboardSpec.builder("clientele.test/many", "Many")
                .tile(card("cluster-segments"))
                .tile(card("cluster-tree"))
                .build();
        List<String> doubts = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<DashboardView> view = new CompletableFuture<>();
        CompletableFuture<Frame> whole = new CompletableFuture<>();
        CompletableFuture<Frame> tree = new CompletableFuture<>();
        try (Shop shop = Shop.of(Files.writeString(folder.resolve("many.csv"), csv));
                DashboardView opened = shop.session().open(page, Scope.ALL, told -> {
                    Frame shown = view.join().frame(told).orElseThrow();
                    List<String> samples = shown.caveats().stream()
                            .map(Caveat::message)
                            .filter(m -> m.startsWith("Segments were looked for on a sample"))
                            .toList();
                    samples.forEach(m -> doubts.add(told + ": " + m));
                    if (samples.isEmpty()) {
                        whole.complete(shown);
                    } else if (samples.get(0).contains(" 10,000 ")) {
                        tree.complete(shown);
                    }
                })) {
            view.complete(opened);
            Frame all = whole.get(60, TimeUnit.SECONDS);
            tree.get(60, TimeUnit.SECONDS);
            String sample = ": Segments were looked for on a sample of %s of 20,500 customers";
            assertThat(doubts)
                    .anyMatch(m -> m.startsWith("cluster-segments" + sample.formatted("20,000")))
                    .anyMatch(m -> m.startsWith("cluster-tree" + sample.formatted("3,000")))
                    .noneMatch(m -> m.startsWith("cluster-tree" + sample.formatted("20,000")));
            long customers = 0;
            for (int i = 0; i < all.rowCount(); i++) {
                customers += all.column("customers").longAt(i);
            }
            assertThat(customers).isEqualTo(many);
        }
    }

    private static TileSpec.Builder card(String analysis) {
        return TileSpec.builder(
                analysis,
                analysis,
                AnalysisCall.of("clientele.segmentation/" + analysis).with("features", "recency,monetary"),
                ChartSpec.of(ChartSpec.TABLE));
    }

    /** Orders of customers of so many kinds; those of a kind are alike. */
    private Path alike(int customers, int kinds) throws IOException {
        StringBuilder csv = new StringBuilder("order_id,customer_id,order_date,product,quantity,unit_price\n");
        for (int c = 0; c < customers; c++) {
            for (int day = 1; day <= 3 + c % kinds; day++) {
                csv.append("O%d-%d,C%d,2024-03-%02d,Tea,2,4.50\n".formatted(c, day, c, day));
            }
        }
        return Files.writeString(folder.resolve("alike.csv"), csv);
    }
}
