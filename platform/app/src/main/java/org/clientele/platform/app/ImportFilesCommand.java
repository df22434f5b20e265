package org.clientele.platform.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.DatabaseSource;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ImportProposal;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: files into the warehouse. */
@Command(
        name = "import",
        description =
                "Import files (CSV and other text, Excel, Parquet, gzip, zip) or from a database. Files that are imported"
                        + " together are one schema.")
final class ImportFilesCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to import.")
    List<Path> files = List.of();

    @Option(
            names = "--recipe",
            paramLabel = "ID|FILE.json",
            description = "The import recipe. Default: found by the headers.")
    String recipe = "";

    @Option(
            names = "--entity",
            paramLabel = "TABLE",
            description = "The table of the customer model. Default: found by the headers.")
    String entity = "";

    @ArgGroup(exclusive = false)
    @Nullable
    Database database;

    static final class Database {
        @Option(
                names = "--jdbc",
                required = true,
                paramLabel = "URL",
                description = "Import from a database: jdbc:postgresql://host/db, jdbc:hsqldb:file:path,"
                        + " jdbc:duckdb:path.")
        String url = "";

        @Option(names = "--table", paramLabel = "NAME", description = "The table to import.")
        String table = "";

        @Option(names = "--query", paramLabel = "SELECT", description = "Or a query.")
        String query = "";

        @Option(names = "--user", paramLabel = "NAME", description = "The user of the database.")
        String user = "";

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "A file whose first line is the password.")
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
                        ErrorCode.FILE_UNREADABLE, "Cannot read the password from " + file + ": " + e.getMessage(), e);
            }
        }
    }

    @Option(names = "--dry-run", description = "Do everything but keep it: says what would be loaded and rejected.")
    boolean dryRun;

    @ArgGroup(exclusive = true)
    Mode mode = new Mode();

    static final class Mode {
        @Option(names = "--replace", description = "The table's old rows go.")
        boolean replace;

        @Option(
                names = "--append",
                description = "The rows are added (the default); the same content is not added twice.")
        boolean append;

        @Option(
                names = "--update",
                description = "Rows of the same key (of order lines: of the same order) take the place of the old ones;"
                        + " columns that the file lacks keep their values.")
        boolean update;

        ImportMode chosen() {
            return replace ? ImportMode.REPLACE : update ? ImportMode.UPDATE : ImportMode.APPEND;
        }
    }

    @Override
    int run(Workspace workspace, Session session) {
        Progress progress = new ConsoleProgress(err(), root.surroundings().terminal() && !root.json);
        String by = recipe.endsWith(".json") ? root.path(recipe).toString() : recipe;
        ImportCommand command =
                new ImportCommand(files, by, entity, database == null ? null : database.source(), mode.chosen());
        ImportReply reply =
                dryRun ? tried(session, command, progress) : session.importFiles(command, progress, cancel());
        if (root.json) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            reply.files().forEach(f -> all.add(json(f)));
            Json.write(out(), all.size() == 1 ? all.get(0) : all);
        } else {
            reply.files().forEach(this::print);
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

    private ImportReply tried(Session session, ImportCommand command, Progress progress) {
        ImportProposal proposal = session.proposeImport(command, cancel());
        List<FileImport> all = new ArrayList<>(proposal.unreadable());
        all.addAll(session.tryImport(proposal, progress, cancel()).files());
        return new ImportReply(all);
    }

    private static JsonNode json(FileImport f) {
        ObjectNode o = Json.MAPPER.createObjectNode();
        o.put("file", f.file().toString());
        o.put("source", f.source());
        o.put("entity", f.entity().isEmpty() ? null : f.entity());
        o.put("rowsRead", f.rowsRead());
        o.put("rowsLoaded", f.rowsLoaded());
        o.put("rowsRejected", f.rowsRejected());
        o.put("rejectsFile", f.rejectsFile() == null ? null : f.rejectsFile().toString());
        o.put("import", f.batch() > 0 ? f.batch() : null);
        ObjectNode mapping = o.putObject("mapping");
        mapping.put("recipe", f.recipe().isEmpty() ? null : f.recipe());
        f.columns().forEach(mapping.putObject("columns")::put);
        f.constants().forEach(mapping.putObject("constants")::put);
        f.formats().forEach(mapping.putObject("formats")::put);
        f.doubts().forEach(mapping.putArray("doubts")::add);
        ArrayNode orphans = o.putArray("orphans");
        f.orphans()
                .forEach(each -> orphans.addObject()
                        .put("column", each.column())
                        .put("refersTo", each.refersTo())
                        .put("rows", each.rows())
                        .put("values", each.values())
                        .put("example", each.example()));
        o.put("alreadyLoaded", f.duplicate());
        o.put("seconds", f.seconds());
        FileImport.Failure failure = f.failure();
        if (failure != null) {
            Json.putError(o, failure.code().name(), failure.code().blame().name(), failure.message());
        }
        return o;
    }

    private void print(FileImport f) {
        if (f.failure() != null) {
            out().println(f.file() + ": not imported.");
            return;
        }
        if (f.duplicate()) {
            out().println(f.file() + ": the same content was imported before; nothing was loaded.");
            return;
        }
        out().printf(
                        java.util.Locale.ROOT,
                        dryRun
                                ? "%s: %,d rows read, %,d would go into %s, %,d would be rejected; tried in %.1f s.%n"
                                : "%s: %,d rows read, %,d loaded into %s, %,d rejected, in %.1f s.%n",
                        f.source(),
                        f.rowsRead(),
                        f.rowsLoaded(),
                        f.entity(),
                        f.rowsRejected(),
                        f.seconds());
        f.orphans()
                .forEach(each -> out().printf(
                                java.util.Locale.ROOT,
                                "! %,d rows name a %s that %s does not have (%,d in all, for example %s); they are kept, and"
                                        + " show as unknown.%n",
                                each.rows(),
                                each.column(),
                                each.refersTo(),
                                each.values(),
                                each.example()));
        f.doubts().forEach(doubt -> out().println("! " + doubt));
        if (f.rejectsFile() != null) {
            out().println("Rejected rows, with line and reason: " + f.rejectsFile());
        }
    }
}
