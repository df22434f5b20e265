package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.RenderRequest;
import org.clientele.platform.runtime.RenderedDashboard;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code render}: a dashboard as a picture, without a display. */
@Command(name = "render", description = "Render a dashboard to an SVG file.")
final class RenderCommand extends WorkspaceCommand {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    enum ThemeName {
        LIGHT,
        DARK
    }

    @Parameters(paramLabel = "DASHBOARD", description = "A dashboard's id or the last part of it.")
    String dashboard = "";

    @Option(names = "--out", paramLabel = "FILE.svg", required = true, description = "Where the picture goes.")
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
            names = "--period",
            paramLabel = "PERIOD",
            description = "all, last-12-months, year-to-date, last-quarter or last-month. Default: what fits the data.")
    @Nullable
    String period;

    @Override
    int run(Workspace workspace, Session session) {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            throw new ParameterException(
                    spec.commandLine(), "--out names a file that ends in .svg, not \"" + out + "\".");
        }
        RenderedDashboard picture = session.render(new RenderRequest(
                dashboard, theme == ThemeName.DARK ? Theme.DARK : Theme.LIGHT, width(), height(), choice()));
        cancel().throwIfCancelled();
        Path target = out.toAbsolutePath().normalize();
        try {
            write(picture, target);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "Cannot write " + target + ": " + FileFault.of(e) + ". Name another file with --out.",
                    e);
        }
        List<String> failures = picture.failures();
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            o.put("dashboard", picture.dashboard());
            o.put("file", target.toString());
            o.put("width", picture.scene().width());
            o.put("height", picture.scene().height());
            failures.forEach(o.putArray("failures")::add);
            Json.write(out(), o);
        } else {
            out().println(target);
        }
        failures.forEach(failure -> err().println(failure));
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Beside the target first, then moved: a picture that was there stays whole until the new one is. */
    private static void write(RenderedDashboard picture, Path target) throws IOException {
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "it is a folder");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                picture.writeSvg(writer);
            }
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
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

    private @Nullable PeriodChoice choice() {
        if (period == null) {
            return null;
        }
        for (PeriodChoice c : PeriodChoice.values()) {
            if (c.name().replace('_', '-').equalsIgnoreCase(period)) {
                return c;
            }
        }
        throw new ParameterException(
                spec.commandLine(),
                "--period takes all, last-12-months, year-to-date, last-quarter or last-month, not \"" + period
                        + "\".");
    }
}
