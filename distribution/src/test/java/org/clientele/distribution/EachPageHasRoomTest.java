package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All pages of the window and of both plugins, from top to bottom, on a large screen at twice the size and on a small one in a
 * language of long words. The toolkit takes its scale before it starts, and a language is one of a process: hence processes.
 */
class EachPageHasRoomTest {
    @TempDir
    static Path folder;

    private static Path workspace;

    @BeforeAll
    static void aSmallRetailer() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "A window needs a display.");
        workspace = folder.resolve("shop");
        assertThat(Product.call(workspace, "sample", "--customers", "300").exit())
                .isZero();
    }

    @Test
    void onALargeScreenAtTwiceTheSizeNothingIsCutOrLiesOnSomethingElse() throws IOException {
        List<String> proof = proof("en", 1920, 1080, 2);

        assertThat(proof.get(0)).isEqualTo("window\tsize\t1920 × 1080\t200 %");
        assertThat(troubles(proof)).isEmpty();
        assertThat(pages(proof))
                .contains("clientele.executive/overview", "clientele.segmentation/map", "clientele.charts/gallery")
                .contains(
                        "customer",
                        "goals",
                        "alerts",
                        "sets",
                        "segments",
                        "plugins",
                        "imports",
                        "import",
                        "preferences");
        assertThat(proof).contains("clientele.executive/overview\tsaid\tNet revenue");
    }

    @Test
    void onASmallScreenInALanguageOfLongWordsNothingIsCutOrLiesOnSomethingElse() throws IOException {
        List<String> proof = proof("en-XA", 1280, 800, 1);

        assertThat(proof.get(0)).isEqualTo("window\tsize\t1280 × 800\t100 %");
        // What has no room at this size ends in dots, and is whole where the pointer rests.
        assertThat(troubles(proof))
                .filteredOn(line -> !line.contains("\tshortened\t"))
                .isEmpty();
        assertThat(proof)
                .as("units are words, too")
                .noneMatch(line -> line.matches(".*\tsaid\t(contacts|customers|products|segments)"));
        assertThat(proof).filteredOn(line -> line.contains("\tsaid\t[")).hasSizeGreaterThan(500);
    }

    /** What the window writes when it goes through all of its pages. */
    private static List<String> proof(String locale, int width, int height, int scale) throws IOException {
        Path file = folder.resolve(locale + ".txt");
        List<String> options = new ArrayList<>(List.of("-ea", "-XX:TieredStopAtLevel=1"));
        Map.of(
                        "proof", file,
                        "locale", locale,
                        "width", width,
                        "height", height,
                        "theme", "light",
                        "preferences", folder.resolve("preferences"))
                .forEach((key, value) -> options.add("-Dclientele." + key + "=" + value));
        Product.Result window = Product.call(
                Map.of("CLIENTELE_JAVA_OPTS", String.join(" ", options), "GDK_SCALE", String.valueOf(scale)),
                workspace);
        assertThat(window.exit()).as(window.err()).isZero();
        return Files.readAllLines(file);
    }

    private static List<String> troubles(List<String> proof) {
        return proof.stream().skip(1).filter(line -> !line.contains("\tsaid\t")).toList();
    }

    private static Set<String> pages(List<String> proof) {
        return proof.stream().map(line -> line.split("\t", 2)[0]).collect(Collectors.toSet());
    }
}
