package org.clientele.platform.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFormatTest {
    private static final Scene SCENE = new Scene(
            40,
            20,
            "Square",
            "A square.",
            Node.Group.at(0, 0, List.of(new Node.Rect(5, 5, 10, 10, 0, Fill.of(0xFF0072B2), null))));

    @TempDir
    Path dir;

    private byte[] written(PictureFormat format) throws Exception {
        Path file = dir.resolve(format.named("picture"));
        format.write(SCENE, file);
        return Files.readAllBytes(file);
    }

    @Test
    void aPictureIsSavedAsWhatItsNameSays() throws Exception {
        assertThat(new String(written(PictureFormat.SVG), StandardCharsets.UTF_8))
                .contains("<svg");
        byte[] png = written(PictureFormat.PNG);
        assertThat(new String(png, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        // Width and height stand in the first chunk: two pixels for one.
        assertThat(png[19]).isEqualTo((byte) 80);
        assertThat(png[23]).isEqualTo((byte) 40);
        assertThat(new String(written(PictureFormat.PDF), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void theEndingChoosesTheFormat() {
        assertThat(PictureFormat.of("a.PDF", PictureFormat.SVG)).isEqualTo(PictureFormat.PDF);
        assertThat(PictureFormat.of("a.txt", PictureFormat.PNG)).isEqualTo(PictureFormat.PNG);
        assertThat(PictureFormat.PNG.named("a")).isEqualTo("a.png");
        assertThat(PictureFormat.PNG.named("a.png")).isEqualTo("a.png");
    }
}
