package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest extends RuntimeTest {
    private static final MetricQuery GOODS = MetricQuery.of("revenue").where(Filter.where("is_charge = false"));

    private Workspace workspace;
    private Session session;

    @BeforeEach
    void openOne() {
        workspace = open(withShop());
        session = session(workspace);
    }

    private SettingView set(String name, String value) {
        return session.settings().change(name, value, CancelSignal.create());
    }

    @Test
    void whatNobodySetHasItsDefault() {
        assertThat(session.settings().all())
                .extracting(SettingView::name)
                .containsExactly(
                        "currency",
                        "locale",
                        "time-zone",
                        "fiscal-year-start",
                        "week",
                        "calendar",
                        "year-end",
                        "charge-codes",
                        "charge-words");
        assertThat(session.settings().all()).allSatisfy(s -> {
            assertThat(s.value()).isEqualTo(s.standard());
            assertThat(s.set()).isFalse();
            assertThat(s.about()).endsWith(".");
        });
        assertThat(session.settings().get("calendar").value()).isEqualTo("gregorian");
    }

    @Test
    void numbersAndDatesAreShownAsTheLocaleWritesThemFromTheMomentItIsSet() {
        ValueFormat format = session.format();
        Column amount = Column.decimalBuilder(ColumnSpec.of("amount", ColumnType.DECIMAL), 2)
                .addDecimal(new java.math.BigDecimal("1234567.89"))
                .build();
        assertThat(format.exact(amount, 0)).isEqualTo("1,234,567.89");
        set("locale", "de-DE");
        assertThat(format.exact(amount, 0)).isEqualTo("1.234.567,89");
        assertThat(format.period(LocalDate.of(2026, 3, 1), Grain.MONTH)).contains("März");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> set("locale", "klingon"), "as de or de-DE");
        set("locale", "default");
        assertThat(format.exact(amount, 0)).isEqualTo("1,234,567.89");
    }

    @Test
    void aDateThatCanBeReadInTwoWaysIsReadInTheWayOfTheLocale() throws IOException {
        for (String locale : List.of("en-US", "de-DE")) {
            set("locale", locale);
            Path file = Files.writeString(
                    temp.resolve(locale + ".csv"),
                    "order_id,ordered_at,product_id,quantity,unit_price\n" + locale + ",03/04/2031,zz,1,1\n");
            session.imports()
                    .run(
                            new ImportCommand(List.of(file), "", "order_line", ImportMode.APPEND),
                            Progress.NONE,
                            CancelSignal.create());
        }
        Frame days = session.query(
                MetricQuery.of("orders").by("day").where(Filter.in("product", "zz")), CancelSignal.create());
        assertThat(days.columns().get(0).valueAt(0)).hasToString("2031-03-04");
        assertThat(days.columns().get(0).valueAt(1)).hasToString("2031-04-03");
    }

    @ParameterizedTest
    @CsvSource({
        "currency, eur, EUR",
        "locale, de_de, de-DE",
        "time-zone, America/Sao_Paulo, America/Sao_Paulo",
        "fiscal-year-start, 4, april",
        "fiscal-year-start, October, october",
        "week, US, us",
        "week, monday/4, iso",
        "week, saturday/7, saturday/7",
        "calendar, 4-5-4, 4-5-4",
        "year-end, nearest-Saturday, nearest-saturday"
    })
    void aValueIsKeptOverARestart(String name, String value, String kept) {
        assertThat(set(name, value).value()).isEqualTo(kept);
        workspace.close();
        Session again = session(open(withoutPlugins()));
        assertThat(again.settings().get(name).value()).isEqualTo(kept);
        assertThat(again.settings().get(name).set()).isTrue();
        again.settings().change(name, "default", CancelSignal.create());
        assertThat(again.settings().get(name).set()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "currency | euros | three letters",
                "time-zone | Mars/Olympus | Europe/Berlin",
                "fiscal-year-start | 13 | april",
                "week | monday/9 | iso",
                "week | someday/4 | weekday",
                "calendar | 4-4-4 | 5-4-4",
                "year-end | first-monday | last-saturday",
                "charge-codes | POST( | regular expression",
                "charge-codes | (?=POST) | regular expression",
                "colour | red | charge-words"
            })
    void aWrongValueIsRefusedAndChangesNothing(String name, String value, String said) {
        fill(session);
        List<SettingView> before = session.settings().all();
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> set(name, value), said);
        assertThat(session.settings().all()).isEqualTo(before);
    }

    @Test
    void theFirstImportHoldsTheTimeZoneFast() {
        assertThat(session.settings().get("time-zone").set()).isFalse();
        fill(session);
        assertThat(session.settings().get("time-zone").set()).isTrue();
    }

    @Test
    void aChangeIsToldAndAsksAnew() {
        fill(session);
        MetricQuery byYear = MetricQuery.of("revenue").by("year");
        assertThat(first(byYear)).isEqualTo(LocalDate.of(2022, 1, 1));
        AtomicInteger told = new AtomicInteger();
        workspace.onChange(told::incrementAndGet);
        set("fiscal-year-start", "april");
        assertThat(told).hasValue(1);
        assertThat(first(byYear)).isEqualTo(LocalDate.of(2022, 4, 1));
        assertThat(session.format().period(LocalDate.of(2022, 4, 1), Grain.YEAR))
                .isEqualTo("FY 2022/23");
        assertThat(session.format().tick(LocalDate.of(2022, 7, 1), Grain.QUARTER))
                .isEqualTo("Q2");
        DashboardView view = session.open("plain", Scope.of(PeriodChoice.YEAR_TO_DATE), tile -> {});
        view.await();
        assertThat(view.period()).isEqualTo(new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 12, 31)));
        assertThat(value(view, "revenue")).isEqualTo(15.0);
    }

    @Test
    void aTickThatIsNoStepOfTheFiscalYearKeepsItsNameOnTheWall() {
        set("fiscal-year-start", "february");
        set("calendar", "4-5-4");
        set("year-end", "nearest-saturday");
        assertThat(session.format().tick(LocalDate.of(2011, 5, 1), Grain.MONTH)).isEqualTo("May");
        assertThat(session.format().period(LocalDate.of(2011, 5, 1), Grain.MONTH))
                .isEqualTo("FY 2011/12 P4");
        assertThat(session.format().tick(LocalDate.of(2011, 6, 1), Grain.MONTH)).isEqualTo("Jun");
        assertThat(session.format().tick(LocalDate.of(2011, 1, 1), Grain.YEAR)).isEqualTo("2011");
    }

    private Object first(MetricQuery query) {
        Frame frame = session.query(query, CancelSignal.create());
        return frame.columns().get(0).valueAt(0);
    }

    @Test
    void theRuleForChargesMarksStoredLinesAtOnceAndIsUndoneBySettingItBack() throws IOException {
        fill(session);
        assertThat(value(session, GOODS)).isEqualTo(52.0);
        set("charge-codes", "P1");
        assertThat(session.query(GOODS, CancelSignal.create()).columns().get(0).isNull(0))
                .as("all lines are of P1")
                .isTrue();
        set("charge-codes", "default");
        assertThat(value(session, GOODS)).isEqualTo(52.0);
        set("charge-codes", "P2");
        importLine("B7,2025-01-01 10:00:00,P2,1,3.00,GBP");
        importLine("B8,2025-01-01 10:00:00,P3,1,4.00,GBP");
        assertThat(value(session, GOODS)).isEqualTo(56.0);
        set("charge-codes", "default");
        assertThat(value(session, GOODS)).isEqualTo(59.0);
    }

    private void importLine(String line) throws IOException {
        Path file = temp.resolve("orders.csv");
        Files.writeString(file, "order_id,ordered_at,product_id,quantity,unit_price,currency\n" + line + "\n");
        session.imports()
                .run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, CancelSignal.create());
    }

    @Test
    void chargesAreNoLessRevenueThanGoods() {
        fill(session);
        set("charge-codes", "P1");
        assertThat(value(session, MetricQuery.of("revenue"))).isEqualTo(52.0);
    }
}
