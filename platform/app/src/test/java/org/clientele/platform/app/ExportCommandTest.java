package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What {@code render} and {@code report} write, and refuse to. */
class ExportCommandTest extends CommandTest {
    /** Open without any plugin. */
    private static final String GALLERY = "clientele.charts/gallery";

    @Test
    void aTileBecomesCsvWithATextAboutItBeside() throws Exception {
        assertThat(run("sample", "--customers", "200").exit()).isZero();
        Path file = folder.resolve("months.csv");
        String tile = run("render", GALLERY, "--tile", "none", "--out", file.toString())
                .err()
                .replaceAll("(?s).*it has ([a-z0-9-]+).*", "$1");
        Said said = run("--json", "render", GALLERY, "--tile", tile, "--out", file.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.json().get("files")).hasSize(2);
        assertThat(said.json().get("format").asText()).isEqualTo("csv");
        assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF, '"');
        assertThat(folder.resolve("months-about.txt")).content().contains("Workspace: ws", "Data as of: ");

        assertThat(run(
                                "render",
                                GALLERY,
                                "--tile",
                                tile,
                                "--no-mark",
                                "--format",
                                "csv",
                                "--out",
                                folder + "/plain.data")
                        .exit())
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("plain.data"))).startsWith('"');
        assertThat(folder.resolve("plain.data-about.txt")).exists();
    }

    @Test
    void aReportBecomesAWorkbookOrAnArchiveEvenWithoutDashboards() throws Exception {
        for (String ending : List.of("xlsx", "zip")) {
            Path file = folder.resolve("report." + ending);
            Said said = run("report", "--out", file.toString());
            assertThat(said.exit()).as(said.err()).isZero();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                String part = ending.equals("zip") ? "about.txt" : "xl/sharedStrings.xml";
                String text = new String(zip.getInputStream(zip.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).contains("ws: customer report");
            }
        }
    }

    @Test
    void aFormatThatDoesNotFitIsAQuestionOfUsage() {
        for (List<String> wrong : List.of(
                List.of("render", GALLERY, "--out", "x.csv"),
                List.of("render", GALLERY, "--tile", "t", "--out", "x.zip"),
                List.of("render", GALLERY, "--out", "x.gif"),
                List.of("render", GALLERY, "--out", "x.xlsx", "--scale", "2"),
                List.of("render", GALLERY, "--format", "doc", "--out", "x"),
                List.of("report", "--out", "x.png"),
                List.of("report", "--format", "svg", "--out", "x.html"))) {
            Said said = run(wrong.toArray(String[]::new));
            assertThat(said.exit()).as(wrong + ": " + said.err()).isEqualTo(ExitCode.USAGE);
        }
        assertThat(run("render", GALLERY, "--out", "x.csv").err()).contains("A dashboard becomes xlsx, zip, html");
    }
}
