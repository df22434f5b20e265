package org.clientele.platform.charts.kind.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Golden;
import org.clientele.platform.charts.RealFrames;
import org.clientele.platform.charts.Sketch;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoChartTest {
    private static final ChartSpec PRODUCTS = ChartSpec.of(ChartSpec.PARETO)
            .encode(Channel.X, "code")
            .encode(Channel.Y, "revenue")
            .encode(Channel.LABEL, "product");

    @ParameterizedTest
    @CsvSource({"products, light", "products, dark", "countries, light", "customers, light"})
    void realDataIsDrawnAsReadBefore(String name, String theme) {
        ChartSpec spec = name.equals("products")
                ? PRODUCTS
                : ChartSpec.of(ChartSpec.PARETO)
                        .encode(Channel.X, name.equals("countries") ? "country" : "customer")
                        .encode(Channel.Y, name.equals("countries") ? "customers" : "revenue");
        Frame frame = RealFrames.of(name);
        Scene scene = Sketch.of(spec, frame, theme.equals("dark") ? Theme.DARK : Theme.LIGHT, 640, 320);
        Geometry.check(scene, name);
        Golden.check("pareto-" + name + "-" + theme, scene);
    }

    @Test
    void theMarkedPointIsWhereTheLargestMakeEightyPercent() {
        Frame frame = RealFrames.of("products");
        Column revenue = frame.column("revenue");
        double[] values = new double[revenue.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = revenue.doubleAt(i);
        }
        Arrays.sort(values);
        double total = Arrays.stream(values).sum();
        double sum = 0;
        int n = 0;
        while (sum < 0.8 * total) {
            sum += values[values.length - 1 - n++];
        }
        Scene scene = Sketch.of(PRODUCTS, frame, Theme.LIGHT, 640, 320);
        assertThat(Sketch.datum(scene, "vital").title()).isEqualTo(n + " of 60 codes make 80 %");
        assertThat(scene.description()).contains(n + " of 60 codes make 80 % of revenue");
        double second = (values[59] + values[58]) / total * 100;
        assertThat(Sketch.entry(scene, "bar-1", "Running share")).isEqualTo(String.format("%.1f %%", second));
        assertThat(Sketch.datum(scene, "bar-0").members()).containsEntry("code", "23843");
    }

    @Test
    void aBarSelectsItsMember() {
        Scene scene = Sketch.of(PRODUCTS, RealFrames.of("products"), Theme.LIGHT, 640, 320);
        Gesture gesture = scene.root().children().stream()
                .filter(c -> c instanceof Node.Group g && g.id().equals("bar-0"))
                .map(c -> ((Node.Group) c).gesture())
                .findFirst()
                .orElseThrow();
        assertThat(gesture).isEqualTo(new Gesture(Gesture.Kind.SELECT, "code", "23843"));
    }

    @Test
    void negativeValuesAreLeftOutAndSaid() {
        Frame frame =
                Frame.of(Sketch.texts("code", "A", "B", "C"), Sketch.numbers("revenue", Unit.of("GBP"), 3, -1, 1));
        Scene scene = Sketch.of(
                ChartSpec.of(ChartSpec.PARETO).encode(Channel.X, "code").encode(Channel.Y, "revenue"),
                frame,
                Theme.LIGHT,
                400,
                300);
        assertThat(scene.description()).contains("total GBP 4.00").contains("1 negative value is left out.");
        assertThat(Sketch.textsOf(scene)).contains("1 negative value is left out.");
    }

    @Test
    void oddDataStaysReadable() {
        Sketch.bears(random -> {
            ChartSpec spec =
                    ChartSpec.of(ChartSpec.PARETO).encode(Channel.X, "name").encode(Channel.Y, "a");
            return random.nextBoolean() ? spec : spec.encode(Channel.LABEL, "other");
        });
    }
}
