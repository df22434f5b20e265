package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.Alert.Condition;
import org.clientele.platform.runtime.alerts.AlertBook;
import org.clientele.platform.runtime.alerts.AlertView;
import org.clientele.platform.runtime.alerts.Crossing;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertBookTest extends RuntimeTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    private Workspace workspace;
    private Session session;
    private Instant now = Instant.parse("2024-06-01T10:00:00Z");

    @BeforeEach
    void openOne() {
        workspace = open(withoutPlugins());
        session = session(workspace);
    }

    private AlertBook book() {
        return session.alerts(Clock.fixed(now, ZoneOffset.UTC));
    }

    /** One order a day; {@link Session#load} fills empty workspaces only. */
    private void start(String... daysAndPrices) {
        Lines lines = new Lines();
        for (int i = 0; i < daysAndPrices.length; i += 2) {
            lines.line("O" + i, daysAndPrices[i] + "T10:00", "C1", "France", 1, daysAndPrices[i + 1]);
        }
        Frame frame = lines.frame();
        session.imports()
                .load("Orders", String.join(",", daysAndPrices), NEVER, sink -> sink.rows("order_line", frame));
    }

    private List<String> found() {
        return book().check(NEVER).crossings().stream()
                .map(c -> c.from() + " " + c.value())
                .toList();
    }

    @Test
    void aPeriodIsJudgedOnceARowOfALaterDayShowsThatItIsWhole() throws Exception {
        start("2024-03-01", "5.00", "2024-04-10", "30.00", "2024-04-30", "40.00");
        book().save(Alert.of("revenue", Condition.ABOVE, 50, Grain.MONTH), NEVER);

        assertThat(found())
                .as("April may still grow on its last day; March is 5")
                .isEmpty();
        append("X1", "2024-05-01", "1.00");
        assertThat(found()).containsExactly("2024-04-01 70.0");
        assertThat(found()).as("once").isEmpty();
        assertThat(book().history()).hasSize(1);
        assertThat(book().history().get(0).sentence())
                .isEqualTo("Net revenue, April 2024: GBP 70.00, above GBP 50.00.");
        assertThat(book().command(book().history().get(0)))
                .hasValue("clientele query clientele.core/revenue --from 2024-04-01 --to 2024-04-30");
    }

    private int files;

    /** A row by way of a file, as they come. */
    private void append(String order, String day, String price) throws java.io.IOException {
        java.nio.file.Path file = java.nio.file.Files.writeString(
                home().resolveSibling("more" + files++ + ".csv"),
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n" + order
                        + ",P,THING,1," + day + " 10:00:00," + price + ",17850,France\n");
        session.imports()
                .run(
                        new ImportCommand(List.of(file), "", "", ImportMode.APPEND),
                        org.clientele.sdk.Progress.NONE,
                        NEVER);
    }

    @Test
    void whatWasFoundIsKnownAfterARestartAndNeedsTheBandToBeFoundAgain() throws Exception {
        start("2024-03-01", "60.00", "2024-03-02", "1.00");
        book().save(Alert.of("revenue", Condition.ABOVE, 50, Grain.DAY).withBand(10), NEVER);
        assertThat(found()).containsExactly("2024-03-01 60.0");

        workspace.close();
        workspace = open(withoutPlugins());
        session = session(workspace);
        assertThat(found()).isEmpty();
        append("A", "2024-03-02", "45.00");
        append("B", "2024-03-03", "55.00");
        append("C", "2024-03-04", "30.00");
        append("D", "2024-03-05", "80.00");
        append("E", "2024-03-06", "90.00");
        assertThat(found()).as("46 is within the band, 30 is back").containsExactly("2024-03-05 80.0");
        append("F", "2024-03-05", "5.00");
        assertThat(found()).as("more rows of a day that crossed").isEmpty();
        assertThat(book().history()).extracting(Crossing::from).hasSize(2);
    }

    @Test
    void aChangeIsAgainstThePeriodBeforeAndOnlyWhereTheDataCoversThat() throws Exception {
        start("2024-03-04", "10.00", "2024-03-12", "30.00", "2024-03-19", "20.00", "2024-03-26", "1.00");
        book().save(Alert.of("revenue", Condition.RISES, 0.5, Grain.WEEK), NEVER);
        Alert falls = book().save(Alert.of("revenue", Condition.FALLS, 0.3, Grain.WEEK), NEVER);

        assertThat(found()).as("the week of 18 March fell by a third").containsExactly("2024-03-18 20.0");
        Crossing c = book().history().get(0);
        assertThat(c.alert().id()).isEqualTo(falls.id());
        assertThat(c.base()).isEqualTo(30.0);
        assertThat(c.sentence()).contains("−33.3 % against the period before");
        Frame asked = session.query(
                MetricQuery.of("revenue")
                        .by("week")
                        .during(new Period(c.from(), c.to()))
                        .compare(Comparison.PREVIOUS),
                NEVER);
        assertThat(asked.columns().get(3).doubleAt(0))
                .isCloseTo(-1 / 3.0, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(session.query(book().question(c), NEVER).columns().get(1).doubleAt(0))
                .isEqualTo(c.value());

        Alert year = book().save(
                        Alert.of("revenue", Condition.RISES, 0.1, Grain.WEEK).against(Comparison.YEAR_BEFORE), NEVER);
        assertThat(found()).as("nothing to compare with").isEmpty();
        assertThat(book().all().stream()
                        .filter(v -> v.alert().id().equals(year.id()))
                        .findFirst()
                        .orElseThrow()
                        .seen())
                .isNull();
    }

    @Test
    void valuesAreThoseOfAQueryWithTheSameFilters() throws Exception {
        start("2024-03-01", "60.00", "2024-03-02", "1.00");
        append("A", "2024-03-01", "70.00");
        List<Filter> filters = List.of(Filter.in("country", "France"), Filter.where("unit_price > 50"));
        book().save(Alert.of("orders", Condition.ABOVE, 1, Grain.DAY).where(filters), NEVER);
        assertThat(found()).containsExactly("2024-03-01 2.0");
        MetricQuery query = MetricQuery.of("orders")
                .during(new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 1)))
                .where(filters.get(0))
                .where(filters.get(1));
        assertThat(value(session, query)).isEqualTo(2.0);
        assertThat(book().command(book().history().get(0)).orElseThrow())
                .endsWith("--where \"country in ('France')\" --where \"unit_price > 50\"");
    }

    @Test
    void silenceIsMeasuredByTheClockOnTheWallAndToldOnceAGap() throws Exception {
        start("2024-05-20", "1.00", "2024-05-25", "1.00");
        book().save(Alert.of("revenue", Condition.NO_DATA, 5, Grain.DAY), NEVER);
        now = Instant.parse("2024-05-30T23:00:00Z");
        assertThat(found()).as("five days are not more than five").isEmpty();
        now = Instant.parse("2024-05-31T01:00:00Z");
        assertThat(found()).containsExactly("2024-05-26 6.0");
        now = Instant.parse("2024-06-05T01:00:00Z");
        assertThat(found()).as("the same gap").isEmpty();
        append("N", "2024-06-05", "1.00");
        assertThat(found()).isEmpty();
        now = Instant.parse("2024-06-20T01:00:00Z");
        assertThat(found()).containsExactly("2024-06-06 15.0");
        assertThat(book().history().get(0).sentence())
                .isEqualTo("No net revenue for 15 days: the last is of 5 Jun 2024.");
    }

    @Test
    void aNewAlertJudgesTheNewestWholePeriodOnlyAndLaterEachInBetween() throws Exception {
        start("2024-03-01", "99.00", "2024-03-02", "1.00", "2024-03-03", "2.00");
        book().save(Alert.of("revenue", Condition.ABOVE, 50, Grain.DAY), NEVER);
        assertThat(found()).as("1 March is past").isEmpty();
        append("A", "2024-03-04", "70.00");
        append("B", "2024-03-05", "3.00");
        append("C", "2024-03-06", "80.00");
        append("D", "2024-03-07", "80.00");
        assertThat(found()).containsExactly("2024-03-04 70.0", "2024-03-06 80.0");
    }

    @Test
    void whatCannotBeAnAlertIsRefusedAndAPausedOneIsLeftAlone() {
        start("2024-03-01", "60.00", "2024-03-02", "1.00");
        Alert good = Alert.of("revenue", Condition.ABOVE, 50, Grain.DAY);
        assertRefused(
                ErrorCode.METRIC_UNKNOWN, () -> book().save(Alert.of("revenu", Condition.ABOVE, 1, Grain.DAY), NEVER));
        assertRefused(
                ErrorCode.DIMENSION_UNKNOWN,
                () -> book().save(good.where(List.of(Filter.in("planet", "Mars"))), NEVER));
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> Alert.of("revenue", Condition.RISES, -0.1, Grain.DAY));
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> book().remove("7"), "There is no alert 7");
        Alert saved = book().save(good.paused(true), NEVER);
        assertThat(found()).isEmpty();
        book().save(saved.paused(false), NEVER);
        assertThat(found()).hasSize(1);
        book().save(saved.withTitle("Other").paused(false), NEVER);
        assertThat(found()).as("the same under another title").isEmpty();
        assertThat(book().acknowledge(0)).isEqualTo(1);
        assertThat(book().acknowledge(0)).isZero();
        List<Long> known = List.of(book().history().get(0).id());
        assertThat(book().acknowledge(known, false)).isEqualTo(1);
        assertThat(book().history()).extracting(Crossing::acknowledgedAt).containsOnlyNulls();
        assertThat(book().acknowledge(known, true)).isEqualTo(1);
        assertThat(book().acknowledge(known, true)).isZero();
        assertThat(book().history()).extracting(Crossing::acknowledgedAt).doesNotContainNull();
        Alert gone = book().remove(saved.id());
        assertThat(book().all()).isEmpty();
        assertThat(book().history()).as("what it found stays").hasSize(1);
        book().save(gone, NEVER);
        assertThat(book().all()).extracting(AlertView::crossed).containsExactly(true);
        assertThat(found()).isEmpty();
    }
}
