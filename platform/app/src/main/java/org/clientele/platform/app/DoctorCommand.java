package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.clientele.platform.runtime.Hosting;
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
    /** What the process that holds the workspace is asked; the machine's part is the caller's own. */
    private static final String WORKSPACE_ONLY = "--workspace-only";

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

    @Option(names = WORKSPACE_ONLY, hidden = true)
    boolean workspaceOnly;

    private enum Verdict {
        OK,
        NOTE,
        BAD
    }

    private record Check(String name, Verdict verdict, String message) {}

    @Override
    public Integer call() throws Exception {
        if (workspaceOnly) {
            return entrance()
                    .enter(spec.commandLine().getOut(), spec.commandLine().getErr(), (open, session) -> {
                        Json.write(spec.commandLine().getOut(), workspace(open));
                        return ExitCode.DONE;
                    });
        }
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

    private Entrance entrance() {
        return new Entrance(
                root,
                spec.name(),
                List.of("--workspace", root.workspacePath().toString(), spec.name(), WORKSPACE_ONLY),
                false);
    }

    private List<Check> workspace() throws Exception {
        StringWriter answer = new StringWriter();
        StringWriter trouble = new StringWriter();
        PrintWriter out = new PrintWriter(answer);
        try {
            int exit = entrance().enter(out, new PrintWriter(trouble, true), (open, session) -> {
                Json.write(out, workspace(open));
                return ExitCode.DONE;
            });
            out.flush();
            if (exit != ExitCode.DONE) {
                return List.of(
                        new Check("workspace", Verdict.BAD, trouble.toString().strip()));
            }
        } catch (AnalyticsException e) {
            return List.of(new Check("workspace", Verdict.BAD, e.getMessage()));
        }
        List<Check> checks = new ArrayList<>(List.of(Json.MAPPER.readValue(answer.toString(), Check[].class)));
        checks.add(1, holder());
        return checks;
    }

    private Check holder() {
        return new Check(
                "holder",
                Verdict.OK,
                Hosting.caller(root.workspacePath(), ProductVersion.get())
                        .holder()
                        .map(h -> "The workspace is held by " + h.described() + ", which serves other commands.")
                        .orElse("No other process holds the workspace."));
    }

    private List<Check> workspace(Workspace workspace) {
        Path path = root.workspacePath();
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
    }
}
