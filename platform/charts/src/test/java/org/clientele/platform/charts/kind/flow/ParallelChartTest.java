package org.clientele.platform.charts.kind.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Golden;
import org.clientele.platform.charts.RealFrames;
import org.clientele.platform.charts.Sketch;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelChartTest {
    private static final ChartSpec CUSTOMERS = ChartSpec.of(ChartSpec.PARALLEL)
            .encode(Channel.COLUMN, "recency", "orders", "revenue", "country")
            .option("log", "orders,revenue");
    private static final ChartSpec COUNTRIES = ChartSpec.of(ChartSpec.PARALLEL)
            .encode(Channel.COLUMN, "customers", "orders", "revenue")
            .encode(Channel.LABEL, "country")
            .option("log", "customers,orders,revenue");

    @ParameterizedTest
    @CsvSource({"customers, light", "customers, dark", "countries, light", "countries, dark"})
    void realRowsAreDrawnAsReadBefore(String name, String theme) {
        ChartSpec spec = name.equals("customers") ? CUSTOMERS : COUNTRIES;
        Scene scene = Sketch.of(spec, RealFrames.of(name), theme.equals("dark") ? Theme.DARK : Theme.LIGHT, 760, 340);
        Geometry.check(scene, name);
        Golden.check("parallel-" + name + "-" + theme, scene);
    }

    @Test
    void theLargestBundleCountsItsRows() {
        Frame frame = Frame.of(
                Sketch.numbers(
                        "a",
                        Unit.none(),
                        java.util.stream.DoubleStream.concat(
                                        java.util.stream.DoubleStream.generate(() -> 1)
                                                .limit(200),
                                        java.util.stream.DoubleStream.iterate(2, v -> v + 1)
                                                .limit(100))
                                .toArray()),
                Sketch.numbers(
                        "b",
                        Unit.of("orders"),
                        java.util.stream.DoubleStream.concat(
                                        java.util.stream.DoubleStream.generate(() -> 50)
                                                .limit(200),
                                        java.util.stream.DoubleStream.iterate(51, v -> v + 1)
                                                .limit(100))
                                .toArray()));
        ChartSpec spec = ChartSpec.of(ChartSpec.PARALLEL).encode(Channel.COLUMN, "a", "b");
        Scene scene = Sketch.of(spec, frame, Theme.LIGHT, 500, 300);
        int inFirst = Integer.parseInt(Sketch.entry(scene, "bundle-0", "Rows"));
        assertThat(inFirst).isGreaterThanOrEqualTo(200).isLessThan(210);
        assertThat(Sketch.entry(scene, "bundle-0", "B")).startsWith("50 to ");
        assertThat(scene.description()).startsWith("300 rows across 2 axes: A from 1 to 101; B from 50 to 150.");
    }

    @Test
    void aRowSaysItsValuesAndSelectsItsMember() {
        Scene scene = Sketch.of(COUNTRIES, RealFrames.of("countries"), Theme.LIGHT, 760, 340);
        assertThat(Sketch.datum(scene, "row-3").title()).isEqualTo("Germany");
        assertThat(Sketch.entry(scene, "row-3", "Revenue")).isEqualTo("GBP 228,867.14");
        assertThat(Sketch.datum(scene, "row-3").members()).containsEntry("country", "Germany");
    }

    @Test
    void oneAxisIsRefused() {
        ChartSpec spec = ChartSpec.of(ChartSpec.PARALLEL).encode(Channel.COLUMN, "revenue");
        assertThatThrownBy(() -> Sketch.of(spec, RealFrames.of("countries"), Theme.LIGHT, 760, 340))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("at least two columns");
    }

    @Test
    void oddDataStaysReadable() {
        Sketch.bears(random -> {
            ChartSpec spec = ChartSpec.of(ChartSpec.PARALLEL).encode(Channel.COLUMN, "a", "b", "group", "c", "d");
            spec = random.nextBoolean() ? spec : spec.encode(Channel.LABEL, "name");
            spec = random.nextBoolean() ? spec : spec.encode(Channel.COLOR, "group");
            return random.nextBoolean() ? spec : spec.option("log", "a,c,d");
        });
    }
}
