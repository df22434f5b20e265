package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.runtime.PictureFormat;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.WholeFile;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.gallery.GalleryPage;
import org.clientele.platform.runtime.gallery.GalleryPicture;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gallery}: every kind of chart with the workspace's data, for reviews and for the guide. */
@Command(name = "gallery", description = "${bundle:usage.gallery}")
final class GalleryCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(GalleryCommand.class);

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "${bundle:option.gallery.out}")
    Path out = Path.of("");

    @Option(names = "--kind", paramLabel = "KIND", split = ",", description = "${bundle:option.gallery.kinds}")
    List<String> kinds = List.of();

    @Override
    int run(Workspace workspace, Session session) {
        Path folder = out.toAbsolutePath().normalize();
        String elsewhere = TEXTS.get("gallery.elsewhere");
        List<GalleryPicture> pictures = session.gallery(cancel()).stream()
                .filter(p -> kinds.isEmpty() || kinds.contains(p.kind()))
                .toList();
        for (GalleryPicture picture : pictures) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                cancel().throwIfCancelled();
                Scene scene = picture.scene(theme);
                for (PictureFormat format : List.of(PictureFormat.SVG, PictureFormat.PNG)) {
                    WholeFile.write(
                            folder.resolve(picture.name() + "-" + theme.name() + format.ending()),
                            elsewhere,
                            file -> format.write(scene, 2, file));
                }
            }
        }
        Path page = folder.resolve("index.html");
        WholeFile.write(
                page,
                elsewhere,
                file -> file.write(GalleryPage.of(workspace.name(), pictures).getBytes(StandardCharsets.UTF_8)));
        List<GalleryPicture> failed =
                pictures.stream().filter(p -> !p.failure().isEmpty()).toList();
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            o.put("page", page.toString());
            ArrayNode all = o.putArray("pictures");
            pictures.forEach(p -> all.addObject()
                    .put("name", p.name())
                    .put("kind", p.kind())
                    .put("title", p.title())
                    .put("failure", p.failure()));
            Json.write(out(), o);
        } else {
            out().println(page);
        }
        failed.forEach(p -> err().println(p.name() + ": " + p.failure()));
        return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
