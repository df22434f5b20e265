package org.clientele.plugins.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.runtime.segments.Segmentations;
import org.clientele.plugins.segmentation.SessionContext;
import org.clientele.plugins.segmentation.Shop;
import org.clientele.plugins.segmentation.features.Days;
import org.clientele.plugins.segmentation.rules.Rfm;
import org.clientele.plugins.segmentation.rules.RfmParameters;
import org.clientele.plugins.segmentation.rules.Tiers;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.extension.Segmenter;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentersTest {
    private static <P extends Record> Segmentation fit(Segmenter<P> segmenter, SessionContext context) {
        return segmenter.fit(segmenter.defaults(), context);
    }

    @Test
    void aModelPutsCustomersWhereTheyWereFoundOnAnyNumberOfCoresAndFollowsThemToOtherDays() throws Exception {
        List<Segmenter<?>> all = new ArrayList<>(ClusterSegmenter.all());
        all.add(new Rfm());
        all.add(new Tiers());
        try (Shop shop = Shop.sample(700)) {
            SessionContext now = new SessionContext(shop.session(), Period.all());
            SessionContext then = new SessionContext(shop.session(), new Period(null, LocalDate.of(2024, 6, 30)));
            for (Segmenter<?> segmenter : all) {
                Segmentation one =
                        new ForkJoinPool(1).submit(() -> fit(segmenter, now)).get();
                Segmentation two =
                        new ForkJoinPool(2).submit(() -> fit(segmenter, now)).get();
                assertThat(two).as(segmenter.title()).isEqualTo(one);
                assertThat(one.members().size()).isGreaterThan(300);
                assertThat(segmenter.apply(one.model(), now))
                        .as(segmenter.title())
                        .isEqualTo(one.members());
                Members before = segmenter.apply(one.model(), then);
                assertThat(before.size())
                        .as(segmenter.title())
                        .isPositive()
                        .isLessThan(one.members().size());
                assertThat(before.sizes(one.segments().size())).isNotEmpty();
            }
            RfmParameters earlier = new RfmParameters(new Days("2024-06-30", 0), "", "");
            Segmentation frozen = new Rfm().fit(earlier, now);
            assertThat(frozen.model())
                    .as("cuts are those of the day that was asked for")
                    .isEqualTo(new Rfm()
                            .fit(new RfmParameters(Days.ON_SHOW, "", ""), then)
                            .model());
            assertThat(frozen.members())
                    .as("customers are where they are put whenever it is done again")
                    .isEqualTo(new Rfm().apply(frozen.model(), now));
        }
    }

    private static Path customers(Path folder, String name, int from, int to) throws IOException {
        StringBuilder csv = new StringBuilder("ID;Year_Birth;Income;Kidhome;Dt_Customer;MntWines;NumWebPurchases\n");
        for (int i = from; i < to; i++) {
            // Two sorts of customers, with little between those of one sort.
            csv.append("%d;%d;%d;%d;2014-0%d-1%d;%d;%d\n"
                    .formatted(
                            i,
                            1950 + i % 7,
                            i % 2 == 0 ? 20_000 + i : 80_000 + i,
                            i % 2,
                            1 + i % 6,
                            i % 9,
                            i % 2 == 0 ? 10 + i % 5 : 900 + i % 5,
                            1 + i % 4));
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private static Map<String, String> segments(Shop shop, String dimension) {
        Frame rows = shop.session().rows(RowQuery.of("customer", "customer_id", dimension), CancelSignal.create());
        Map<String, String> of = new TreeMap<>();
        for (int row = 0; row < rows.rowCount(); row++) {
            of.put(rows.columns().get(0).textAt(row), rows.columns().get(1).textAt(row));
        }
        return of;
    }

    @Test
    void customersWithoutOrdersArePublishedAndNewOnesComeIntoTheSameSegments(@TempDir Path folder) throws IOException {
        try (Shop shop = Shop.of(customers(folder, "customers.csv", 100, 160))) {
            Segmentations published = shop.session().segmentations();
            SegmentDraft draft = SegmentDraft.of(
                    "Sorts",
                    AnalysisCall.of("clientele.segmentation/k-means")
                            .with("k", "2")
                            .with("features", "income,monetary"));
            PublishedSegmentation sorts = published.publish(draft.months(3), Progress.NONE, CancelSignal.create());

            assertThat(sorts.current().snapshots())
                    .as("nothing tells of the past")
                    .hasSize(1);
            assertThat(sorts.current().dataAsOf()).isNull();
            Map<String, String> before = segments(shop, sorts.dimension());
            assertThat(before).hasSize(60);
            assertThat(Set.copyOf(before.values())).hasSize(2);
            before.forEach((customer, segment) -> assertThat(segment)
                    .as(customer)
                    .isEqualTo(before.get(Integer.parseInt(customer) % 2 == 0 ? "100" : "101")));
            assertThatThrownBy(() -> published.publish(
                            draft.asOf(LocalDate.of(2014, 1, 31)), Progress.NONE, CancelSignal.create()))
                    .hasMessageContaining("Without order lines customers are only known as they were imported on");

            Frame tests =
                    shop.analyse("segment-tests", "segmentation", "Sorts", "describe", "income,monetary,MntWines,age");
            for (int row = 0; row < tests.rowCount(); row++) {
                boolean made = !"Age".equals(tests.column("feature").textAt(row));
                assertThat(tests.column("p").isNull(row))
                        .as(tests.column("feature").textAt(row))
                        .isEqualTo(made);
            }
            for (Filter filter :
                    List.of(Filter.where("kidhome = 1"), Filter.in(sorts.dimension(), before.get("101")))) {
                Frame some = shop.session()
                        .analyse(draft.call(), Period.all(), List.of(filter), Progress.NONE, CancelSignal.create());
                assertThat(some.column("customer").dictionary())
                        .as(filter.toString())
                        .hasSize(30)
                        .contains("101")
                        .doesNotContain("100");
            }
            shop.session()
                    .imports()
                    .run(
                            new ImportCommand(
                                    List.of(customers(folder, "more.csv", 160, 164)), "", "", ImportMode.APPEND),
                            Progress.NONE,
                            CancelSignal.create());
            assertThat(published.applyDue(Progress.NONE, CancelSignal.create())).hasSize(1);
            Map<String, String> after = segments(shop, sorts.dimension());
            assertThat(after).hasSize(64).containsAllEntriesOf(before);
            assertThat(after.get("162")).isEqualTo(before.get("100"));
            assertThat(after.get("163")).isEqualTo(before.get("101"));
        }
    }
}
