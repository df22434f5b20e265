package org.clientele.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.pdf.PdfWriter;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FootedSceneTest {
    private static final List<String> FACTS = List.of(
            "Shop   ·   All data   ·   Data as of 9 Dec 2011, 12:50",
            "Only where country is " + "France, Germany, Netherlands, ".repeat(12) + "Spain or unknown");
    private static final List<String> DOUBTS = List.of(
            "12 rows without a date were left out.",
            "83.5 % of sales have a known customer. ".repeat(6).strip());

    private static Scene picture(double width) {
        return new Scene(
                width,
                200,
                "Square",
                "A square.",
                Node.Group.at(0, 0, List.of(new Node.Rect(0, 0, width, 200, 0, Fill.of(0xFF0072B2), null))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {360, 480, 816, 1280, 3840})
    void everyWordIsBelowThePictureAndInsideIt(double width) {
        Scene footed = FootedScene.of(picture(width), FACTS, DOUBTS, Theme.DARK, 16);
        assertThat(footed.height()).isEqualTo(200 + FootedScene.height(FACTS, DOUBTS, width, 16));
        List<Node.Text> texts = texts(footed.root());
        String all = String.join(" ", texts.stream().map(Node.Text::text).toList());
        for (String sentence : FACTS) {
            assertThat(all.replaceAll("\\s+", " ")).contains(sentence.replaceAll("\\s+", " "));
        }
        for (String sentence : DOUBTS) {
            assertThat(all).contains(sentence);
        }
        double before = 200;
        for (Node.Text t : texts) {
            assertThat(t.baseline() - t.style().size()).isGreaterThanOrEqualTo(before - 1);
            before = t.baseline();
            double right = t.x()
                    + RobotoMeasure.get()
                            .width(t.text(), t.style().size(), t.style().weight());
            assertThat(right).isLessThanOrEqualTo(width - 15);
        }
        assertThat(before).isLessThan(footed.height() - 4);
    }

    @Test
    void aPdfReaderFindsTheFoot() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.write(FootedScene.of(picture(480), FACTS, DOUBTS, Theme.LIGHT, 16), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Data as of 9 Dec 2011, 12:50")
                    .contains("Spain or unknown")
                    .contains(DOUBTS.get(0));
        }
    }

    @Test
    void aPictureWithNothingToSayStaysAsItWas() {
        Scene picture = picture(480);
        assertThat(FootedScene.of(picture, List.of(), List.of(), Theme.LIGHT, 16))
                .isSameAs(picture);
    }

    private static List<Node.Text> texts(Node node) {
        List<Node.Text> all = new ArrayList<>();
        if (node instanceof Node.Group g) {
            g.children().forEach(child -> all.addAll(texts(child)));
        } else if (node instanceof Node.Text t) {
            all.add(t);
        }
        return all;
    }
}
