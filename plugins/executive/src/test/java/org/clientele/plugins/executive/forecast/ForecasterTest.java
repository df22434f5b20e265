package org.clientele.plugins.executive.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.junit.jupiter.api.Test;

class ForecasterTest {
    private static Forecast forecast(double[] y, int cycle, int horizon) {
        return Forecaster.of(y, cycle, horizon, CancelSignal.create());
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Trend, season and noise, as planted. */
    private static double[] planted(int n, int cycle, double slope, double noise, long seed) {
        Random random = new Random(seed);
        double[] y = new double[n];
        for (int t = 0; t < n; t++) {
            y[t] = 1000 + slope * t + 200 * Math.sin(2 * Math.PI * t / cycle) + noise * random.nextGaussian();
        }
        return y;
    }

    @Test
    void aPlantedTrendAndSeasonAreFound() {
        Forecast f = forecast(planted(72, 12, 10, 15, 1), 12, 12);
        double[] truth = planted(84, 12, 10, 0, 1);
        assertThat(f.isNaive()).isFalse();
        assertThat(f.ratio()).isLessThan(0.5);
        double[] points = f.points();
        for (int h = 0; h < 12; h++) {
            assertThat(points[h]).isCloseTo(truth[72 + h], within(60.0));
        }
    }

    @Test
    void aSeriesThatOnlySeasonalNaiveKnowsIsLeftToIt() {
        Random random = new Random(5);
        double[] y = new double[90];
        for (int t = 0; t < y.length; t++) {
            y[t] = t < 9 ? 100 * random.nextDouble() : y[t - 9] + 0.001 * random.nextGaussian();
        }
        Forecast naive = forecast(Arrays.copyOf(y, 90), 1, 9);
        assertThat(naive.cycle()).isEqualTo(1);
        Forecast walk = forecast(walk(200, 7), 1, 20);
        assertThat(walk.isNaive()).isEqualTo(!(walk.ratio() < 1));
        Forecast copy = forecast(y, 9, 9);
        assertThat(copy.isNaive()).isTrue();
        assertThat(copy.model()).isEqualTo("Seasonal naive");
        assertThat(copy.challenger()).startsWith("Holt-Winters");
        assertThat(copy.ratio()).isGreaterThanOrEqualTo(1);
        assertThat(copy.points()).containsExactly(Arrays.copyOfRange(y, 81, 90), within(1e-9));
    }

    private static double[] walk(int n, long seed) {
        Random random = new Random(seed);
        double[] y = new double[n];
        double at = 5000;
        for (int t = 0; t < n; t++) {
            at += 50 * random.nextGaussian();
            y[t] = at;
        }
        return y;
    }

    @Test
    void aSeasonNeedsTwoFullCycles() {
        assertThat(forecast(planted(23, 12, 5, 10, 3), 12, 3).cycle()).isEqualTo(1);
        assertThat(forecast(planted(24, 12, 5, 10, 3), 12, 3).cycle()).isEqualTo(12);
    }

    @Test
    void nothingNegativeIsForecastForWhatIsNeverNegative() {
        double[] y = new double[60];
        for (int t = 0; t < y.length; t++) {
            y[t] = Math.max(0, 300 - 5 * t + 10 * Math.sin(t));
        }
        Forecast f = forecast(y, 1, 12);
        assertThat(Arrays.stream(f.points()).min().orElseThrow()).isNotNegative();
        assertThat(Arrays.stream(f.low()).min().orElseThrow()).isNotNegative();
        assertThat(f.landing(ones(12)).low()).isGreaterThanOrEqualTo(0);
        assertThat(f.landing(ones(12)).atLeast(0)).isEqualTo(1);
    }

    @Test
    void missingValuesAreBridged() {
        double[] y = planted(120, 6, 2, 5, 4);
        double[] holes = y.clone();
        for (int t = 7; t < 120; t += 17) {
            holes[t] = Double.NaN;
        }
        double[] whole = forecast(y, 6, 6).points();
        double[] bridged = forecast(holes, 6, 6).points();
        for (int h = 0; h < 6; h++) {
            assertThat(bridged[h]).isCloseTo(whole[h], within(25.0));
        }
    }

    /** Bounds of single days must not be added up: an error of the level is in all of them. */
    @Test
    void theSumOfAWalkIsAsUncertainAsItsStepsGoTogether() {
        int checked = 0;
        int inside = 0;
        for (int seed = 0; seed < 60; seed++) {
            double[] all = walk(150, 1000 + seed);
            Forecast f = forecast(Arrays.copyOf(all, 130), 1, 20);
            Landing landing = f.landing(ones(20));
            double came = Arrays.stream(all, 130, 150).sum();
            inside += came >= landing.low() && came <= landing.high() ? 1 : 0;
            checked++;
            double independent = Math.sqrt(20) * (f.high()[0] - f.points()[0]);
            assertThat(landing.high() - landing.expected()).isGreaterThan(1.5 * independent);
        }
        assertThat(inside / (double) checked).isBetween(0.7, 0.95);
    }

    @Test
    void probabilityAndIntervalTellTheSame() {
        Landing landing = forecast(planted(60, 12, 4, 40, 8), 12, 6).landing(ones(6));
        assertThat(landing.atLeast(landing.expected())).isCloseTo(0.5, within(1e-9));
        assertThat(landing.atLeast(landing.low())).isCloseTo(0.9, within(0.02));
        assertThat(landing.atLeast(landing.high())).isCloseTo(0.1, within(0.02));
        assertThat(landing.atLeast(landing.high() * 3)).isLessThan(0.05);
        double before = 1;
        for (double v = 0; v < 2 * landing.high(); v += landing.expected() / 50) {
            assertThat(landing.atLeast(v)).isLessThanOrEqualTo(before);
            before = landing.atLeast(v);
        }
    }

    @Test
    void tooLittleHistoryIsSaid() {
        assertThatThrownBy(() -> forecast(ones(9), 1, 3))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_INVALID))
                .hasMessageContaining("10 steps");
    }

    @Test
    void aCancelledForecastEnds() {
        CancelSignal cancel = CancelSignal.create();
        cancel.cancel();
        assertThatThrownBy(() -> Forecaster.of(planted(60, 12, 1, 1, 1), 12, 3, cancel))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }

    @Test
    void eightyPercentBoundsHoldAboutEightyPercentOfPlantedSeries() {
        int inside = 0;
        int checked = 0;
        for (int seed = 0; seed < 20; seed++) {
            Coverage c = forecast(planted(90, 6, 3, 60, 100 + seed), 6, 12).coverage();
            inside += c.inside();
            checked += c.checked();
        }
        assertThat(checked).isGreaterThan(5000);
        assertThat(inside / (double) checked).isBetween(0.75, 0.88);
    }

    /** Revenue of the sample retailer by month, 2023 to 2025: {@code clientele query revenue --by month}. */
    @Test
    void boundsByMonthHoldOnTheSample() throws IOException {
        double[] y;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ForecasterTest.class.getResourceAsStream("sample-revenue-by-month.txt")),
                StandardCharsets.UTF_8))) {
            y = in.lines().mapToDouble(Double::parseDouble).toArray();
        }
        assertThat(y).hasSize(36);
        Forecast f = forecast(y, 12, 12);
        assertThat(f.isNaive()).isFalse();
        assertThat(f.cycle()).isEqualTo(12);
        assertThat(f.coverage().checked()).isEqualTo(78);
        assertThat(f.coverage().share()).isBetween(0.7, 0.9);
        assertThat(forecast(y, 12, 6).coverage().share()).isBetween(0.7, 0.9);
    }

    @Test
    void boundsByDayHoldOnOnlineRetailWhichHasNoSaturdays() throws IOException {
        Path folder = Path.of(System.getProperty("clientele.data", "../../shared/data"), "online_retail");
        assumeThat(folder).as("the folder of Online Retail; set clientele.data").isDirectory();
        Map<LocalDate, Double> revenue = onlineRetail(folder.resolve("online_retail.csv.gz"));
        assertThat(revenue.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(9_747_747.934, within(0.01));
        History history = History.daily(revenue, LocalDate.of(2010, 12, 1), LocalDate.of(2011, 12, 8));
        assertThat(history.closed()).containsExactly(DayOfWeek.SATURDAY);
        assertThat(history.cycle()).isEqualTo(6);
        assertThat(history.length()).isEqualTo(320);
        assertThat(history.missing()).isEqualTo(16);
        for (int horizon : new int[] {12, 30, 70}) {
            Forecast f = forecast(history.values(), history.cycle(), horizon);
            assertThat(f.isNaive()).isFalse();
            assertThat(f.ratio()).isLessThan(0.9);
            assertThat(f.coverage().share())
                    .as("coverage %s days ahead", horizon)
                    .isBetween(0.7, 0.9);
        }
    }

    private static Map<LocalDate, Double> onlineRetail(Path file) throws IOException {
        Map<LocalDate, Double> revenue = new HashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                // Only the third column is quoted; the last three never are, and come from the end.
                String[] end = line.substring(line.lastIndexOf('"') + 1).split(",");
                int n = end.length;
                LocalDate day = LocalDate.parse(end[n - 4].substring(0, 10));
                double amount = Double.parseDouble(end[n - 5]) * Double.parseDouble(end[n - 3]);
                revenue.merge(day, amount, Double::sum);
            }
        }
        return revenue;
    }
}
