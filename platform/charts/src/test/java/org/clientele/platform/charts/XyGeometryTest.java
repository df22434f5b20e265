package org.clientele.platform.charts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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

/** Whatever the data, options and view, charts with axes keep their texts apart and inside, and every place is a number. */
class XyGeometryTest {
    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyDataLaysOut(int seed) {
        Random random = new Random(seed);
        Frame frame = frame(random, seed % 60 == 7 ? Odd.MANY : Odd.count(random));
        for (ChartSpec spec : specs(random)) {
            double width = 200 + random.nextInt(1100);
            double height = 120 + random.nextInt(520);
            Scene scene = ChartCatalog.builtIn()
                    .layout(new ChartRequest(
                            spec,
                            frame,
                            null,
                            Map.of(),
                            view(random),
                            random.nextBoolean() ? Theme.LIGHT : Theme.DARK,
                            width,
                            height,
                            RobotoMeasure.get(),
                            LocaleFormat.of(Locale.UK)));
            Geometry.check(scene, "seed " + seed + ", " + spec + ", " + width + " x " + height);
        }
    }

    private static ViewState view(Random random) {
        ViewState view = ViewState.initial();
        for (String parameter : List.of("x", "y", "x.range", "y.range")) {
            if (random.nextInt(3) == 0) {
                double low = random.nextDouble();
                view = view.with(parameter, low + ".." + (low + random.nextDouble() * (1 - low)));
            }
        }
        return view;
    }

    private static List<ChartSpec> specs(Random random) {
        String x = List.of("day", "moment", "name").get(random.nextInt(3));
        List<ChartSpec> specs = new ArrayList<>();
        for (String kind : List.of(ChartSpec.LINE, ChartSpec.BAR)) {
            ChartSpec spec = ChartSpec.of(kind).encode(Channel.X, x).encode(Channel.Y, "y");
            if (random.nextInt(3) == 0) {
                spec = spec.encode(Channel.Y, "z");
            } else if (random.nextBoolean()) {
                spec = spec.encode(Channel.COLOR, "group");
            }
            spec = random.nextInt(3) == 0 ? spec.encode(Channel.LOW, "low").encode(Channel.HIGH, "high") : spec;
            spec = random.nextInt(3) == 0 ? spec.encode(Channel.TARGET, "z") : spec;
            spec = random.nextInt(4) == 0 ? spec.encode(Channel.FACET, "panel") : spec;
            spec = spec.option("stack", pick(random, "none", "none", "total", "share"))
                    .option("mark", pick(random, "bar", "lollipop", "bullet"))
                    .option("scale", pick(random, "linear", "linear", "log"))
                    .option("area", pick(random, "true", "false"))
                    .option("horizontal", pick(random, "true", "false"))
                    .option("right", pick(random, "z", ""));
            specs.add(guided(random, spec));
        }
        specs.add(guided(random, points(random)));
        for (String kind : List.of(ChartSpec.HISTOGRAM, ChartSpec.BOX, ChartSpec.VIOLIN)) {
            boolean histogram = kind.equals(ChartSpec.HISTOGRAM);
            ChartSpec spec = ChartSpec.of(kind).encode(histogram ? Channel.X : Channel.Y, "y");
            spec = random.nextInt(3) > 0 ? spec.encode(histogram ? Channel.COLOR : Channel.X, "group") : spec;
            spec = histogram && random.nextInt(4) == 0 ? spec.encode(Channel.Y, "z") : spec;
            spec = random.nextInt(4) == 0 ? spec.encode(Channel.FACET, "panel") : spec;
            spec = random.nextInt(4) == 0 ? spec.option("bins", "" + (1 + random.nextInt(90))) : spec;
            specs.add(guided(
                    random,
                    spec.option("horizontal", pick(random, "true", "false"))
                            .option("scale", pick(random, "linear", "log"))));
        }
        return specs;
    }

    private static ChartSpec points(Random random) {
        ChartSpec spec = ChartSpec.of(ChartSpec.POINT)
                .encode(Channel.X, pick(random, "z", "z", "day", "moment", "name"))
                .encode(Channel.Y, "y");
        spec = random.nextBoolean() ? spec.encode(Channel.COLOR, pick(random, "group", "high")) : spec;
        spec = random.nextBoolean() ? spec.encode(Channel.SIZE, pick(random, "low", "high", "z")) : spec;
        spec = random.nextBoolean() ? spec.encode(Channel.LABEL, "name") : spec;
        spec = random.nextInt(3) == 0 ? spec.encode(Channel.LOW, "low").encode(Channel.HIGH, "high") : spec;
        spec = random.nextInt(4) == 0 ? spec.encode(Channel.FACET, "panel") : spec;
        return spec.option("scale", pick(random, "linear", "linear", "log"))
                .option("scale.x", pick(random, "linear", "linear", "log"));
    }

    private static ChartSpec guided(Random random, ChartSpec plain) {
        ChartSpec spec = plain;
        for (int i = 0; i < random.nextInt(4); i++) {
            String label = random.nextBoolean() ? "Target " + i : Odd.label(random, 1, i);
            spec = spec.option("reference." + i, random.nextGaussian() * 100 + (label == null ? "" : "|" + label))
                    .option("range." + i, "-3.." + random.nextInt(50) + "|Usual " + i)
                    .option(
                            "annotation." + i,
                            "20" + (10 + random.nextInt(10)) + "-06-01|" + (label == null ? "" : label));
        }
        return spec;
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Frame frame(Random random, int n) {
        Unit unit = Odd.unit(random);
        Grain grain = Grain.values()[random.nextInt(5)];
        Column.Builder day = Column.builder(ColumnSpec.of("day", ColumnType.DATE));
        Column.Builder moment = Column.builder(ColumnSpec.of("moment", ColumnType.TIMESTAMP));
        LocalDate start = grain.floor(LocalDate.of(2005 + random.nextInt(10), 1 + random.nextInt(12), 1));
        LocalDateTime from = start.atStartOfDay();
        Column.Builder name = Column.builder(ColumnSpec.of("name", ColumnType.TEXT));
        Column.Builder group = Column.builder(ColumnSpec.of("group", ColumnType.TEXT));
        Column.Builder panel = Column.builder(ColumnSpec.of("panel", ColumnType.TEXT));
        int labels = random.nextInt(3);
        int groups = 1 + random.nextInt(random.nextBoolean() ? 5 : 60);
        int each = 1 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            day.add(random.nextInt(20) == 0 ? null : grain.plus(start, i / each));
            moment.add(random.nextInt(20) == 0 ? null : from.plusMinutes(37L * i));
            name.add(Odd.label(random, labels, i / each));
            group.add(Odd.label(random, labels, random.nextInt(groups)));
            panel.add(Odd.label(random, labels, random.nextInt(groups)));
        }
        double[] y = Odd.values(random, n);
        double[] low = y.clone();
        double[] high = y.clone();
        for (int i = 0; i < n; i++) {
            low[i] -= Math.abs(y[i]) * random.nextDouble();
            high[i] += Math.abs(y[i]) * random.nextDouble();
        }
        return Frame.of(
                        day.build(),
                        moment.build(),
                        name.build(),
                        group.build(),
                        panel.build(),
                        OnlineRetail.doubles("y", unit, y),
                        OnlineRetail.doubles("z", Unit.none(), Odd.values(random, n)),
                        OnlineRetail.doubles("low", unit, low),
                        OnlineRetail.doubles("high", unit, high))
                .withCaveat(Caveat.of(Caveat.Kind.PERIOD_INCOMPLETE, "The last step has not ended."));
    }
}
