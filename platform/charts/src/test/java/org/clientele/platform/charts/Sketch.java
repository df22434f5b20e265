package org.clientele.platform.charts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Scenes of one chart without a card, columns by hand, and what a scene's parts stand for. */
public final class Sketch {
    private Sketch() {}

    /** The scene of a chart in British English. */
    public static Scene of(ChartSpec spec, Frame frame, Theme theme, double width, double height) {
        return of(spec, frame, Map.of(), theme, width, height);
    }

    /** The same with definitions of metrics. */
    public static Scene of(
            ChartSpec spec,
            Frame frame,
            Map<String, MetricDefinition> metrics,
            Theme theme,
            double width,
            double height) {
        return ChartCatalog.builtIn()
                .layout(new ChartRequest(
                        spec,
                        frame,
                        null,
                        metrics,
                        ViewState.initial(),
                        theme,
                        width,
                        height,
                        RobotoMeasure.get(),
                        LocaleFormat.of(Locale.UK)));
    }

    /** A column of numbers; NaN is missing. */
    public static Column numbers(String name, Unit unit, double... values) {
        Column.Builder b = Column.builder(new ColumnSpec(name, ColumnType.DOUBLE, unit, ""));
        for (double v : values) {
            b.addDouble(v);
        }
        return b.build();
    }

    /** A column of texts; null is missing. */
    public static Column texts(String name, @Nullable String... values) {
        Column.Builder b = Column.builder(ColumnSpec.of(name, ColumnType.TEXT));
        for (String v : values) {
            b.add(v);
        }
        return b.build();
    }

    /** A frame of odd data: names "name" and "other", groups "group", numbers "a" to "e". One in thirty is too much. */
    public static Frame odd(Random random) {
        int n = random.nextInt(30) == 0 ? Odd.MANY : Odd.count(random);
        int labels = random.nextInt(3);
        Column.Builder name = Column.builder(ColumnSpec.of("name", ColumnType.TEXT));
        Column.Builder other = Column.builder(ColumnSpec.of("other", ColumnType.TEXT));
        Column.Builder group = Column.builder(ColumnSpec.of("group", ColumnType.TEXT));
        int groups = 1 + random.nextInt(12);
        int distinct = random.nextBoolean() ? n : 1 + random.nextInt(n);
        for (int i = 0; i < n; i++) {
            name.add(Odd.label(random, labels, i % distinct));
            other.add(Odd.label(random, labels, random.nextInt(distinct)));
            group.add(Odd.label(random, random.nextInt(3), random.nextInt(groups)));
        }
        Unit unit = Odd.unit(random);
        return Frame.of(
                name.build(),
                other.build(),
                group.build(),
                numbers("a", unit, Odd.values(random, n)),
                numbers("b", unit, Odd.values(random, n)),
                numbers("c", Odd.unit(random), Odd.values(random, n)),
                numbers("d", Odd.unit(random), Odd.values(random, n)),
                numbers("e", Odd.unit(random), Odd.values(random, n)));
    }

    /** Whatever the data and the size, a scene stands; {@code spec} may draw from the random numbers. */
    public static void bears(java.util.function.Function<Random, ChartSpec> spec) {
        for (int seed = 0; seed < 240; seed++) {
            Random random = new Random(seed);
            Frame frame = odd(random);
            ChartSpec own = spec.apply(random);
            double width = 200 + random.nextInt(1100);
            double height = 120 + random.nextInt(520);
            Scene scene = of(own, frame, random.nextBoolean() ? Theme.LIGHT : Theme.DARK, width, height);
            Geometry.check(scene, "seed " + seed + ", " + own + ", " + width + " x " + height);
        }
    }

    /** What the group of that id stands for. */
    public static Datum datum(Scene scene, String id) {
        Datum found = find(scene.root(), id);
        if (found == null) {
            throw new AssertionError("No group " + id + " with a datum.");
        }
        return found;
    }

    private static @Nullable Datum find(Node.Group g, String id) {
        if (g.id().equals(id) && g.datum() != null) {
            return g.datum();
        }
        for (Node child : g.children()) {
            Datum d = child instanceof Node.Group inner ? find(inner, id) : null;
            if (d != null) {
                return d;
            }
        }
        return null;
    }

    /** The value of a datum's line. */
    public static String entry(Scene scene, String id, String label) {
        List<Datum.Entry> entries = datum(scene, id).entries();
        return entries.stream()
                .filter(e -> e.label().equals(label))
                .map(Datum.Entry::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + label + " in " + entries));
    }

    /** All texts of a picture, in painting order. */
    public static List<String> textsOf(Scene scene) {
        return TextBoxes.of(scene).stream().map(TextBoxes::text).toList();
    }
}
