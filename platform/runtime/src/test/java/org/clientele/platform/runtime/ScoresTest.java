package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Snapshot;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.runtime.segments.Segmentations;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C1 has spent 10 by the end of January and 18 by that of February; C2 has spent 6 and nothing since; half of it is what they are worth. */
class ScoresTest extends RuntimeTest {
    private static final CancelSignal NEVER = CancelSignal.create();
    private static final AnalysisCall WORTH = AnalysisCall.of("worth");
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 31);
    private static final LocalDate END = LocalDate.of(2024, 2, 20);

    private Workspace workspace;
    private Session session;
    private Segmentations published;

    @BeforeEach
    void openAndFill() {
        workspace = open(SpendPlugin.options());
        session = session(workspace);
        published = session.segmentations();
        Lines lines = new Lines()
                .line("1", "2024-01-10T10:00", "C1", "France", 1, "10.00")
                .line("2", "2024-01-20T10:00", "C2", "France", 1, "6.00")
                .line("3", "2024-02-10T10:00", "C1", "Spain", 1, "7.00")
                .line("4", "2024-02-20T10:00", "C1", "Spain", 1, "1.00");
        session.imports().load("Lines", "1", NEVER, sink -> {
            sink.rows("order_line", lines.frame());
        });
    }

    private PublishedSegmentation worth(int months) {
        return published.publish(SegmentDraft.of("Worth", WORTH).months(months), Progress.NONE, NEVER);
    }

    private Map<String, Double> asked(MetricQuery query) {
        return numbers(session.query(query, NEVER));
    }

    private static Map<String, Double> numbers(Frame frame) {
        Map<String, Double> all = new TreeMap<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            all.put(
                    String.valueOf(frame.columns().get(0).textAt(row)),
                    frame.columns().get(1).isNull(row)
                            ? null
                            : frame.columns().get(1).doubleAt(row));
        }
        return all;
    }

    @Test
    void aScoreIsANumberOfTheCustomerWithItsUnit() {
        PublishedSegmentation worth = worth(1);

        assertThat(worth.dimension()).isEqualTo("score.worth");
        assertThat(worth.current().score())
                .isEqualTo(new PublishedSegmentation.Score(Unit.money(), Scoring.Meaning.PREDICTED_VALUE));
        assertThat(worth.current().doubts()).contains("Who spent will spend.");
        assertThat(worth.current().snapshots())
                .extracting(Snapshot::day, Snapshot::sizes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(JANUARY, List.of(2)),
                        org.assertj.core.groups.Tuple.tuple(END, List.of(2)));
        Frame customers = session.rows(RowQuery.of("customer", "customer_id", "score.worth"), NEVER);
        assertThat(numbers(customers)).isEqualTo(Map.of("C1", 9.0, "C2", 3.0));
        assertThat(customers.column("score.worth").spec().unit()).isEqualTo(Unit.of("GBP"));
        assertThat(customers.column("score.worth").spec().label()).isEqualTo("Worth");
        assertThat(session.dimensions(NEVER)).contains(new DimensionView("score.worth", "Worth", ColumnType.DOUBLE));
    }

    @Test
    void aRangeOfAScoreNarrowsLinesByWhatWasKnownOnTheirDayAndSaysWhereItWasNot() {
        worth(1);
        MetricQuery sales = MetricQuery.of("sales").by("month");

        Frame low = session.query(sales.where(Filter.between("score.worth", "4", "8")), NEVER);
        Frame high = session.query(sales.where(Filter.where("score.worth > 8")), NEVER);

        // In January and until 20 February C1 was worth 5, as known at the end of January; her 9 counts from the 21st
        // on.
        assertThat(low.rowCount()).isEqualTo(2);
        assertThat(low.columns().get(1).doubleAt(0)).isEqualTo(10);
        assertThat(low.columns().get(1).doubleAt(1)).isEqualTo(8);
        assertThat(high.rowCount()).isZero();
        assertThat(low.caveats())
                .filteredOn(c -> c.kind() == Caveat.Kind.LOOK_AHEAD)
                .extracting(Caveat::message)
                .containsExactly(
                        "On 22 days customers have the values of \"Worth\" that were known at the end of 2024-01-31, which is later.");
    }

    @Test
    void aScoreIsMeasuredOnceForEachCustomerHoweverManyLinesSheHas() {
        worth(0);

        Frame by = session.query(MetricQuery.of("mean-worth", "sum-worth").by("country"), NEVER);
        Frame all = session.query(MetricQuery.of("mean-worth", "sum-worth"), NEVER);

        assertThat(numbers(by)).isEqualTo(Map.of("France", 6.0, "Spain", 9.0));
        assertThat(by.columns().get(2).doubleAt(0) + by.columns().get(2).doubleAt(1))
                .isEqualTo(9 + 3 + 9);
        assertThat(all.columns().get(0).doubleAt(0)).isEqualTo(6);
        assertThat(all.columns().get(1).doubleAt(0)).isEqualTo(12);
        assertThat(all.columns().get(0).spec().label()).isEqualTo("Mean Worth");
        assertThat(all.columns().get(0).spec().unit()).isEqualTo(Unit.of("GBP"));
        assertThat(all.caveats()).anyMatch(c -> c.kind() == Caveat.Kind.LOOK_AHEAD);
        assertThatThrownBy(
                        () -> session.query(MetricQuery.of("sales").where(Filter.where("sum(score.worth) > 3")), NEVER))
                .isInstanceOf(AnalyticsException.class);
    }

    @Test
    void aScoreIsWorkedOutAnewWithNewDataAndHasVersions() {
        PublishedSegmentation first = worth(0);
        Path file = temp.resolve("more.csv");
        try {
            Files.writeString(file, """
                    order_id,ordered_at,customer_id,product_id,country,quantity,unit_price,currency
                    5,2024-03-05 10:00,C3,P1,Spain,1,20.00,GBP
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        session.imports().run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, NEVER);

        assertThat(published.due()).extracting(PublishedSegmentation::name).containsExactly("Worth");
        assertThat(published.applyDue(Progress.NONE, NEVER)).hasSize(1);
        assertThat(asked(MetricQuery.of("mean-worth").by("customer")))
                .isEqualTo(Map.of("C1", 9.0, "C2", 3.0, "C3", 10.0));

        PublishedSegmentation second =
                published.publish(SegmentDraft.of("worth", WORTH.with("share", "1")), Progress.NONE, NEVER);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.inForce()).isEqualTo(2);
        assertThat(asked(MetricQuery.of("sum-worth").by("country")).get("France"))
                .isEqualTo(24);
        published.use(second, 1);
        assertThat(asked(MetricQuery.of("sum-worth").by("country")).get("France"))
                .isEqualTo(12);
    }

    @Test
    void aScoreAndASegmentationAreToldApart() {
        PublishedSegmentation worth = worth(0);
        published.publish(SegmentDraft.of("Spend", AnalysisCall.of("spend")), Progress.NONE, NEVER);

        assertThatThrownBy(() ->
                        published.publish(SegmentDraft.of("Worth", AnalysisCall.of("spend")), Progress.NONE, NEVER))
                .hasMessageContaining("\"Worth\" is a score, and this analysis finds segments");
        assertThatThrownBy(() -> session.query(MetricQuery.of("sales").by("segment.worth"), NEVER))
                .hasMessageContaining("Write score.worth");
        assertThatThrownBy(() -> session.query(MetricQuery.of("sales").where(Filter.where("score.spend > 1")), NEVER))
                .hasMessageContaining("Write segment.spend");
        assertThatThrownBy(() -> published.compare(worth, 1, 1, NEVER)).hasMessageContaining("is a score");
        published.delete(worth);
        assertThatThrownBy(() -> session.rows(RowQuery.of("customer", "customer_id", "score.worth"), NEVER))
                .hasMessageContaining("\"Worth\" was deleted");
        assertThat(session.workspace().metrics().all())
                .noneMatch(m -> m.id().namespace().equals("clientele.scores"));
    }

    @Test
    void anAnalysisOfAPastDayReadsTheScoreThatWasKnownThen() {
        worth(1);

        assertThat(known(END)).isEqualTo(Map.of("C1", 9.0, "C2", 3.0));
        assertThat(known(LocalDate.of(2024, 2, 15))).isEqualTo(Map.of("C1", 5.0, "C2", 3.0));
        assertThatThrownBy(() -> known(LocalDate.of(2024, 1, 15)))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOTHING_YET))
                .hasMessageContaining("\"Worth\" was not known at the end of 2024-01-15: its first day is 2024-01-31");
    }

    private Map<String, Double> known(LocalDate day) {
        return session.call(
                NEVER,
                cancel -> session.analyses()
                        .known(
                                new Narrowing(new Period(null, day), List.of()),
                                session.subject(),
                                session.policy(),
                                Progress.NONE,
                                cancel,
                                context -> {
                                    assertThat(context.scores())
                                            .extracting(PublishedScore::dimension, PublishedScore::meaning)
                                            .containsExactlyElementsOf(
                                                    day.isBefore(JANUARY)
                                                            ? List.of()
                                                            : List.of(org.assertj.core.groups.Tuple.tuple(
                                                                    "score.worth", Scoring.Meaning.PREDICTED_VALUE)));
                                    return numbers(context.rows(RowQuery.of("customer", "customer_id", "score.worth")));
                                })
                        .result());
    }

    @Test
    void aMetricCountsUnderASegmentThatItNamesAndFollowsItsNewName() {
        PublishedSegmentation spend =
                published.publish(SegmentDraft.of("Spend", AnalysisCall.of("spend")), Progress.NONE, NEVER);
        published.edit(spend, "large", "Best", "", "");

        assertThat(asked(MetricQuery.of("sales").by("country").where(Filter.where("segment.spend = 'Large'"))))
                .isEqualTo(Map.of("France", 10.0, "Spain", 8.0));
        assertThatThrownBy(() ->
                        session.query(MetricQuery.of("sales").where(Filter.where("segment.spend = 'Largest'")), NEVER))
                .hasMessageContaining("has no segment \"Largest\"");
    }
}
