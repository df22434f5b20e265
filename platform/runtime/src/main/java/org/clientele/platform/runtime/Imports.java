package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/**
 * A session's way to bring data in and take it out again. One import runs at a time in a workspace; others wait for it.
 * Thread-safe. All methods block; those with a signal end as CANCELLED within a second, also when the session is closed.
 *
 * <pre>{@code
 * session.imports().run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), progress, cancel);
 * }</pre>
 */
public final class Imports {
    private static final Texts TEXTS = Texts.of(Imports.class);

    private final Session session;
    private final ImportService service;

    Imports(Session session, ImportService service) {
        this.session = session;
        this.service = service;
    }

    /**
     * Imports files, one after the other. Of several files, one that cannot be imported does not keep the others out; the
     * reply says why it failed.
     *
     * @throws AnalyticsException if the only file cannot be imported, or the command itself is wrong, or it is cancelled;
     *     files before that stay imported
     */
    public ImportReply run(ImportCommand command, Progress progress, CancelSignal cancel) {
        return session.listed(
                title(command), progress, cancel, (told, stop) -> service.importFiles(command, false, told, stop));
    }

    /** Imports what is included, in one transaction. */
    public ImportReply run(ImportProposal proposal, Progress progress, CancelSignal cancel) {
        return session.listed(
                TEXTS.get("imports.import_files"),
                progress,
                cancel,
                (told, stop) -> service.carryOut(proposal, false, told, stop));
    }

    /** Imports files all the way but for the end: the reply says what would be, and nothing stays. */
    public ImportReply rehearse(ImportCommand command, Progress progress, CancelSignal cancel) {
        return session.listed(
                TEXTS.get("imports.check_files"),
                progress,
                cancel,
                (told, stop) -> service.importFiles(command, true, told, stop));
    }

    /** The same for what a proposal includes. */
    public ImportReply rehearse(ImportProposal proposal, Progress progress, CancelSignal cancel) {
        return session.listed(
                TEXTS.get("imports.check_files"),
                progress,
                cancel,
                (told, stop) -> service.carryOut(proposal, true, told, stop));
    }

    /**
     * Decides how files would be imported; nothing is changed. Reads only their starts.
     *
     * @throws AnalyticsException if the command itself is wrong, or it is cancelled
     */
    public ImportProposal propose(ImportCommand command, CancelSignal cancel) {
        return session.call(cancel, either -> service.propose(command, either));
    }

    /**
     * The first rows of a table's source as they stand there, with its headers and what is above them, for a person to say
     * which row has the headers; empty where a format does not tell.
     */
    public List<SourceRow> firstRows(ProposedTable table, int most, CancelSignal cancel) {
        return session.call(cancel, either -> service.firstRows(table, most, either));
    }

    /** Reads a table's start again in the way that its {@link ProposedTable#reading} now says. */
    public ProposedTable reread(ProposedTable table, CancelSignal cancel) {
        return session.call(cancel, either -> service.reread(table, either));
    }

    /**
     * Decides again where a table's columns go, read as {@link ProposedTable#reading} says. What the wished table needs may
     * be missing then, for a person to choose.
     *
     * @param entity the table of the customer model, or "" to find it
     * @param recipe the id of a recipe or the path of a recipe's JSON file, or "" to find one
     */
    public ProposedTable rematch(ProposedTable table, String entity, String recipe, CancelSignal cancel) {
        return session.call(cancel, either -> service.rematch(table, entity, recipe, either));
    }

    /**
     * Saves how a table is mapped as a recipe of the workspace: files with the same headers are known by it from now on.
     *
     * @param title for people; a recipe of the same title is replaced
     * @return the recipe's JSON file, which may be given to others
     */
    public Path saveRecipe(ProposedTable table, String title) {
        return service.saveRecipe(table, title);
    }

    /**
     * Loads rows that a program makes, in one batch: wholly there or wholly absent.
     *
     * @param title for the list of imports
     * @param identity what makes two loads the same; an equal one is not loaded twice
     * @param cancel stops it within a second; nothing of it is kept then
     * @param source hands its rows to the sink
     */
    public LoadReply load(String title, String identity, CancelSignal cancel, Consumer<RowSink> source) {
        return session.listed(
                TEXTS.get("imports.load", title),
                Progress.NONE,
                cancel,
                (told, stop) -> service.load(title, identity, stop, source));
    }

    /** Imports some lines of a file, which lie in a file of their own, as a table of it. */
    ImportReply runPart(
            ProposedTable table,
            String name,
            Path part,
            boolean once,
            LongConsumer begun,
            Progress progress,
            CancelSignal cancel) {
        return session.listed(
                TEXTS.get("common.import", name),
                progress,
                cancel,
                (told, stop) -> service.importPart(table, name, part, once, begun, told, stop));
    }

    /** All imports ever begun, the newest first. */
    public List<ImportView> all() {
        return service.imports();
    }

    /** What {@link #undo} would do now; nothing if the import is not there. */
    public UndoForecast forecastUndo(long id, CancelSignal cancel) {
        return session.call(cancel, either -> service.forecastUndo(id, either));
    }

    /**
     * Undoes a whole import: what it brought goes, in every table, and what it had put out comes back.
     *
     * @param id of one of its batches
     */
    public UndoReply undo(long id, CancelSignal cancel) {
        return session.listed(
                TEXTS.get("imports.undo_import"), Progress.NONE, cancel, (told, stop) -> service.undo(id, stop));
    }

    private static String title(ImportCommand command) {
        int n = command.files().size();
        if (n == 0) {
            return TEXTS.get("imports.from_database");
        }
        return n == 1
                ? TEXTS.get("common.import", command.files().get(0).getFileName())
                : TEXTS.get("imports.files", n);
    }
}
