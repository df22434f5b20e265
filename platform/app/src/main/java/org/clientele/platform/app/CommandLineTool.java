package org.clientele.platform.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.Blame;
import org.clientele.sdk.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code clientele} command. Without a sub-command it opens the window. */
@Command(
        name = "clientele",
        description = {"Customer analytics on one machine.", "Without a command the window opens."},
        versionProvider = ProductVersion.class,
        subcommands = {
            SampleCommand.class,
            ImportFilesCommand.class,
            QueryCommand.class,
            DashboardsCommand.class,
            RenderCommand.class,
            PluginsCommand.class,
            DoctorCommand.class
        },
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:usage", "3:done, with rejected rows"})
public final class CommandLineTool implements Runnable {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description =
                    "The workspace; a missing or empty folder becomes one. Default: the last one used in the window.")
    @Nullable
    Path workspace;

    @Option(names = "--json", description = "Print JSON and nothing else on standard output.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    private int windowExit;

    /**
     * Runs one command line.
     *
     * @return the exit code
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLineTool root = new CommandLineTool();
        CommandLine line = new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(
                        (e, a) -> usage(e, root.json || Arrays.asList(args).contains("--json")))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, root.json));
        int code = line.execute(args);
        return line.getParseResult() != null && !line.getParseResult().hasSubcommand() && code == 0
                ? root.windowExit
                : code;
    }

    /** Opens the window. */
    @Override
    public void run() {
        windowExit = WindowStarter.open(
                workspace == null ? null : workspacePath(),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    /** The folder of the workspace. */
    Path workspacePath() {
        return workspace != null ? workspace.toAbsolutePath().normalize() : DefaultWorkspace.path();
    }

    private static int usage(ParameterException e, boolean json) {
        CommandLine line = e.getCommandLine();
        if (json) {
            Json.writeError(
                    line.getOut(),
                    ErrorCode.ARGUMENT_INVALID.name(),
                    Blame.USER.name(),
                    String.valueOf(e.getMessage()));
        }
        line.getErr().println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine line, boolean json) {
        String code = "INTERNAL";
        String blame = Blame.INTERNAL.name();
        String message = "Something went wrong inside: " + e;
        if (e instanceof AnalyticsException known) {
            code = known.code().name();
            blame = known.blame().name();
            message = known.getMessage();
        }
        if (!(e instanceof AnalyticsException known) || known.blame() == Blame.INTERNAL) {
            LoggerFactory.getLogger(CommandLineTool.class).error("Command failed", e);
        }
        if (json) {
            Json.writeError(line.getOut(), code, blame, message);
        }
        line.getErr().println(message);
        return code.equals(ErrorCode.ARGUMENT_INVALID.name()) ? ExitCode.USAGE : ExitCode.FAILED;
    }
}
