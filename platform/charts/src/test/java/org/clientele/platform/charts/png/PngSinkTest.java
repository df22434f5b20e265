package org.clientele.platform.charts.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.SinkScenes;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngSinkTest {
    private static final Path FOLDER = Path.of("target", "gallery");

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 3})
    void aPictureIsAsLargeAsItsScaleSays(double scale) throws IOException {
        Files.createDirectories(FOLDER);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Scene scene = SinkScenes.dashboard(theme);
            byte[] png = png(scene, scale);
            Files.write(FOLDER.resolve("overview-" + theme.name() + "@" + scale + ".png"), png);
            BufferedImage image = image(png);
            assertThat(image.getWidth()).isEqualTo((int) Math.ceil(1280 * scale));
            assertThat(image.getHeight()).isEqualTo((int) Math.ceil(scene.height() * scale));
            assertThat(image.getRGB(1, 1)).isEqualTo(theme.canvas());
        }
        Files.write(FOLDER.resolve("everything@" + scale + ".png"), png(SinkScenes.everything(), scale));
    }

    @Test
    void fadesClipsAndOpacityComeOutAsTheSceneSays() throws IOException {
        BufferedImage image = image(png(SinkScenes.everything(), 1));
        assertThat(image.getRGB(190, 5)).as("ground").isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(140, 11)).as("a fade starts").isEqualTo(near(image.getRGB(140, 11), 0xFFE69F00, 4));
        assertThat(image.getRGB(140, 68)).as("a fade ends").isEqualTo(near(image.getRGB(140, 68), 0xFF009E73, 10));
        assertThat(image.getRGB(50, 40)).as("half faded").isEqualTo(near(image.getRGB(50, 40), 0xFF80B9D9, 6));
        assertThat(image.getRGB(230, 40)).as("half opaque").isEqualTo(near(image.getRGB(230, 40), 0xFFE5BCD3, 2));
        assertThat(image.getRGB(155, 115)).as("in both clips").isEqualTo(0xFFB42318);
        assertThat(image.getRGB(185, 135)).as("in the outer clip").isEqualTo(0xFF56B4E9);
        assertThat(image.getRGB(195, 135)).as("outside the clip").isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(12, 90)).as("a dash").isEqualTo(0xFF1B2330);
        assertThat(image.getRGB(17, 90)).as("a gap").isEqualTo(0xFFFFFFFF);
    }

    @Test
    void whereNothingIsPaintedThePictureIsTransparent() throws IOException {
        Node dot = new Node.Rect(2, 2, 4, 4, 0, Fill.of(0xFF112233), null);
        BufferedImage image = image(png(new Scene(8, 8, "", "", Node.Group.at(0, 0, List.of(dot))), 1));
        assertThat(image.getRGB(0, 0)).isZero();
        assertThat(image.getRGB(3, 3)).isEqualTo(0xFF112233);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 4})
    void aTextIsAsWideAsItWasMeasuredAtEveryScale(double scale) throws IOException {
        for (int size = 10; size <= 28; size += 3) {
            for (TextStyle.Weight weight : TextStyle.Weight.values()) {
                String text = "HAVE 1,461,756.25 Toys Wave H";
                TextStyle style = new TextStyle(size, weight, 0xFF000000);
                Node.Text t = new Node.Text(20, 40, text, style, Node.Text.Anchor.START);
                BufferedImage image = image(png(new Scene(600, 60, "", "", Node.Group.at(0, 0, List.of(t))), scale));
                double measured = RobotoMeasure.get().width(text, size, weight);
                // The side bearings of both H.
                assertThat((right(image) - left(image)) / scale)
                        .isCloseTo(measured, within(0.01 * measured + 0.2 * size));
                assertThat((right(image) - left(image)) / scale).isLessThan(measured + 1);
            }
        }
    }

    @Test
    void aPictureThatWouldTakeAllMemoryIsRefusedInWords() {
        assertThatThrownBy(() -> png(SinkScenes.everything(), 40))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("16,000 by 12,000 pixels")
                .hasMessageContaining("smaller scale");
        assertThatThrownBy(() -> png(SinkScenes.everything(), 0)).isInstanceOf(AnalyticsException.class);
    }

    @Test
    void thePictureSaysHowLargeItIsOnPaper() throws IOException {
        byte[] png = png(SinkScenes.everything(), 2);
        int at = new String(png, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertThat(java.nio.ByteBuffer.wrap(png, at + 4, 4).getInt()).isEqualTo(7559);
    }

    private static int near(int seen, int wanted, int tolerance) {
        for (int shift = 0; shift <= 24; shift += 8) {
            if (Math.abs((seen >>> shift & 0xFF) - (wanted >>> shift & 0xFF)) > tolerance) {
                return wanted;
            }
        }
        return seen;
    }

    private static int left(BufferedImage image) {
        for (int x = 0; x < image.getWidth(); x++) {
            if (inked(image, x)) {
                return x;
            }
        }
        return image.getWidth();
    }

    private static int right(BufferedImage image) {
        for (int x = image.getWidth() - 1; x >= 0; x--) {
            if (inked(image, x)) {
                return x + 1;
            }
        }
        return 0;
    }

    private static boolean inked(BufferedImage image, int x) {
        for (int y = 0; y < image.getHeight(); y++) {
            if (image.getRGB(x, y) >>> 24 > 40) {
                return true;
            }
        }
        return false;
    }

    private static byte[] png(Scene scene, double scale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(scene, out, scale);
        return out.toByteArray();
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
