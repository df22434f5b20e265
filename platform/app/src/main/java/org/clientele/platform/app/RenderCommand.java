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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code render}: a dashboard or a tile as a picture, table or page, without a display. */
@Command(
        name = "render",
        description =
                "Render a dashboard, or one of its tiles, to a file: SVG, PNG, PDF, XLSX, HTML, CSV or ZIP of CSV.")
final class RenderCommand extends WorkspaceCommand {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    enum ThemeName {
        LIGHT,
        DARK
    }

    @Parameters(paramLabel = "DASHBOARD", description = "A dashboard's id or the last part of it.")
    String dashboard = "";

    @Option(
            names = "--tile",
            paramLabel = "ID",
            description = "Only this tile, by the id that \"render --json\" and exports name.")
    String tile = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = {
                "Where it goes; its ending says what it becomes, where --format does not: .svg, .png, .pdf, .xlsx or .html;",
                ".zip with a .csv for each tile; with --tile also .csv, and a text about it beside."
            })
    Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "svg, png, pdf, xlsx, html, csv or zip. Default: what the name of --out ends in.")
    @Nullable
    FileFormat format;

    @Option(
            names = "--no-mark",
            description =
                    "CSV without the byte order mark by which spreadsheets know UTF-8, for programs that stumble.")
    boolean unmarked;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height in pixels. Default: 1280 wide and as high as the content.")
    @Nullable
    String size;

    @Option(names = "--theme", description = "light or dark. Default: light.")
    ThemeName theme = ThemeName.LIGHT;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description =
                    "Pixels of a .png for each pixel of its size, from 0.1 to 10: 2 for sharp screens. Default: 1.")
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
                    target, "Name another file with --out.", file -> PictureFormat.PDF.write(picture.scene(), 1, file));
            return List.of(target);
        }
        return picture.export().write(wanted, target, new ExportOptions(sharpness, !unmarked), Progress.NONE, cancel());
    }

    private FileFormat wanted() {
        FileFormat wanted = format != null ? format : FileFormat.of(out).orElse(null);
        List<FileFormat> possible = tile.isEmpty() ? Export.ofPages() : Export.ofTiles();
        if (wanted == null || !possible.contains(wanted)) {
            String what = tile.isEmpty() ? "A dashboard becomes " : "A tile becomes ";
            throw new ParameterException(
                    spec.commandLine(),
                    what
                            + String.join(
                                    ", ",
                                    possible.stream().map(FileFormat::extension).toList())
                            + ": --out names a file that ends so, or --format says it, not \""
                            + (format == null ? out : format.extension()) + "\".");
        }
        return wanted;
    }

    private double sharpness(FileFormat wanted) {
        if (scale == null) {
            return 1;
        }
        if (wanted != FileFormat.PNG) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--scale is for .png files: a ." + wanted.extension()
                            + " file has no pixels and is sharp at any size.");
        }
        if (!(scale >= 0.1 && scale <= 10)) {
            throw new ParameterException(spec.commandLine(), "--scale goes from 0.1 to 10, not " + scale + ".");
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
                    spec.commandLine(), "--size looks like 1280x800, each from 100 to 20000, not \"" + size + "\".");
        }
        return value;
    }
}
