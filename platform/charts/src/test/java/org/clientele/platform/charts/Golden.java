package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.sdk.scene.Scene;

/** Scenes as they were when a person last looked at them. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Compares with the file of that name; {@code -Dgolden.update=true} writes it anew. Leaves the picture in target/gallery. */
    public static void check(String name, Scene scene) {
        try {
            Path svg = Path.of("target", "gallery", "card-" + name + ".svg");
            Files.createDirectories(Path.of("target", "gallery"));
            SvgWriter.write(scene, svg, SvgOptions.standard());
            Path golden = FOLDER.resolve(name + ".json");
            String json = SceneJson.of(scene);
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(golden, json);
            }
            assertThat(golden).exists();
            assertThat(json).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
