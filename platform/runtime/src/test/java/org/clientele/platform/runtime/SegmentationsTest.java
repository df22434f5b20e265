package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Snapshot;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.runtime.segments.Segmentations;
import org.clientele.platform.runtime.segments.VersionComparison;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C1 is small until 10 February, then large; C2 is small from 20 January on; C3 comes in March. */
class SegmentationsTest extends RuntimeTest {
    private static final CancelSignal NEVER = CancelSignal.create();
    private static final AnalysisCall SPEND = AnalysisCall.of("spend");

    private Workspace workspace;
    private Session session;
    private Segmentations segments;

    @BeforeEach
    void openAndFill() {
        open();
        session.imports()
                .load(
                        "Lines",
                        "1",
                        NEVER,
                        sink -> sink.rows(
                                "order_line",
                                new Lines()
                                        .line("1", "2024-01-10T10:00", "C1", "France", 1, "10.00")
                                        .line("2", "2024-01-20T10:00", "C2", "France", 1, "5.00")
                                        .line("3", "2024-02-10T10:00", "C1", "Spain", 1, "7.00")
                                        .line("4", "2024-02-20T10:00", "C1", "Spain", 1, "1.00")
                                        .frame()));
    }

    private void open() {
        workspace = open(SpendPlugin.options());
        session = session(workspace);
        segments = session.segmentations();
    }

