package org.clientele.platform.charts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the data, no two texts of a chart touch and none leaves the picture, even where a sink draws them 8 % wider. */
class TextGeometryTest {
    static java.util.stream.IntStream seeds() {
        return java.util.stream.IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noTextTouchesAnotherOrLeavesThePicture(int seed) {
        Random random = new Random(seed);
        Frame frame = frame(random);
        Frame trend = random.nextBoolean() ? frame(random) : null;
        for (ChartSpec spec : specs(random, frame)) {
            double width = 200 + random.nextInt(1100);
            double height = spec.kind().equals(ChartSpec.KPI) ? 62 + random.nextInt(160) : 140 + random.nextInt(500);
            Scene scene = ChartCatalog.builtIn()
                    .layout(new ChartRequest(
                            spec,
                            frame,
                            trend,
                            Map.of(),
                            ViewState.initial().with("scroll", String.valueOf(random.nextInt(50))),
                            Theme.LIGHT,
                            width,
                            height,
                            RobotoMeasure.get(),
                            LocaleFormat.of(Locale.UK)));
            Geometry.check(scene, "seed " + seed + ", " + spec + ", " + width + " x " + height);
        }
    }

    private static List<ChartSpec> specs(Random random, Frame frame) {
        String x = random.nextBoolean() ? "day" : "name";
        List<ChartSpec> specs = new ArrayList<>();
        specs.add(OnlineRetail.kpi("y"));
        ChartSpec line = ChartSpec.of(ChartSpec.LINE)
                .encode(Channel.X, x)
                .encode(Channel.Y, "y")
                .option("area", "" + random.nextBoolean());
        specs.add(
                random.nextBoolean()
                        ? line.encode(Channel.BASE, "y_year_before")
                        : line.encode(Channel.Y, "z", "y_year_before"));
        ChartSpec bar = ChartSpec.of(ChartSpec.BAR).encode(Channel.X, x).encode(Channel.Y, "y");
        bar = random.nextBoolean() ? bar.encode(Channel.BASE, "y_year_before") : bar;
        specs.add(bar);
        specs.add((random.nextBoolean() ? bar.encode(Channel.LABEL, "z_name") : bar).option("horizontal", "true"));
        specs.add(ChartSpec.of(ChartSpec.TABLE)
                .encode(Channel.COLUMN, x, "y", "y_change", "z")
                .encode(Channel.LABEL, "z_name")
                .option("bars", random.nextBoolean() ? "y" : "none"));
        return specs;
    }

    private static Frame frame(Random random) {
        int n = Odd.count(random);
        Unit unit = Odd.unit(random);
        Grain grain = Grain.values()[random.nextInt(5)];
        Column.Builder day = Column.builder(ColumnSpec.of("day", ColumnType.DATE));
        LocalDate start =
                grain.floor(LocalDate.of(2005 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        Column.Builder name = Column.builder(ColumnSpec.of("name", ColumnType.TEXT));
        Column.Builder more = Column.builder(ColumnSpec.of("z_name", ColumnType.TEXT));
        int labels = random.nextInt(3);
        for (int i = 0; i < n; i++) {
            day.add(grain.plus(start, i));
            name.add(Odd.label(random, labels, i));
            more.add(Odd.label(random, random.nextInt(3), i));
        }
        double[] y = Odd.values(random, n);
        double[] base = Odd.values(random, n);
        double[] change = new double[n];
        for (int i = 0; i < n; i++) {
            change[i] = (y[i] - base[i]) / Math.abs(base[i]);
        }
        return Frame.of(
                        day.build(),
                        name.build(),
                        more.build(),
                        OnlineRetail.doubles("y", unit, y),
                        OnlineRetail.doubles("y_year_before", unit, base),
                        OnlineRetail.doubles("y_change", Unit.ratio(), change),
                        OnlineRetail.doubles("z", Unit.none(), Odd.values(random, n)))
                .withCaveat(Caveat.of(Caveat.Kind.PERIOD_INCOMPLETE, "The last step has not ended."));
    }
}
