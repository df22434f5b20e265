package org.clientele.platform.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.Blame;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The {@code clientele} command. Without a sub-command it opens the window. */
@Command(
        name = "clientele",
        description = {"${bundle:usage.clientele}", "${bundle:usage.clientele.details}"},
        versionProvider = ProductVersion.class,
        subcommands = {
            SampleCommand.class,
            ImportFilesCommand.class,
            WatchCommand.class,
            RefreshCommand.class,
            ImportsCommand.class,
            RejectsCommand.class,
            QueryCommand.class,
            BreakdownCommand.class,
            RecordsCommand.class,
            AnalyseCommand.class,
            DashboardsCommand.class,
            RenderCommand.class,
            ReportCommand.class,
            GalleryCommand.class,
            PluginsCommand.class,
            GoalsCommand.class,
            SetsCommand.class,
            SegmentsCommand.class,
            AlertsCommand.class,
            SettingsCommand.class,
            DoctorCommand.class
        },
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeListHeading = "%n${bundle:exit.heading}%n",
        exitCodeList = {
            "0:${bundle:exit.done}",
            "1:${bundle:exit.failed}",
            "2:${bundle:exit.usage}",
            "3:${bundle:exit.rejected_rows}"
        })
public final class CommandLineTool implements Runnable {
    private static final Texts TEXTS = Texts.of(CommandLineTool.class);

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "${bundle:option.clientele.workspace}")
    @Nullable
    Path workspace;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "${bundle:option.clientele.json}")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "${bundle:option.help}")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "${bundle:option.clientele.version}")
    boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    CommandSpec spec;

    private final Surroundings surroundings;
    private final List<String> arguments;
    private int windowExit;

    private CommandLineTool(Surroundings surroundings, List<String> arguments) {
        this.surroundings = surroundings;
        this.arguments = arguments;
    }

    /**
     * Runs one command line.
     *
     * @return the exit code
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        return run(args, Surroundings.own(), out, err);
    }

    /** The same, perhaps for another process. */
    static int run(String[] args, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        CommandLineTool root = new CommandLineTool(surroundings, List.of(args));
        boolean json = Arrays.asList(args).contains("--json");
        CommandLine line = new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, CommandLineTool::day)
                .registerConverter(Path.class, root::path)
                .setParameterExceptionHandler((e, given) -> usage(e, given, json))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, json));
        HelpTexts.into(line);
        line.setExecutionStrategy(parsed -> {
            // An inherited flag that is given twice would be taken back by the second.
            root.json = json;
            return json && asksForHelp(parsed) ? help(line, parsed) : new RunLast().execute(parsed);
        });
        int code;
        try {
            code = line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            code = failed(e, line, json);
        }
        return line.getParseResult() != null && !line.getParseResult().hasSubcommand() && code == 0
                ? root.windowExit
                : code;
    }

    private static boolean asksForHelp(ParseResult parsed) {
        return parsed.isUsageHelpRequested()
                || parsed.isVersionHelpRequested()
                || parsed.hasSubcommand() && asksForHelp(parsed.subcommand());
    }

    /** Help and version as JSON: {@code {"text": ...}}. */
    private static int help(CommandLine line, ParseResult parsed) {
        PrintWriter out = line.getOut();
        StringWriter text = new StringWriter();
        line.setOut(new PrintWriter(text, true));
        int code = new RunLast().execute(parsed);
        line.getOut().flush();
        Json.write(out, Json.MAPPER.createObjectNode().put("text", text.toString()));
        return code;
    }

    /** A day of the years 1 to 9999: the engine and calendars have no use for others. */
    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            LoggerFactory.getLogger(CommandLineTool.class).debug("No day: {}", text, e);
        }
        throw new TypeConversionException(TEXTS.get("clientele.no_day_like_2011", text));
    }

    /** Opens the window. */
    @Override
    public void run() {
        if (surroundings.held() != null) {
            throw new ParameterException(spec.commandLine(), TEXTS.get("clientele.window_cannot_forwarded"));
        }
        windowExit = WindowStarter.open(
                workspace == null ? null : workspacePath(), spec.commandLine().getOut());
    }

    /** What this command line runs in. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** The whole command line as it was given. */
    List<String> arguments() {
        return arguments;
    }

    /** A path as it was meant where the command was given. */
    Path path(String text) {
        return surroundings.directory().resolve(text);
    }

    /** The folder of the workspace. */
    Path workspacePath() {
        Workspace held = surroundings.held();
        if (workspace != null) {
            return workspace.toAbsolutePath().normalize();
        }
        return held != null ? held.directory() : DefaultWorkspace.path();
    }

    private static int usage(ParameterException e, String[] given, boolean json) {
        CommandLine line = e.getCommandLine();
        String message = WrongUsage.sentence(e, given);
        if (json) {
            Json.writeError(line.getOut(), ErrorCode.ARGUMENT_INVALID.name(), Blame.USER.name(), message);
        }
        line.getErr().println(message);
        WrongUsage.suggestion(e).ifPresent(line.getErr()::println);
        line.getErr()
                .println(TEXTS.get("clientele.try_help", line.getCommandSpec().qualifiedName() + " --help"));
        return ExitCode.USAGE;
    }

    private static int failed(Throwable thrown, CommandLine line, boolean json) {
        AnalyticsException e = known(thrown);
        if (e.blame() == Blame.INTERNAL) {
            LoggerFactory.getLogger(CommandLineTool.class).error("Command failed", thrown);
        }
        if (json) {
            Json.writeError(line.getOut(), e.code().name(), e.blame().name(), e.getMessage());
        }
        line.getErr().println(e.getMessage());
        return e.code() == ErrorCode.ARGUMENT_INVALID ? ExitCode.USAGE : ExitCode.FAILED;
    }

    private static AnalyticsException known(Throwable thrown) {
        if (thrown instanceof AnalyticsException known) {
            return known;
        }
        Throwable cause = thrown.getCause();
        if (cause != null && thrown instanceof CompletionException) {
            return known(cause);
        }
        if (thrown instanceof LinkageError) {
            return new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get(
                            "clientele.part_program_could_not",
                            String.valueOf(cause == null ? thrown : cause.getMessage()),
                            System.getProperty("java.io.tmpdir")),
                    thrown);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("clientele.java_s_memory_too"), thrown);
        }
        return new AnalyticsException(
                ErrorCode.INTERNAL, TEXTS.get("clientele.something_went_wrong_inside", thrown), thrown);
    }
}