    private void more() {
        Path file = temp.resolve("more.csv");
        try {
            Files.writeString(file, """
                    order_id,ordered_at,customer_id,product_id,country,quantity,unit_price,currency
                    5,2024-03-05 10:00,C2,P1,Spain,1,20.00,GBP
                    6,2024-04-02 10:00,C3,P1,Spain,1,3.00,GBP
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        session.imports().run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, NEVER);
    }

    private PublishedSegmentation publish(SegmentDraft draft) {
        return segments.publish(draft, Progress.NONE, NEVER);
    }

    private Map<String, Double> revenue(MetricQuery query) {
        Frame frame = session.query(query, NEVER);
        Map<String, Double> all = new TreeMap<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            String member = frame.columns().get(0).textAt(row);
            all.put(member == null ? "unknown" : member, frame.columns().get(1).doubleAt(row));
        }
        return all;
    }

    @Test
    void whatIsPublishedIsADimensionWithAllThatRepeatsItAndSurvivesReopening() {
        PublishedSegmentation spend = publish(SegmentDraft.of(" By  Revenue", SPEND.with("large", "12"))
                .months(5)
                .narrowed(Period.all(), List.of(Filter.in("country", "France", "Spain"))));
        workspace.close();
        open();

        assertThat(segments.all()).containsExactly(spend);
        assertThat(spend.name()).isEqualTo("By Revenue");
        assertThat(spend.dimension()).isEqualTo("segment.by_revenue");
        PublishedSegmentation.Version version = spend.current();
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.analysis()).isEqualTo("acme.spend/spend");
        assertThat(version.pluginVersion()).isEqualTo("1.2.0");
        assertThat(version.parameters()).isEqualTo(Map.of("large", "12", "seed", "42"));
        assertThat(version.filters()).containsExactly(Filter.in("country", "France", "Spain"));
        assertThat(version.fittedOn()).isEqualTo("2024-02-20");
        assertThat(version.doubts()).contains("Revenue says it all.");
        assertThat(version.madeUnder()).isEqualTo("Allow all");
        assertThat(version.snapshots())
                .extracting(Snapshot::day)
                .as("no month ended before the data began")
                .containsExactly(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 20));
        assertThat(version.snapshots()).extracting(Snapshot::sizes).containsExactly(List.of(0, 2), List.of(1, 1));
        assertThat(revenue(MetricQuery.of("revenue").by("segment.by_revenue")))
                .as("nobody was large at the end of January")
                .isEqualTo(Map.of("Small", 23.0));
        assertThat(session.dimensions(NEVER)).anyMatch(d -> d.name().equals("segment.by_revenue"));
    }

    @Test
    void withoutThePastTodaysSegmentsAreUsedAndSaidToLookAhead() {
        publish(SegmentDraft.of("Spend", SPEND));
        MetricQuery query = MetricQuery.of("revenue").by("segment.spend");
        assertThat(revenue(query)).isEqualTo(Map.of("Large", 18.0, "Small", 5.0));
        assertThat(session.query(query, NEVER).caveats())
                .filteredOn(c -> c.kind() == Caveat.Kind.LOOK_AHEAD)
                .extracting(Caveat::message)
                .singleElement()
                .asString()
                .contains("On 42 days");
    }

    @Test
    void anAnalysisSeesNothingThatCameLater() {
        PublishedSegmentation spend = publish(SegmentDraft.of("Spend", SPEND).asOf(LocalDate.of(2024, 2, 9)));
        assertThat(spend.current().newest().sizes()).as("C1 had 10 by then").containsExactly(0, 2);
    }

    @Test
    void newDataPutsCustomersIntoTheSegmentsAndKeepsWhatTheyWere() {
        PublishedSegmentation spend = publish(SegmentDraft.of("Spend", SPEND).months(1));
        assertThat(segments.due()).isEmpty();
        more();
        assertThat(segments.due()).containsExactly(spend);
        MetricQuery query = MetricQuery.of("revenue").by("segment.spend");
        assertThat(revenue(query)).as("C3 is in none yet").containsEntry("none", 3.0);

        segments.applyAsOf(spend, LocalDate.of(2024, 1, 31), Progress.NONE, NEVER);
        assertThat(segments.due())
                .as("the past alone is not the end of the data")
                .hasSize(1);
        List<PublishedSegmentation> done = segments.applyDue(Progress.NONE, NEVER);
        assertThat(done).hasSize(1);
        assertThat(segments.due()).isEmpty();
        assertThat(done.get(0).current().snapshots())
                .extracting(Snapshot::day)
                .containsExactly(
                        LocalDate.of(2024, 1, 31),
                        LocalDate.of(2024, 2, 20),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2024, 4, 2));
        assertThat(revenue(query.during(new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31)))))
                .as("C2 became large in March, and is so from April on")
                .isEqualTo(Map.of("Small", 20.0));
        Frame april = session.rows(
                segments.members(done.get(0), "Large", List.of("customer_id")).rows(), NEVER);
        assertThat(april.rowCount()).as("C1 and C2").isEqualTo(2);
        assertThat(done.get(0).current().newest().sizes()).containsExactly(2, 1);
    }

    @Test
    void publishingAgainIsTheNextVersionAndBothCanBeCompared() {
        PublishedSegmentation first = publish(SegmentDraft.of("Spend", SPEND));
        segments.edit(first, "Large", "Whales", "Those who pay.", "Invite.");
        PublishedSegmentation second = publish(SegmentDraft.of("spend", SPEND.with("large", "100")));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.inForce()).isEqualTo(2);
        assertThat(second.current().segments())
                .extracting(Segment::name, Segment::action)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Whales", "Invite."),
                        org.assertj.core.groups.Tuple.tuple("Small", "Write."));
        VersionComparison compared = segments.compare(second, 1, 2, NEVER);
        assertThat(compared.counts()).containsExactly(List.of(0L, 1L, 0L), List.of(0L, 1L, 0L), List.of(0L, 0L, 0L));
        assertThat(compared.moved()).isEqualTo(1);
        assertThat(compared.customers()).isEqualTo(2);
        assertThat(segments.compare(second, 1, 1, NEVER).adjustedRand()).isEqualTo(1);
        assertThat(revenue(MetricQuery.of("revenue").by("segment.spend"))).isEqualTo(Map.of("Small", 23.0));
        segments.use(second, 1);
        assertThat(revenue(MetricQuery.of("revenue").by("segment.spend")))
                .isEqualTo(Map.of("Whales", 18.0, "Small", 5.0));
        assertThat(revenue(MetricQuery.of("revenue").by("country").where(Filter.in("segment.spend", "Large"))))
                .as("a filter from before it was renamed")
                .isEqualTo(Map.of("France", 10.0, "Spain", 8.0));
    }

    @Test
    void namesKeysDeletionAndReturn() {
        PublishedSegmentation spend = publish(SegmentDraft.of("Spend", SPEND));
        PublishedSegmentation other = publish(SegmentDraft.of("Other", SPEND));
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> segments.rename(spend, "OTHER", ""), "Other", "already");
        PublishedSegmentation renamed = segments.rename(spend, "Purse", "By purse.");
        assertThat(renamed.key()).isEqualTo("purse");
        assertThat(segments.get("spend").id()).as("its earlier key").isEqualTo(spend.id());
        assertThat(revenue(MetricQuery.of("revenue").by("segment.spend"))).hasSize(2);
        assertRefused(
                ErrorCode.ARGUMENT_INVALID, () -> segments.edit(renamed, "Large", "small", "", ""), "small", "already");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> segments.edit(renamed, "Large", "None", "", ""), "none");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> segments.edit(renamed, "Huge", "x", "", ""), "Large, Small");

        segments.delete(renamed);
        assertThat(segments.all()).containsExactly(other);
        assertRefused(
                ErrorCode.DIMENSION_UNKNOWN,
                () -> session.query(MetricQuery.of("revenue").by("segment.spend"), NEVER),
                "\"Purse\" was deleted",
                "segments restore purse");
        segments.restore(segments.deleted("purse"));
        assertThat(revenue(MetricQuery.of("revenue").by("segment.purse"))).hasSize(2);
    }

    @Test
    void whatCannotBePublishedIsSaidAndLeavesNothing() {
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> publish(SegmentDraft.of("x", AnalysisCall.of("acme.spend/count"))),
                "neither puts customers into segments nor gives them a score",
                "acme.spend/spend");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> publish(SegmentDraft.of(" ", SPEND)), "needs a name");
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> publish(SegmentDraft.of("x", SPEND).asOf(LocalDate.of(2030, 1, 1))),
                "2024-01-10 and 2024-02-20");
        assertRefused(
                ErrorCode.NOTHING_YET,
                () -> publish(
                        SegmentDraft.of("x", SPEND).narrowed(Period.all(), List.of(Filter.in("country", "Peru")))),
                "No customer is in any segment");
        CancelSignal cancelled = CancelSignal.create();
        List<String> told = new ArrayList<>();
        assertRefused(
                ErrorCode.CANCELLED,
                () -> segments.publish(
                        SegmentDraft.of("x", SPEND).months(3),
                        (fraction, message) -> {
                            told.add(message);
                            if (message.startsWith("Putting")) {
                                cancelled.cancel();
                            }
                        },
                        cancelled),
                "");
        assertThat(told).anyMatch(m -> m.endsWith("2024-01-31"));
        assertThat(segments.all()).isEmpty();
        assertThat(workspace.warehouse().memberships().all()).isEmpty();
    }

    @Test
    void whoSeesOtherCustomersPutsNobodyIntoSegments() {
        PublishedSegmentation spend = publish(SegmentDraft.of("Spend", SPEND));
        more();
        Policy spain = new Policy("Spain", Map.of("order_line", List.of("country = 'Spain'")), Set.of(), Set.of());
        try (Session reader = workspace.session(Subject.local(), spain)) {
            assertThat(reader.segmentations().due()).isEmpty();
            assertRefused(
                    ErrorCode.FORBIDDEN,
                    () -> reader.segmentations().apply(spend, 0, Progress.NONE, NEVER),
                    "Allow all",
                    "Spain");
            Frame seen = reader.query(MetricQuery.of("revenue").by("segment.spend"), NEVER);
            assertThat(seen.rowCount()).isEqualTo(3);
        }
    }
}
