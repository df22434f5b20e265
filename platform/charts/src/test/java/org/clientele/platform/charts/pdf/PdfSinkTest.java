package org.clientele.platform.charts.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clientele.platform.charts.SinkScenes;
import org.clientele.platform.charts.font.FontRun;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfSinkTest {
    private static final Path FOLDER = Path.of("target", "gallery");

    @TempDir
    Path folder;

    @Test
    void everyTextOfADashboardIsFoundAgain() throws IOException {
        Files.createDirectories(FOLDER);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Scene scene = SinkScenes.dashboard(theme);
            byte[] pdf = pdf(scene);
            Files.write(FOLDER.resolve("overview-" + theme.name() + ".pdf"), pdf);
            String read = squeezed(stripped(pdf));
            List<String> texts = SinkScenes.texts(scene.root());
            assertThat(texts).hasSizeGreaterThan(100);
            for (String text : texts) {
                assertThat(read).contains(squeezed(text));
            }
        }
    }

    @Test
    void anotherReaderFindsEveryTextToo() throws Exception {
        Scene scene = SinkScenes.everything();
        Path file = folder.resolve("everything.pdf");
        Files.write(file, pdf(scene));
        Path text = folder.resolve("everything.txt");
        Process reader;
        try {
            reader = new ProcessBuilder("pdftotext", "-enc", "UTF-8", file.toString(), text.toString()).start();
        } catch (IOException e) {
            Assumptions.abort("pdftotext is not on this machine: " + e.getMessage());
            return;
        }
        assertThat(reader.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String read = squeezed(Files.readString(text));
        for (String wanted : SinkScenes.texts(scene.root())) {
            assertThat(read).contains(squeezed(wanted));
        }
    }

    @Test
    void onlyTheLettersUsedAreEmbedded() throws IOException {
        Scene scene = SinkScenes.dashboard(Theme.LIGHT);
        byte[] pdf = pdf(scene);
        assertThat(pdf.length).isLessThan(150_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDFont> fonts = fonts(document);
            assertThat(fonts).hasSize(2);
            for (PDFont font : fonts) {
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+Roboto-(Regular|Medium|Bold)");
            }
        }
    }

    @Test
    void lettersThatTheBundledFontLacksNeverThrowAndAreReadAsWhatTheyMean() throws IOException {
        Files.createDirectories(FOLDER);
        byte[] pdf = pdf(SinkScenes.everything());
        Files.write(FOLDER.resolve("everything.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(fonts(document)).allMatch(PDFont::isEmbedded);
        }
        List<FontRun> runs = FontRun.of("中 and 🧿", TextStyle.Weight.REGULAR);
        assertThat(runs.stream().map(FontRun::meant).collect(Collectors.joining()))
                .isEqualTo("中 and 🧿");
        assertThat(runs.get(runs.size() - 1).text()).isEqualTo(FontRun.STAND_IN);
    }

    @Test
    void aPageIsAsLargeAsTheSceneAndSaysWhatItShows() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(SinkScenes.everything()))) {
            PDPage page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isEqualTo(300);
            assertThat(page.getMediaBox().getHeight()).isEqualTo(225);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Everything");
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo("All that there is.");
        }
    }

    @Test
    void theSameSceneGivesTheSameBytes() throws IOException {
        assertThat(pdf(SinkScenes.dashboard(Theme.LIGHT))).isEqualTo(pdf(SinkScenes.dashboard(Theme.LIGHT)));
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        PDResources resources = document.getPage(0).getResources();
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        return fonts;
    }

    private static byte[] pdf(Scene scene) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.write(scene, out);
        return out.toByteArray();
    }

    private static String stripped(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Readers guess at blanks. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
