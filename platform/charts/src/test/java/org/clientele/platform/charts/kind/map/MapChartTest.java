package org.clientele.platform.charts.kind.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.clientele.platform.charts.ChartCatalog;
import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Golden;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.charts.HitTest;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.platform.charts.Odd;
import org.clientele.platform.charts.RealFrames;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapChartTest {
    private static final ChartSpec BY_COUNTRY =
            ChartSpec.of(ChartSpec.MAP).encode(Channel.X, "country").encode(Channel.Y, "revenue");
    private static final ChartSpec BY_STATE = ChartSpec.of(ChartSpec.MAP)
            .option("map", "us")
            .encode(Channel.X, "state")
            .encode(Channel.Y, "counties");

    private static Scene scene(ChartSpec spec, Frame frame, ViewState view, Theme theme, double w, double h) {
        return ChartCatalog.builtIn()
                .layout(new ChartRequest(
                        spec,
                        frame,
                        null,
                        Map.of(),
                        view,
                        theme,
                        w,
                        h,
                        RobotoMeasure.get(),
                        LocaleFormat.of(Locale.UK)));
    }

    private static Scene scene(ChartSpec spec, Frame frame) {
        return scene(spec, frame, ViewState.initial(), Theme.LIGHT, 720, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theWorldIsDrawnAsReadBefore(String name) {
        Theme theme = name.equals("dark") ? Theme.DARK : Theme.LIGHT;
        Frame countries = RealFrames.of("countries");
        ViewState all = ViewState.initial();
        Golden.check("map-world-" + name, scene(BY_COUNTRY.option("scale", "log"), countries, all, theme, 640, 340));
        Golden.check(
                "map-data-" + name,
                scene(BY_COUNTRY.option("scale", "log").option("fit", "data"), countries, all, theme, 560, 380));
        Golden.check(
                "map-bubbles-" + name,
                scene(
                        BY_COUNTRY
                                .encode(Channel.SIZE, "orders")
                                .option("fit", "data")
                                .option("scale", "log"),
                        countries,
                        all,
                        theme,
                        560,
                        380));
        Golden.check("map-us-" + name, scene(BY_STATE, RealFrames.of("us-counties"), all, theme, 640, 400));
    }

    @Test
    void whatThePointerLearnsIsWhatTheFrameHolds() {
        Frame countries = RealFrames.of("countries");
        List<Hit> hits = HitTest.all(scene(BY_COUNTRY, countries));
        Hit uk = hits.stream()
                .filter(h -> h.group().id().equals("place-GB"))
                .findFirst()
                .orElseThrow();
        assertThat(uk.datum().sentence()).isEqualTo("United Kingdom, Revenue GBP 7,308,391.55");
        assertThat(uk.gestures()).extracting(Gesture::kind).startsWith(Gesture.Kind.SELECT);
        assertThat(hits.stream().filter(h -> h.group().id().startsWith("place-")))
                .hasSize(35);
        assertThat(hits)
                .anySatisfy(h -> assertThat(h.datum().sentence()).isEqualTo("EIRE (Ireland), Revenue GBP 265,545.90"));
        assertThat(hits).anySatisfy(h -> assertThat(h.group().id()).isEqualTo("place-JE-GG"));
    }

    @Test
    void placesThatTheMapDoesNotHaveAreNamedWithTheirValues() {
        Scene scene = scene(BY_COUNTRY, RealFrames.of("countries"));
        String note = "2 places are not on the map: Unspecified GBP 2,667.07, European Community GBP 1,300.25.";
        assertThat(scene.description())
                .startsWith("Revenue by country: highest United Kingdom GBP 7,308,391.55, Netherlands GBP 285,446.34, "
                        + "EIRE GBP 265,545.90; lowest of 35 Saudi Arabia GBP 145.92; together GBP 8,907,440.58.")
                .endsWith(note);
        assertThat(HitTest.all(scene))
                .anySatisfy(h -> assertThat(h.datum().title()).isEqualTo(note));
    }

    @Test
    void aMapOfWhereTheDataIsNamesWhatLiesOutside() {
        Scene scene = scene(BY_COUNTRY.option("fit", "data"), RealFrames.of("countries"));
        assertThat(scene.description())
                .contains(" places are outside of the picture: Australia GBP 138,521.31, Japan GBP 37,416.37, and");
        assertThat(HitTest.all(scene)).noneMatch(h -> h.group().id().equals("place-AU"));
        assertThat(HitTest.all(scene)).anyMatch(h -> h.group().id().equals("place-IS"));
    }

    @Test
    void aSmallCountryIsSeenAndFound() {
        Scene scene = scene(BY_COUNTRY, RealFrames.of("countries"));
        for (String code : List.of("SG", "MT", "BH")) {
            Hit hit = HitTest.all(scene).stream()
                    .filter(h -> h.group().id().equals("place-" + code))
                    .findFirst()
                    .orElseThrow();
            assertThat(hit.width()).as(code).isGreaterThanOrEqualTo(7);
            assertThat(HitTest.at(scene, hit.x() + hit.width() / 2, hit.y() + hit.height() / 2)
                            .map(h -> h.group().id()))
                    .as(code)
                    .isPresent();
        }
    }

    @Test
    void zoomingShowsThePartAndKeepsTheShape() {
        ViewState view = ViewState.initial().with("view-x", "0.4..0.6").with("view-y", "0.6..0.7");
        Scene scene = scene(BY_COUNTRY, RealFrames.of("countries"), view, Theme.LIGHT, 720, 400);
        List<Gesture> there = HitTest.gestures(scene, 3, 3);
        assertThat(there)
                .contains(new Gesture(Gesture.Kind.VIEW_X, "view-x", "0.40000..0.60000"))
                .contains(new Gesture(Gesture.Kind.VIEW_Y, "view-y", "0.55000..0.75000"));
        Geometry.check(scene, "zoomed");
    }

    @Test
    void bubblesStandWhereTheirDegreesSay() {
        Column.Builder lon = Column.builder(new ColumnSpec("lon", ColumnType.DOUBLE, Unit.none(), ""));
        Column.Builder lat = Column.builder(new ColumnSpec("lat", ColumnType.DOUBLE, Unit.none(), ""));
        Column.Builder city = Column.builder(new ColumnSpec("city", ColumnType.TEXT, Unit.none(), ""));
        Column.Builder sales = Column.builder(new ColumnSpec("sales", ColumnType.DOUBLE, Unit.of("GBP"), ""));
        lon.addDouble(-0.13).addDouble(139.7).addDouble(400).addDouble(2.35);
        lat.addDouble(51.5).addDouble(35.7).addDouble(1).addDouble(48.86);
        city.addText("London").addText("Tokyo").addText("Nowhere").addText("Paris");
        sales.addDouble(400).addDouble(100).addDouble(7).addDouble(-5);
        ChartSpec spec = ChartSpec.of(ChartSpec.MAP)
                .encode(Channel.LONGITUDE, "lon")
                .encode(Channel.LATITUDE, "lat")
                .encode(Channel.X, "city")
                .encode(Channel.Y, "sales");
        Scene scene = scene(spec, Frame.of(lon.build(), lat.build(), city.build(), sales.build()));
        List<Hit> hits = HitTest.all(scene);
        Hit london = hits.stream()
                .filter(h -> h.group().id().equals("place-0"))
                .findFirst()
                .orElseThrow();
        Hit tokyo = hits.stream()
                .filter(h -> h.group().id().equals("place-1"))
                .findFirst()
                .orElseThrow();
        assertThat(london.width() - 1).isEqualTo(2 * (tokyo.width() - 1), org.assertj.core.data.Offset.offset(1.01));
        assertThat(tokyo.x()).isGreaterThan(london.x() + 200);
        assertThat(scene.description())
                .contains("1 place is not on the map: Nowhere GBP 7.00.")
                .contains("1 negative value has no bubble.");
    }

    @Test
    void aMapThatThereIsNotIsRefusedByName() {
        assertThatThrownBy(() -> scene(BY_COUNTRY.option("map", "mars"), RealFrames.of("countries")))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("\"mars\"")
                .hasMessageContaining("\"us\"");
    }

    /** In time of the processor, so that a busy machine does not matter. */
    @Test
    void tenThousandPlacesAreLaidOutAtOnce() {
        Frame many = odd(new Random(3), Odd.MANY);
        ChartSpec points = ChartSpec.of(ChartSpec.MAP)
                .encode(Channel.LONGITUDE, "lon")
                .encode(Channel.LATITUDE, "lat")
                .encode(Channel.Y, "v");
        ChartSpec names = ChartSpec.of(ChartSpec.MAP).encode(Channel.X, "x").encode(Channel.Y, "v");
        for (ChartSpec spec : List.of(points, names)) {
            scene(spec, many);
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            scene(spec, many);
            assertThat((threads.getCurrentThreadCpuTime() - start) / 1_000_000).isLessThan(500);
        }
    }

    @Test
    void oddDataIsDrawnWithoutHarm() {
        for (int seed = 0; seed < 240; seed++) {
            Random random = new Random(seed);
            int n = seed % 60 == 59 ? Odd.MANY : Odd.count(random);
            double w = 200 + random.nextInt(1101);
            double h = 120 + random.nextInt(521);
            ChartSpec spec = ChartSpec.of(ChartSpec.MAP).encode(Channel.Y, "v");
            boolean us = random.nextInt(4) == 0;
            spec = us ? spec.option("map", "us") : spec;
            boolean located = random.nextInt(3) == 0;
            spec = located
                    ? spec.encode(Channel.LONGITUDE, "lon")
                            .encode(Channel.LATITUDE, "lat")
                            .encode(Channel.LABEL, "x")
                    : spec.encode(Channel.X, "x");
            spec = random.nextInt(3) == 0 ? spec.encode(Channel.SIZE, "s") : spec;
            spec = random.nextBoolean() ? spec.option("scale", "log") : spec;
            spec = random.nextBoolean() ? spec.option("fit", "data") : spec;
            ViewState view = random.nextInt(4) == 0
                    ? ViewState.initial().with("view-x", "0.45..0.55").with("view-y", "0.6..0.66")
                    : ViewState.initial();
            Scene scene = scene(spec, odd(random, n), view, random.nextBoolean() ? Theme.LIGHT : Theme.DARK, w, h);
            Geometry.check(scene, "seed " + seed);
            assertThat(scene.width()).isEqualTo(w);
        }
    }

    private static Frame odd(Random random, int n) {
        Column.Builder x = Column.builder(new ColumnSpec("x", ColumnType.TEXT, Unit.none(), ""));
        Column.Builder v = Column.builder(new ColumnSpec("v", ColumnType.DOUBLE, Odd.unit(random), ""));
        Column.Builder s = Column.builder(new ColumnSpec("s", ColumnType.DOUBLE, Odd.unit(random), ""));
        Column.Builder lon = Column.builder(new ColumnSpec("lon", ColumnType.DOUBLE, Unit.none(), ""));
        Column.Builder lat = Column.builder(new ColumnSpec("lat", ColumnType.DOUBLE, Unit.none(), ""));
        double[] values = Odd.values(random, n);
        double[] sizes = Odd.values(random, n);
        int kind = random.nextInt(3);
        for (int i = 0; i < n; i++) {
            Region region = Atlas.world().regions().get(random.nextInt(240));
            x.add(random.nextInt(5) == 0 ? Odd.label(random, kind, i) : region.name());
            v.addDouble(values[i]);
            s.addDouble(sizes[i]);
            lon.addDouble(random.nextDouble() * 380 - 190);
            lat.addDouble(random.nextDouble() * 182 - 91);
        }
        return Frame.of(x.build(), v.build(), s.build(), lon.build(), lat.build());
    }
}
