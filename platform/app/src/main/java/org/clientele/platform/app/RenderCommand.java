package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.runtime.PictureFormat;
import org.clientele.platform.runtime.RenderRequest;
import org.clientele.platform.runtime.RenderedDashboard;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.chart.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code render}: a dashboard as a picture, without a display. */
@Command(name = "render", description = "Render a dashboard to an SVG, PNG or PDF file.")
final class RenderCommand extends WorkspaceCommand {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    enum ThemeName {
        LIGHT,
        DARK
    }

    @Parameters(paramLabel = "DASHBOARD", description = "A dashboard's id or the last part of it.")
    String dashboard = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the picture goes; its ending says what it becomes: .svg, .png or .pdf.")
    Path out = Path.of("");

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
    PeriodOption days = new PeriodOption();

    @Override
    int run(Workspace workspace, Session session) {
        PictureFormat format = PictureFormat.of(out)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--out names a file that ends in .svg, .png or .pdf, not \"" + out + "\"."));
        double sharpness = sharpness(format);
        RenderedDashboard picture = session.render(new RenderRequest(
                dashboard, theme == ThemeName.DARK ? Theme.DARK : Theme.LIGHT, width(), height(), days.choice()));
        cancel().throwIfCancelled();
        Path target = out.toAbsolutePath().normalize();
        OutputFile.write(target, file -> format.write(picture.scene(), sharpness, file));
        List<String> failures = picture.failures();
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            o.put("dashboard", picture.dashboard());
            o.put("file", target.toString());
            o.put("width", picture.scene().width());
            o.put("height", picture.scene().height());
            o.put("format", format.name().toLowerCase(Locale.ROOT));
            o.put("scale", sharpness);
            failures.forEach(o.putArray("failures")::add);
            Json.write(out(), o);
        } else {
            out().println(target);
        }
        failures.forEach(failure -> err().println(failure));
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private double sharpness(PictureFormat format) {
        if (scale == null) {
            return 1;
        }
        if (format != PictureFormat.PNG) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--scale is for .png files: a " + format.ending()
                            + " file has no pixels and is sharp at any size.");
        }
        if (!(scale >= 0.1 && scale <= 10)) {
            throw new ParameterException(spec.commandLine(), "--scale goes from 0.1 to 10, not " + scale + ".");
        }
        return scale;
    }

    private double width() {
        return size == null ? RenderRequest.DEFAULT_WIDTH : pixels(1);
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
