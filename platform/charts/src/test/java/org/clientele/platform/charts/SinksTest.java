package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clientele.platform.charts.pdf.PdfWriter;
import org.clientele.platform.charts.png.PngWriter;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

/** Every sink bears every scene, and each shows all of its texts. */
class SinksTest {
    static java.util.stream.IntStream seeds() {
        return java.util.stream.IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSinkLosesATextOfOddData(int seed) throws Exception {
        for (Scene scene : scenes(new Random(seed))) {
            List<String> texts = SinkScenes.texts(scene.root());
            String what = "seed " + seed + ", " + scene.title();
            NodeList shown = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(SvgWriter.toString(scene, SvgOptions.standard())
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .getElementsByTagName("text");
            assertThat(shown.getLength()).as(what).isEqualTo(texts.size());
            for (int i = 0; i < texts.size(); i++) {
                assertThat(shown.item(i).getTextContent()).as(what).isEqualTo(texts.get(i));
            }
            String read = stripped(scene);
            for (String text : texts) {
                assertThat(read).as(what).contains(text.replaceAll("\\s+", ""));
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            PngWriter.write(scene, png, 1);
            assertThat(ImageIO.read(new ByteArrayInputStream(png.toByteArray())).getWidth())
                    .isEqualTo((int) Math.ceil(scene.width()));
        }
    }

    private static String stripped(Scene scene) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfWriter.write(scene, pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private static List<Scene> scenes(Random random) {
        int n = Odd.count(random);
        Column.Builder name = Column.builder(ColumnSpec.of("name", ColumnType.TEXT));
        int labels = random.nextInt(3);
        for (int i = 0; i < n; i++) {
            name.add(Odd.label(random, labels, i));
        }
        Frame frame = Frame.of(
                name.build(),
                OnlineRetail.doubles("y", Odd.unit(random), Odd.values(random, n)),
                OnlineRetail.doubles("z", Odd.unit(random), Odd.values(random, n)));
        ChartSpec bar = ChartSpec.of(ChartSpec.BAR).encode(Channel.X, "name").encode(Channel.Y, "y");
        List<Scene> scenes = new ArrayList<>();
        for (ChartSpec spec : List.of(
                bar,
                bar.option("horizontal", "true"),
                ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "name").encode(Channel.Y, "y", "z"),
                ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, "y"),
                ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, "name", "y", "z"))) {
            scenes.add(ChartCatalog.builtIn()
                    .layout(new ChartRequest(
                            spec,
                            frame,
                            null,
                            Map.of(),
                            ViewState.initial(),
                            random.nextBoolean() ? Theme.LIGHT : Theme.DARK,
                            200 + random.nextInt(1100),
                            120 + random.nextInt(520),
                            RobotoMeasure.get(),
                            LocaleFormat.of(Locale.UK))));
        }
        return scenes;
    }
}
