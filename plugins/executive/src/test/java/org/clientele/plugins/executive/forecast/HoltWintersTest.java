package org.clientele.plugins.executive.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.clientele.plugins.executive.forecast.HoltWinters.Fit;
import org.clientele.plugins.executive.forecast.HoltWinters.Run;
import org.clientele.plugins.executive.forecast.HoltWinters.State;
import org.clientele.plugins.executive.forecast.HoltWinters.Weights;
import org.clientele.plugins.executive.forecast.Shape.Season;
import org.clientele.plugins.executive.forecast.Shape.Trend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against R's figures for the air passengers of Box and Jenkins; {@code holt-winters.R} says how they were made. */
class HoltWintersTest {
    private static final Offset<Double> SAME = within(1e-5);
    private static final Map<String, double[]> R = read();

    private static Map<String, double[]> read() {
        Map<String, double[]> all = new HashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HoltWintersTest.class.getResourceAsStream("holt-winters.csv")),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split(",");
                all.put(
                        parts[0] + " " + parts[1],
                        Arrays.stream(parts[2].strip().split(" +"))
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }

    /** One of R's models: where it begins and what it is. */
    private enum Reference {
        ADDITIVE("additive", 12, new Shape(Trend.LINEAR, Season.ADDITIVE)),
        MULTIPLICATIVE("multiplicative", 12, new Shape(Trend.LINEAR, Season.MULTIPLICATIVE)),
        DAMPED("damped", 0, new Shape(Trend.DAMPED, Season.ADDITIVE));

        private final String name;
        private final int begin;
        private final Shape shape;

        Reference(String name, int begin, Shape shape) {
            this.name = name;
            this.begin = begin;
            this.shape = shape;
        }

        double[] of(String what) {
            return Objects.requireNonNull(R.get(name + " " + what));
        }

        double[] series() {
            double[] all = Objects.requireNonNull(R.get("series values"));
            return Arrays.copyOfRange(all, begin, all.length);
        }

        State start() {
            return new State(of("start")[0], of("start")[1], of("season"), 0);
        }

        /** The package forecast writes the model's errors' own weights: beta = alpha x trend, gamma = (1 - alpha) x season. */
        Weights weights() {
            double[] w = of("weights");
            return this == DAMPED
                    ? new Weights(w[0], w[1] / w[0], w[2] / (1 - w[0]), w[3])
                    : new Weights(w[0], w[1], w[2], 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Reference.class)
    void goesThroughASeriesAsRDoes(Reference r) {
        Run run = HoltWinters.run(r.series(), r.shape, r.start(), r.weights());
        assertThat(run.forecasts()).containsExactly(r.of("fitted"), within(1e-4));
        assertThat(run.squares(0)).isCloseTo(r.of("squares")[0], within(1e-2));
        assertThat(HoltWinters.ahead(run.end(), r.shape, r.weights(), 24)).containsExactly(r.of("ahead"), within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(Reference.class)
    void findsWeightsThatAreNoWorseThanRs(Reference r) {
        Fit fit = HoltWinters.fit(r.series(), r.shape, r.start(), 0);
        assertThat(fit.run().squares(0)).isLessThanOrEqualTo(r.of("squares")[0] * 1.0001);
    }

    @Test
    void aSeriesOfItsOwnShapeIsForecastExactly() {
        double[] season = {0.7, 0.9, 1.1, 1.3};
        double[] y = new double[40];
        for (int t = 0; t < y.length; t++) {
            y[t] = (100 + 2 * t) * season[t % 4];
        }
        Fit fit = HoltWinters.fit(y, 4, new Shape(Trend.LINEAR, Season.MULTIPLICATIVE));
        double[] ahead =
                HoltWinters.ahead(fit.run().end(), new Shape(Trend.LINEAR, Season.MULTIPLICATIVE), fit.weights(), 8);
        for (int h = 0; h < 8; h++) {
            assertThat(ahead[h]).isCloseTo((100 + 2 * (40 + h)) * season[(40 + h) % 4], within(0.5));
        }
    }

    @Test
    void aMissingValueTeachesNothingAndMovesTheLevelOn() {
        Shape shape = new Shape(Trend.LINEAR, Season.ADDITIVE);
        State start = new State(10, 1, new double[] {5, -5}, 0);
        Weights w = new Weights(0.4, 0.3, 0.2, 1);
        Run whole = HoltWinters.run(new double[] {16, 7}, shape, start, w);
        Run gap = HoltWinters.run(new double[] {Double.NaN, 7}, shape, start, w);
        assertThat(whole.errors()).containsExactly(new double[] {0, 0}, SAME);
        assertThat(gap.errors()[0]).isNaN();
        assertThat(gap.end().level()).isCloseTo(12, SAME);
        assertThat(gap.end().trend()).isCloseTo(1, SAME);
    }

    @Test
    void theSimplexStaysInItsBoxAndFindsTheLeast() {
        double[] inside = NelderMead.least(
                p -> Math.pow(p[0] - 0.3, 2) + 10 * Math.pow(p[1] - p[0] * p[0], 2), new double[] {0.9, 0.9}, 0.2, 500);
        assertThat(inside[0]).isCloseTo(0.3, within(1e-3));
        assertThat(inside[1]).isCloseTo(0.09, within(1e-3));
        double[] corner = NelderMead.least(
                p -> {
                    assertThat(p[0]).isBetween(0.0, 1.0);
                    assertThat(p[1]).isBetween(0.0, 1.0);
                    return -p[0] + p[1];
                },
                new double[] {0.5, 0.5},
                0.2,
                500);
        assertThat(corner[0]).isCloseTo(1, within(1e-6));
        assertThat(corner[1]).isCloseTo(0, within(1e-6));
    }
}
