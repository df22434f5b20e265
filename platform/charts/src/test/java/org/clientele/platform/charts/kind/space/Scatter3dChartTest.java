package org.clientele.platform.charts.kind.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

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
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Scatter3dChartTest {
    private static final ChartSpec COUNTRIES = ChartSpec.of(ChartSpec.SCATTER_3D)
            .encode(Channel.X, "customers")
            .encode(Channel.Y, "revenue")
            .encode(Channel.Z, "orders")
            .encode(Channel.LABEL, "country")
            .option("scale.x", "log")
            .option("scale.y", "log")
            .option("scale.z", "log");

    static Scene scene(ChartSpec spec, Frame frame, ViewState view, Theme theme, double w, double h) {
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

    private static Scene turned(String turn) {
        ViewState view = ViewState.initial().with("turn", turn);
        return scene(COUNTRIES, RealFrames.of("countries"), view, Theme.LIGHT, 560, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void pointsInSpaceAreDrawnAsReadBefore(String name) {
        Theme theme = name.equals("dark") ? Theme.DARK : Theme.LIGHT;
        Golden.check(
                "scatter3d-countries-" + name,
                scene(COUNTRIES, RealFrames.of("countries"), ViewState.initial(), theme, 560, 400));
        ChartSpec customers = ChartSpec.of(ChartSpec.SCATTER_3D)
                .encode(Channel.X, "recency")
                .encode(Channel.Y, "revenue")
                .encode(Channel.Z, "orders")
                .encode(Channel.COLOR, "country")
                .encode(Channel.LABEL, "customer")
                .option("scale.y", "log")
                .option("scale.z", "log");
        ViewState view = ViewState.initial().with("turn", "-40,24");
        Golden.check(
                "scatter3d-customers-" + name, scene(customers, RealFrames.of("customers"), view, theme, 560, 400));
    }

    @Test
    void nearerPointsAreDrawnLaterAndLarger() {
        List<Hit> near = HitTest.all(turned("32,18"));
        List<Hit> far = HitTest.all(turned("212,18"));
        assertThat(near).hasSize(37);
        String last = near.get(36).group().id();
        assertThat(far.get(36).group().id()).isNotEqualTo(last);
        assertThat(near.get(36).width()).isGreaterThan(width(far, last));
    }

    private static double width(List<Hit> hits, String id) {
        return hits.stream()
                .filter(h -> h.group().id().equals(id))
                .findFirst()
                .orElseThrow()
                .width();
    }

    @Test
    void whatThePointerLearnsIsWhatTheFrameHolds() {
        Scene scene = turned("32,18");
        assertThat(HitTest.all(scene).stream().map(h -> h.datum().sentence()))
                .contains("EIRE, Customers 3, Revenue GBP 265,545.90, Orders 260");
        assertThat(scene.description())
                .isEqualTo(
                        "Revenue by customers and orders: 37 points, customers 1 to 3,920, revenue GBP 145.92 to GBP "
                                + "7,308,391.55, orders 1 to 16,646; highest is United Kingdom.");
    }

    @Test
    void theGestureSaysHowItIsTurned() {
        assertThat(HitTest.gestures(turned("372,-95"), 5, 200))
                .containsExactly(new Gesture(Gesture.Kind.TURN, "turn", "12.0,-90.0"));
        assertThat(HitTest.gestures(turned("nonsense"), 5, 200))
                .containsExactly(new Gesture(Gesture.Kind.TURN, "turn", "32.0,18.0"));
    }

    @Test
    void allThreeAxesAreNamedAndLabelsKeepApartAtEveryAngle() {
        for (int azimuth = 0; azimuth < 360; azimuth += 15) {
            for (int elevation : new int[] {-60, -10, 0, 18, 45, 80}) {
                Scene scene = turned(azimuth + "," + elevation);
                Geometry.check(scene, azimuth + "," + elevation);
                boolean oblique = Math.abs(elevation) > 5 && Math.abs(elevation) < 70 && azimuth % 90 != 0;
                if (oblique) {
                    assertThat(texts(scene.root()))
                            .as(azimuth + "," + elevation)
                            .contains("Customers", "Revenue (GBP)", "Orders");
                }
            }
        }
    }

    private static List<String> texts(Node node) {
        return node instanceof Node.Text t
                ? List.of(t.text())
                : node instanceof Node.Group g
                        ? g.children().stream().flatMap(c -> texts(c).stream()).toList()
                        : List.of();
    }

    /** Against a rotation by matrices, worked out by hand: azimuth 90 brings x into the depth, elevation 90 shows the top. */
    @Test
    void theCameraTurnsAsItSays() {
        Camera side = Camera.of(ViewState.initial().with("turn", "90,0"), true);
        assertThat(side.see(1, 0, 0).depth()).isCloseTo(-1, offset(1e-9));
        assertThat(side.see(0, 0, 1).x()).isCloseTo(1, offset(1e-9));
        Camera above = Camera.of(ViewState.initial().with("turn", "0,90"), true);
        assertThat(above.see(0, 1, 0).depth()).isCloseTo(1, offset(1e-9));
        assertThat(above.see(0, 0, 1).y()).isCloseTo(1, offset(1e-9));
        assertThat(above.see(1, 0, 0).x()).isCloseTo(1, offset(1e-9));
    }

    @Test
    void tooManyPointsArePutTogetherAndNoneIsLost() {
        Frame customers = RealFrames.of("customers");
        ChartSpec spec = ChartSpec.of(ChartSpec.SCATTER_3D)
                .encode(Channel.X, "recency")
                .encode(Channel.Y, "revenue")
                .encode(Channel.Z, "orders");
        Scene scene = scene(spec, customers, ViewState.initial(), Theme.LIGHT, 560, 400);
        long sum = HitTest.all(scene).stream()
                .map(h -> h.datum().title())
                .mapToLong(t -> t.endsWith(" points")
                        ? Long.parseLong(t.replace(" points", "").replace(",", ""))
                        : 1)
                .sum();
        assertThat(sum).isEqualTo(customers.rowCount());
        assertThat(HitTest.all(scene)).hasSizeLessThanOrEqualTo(1500);
        assertThat(scene.description()).contains("neighbours put together");
    }

    @Test
    void aChannelThatIsMissingIsNamed() {
        ChartSpec flat =
                ChartSpec.of(ChartSpec.SCATTER_3D).encode(Channel.X, "orders").encode(Channel.Y, "revenue");
        assertThatThrownBy(() -> scene(flat, RealFrames.of("countries"), ViewState.initial(), Theme.LIGHT, 400, 300))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("Z");
        assertThatThrownBy(() -> scene(
                        flat.encode(Channel.Z, "country"),
                        RealFrames.of("countries"),
                        ViewState.initial(),
                        Theme.LIGHT,
                        400,
                        300))
                .hasMessageContaining("\"country\"");
    }

    @Test
    void oddDataIsDrawnWithoutHarm() {
        for (int seed = 0; seed < 220; seed++) {
            Random random = new Random(seed);
            int n = seed % 70 == 69 ? Odd.MANY : Odd.count(random);
            ChartSpec spec = ChartSpec.of(ChartSpec.SCATTER_3D)
                    .encode(Channel.X, "a")
                    .encode(Channel.Y, "b")
                    .encode(Channel.Z, "c");
            spec = random.nextBoolean() ? spec.encode(Channel.LABEL, "l") : spec;
            spec = random.nextBoolean() ? spec.encode(Channel.COLOR, random.nextBoolean() ? "l" : "a") : spec;
            spec = random.nextBoolean() ? spec.encode(Channel.SIZE, "c") : spec;
            spec = random.nextBoolean() ? spec.option("scale.y", "log").option("scale.x", "log") : spec;
            spec = random.nextBoolean() ? spec.option("projection", "orthographic") : spec;
            ViewState view = random.nextBoolean()
                    ? ViewState.initial()
                    : ViewState.initial().with("turn", random.nextInt(720) - 360 + "," + (random.nextInt(200) - 100));
            double w = 200 + random.nextInt(1101);
            double h = 120 + random.nextInt(521);
            Frame frame = odd(random, n);
            Geometry.check(scene(spec, frame, view, Theme.DARK, w, h), "seed " + seed);
        }
    }

    private static Frame odd(Random random, int n) {
        Column.Builder l = Column.builder(new ColumnSpec("l", ColumnType.TEXT, Unit.none(), ""));
        int kind = random.nextInt(3);
        for (int i = 0; i < n; i++) {
            l.add(Odd.label(random, kind, i));
        }
        return Frame.of(l.build(), numbers("a", random, n), numbers("b", random, n), numbers("c", random, n));
    }

    static Column numbers(String name, Random random, int n) {
        Column.Builder c = Column.builder(new ColumnSpec(name, ColumnType.DOUBLE, Odd.unit(random), ""));
        for (double v : Odd.values(random, n)) {
            c.addDouble(v);
        }
        return c.build();
    }
}
