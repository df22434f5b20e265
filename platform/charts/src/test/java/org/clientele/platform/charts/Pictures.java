package org.clientele.platform.charts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Scene;

/** Lays out charts of structures for tests. */
final class Pictures {
    private Pictures() {}

    static ChartRequest request(ChartSpec spec, Frame frame, ViewState view, Theme theme, double w, double h) {
        return new ChartRequest(
                spec, frame, null, Map.of(), view, theme, w, h, RobotoMeasure.get(), LocaleFormat.of(Locale.UK));
    }

    static Scene of(ChartSpec spec, Frame frame, double w, double h) {
        return of(spec, frame, ViewState.initial(), w, h);
    }

    static Scene of(ChartSpec spec, Frame frame, ViewState view, double w, double h) {
        return ChartCatalog.builtIn().layout(request(spec, frame, view, Theme.LIGHT, w, h));
    }

    /** Light and dark against the files that a person has looked at. */
    static void golden(String name, ChartSpec spec, Frame frame, ViewState view, double w, double h) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Scene scene = ChartCatalog.builtIn().layout(request(spec, frame, view, theme, w, h));
            Geometry.check(scene, name);
            Golden.check(name + "-" + theme.name(), scene);
        }
    }

    /** The data of all marks. */
    static List<Datum> data(Scene scene) {
        return HitTest.all(scene).stream().map(Hit::datum).toList();
    }

    /** 220 shapes of data, a size each. */
    static void odd(ChartSpec spec, ViewState view, BiFunction<Random, Integer, Frame> frames) {
        odd(spec, seed -> view, frames);
    }

    /** The same, each looked at in a way of its own. */
    static void odd(ChartSpec spec, IntFunction<ViewState> views, BiFunction<Random, Integer, Frame> frames) {
        for (int seed = 0; seed < 220; seed++) {
            Random random = new Random(seed);
            int n = seed % 55 == 54 ? Odd.MANY : Odd.count(random);
            Frame frame = frames.apply(random, n);
            double w = 200 + random.nextInt(1100);
            double h = 120 + random.nextInt(520);
            Geometry.check(
                    of(spec, frame, views.apply(seed), w, h), "seed " + seed + ", " + spec + ", " + w + " x " + h);
        }
    }

    static Column labels(String name, Random random, int n, int distinct) {
        int kind = random.nextInt(3);
        Column.Builder b = Column.builder(ColumnSpec.of(name, ColumnType.TEXT));
        for (int i = 0; i < n; i++) {
            b.add(Odd.label(random, kind, distinct >= n ? i : random.nextInt(distinct)));
        }
        return b.build();
    }

    static Column values(String name, Random random, int n) {
        return OnlineRetail.doubles(name, Odd.unit(random), Odd.values(random, n));
    }

    static Column numbers(String name, Unit unit, double... values) {
        return OnlineRetail.doubles(name, unit, values);
    }
}
