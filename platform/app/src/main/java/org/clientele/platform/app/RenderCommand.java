package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.ExportOptions;
import org.clientele.platform.runtime.FileFormat;
import org.clientele.platform.runtime.PictureFormat;
import org.clientele.platform.runtime.RenderRequest;
import org.clientele.platform.runtime.RenderedDashboard;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.WholeFile;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.Progress;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code render}: a dashboard or a tile as a picture, table or page, without a display. */
@Command(name = "render", description = "${bundle:usage.render}")
final class RenderCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(RenderCommand.class);

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    enum ThemeName {
        LIGHT,
        DARK
    }

    @Parameters(paramLabel = "DASHBOARD", description = "${bundle:option.render.dashboard}")
    String dashboard = "";

    @Option(names = "--tile", paramLabel = "ID", description = "${bundle:option.render.tile}")
    String tile = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "${bundle:option.render.out}")
    Path out = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "${bundle:option.render.format}")
    @Nullable
    FileFormat format;

    @Option(names = "--no-mark", description = "${bundle:option.render.unmarked}")
    boolean unmarked;

    @Option(names = "--size", paramLabel = "WxH", description = "${bundle:option.render.size}")
    @Nullable
    String size;

    @Option(names = "--theme", description = "${bundle:option.render.theme}")
    ThemeName theme = ThemeName.LIGHT;

    @Option(names = "--scale", paramLabel = "N", description = "${bundle:option.render.scale}")
    @Nullable
    Double scale;

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Mixin
    FilterOptions rows = new FilterOptions();

    @Mixin
    SeriesOptions series = new SeriesOptions();

    @Mixin
    ChoiceOptions choices = new ChoiceOptions();

    @Override
    int run(Workspace workspace, Session session) {
        FileFormat wanted = wanted();
        double sharpness = sharpness(wanted);
        RenderedDashboard picture = session.render(new RenderRequest(
                dashboard,
                tile,
                theme == ThemeName.DARK ? Theme.DARK : Theme.LIGHT,
                width(),
                height(),
                series.of(choices.of(days.during(Scope.ALL)).filtered(rows.filters()))));
        cancel().throwIfCancelled();
        Path target = out.toAbsolutePath().normalize();
        List<Path> files = write(picture, wanted, target, sharpness);
        List<String> failures = picture.failures();
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            o.put("dashboard", picture.dashboard());
            o.put("tile", tile);
            o.put("file", target.toString());
            files.stream().map(Path::toString).forEach(o.putArray("files")::add);
            o.put("width", picture.scene().width());
            o.put("height", picture.scene().height());
            o.put("format", wanted.extension());
            o.put("scale", sharpness);
            failures.forEach(o.putArray("failures")::add);
            Json.write(out(), o);
        } else {
            files.forEach(file -> out().println(file));
        }
        failures.forEach(failure -> err().println(failure));
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<Path> write(RenderedDashboard picture, FileFormat wanted, Path target, double sharpness) {
        if (wanted == FileFormat.PDF) {
            // A page of the picture's own size; pages of paper are what "report" makes.
            WholeFile.write(
                    target, TEXTS.get("render.elsewhere"), file -> PictureFormat.PDF.write(picture.scene(), 1, file));
            return List.of(target);
        }
        return picture.export().write(wanted, target, new ExportOptions(sharpness, !unmarked), Progress.NONE, cancel());
    }

    private FileFormat wanted() {
        FileFormat wanted = format != null ? format : FileFormat.of(out).orElse(null);
        List<FileFormat> possible = tile.isEmpty() ? Export.ofPages() : Export.ofTiles();
        if (wanted == null || !possible.contains(wanted)) {
            String formats = String.join(
                    ", ", possible.stream().map(FileFormat::extension).toList());
            throw new ParameterException(
                    spec.commandLine(),
                    TEXTS.get(
                            tile.isEmpty() ? "render.dashboard_becomes" : "render.tile_becomes",
                            formats,
                            format == null ? out : format.extension()));
        }
        return wanted;
    }

    private double sharpness(FileFormat wanted) {
        if (scale == null) {
            return 1;
        }
        if (wanted != FileFormat.PNG) {
            throw new ParameterException(
                    spec.commandLine(), TEXTS.get("render.scale_for_png_files", wanted.extension()));
        }
        if (!(scale >= 0.1 && scale <= 10)) {
            throw new ParameterException(
                    spec.commandLine(), TEXTS.get("render.scale_goes_from_0", String.valueOf(scale)));
        }
        return scale;
    }

    /** 0 for as wide as a tile is on a dashboard. */
    private double width() {
        return size != null ? pixels(1) : tile.isEmpty() ? RenderRequest.DEFAULT_WIDTH : 0;
    }

    /** 0 for as high as the content. */
    private double height() {
        return size == null ? 0 : pixels(2);
    }

    private int pixels(int group) {
        Matcher m = SIZE.matcher(size == null ? "" : size);
        int value = m.matches() ? Integer.parseInt(m.group(group)) : 0;
        if (value < 100 || value > 20_000) {
            throw new ParameterException(
                    spec.commandLine(), TEXTS.get("render.size_looks_like_1280x800", String.valueOf(size)));
        }
        return value;
    }
}
