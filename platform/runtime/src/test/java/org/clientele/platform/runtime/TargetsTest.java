package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop that sells one piece a day for 10, in France on even days, and for 30 each day of December; data to 30 June 2024. */
class TargetsTest extends RuntimeTest {
    private static final CancelSignal NEVER = CancelSignal.create();
    private static final LocalDate FIRST = LocalDate.of(2022, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 6, 30);
    private static final LocalDate YEAR = LocalDate.of(2024, 1, 1);

    private Session session;

    @BeforeEach
    void openOne() {
        session = session(open(withoutPlugins()));
    }

    /** What a target of an import is for. */
    private record Imported(String metric, LocalDate from, LocalDate to, double value) {}

    /** Loads the shop, with these rows of the table target. */
    private void shop(Imported... targets) {
        Column.Builder orders = Column.builder(ColumnSpec.of("order_id", ColumnType.TEXT));
        Column.Builder times = Column.builder(ColumnSpec.of("ordered_at", ColumnType.TIMESTAMP));
        Column.Builder quantities = Column.builder(ColumnSpec.of("quantity", ColumnType.DOUBLE));
        Column.Builder prices = Column.builder(ColumnSpec.of("unit_price", ColumnType.DOUBLE));
        Column.Builder countries = Column.builder(ColumnSpec.of("country", ColumnType.TEXT));
        Column.Builder customers = Column.builder(ColumnSpec.of("customer_id", ColumnType.TEXT));
        int n = 0;
        for (LocalDate d = FIRST; !d.isAfter(LAST); d = d.plusDays(1)) {
            orders.addText("O" + ++n);
            times.add(LocalDateTime.of(d, java.time.LocalTime.of(23, 59)));
            quantities.addDouble(1);
            prices.addDouble(price(d));
            countries.addText(n % 2 == 0 ? "France" : "Spain");
            customers.addText("C" + n % 7);
        }
        session.imports().load("Orders", "orders 1", NEVER, sink -> {
            sink.rows(
                    "order_line",
                    Frame.of(
                            orders.build(),
                            times.build(),
                            quantities.build(),
                            prices.build(),
                            countries.build(),
                            customers.build()));
            if (targets.length > 0) {
                sink.rows("target", frame(targets));
            }
        });
    }

    private static double price(LocalDate d) {
        return d.getMonthValue() == 12 ? 30 : 10;
    }

