package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.runtime.DatabaseSource;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: files into the warehouse. */
@Command(name = "import", description = "${bundle:usage.import}")
final class ImportFilesCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(ImportFilesCommand.class);

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "${bundle:option.import.files}")
    List<Path> files = List.of();

    @Option(names = "--recipe", paramLabel = "ID|FILE.json", description = "${bundle:option.import.recipe}")
    String recipe = "";

    @Option(names = "--entity", paramLabel = "TABLE", description = "${bundle:option.import.entity}")
    String entity = "";

    @Mixin
    ReadingArguments reading = new ReadingArguments();

    @ArgGroup(exclusive = false)
    @Nullable
    Database database;

    static final class Database {
        @Option(names = "--jdbc", required = true, paramLabel = "URL", description = "${bundle:option.import.url}")
        String url = "";

        @Option(names = "--table", paramLabel = "NAME", description = "${bundle:option.import.table}")
        String table = "";

        @Option(names = "--query", paramLabel = "SELECT", description = "${bundle:option.import.query}")
        String query = "";

        @Option(names = "--user", paramLabel = "NAME", description = "${bundle:option.import.user}")
        String user = "";

        @Option(names = "--password-file", paramLabel = "FILE", description = "${bundle:option.import.password_file}")
        @Nullable
        Path passwordFile;

        DatabaseSource source() {
            return new DatabaseSource(url, user, passwordFile == null ? "" : firstLine(passwordFile), table, query);
        }

        private static String firstLine(Path file) {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                String line = reader.readLine();
                return line == null ? "" : line;
            } catch (IOException e) {
                throw new AnalyticsException(
                        ErrorCode.FILE_UNREADABLE,
                        TEXTS.get("import.files.cannot_read_password_from", file, String.valueOf(e.getMessage())),
                        e);
            }
        }
    }

    @Option(names = "--dry-run", description = "${bundle:option.import.dry_run}")
    boolean dryRun;

    @ArgGroup(exclusive = true)
    Mode mode = new Mode();

    static final class Mode {
        @Option(names = "--replace", description = "${bundle:option.import.replace}")
        boolean replace;

        @Option(names = "--append", description = "${bundle:option.import.append}")
        boolean append;

        @Option(names = "--update", description = "${bundle:option.import.update}")
        boolean update;

        ImportMode chosen() {
            return replace ? ImportMode.REPLACE : update ? ImportMode.UPDATE : ImportMode.APPEND;
        }
    }

    @Override
    int run(Workspace workspace, Session session) {
        Progress progress = new ConsoleProgress(err(), root.surroundings().terminal() && !root.json);
        String by = recipe.endsWith(".json") ? root.path(recipe).toString() : recipe;
        ImportCommand command = new ImportCommand(
                files, by, entity, database == null ? null : database.source(), mode.chosen(), reading.options());
        ImportReply reply = dryRun
                ? session.imports().rehearse(command, progress, cancel())
                : session.imports().run(command, progress, cancel());
        if (root.json) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            reply.files().forEach(f -> all.add(ImportText.json(f)));
            Json.write(out(), all.size() == 1 ? all.get(0) : all);
        } else {
            reply.files().forEach(f -> ImportText.print(out(), f, dryRun));
        }
        if (!dryRun) {
            SegmentsCommand.catchUp(session, err(), cancel());
            AlertsCommand.tell(session, err(), cancel());
        }
        boolean failed = false;
        for (FileImport f : reply.files()) {
            FileImport.Failure failure = f.failure();
            if (failure != null) {
                failed = true;
                err().println(failure.message());
            }
        }
        if (failed) {
            return ExitCode.FAILED;
        }
        return reply.files().stream().anyMatch(f -> f.rowsRejected() > 0) ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
    }
}
