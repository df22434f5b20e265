package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.clientele.platform.runtime.PluginView;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceStatus;
import org.clientele.sdk.AnalyticsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code doctor}: says what works on this machine and what does not, and what to do about it. */
@Command(name = "doctor", description = "Check this machine, the product and the workspace.")
final class DoctorCommand implements Callable<Integer> {
    private static final long ENOUGH_DISK = 1L << 30;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandLineTool root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private enum Verdict {
        OK,
        NOTE,
        BAD
    }

    private record Check(String name, Verdict verdict, String message) {}

    @Override
    public Integer call() throws IOException {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                "java", Verdict.OK, "Java " + Runtime.version() + " from " + System.getProperty("java.vendor")));
        checks.add(display());
        checks.add(fonts());
        checks.addAll(workspace());
        boolean healthy = checks.stream().noneMatch(c -> c.verdict() == Verdict.BAD);
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode().put("healthy", healthy);
            ArrayNode all = o.putArray("checks");
            checks.forEach(c -> all.addObject()
                    .put("name", c.name())
                    .put("verdict", c.verdict().name())
                    .put("message", c.message()));
            Json.write(spec.commandLine().getOut(), o);
        } else {
            checks.forEach(c -> spec.commandLine()
                    .getOut()
                    .println(String.format(Locale.ROOT, "%-4s  %-10s  %s", c.verdict(), c.name(), c.message())));
        }
        return healthy ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Check display() {
        boolean any = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return any
                ? new Check("display", Verdict.OK, "There is a display for the window.")
                : new Check("display", Verdict.NOTE, "There is no display; everything but the window works.");
    }

    private static Check fonts() throws IOException {
        Path fonts = Product.home().resolve("fonts");
        if (!Files.isDirectory(fonts)) {
            return new Check("fonts", Verdict.NOTE, "No folder " + fonts + "; the window uses the system's font.");
        }
        try (Stream<Path> files = Files.walk(fonts)) {
            long n = files.filter(f -> f.toString().endsWith(".ttf")).count();
            return n > 0
                    ? new Check("fonts", Verdict.OK, n + " bundled fonts in " + fonts + ".")
                    : new Check("fonts", Verdict.BAD, fonts + " is empty; install the product again.");
        }
    }

    private List<Check> workspace() {
        Path path = root.workspacePath();
        try (Workspace workspace = Workspace.open(path, Product.options())) {
            List<Check> checks = new ArrayList<>();
            WorkspaceStatus status = workspace.status();
            checks.add(new Check(
                    "workspace",
                    Verdict.OK,
                    path
                            + (status.isEmpty()
                                    ? " is empty."
                                    : String.format(
                                            Locale.ROOT,
                                            " holds %,d order lines of %,d customers, as of %s.",
                                            status.orderLines(),
                                            status.customers(),
                                            status.dataAsOf()))));
            // A FileStore asks for the mount point, which a chroot may not see.
            long free = path.toFile().getUsableSpace();
            checks.add(new Check(
                    "disk",
                    free >= ENOUGH_DISK ? Verdict.OK : Verdict.BAD,
                    String.format(Locale.ROOT, "%,d MB free for the workspace.", free >> 20)));
            for (PluginView p : workspace.plugins()) {
                boolean runs = p.state().equals("STARTED");
                checks.add(new Check(
                        "plugin",
                        runs ? Verdict.OK : Verdict.BAD,
                        p.id() + " " + p.version() + (runs ? " runs." : " " + p.state() + ": " + p.message())));
            }
            return checks;
        } catch (AnalyticsException e) {
            return List.of(new Check("workspace", Verdict.BAD, e.getMessage()));
        }
    }
}
