package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Running;
import org.junit.jupiter.api.Test;

/** A tile over time in other ways than its dashboard says. */
class ShownAsTest extends RuntimeTest {
    private static final MetricQuery MONTHS =
            MetricQuery.of("clientele.core/customers").by("month");
    private static final DashboardSpec BOARD = DashboardSpec.builder("test.time/board", "Board")
            .tile(TileSpec.builder(
                    "months",
                    "Customers",
                    MONTHS,
                    ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "month").encode(Channel.Y, "customers")))
            .tile(TileSpec.builder(
                    "countries",
                    "By country",
                    MetricQuery.of("clientele.core/customers").by("country"),
                    ChartSpec.of(ChartSpec.BAR).encode(Channel.X, "country").encode(Channel.Y, "customers")))
            .build();

    private Session filled() {
        Session session = session(open(withShop()));
        fill(session);
        return session;
    }

    @Test
    void aTileShowsWhatAQueryOfTheSameWindowsSaysAndSaysSoItself() {
        Session session = filled();
        Scope scope = Scope.of(PeriodChoice.ALL)
                .shownAs("months", new ShownAs(Running.toDate(Grain.YEAR), true))
                .incomplete(Incomplete.WHOLE);
        try (DashboardView view = session.open(BOARD, scope, t -> {})) {
            view.await();
            MetricQuery asked = view.asked("months").orElseThrow();
            assertThat(asked)
                    .isEqualTo(MONTHS.running(Running.toDate(Grain.YEAR))
                            .compare(Comparison.YEAR_BEFORE)
                            .incomplete(Incomplete.WHOLE));
            Frame shown = view.frame("months").orElseThrow();
            Frame queried = session.query(asked, CancelSignal.create());
            assertThat(shown.rowCount()).isEqualTo(queried.rowCount()).isGreaterThan(3);
            int last = shown.rowCount() - 1;
            assertThat(shown.column("customers").longAt(last))
                    .isEqualTo(queried.column("customers").longAt(last));
            assertThat(view.steps("months")).contains(Grain.MONTH);
            assertThat(view.steps("countries")).isEmpty();
            Export export = view.exports()
                    .of(
                            new ExportRequest("months", false, org.clientele.sdk.chart.Theme.LIGHT, 640, 400, Map.of()),
                            CancelSignal.create());
            assertThat(export.picture().title()).isEqualTo("Customers, year to date");
        }
    }

    @Test
    void theRecordsBehindAWindowAreThoseOfAllOfItsDays() {
        Session session = filled();
        MetricQuery lines =
                MetricQuery.of("clientele.core/order-lines").by("month").running(Running.rolling(2));
        Frame frame = session.query(lines, CancelSignal.create());
        int row = frame.rowCount() - 1;
        String month = String.valueOf(frame.column("month").valueAt(row));
        List<RecordsRequest> behind =
                session.records().behind(lines, "order-lines", Map.of("month", month), CancelSignal.create());
        Frame rows = session.rows(behind.get(0).rows(), CancelSignal.create());
        assertThat((long) rows.rowCount()).isEqualTo(frame.column("order-lines").longAt(row));
    }

    @Test
    void rulesComeToTheDaysOfTheWorkspacesCalendar() {
        Session session = filled();
        session.settings().change("fiscal-year-start", "april", CancelSignal.create());
        Period year = session.days(PeriodChoice.YEAR_TO_DATE, CancelSignal.create());
        assertThat(java.util.Objects.requireNonNull(year.from()).getMonthValue())
                .isEqualTo(4);
    }
}
