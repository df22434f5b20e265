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
import org.clientele.sdk.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code doctor}: says what works on this machine and what does not, and what to do about it. */
@Command(name = "doctor", description = "${bundle:usage.doctor}")
final class DoctorCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(DoctorCommand.class);

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
            description = "${bundle:option.help}")
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
                "java",
                Verdict.OK,
                TEXTS.get("doctor.java_from", Runtime.version(), System.getProperty("java.vendor"))));
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
                ? new Check("display", Verdict.OK, TEXTS.get("doctor.there_display_for_window"))
                : new Check("display", Verdict.NOTE, TEXTS.get("doctor.there_no_display_everything"));
    }

    private static Check fonts() throws IOException {
        Path fonts = Product.home().resolve("fonts");
        if (!Files.isDirectory(fonts)) {
            return new Check("fonts", Verdict.NOTE, TEXTS.get("doctor.no_folder_window_uses", fonts));
        }
        try (Stream<Path> files = Files.walk(fonts)) {
            long n = files.filter(f -> f.toString().endsWith(".ttf")).count();
            return n > 0
                    ? new Check("fonts", Verdict.OK, TEXTS.get("doctor.bundled_fonts", String.valueOf(n), fonts))
                    : new Check("fonts", Verdict.BAD, TEXTS.get("doctor.empty_install_product_again", fonts));
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
                        .map(h -> TEXTS.get("doctor.workspace_held_which_serves", h.described()))
                        .orElse(TEXTS.get("doctor.no_other_process_holds")));
    }

    private List<Check> workspace(Workspace workspace) {
        Path path = root.workspacePath();
        List<Check> checks = new ArrayList<>();
        WorkspaceStatus status = workspace.status();
        checks.add(new Check(
                "workspace",
                Verdict.OK,
                status.isEmpty()
                        ? TEXTS.get("doctor.empty", path)
                        : TEXTS.get(
                                "doctor.holds",
                                path,
                                status.orderLines(),
                                status.customers(),
                                String.valueOf(status.dataAsOf()))));
        // A FileStore asks for the mount point, which a chroot may not see.
        long free = path.toFile().getUsableSpace();
        checks.add(new Check(
                "disk",
                free >= ENOUGH_DISK ? Verdict.OK : Verdict.BAD,
                TEXTS.get("doctor.mb_free_for_workspace", free >> 20)));
        for (PluginView p : workspace.plugins()) {
            boolean runs = p.state().equals("STARTED");
            checks.add(new Check(
                    "plugin",
                    runs ? Verdict.OK : Verdict.BAD,
                    runs
                            ? TEXTS.get("doctor.runs", p.id(), p.version())
                            : p.id() + " " + p.version() + " " + p.state() + ": " + p.message()));
        }
        return checks;
    }
}
