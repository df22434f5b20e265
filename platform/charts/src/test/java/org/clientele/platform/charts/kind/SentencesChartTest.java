package org.clientele.platform.charts.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.Geometry;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.charts.HitTest;
import org.clientele.platform.charts.Sketch;
import org.clientele.platform.charts.TileCard;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesChartTest {
    private static final String LONG = "Net revenue rose 45.2 % to GBP 101,234.50 in the week of 5 Dec 2011, from GBP"
            + " 69,700.10 in the week of 28 Nov 2011: more than in 51 of the 52 changes before. United Kingdom contributed"
            + " most: +GBP 28,100.00 of +GBP 31,534.40.";

    private static Scene scene(double width, double height) {
        Frame frame = Frame.of(
                Sketch.texts("sentence", LONG, "Orders fell.", LONG, LONG, LONG),
                Sketch.numbers("change", Unit.ratio(), 0.452, -0.1, 0.2, 0.3, 0.4),
                Sketch.numbers("good", Unit.none(), 1, -1, 1, -1, 0),
                Sketch.texts("query", "clientele query a", "clientele query b", "c", "d", "e"));
        ChartSpec spec = ChartSpec.of(ChartSpec.SENTENCES)
                .encode(Channel.LABEL, "sentence")
                .encode(Channel.Y, "change")
                .option("good", "good")
                .option("open", "query");
        return Sketch.of(spec, frame, Map.of(), Theme.LIGHT, width, height);
    }

    @ParameterizedTest
    @CsvSource({"960, 220", "960, 80", "320, 400"})
    void sentencesAreWholeAndOneThatHasNoRoomIsCounted(double width, double height) {
        Scene scene = scene(width, height);
        Geometry.check(scene, "card");
        List<String> texts = Sketch.textsOf(scene);
        List<Hit> hits = HitTest.inReadingOrder(scene);
        assertThat(hits).isNotEmpty();
        if (hits.size() < 5) {
            assertThat(texts).contains((5 - hits.size()) + " more: enlarge the card");
        }
        assertThat(String.join(" ", texts))
                .contains("in the week of 5 Dec 2011")
                .contains(hits.size() > 1 ? "Orders fell." : "");
        assertThat(hits.get(0).gestures())
                .contains(new Gesture(Gesture.Kind.CLICK, TileCard.OPEN, "clientele query a"));
        assertThat(hits.get(0).datum().sentence()).contains("good for this metric");
    }
}
