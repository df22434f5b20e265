package org.clientele.platform.charts.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.clientele.platform.charts.SinkScenes;
import org.clientele.platform.charts.SvgOptions;
import org.clientele.platform.charts.SvgWriter;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A browser's picture of the SVG and the PNG are the same but for the smoothing of edges: on average less than 1.6 of 255 a channel,
 * and less than one pixel in two hundred of another colour. Runs where there is a chromium, which the suite does not install: it is
 * several times as large as all that it installs.
 */
class BrowserPictureTest {
    private static final Path FOLDER = Path.of("target", "gallery");
    /** A channel that differs by more than this is another colour, not another smoothing of an edge. */
    private static final int ANOTHER_COLOUR = 96;

    @TempDir
    Path folder;

    @Test
    void aDashboardLooksInABrowserAsInThePng() throws Exception {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Difference d = compare("overview-" + theme.name(), SinkScenes.dashboard(theme));
            assertThat(d.mean()).as(d.toString()).isLessThan(1.6);
            assertThat(d.otherColour()).as(d.toString()).isLessThan(0.005);
        }
    }

    @Test
    void fadesClipsDashesAndOpacityLookInABrowserAsInThePng() throws Exception {
        Difference d = compare("everything", SinkScenes.everything());
        assertThat(d.mean()).as(d.toString()).isLessThan(1.6);
        assertThat(d.otherColour()).as(d.toString()).isLessThan(0.005);
    }

    /**
     * How two pictures differ.
     *
     * @param mean of all channels, of 255
     * @param otherColour the share of pixels that have another colour
     */
    private record Difference(double mean, double otherColour) {}

    private Difference compare(String name, Scene scene) throws Exception {
        Path svg = folder.resolve(name + ".svg");
        SvgWriter.write(scene, svg, SvgOptions.standard());
        Path shot = folder.resolve(name + ".png");
        browse(svg, shot, (int) scene.width(), (int) scene.height());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(scene, out, 1);
        BufferedImage ours = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        BufferedImage theirs = ImageIO.read(shot.toFile());
        Files.createDirectories(FOLDER);
        Files.copy(shot, FOLDER.resolve("browser-" + name + ".png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(theirs.getWidth()).isEqualTo(ours.getWidth());
        double sum = 0;
        long other = 0;
        int width = ours.getWidth();
        int height = Math.min(ours.getHeight(), theirs.getHeight());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int d = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    int one = Math.abs(channel(ours, x, y, shift) - channel(theirs, x, y, shift));
                    sum += one;
                    d = Math.max(d, one);
                }
                if (d > ANOTHER_COLOUR) {
                    other++;
                }
            }
        }
        Difference difference = new Difference(sum / (3.0 * width * height), other / (double) (width * height));
        Files.writeString(FOLDER.resolve("browser-" + name + ".txt"), difference.toString());
        return difference;
    }

    private static int channel(BufferedImage image, int x, int y, int shift) {
        return image.getRGB(x, y) >> shift & 0xFF;
    }

    private void browse(Path svg, Path shot, int width, int height) throws Exception {
        List<String> command = List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width + "," + height,
                "--screenshot=" + shot,
                svg.toUri().toString());
        Process browser;
        try {
            browser = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("browser.log").toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("There is no chromium on this machine: " + e.getMessage());
            return;
        }
        if (!browser.waitFor(90, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            throw new AssertionError("The browser did not end.");
        }
        assertThat(shot).as(Files.readString(folder.resolve("browser.log"))).exists();
    }
}