    private static double sum(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).mapToDouble(TargetsTest::price).sum();
    }

    private void goal(Goal goal) {
        session.goals().save(goal, NEVER);
    }

    private static Frame frame(Imported... targets) {
        Column.Builder metrics = Column.builder(ColumnSpec.of("metric", ColumnType.TEXT));
        Column.Builder starts = Column.builder(ColumnSpec.of("period_start", ColumnType.DATE));
        Column.Builder ends = Column.builder(ColumnSpec.of("period_end", ColumnType.DATE));
        Column.Builder values = Column.builder(ColumnSpec.of("value", ColumnType.DOUBLE));
        for (Imported t : targets) {
            metrics.addText(t.metric());
            starts.add(t.from());
            ends.add(t.to());
            values.addDouble(t.value());
        }
        return Frame.of(metrics.build(), starts.build(), ends.build(), values.build());
    }

    private Frame asked(String metric, LocalDate from, LocalDate to, Filter... filters) {
        MetricQuery query = MetricQuery.of(metric).during(new Period(from, to));
        for (Filter f : filters) {
            query = query.where(f);
        }
        return session.assessed(query, NEVER);
    }

    private static double target(Frame frame) {
        return frame.columns().stream()
                .filter(c -> c.name().endsWith("_target"))
                .findFirst()
                .orElseThrow()
                .doubleAt(0);
    }

    private static String said(Frame frame, String ending) {
        Column found = frame.columns().stream()
                .filter(c -> c.name().endsWith(ending))
                .findFirst()
                .orElseThrow();
        return java.util.Objects.requireNonNull(found.textAt(0));
    }

    @Test
    void aRunningYearIsDueByTheShareOfTheSamePartOfTheYearBefore() {
        shop();
        goal(Goal.of("revenue", YEAR, YEAR.plusYears(1).minusDays(1), 10_000).withTitle("All of 2024"));
        Frame frame = asked("revenue", YEAR, LAST);
        LocalDate before = YEAR.minusYears(1);
        double share = sum(before, LAST.minusYears(1)) / sum(before, YEAR.minusDays(1));
        // Half of the days, but December is still to come.
        assertThat(share).isLessThan(0.45);
        assertThat(target(frame)).isEqualTo(10_000 * share, within(1e-6));
        assertThat(said(frame, "_rule")).contains("“All of 2024”", "year before");
        assertThat(said(frame, "_status")).isEqualTo("far below target");
        // The whole year asked for gives the same: what is not there yet is not due.
        assertThat(target(asked("revenue", YEAR, YEAR.plusYears(1).minusDays(1))))
                .isEqualTo(target(frame));
    }

    @Test
    void withoutAYearBeforeDaysAreCounted() {
        shop();
        goal(Goal.of("revenue", FIRST, FIRST.plusDays(99), 1000));
        Frame frame = asked("revenue", FIRST, FIRST.plusDays(24));
        assertThat(target(frame)).isEqualTo(250, within(1e-9));
        assertThat(said(frame, "_rule")).contains("25 of 100 days");
    }

    @Test
    void whatWasSetComesBeforeWhatWasImportedAndThatForTheseDaysBeforeLongerOnes() {
        LocalDate may = LocalDate.of(2024, 5, 1);
        shop(new Imported("clientele.core/revenue", may, may.plusDays(30), 400));
        assertThat(target(asked("revenue", may, may.plusDays(30)))).isEqualTo(400);
        assertThat(said(asked("revenue", may, may.plusDays(30)), "_rule")).contains("imported");
        goal(Goal.of("revenue", YEAR, YEAR.plusYears(1).minusDays(1), 10_000));
        double due = target(asked("revenue", may, may.plusDays(30)));
        LocalDate before = YEAR.minusYears(1);
        assertThat(due).isEqualTo(10_000 * 310 / sum(before, YEAR.minusDays(1)), within(1e-6));
        goal(Goal.of("revenue", may, may.plusDays(30), 500));
        assertThat(target(asked("revenue", may, may.plusDays(30)))).isEqualTo(500);
    }

    @Test
    void monthsInARowMakeUpTheirSumAndAGapHasNoTarget() {
        LocalDate may = LocalDate.of(2024, 5, 1);
        LocalDate june = LocalDate.of(2024, 6, 1);
        shop(
                new Imported("clientele.core/revenue", may, may.plusDays(30), 400),
                new Imported("clientele.core/revenue", june, LAST, 300));
        assertThat(target(asked("revenue", may, LAST))).isEqualTo(700);
        Frame gap = asked("revenue", LocalDate.of(2024, 4, 1), LAST);
        assertThat(target(gap)).isNaN();
        assertThat(said(gap, "_status")).isEqualTo("no target");
        assertThat(said(gap, "_rule")).contains("clientele goals set revenue VALUE --from 2024-04-01 --to 2024-06-30");
    }

    @Test
    void whatDoesNotAddUpHasNoSumOfTargets() {
        LocalDate may = LocalDate.of(2024, 5, 1);
        LocalDate june = LocalDate.of(2024, 6, 1);
        shop(
                new Imported("clientele.core/customers", may, may.plusDays(30), 7),
                new Imported("clientele.core/customers", june, LAST, 7));
        Frame frame = asked("customers", may, LAST);
        assertThat(target(frame)).isNaN();
        assertThat(said(frame, "_rule")).contains("do not add up");
        assertThat(target(asked("customers", june, LAST))).isEqualTo(7);
    }

    @Test
    void aRateIsNeverDueInPart() {
        shop();
        goal(Goal.of("average-order-value", YEAR, YEAR.plusYears(1).minusDays(1), 12));
        assertThat(target(asked("average-order-value", YEAR, LAST))).isEqualTo(12);
    }

    @Test
    void aGoalCountsForItsOwnPartOnly() {
        shop();
        LocalDate june = LocalDate.of(2024, 6, 1);
        goal(Goal.of("revenue", june, LAST, 300));
        goal(Goal.of("revenue", june, LAST, 160).withPart("country", "France"));
        assertThat(target(asked("revenue", june, LAST))).isEqualTo(300);
        assertThat(target(asked("revenue", june, LAST, Filter.in("country", "France"))))
                .isEqualTo(160);
        assertThat(target(asked("revenue", june, LAST, Filter.in("country", "Spain"))))
                .isNaN();
        assertThat(target(asked("revenue", june, LAST, Filter.in("country", "Spain", "France"))))
                .isNaN();
    }

    @Test
    void aQuestionWithDimensionsIsRefused() {
        MetricQuery byCountry = MetricQuery.of("revenue").by("country");
        assertThatThrownBy(() -> session.assessed(byCountry, NEVER)).hasMessageContaining("Leave out the dimensions");
    }
}
