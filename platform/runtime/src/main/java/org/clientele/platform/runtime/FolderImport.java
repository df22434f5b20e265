package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.clientele.platform.runtime.refresh.GrowingText;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.Blame;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports the files of a watched folder, one at a time; whatever is wrong with one, it answers. */
final class FolderImport {
    private static final Texts TEXTS = Texts.of(FolderImport.class);

    private static final Logger LOG = LoggerFactory.getLogger(FolderImport.class);

    private final Session session;
    private final WatchOptions options;
    private final Clock clock;
    private final CancelSignal cancel;
    private final GrowingImport growing;

    /** @param cancel stops an import that runs */
    FolderImport(Session session, WatchOptions options, Clock clock, CancelSignal cancel) {
        this.session = session;
        this.options = options;
        this.clock = clock;
        this.cancel = cancel;
        this.growing = new GrowingImport(session);
    }

    /**
     * What became of a file.
     *
     * @param reply what its import gave, or null if it came to none
     * @param settled whether that is remembered at the next start
     */
    record Taken(WatchedFile view, @Nullable ImportReply reply, boolean settled) {}

    /** Whether lines of a file were read, so that only those are read that came since. */
    boolean grows(Path file) {
        return growing.known(file).isPresent();
    }

    /**
     * Imports a file that has arrived, or the lines that came to one, and moves it where that is wished.
     *
     * @param before whether it was imported already, and has changed since
     * @param settled whether nobody writes it any more
     */
    Taken take(Path file, boolean before, boolean settled) {
        Taken taken = outcome(file, before, settled);
        boolean stopped = cancel.isCancelled() || session.closing().isCancelled();
        return stopped ? taken : new Taken(moved(taken.view()), taken.reply(), taken.settled());
    }

    private WatchedFile moved(WatchedFile taken) {
        Path to = switch (taken.state()) {
            case IMPORTED -> options.done();
            case FAILED -> options.failed();
            case ARRIVING, WAITING -> null;
        };
        if (to == null) {
            return taken;
        }
        String sentence;
        try {
            sentence = TEXTS.get("folder.import.was_moved", move(taken.file(), to));
        } catch (IOException e) {
            LOG.warn("{} stays where it is", taken.file(), e);
            sentence = TEXTS.get("folder.import.could_not_moved", to, String.valueOf(e.getMessage()));
        }
        return new WatchedFile(taken.file(), taken.state(), taken.sentence() + " " + sentence, taken.at());
    }

    private static Path move(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        Path target = folder.resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            target = folder.resolve(name.substring(0, dot) + " (" + i + ")" + name.substring(dot));
        }
        return Files.move(file, target);
    }

    private Taken outcome(Path file, boolean before, boolean settled) {
        try {
            GrowingImport.Known known = growing.known(file).orElse(null);
            if (known != null) {
                return again(file, known);
            }
            return anew(file, before, settled, UnaryOperator.identity());
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            return failed(file, cause == null ? e : cause, true);
        } catch (IOException e) {
            return failed(file, unreadable(file, e), false);
        } catch (RuntimeException e) {
            return failed(file, e, false);
        }
    }

    private static AnalyticsException unreadable(Path file, IOException e) {
        return new AnalyticsException(
                ErrorCode.FILE_UNREADABLE,
                TEXTS.get("folder.import.cannot_read", file.getFileName(), String.valueOf(e.getMessage())),
                e);
    }

    /** What came to a file that was read before. */
    private Taken again(Path file, GrowingImport.Known known) throws IOException {
        GrowingText.News news = known.news();
        return switch (news.change()) {
            case NONE ->
                new Taken(
                        view(file, WatchedFile.State.IMPORTED, TEXTS.get("folder.import.nothing_came_since_was_read")),
                        null,
                        true);
            case HALF ->
                new Taken(
                        view(file, WatchedFile.State.IMPORTED, TEXTS.get("folder.import.last_line_is_still_being")),
                        null,
                        true);
            case GROWN ->
                told(
                        file,
                        imported(file, (progress, stop) -> growing.rest(known, news.to(), progress, stop)),
                        came -> TEXTS.get("folder.import.grown", came));
            case BEGUN_ANEW ->
                anew(
                        file,
                        false,
                        true,
                        came -> news.bytes() > 0
                                ? TEXTS.get("folder.import.replaced_shorter", came, news.bytes())
                                : TEXTS.get("folder.import.replaced", came));
            case REWRITTEN ->
                known.keyed()
                        ? anew(file, false, true, came -> TEXTS.get("folder.import.rewritten", came))
                        : new Taken(
                                view(
                                        file,
                                        WatchedFile.State.WAITING,
                                        news.bytes() > 0
                                                ? TEXTS.get("folder.import.shorter_same_row", news.bytes())
                                                : TEXTS.get("folder.import.changed_same_row")),
                                null,
                                true);
        };
    }

    private ImportReply imported(Path file, Job<ImportReply> job) {
        return session.background(TEXTS.get("common.import", file.getFileName()), (progress, stop) -> {
                    CancelSignal.Registration both = cancel.onCancel(stop::cancel);
                    try {
                        return job.run(progress, stop);
                    } finally {
                        both.close();
                    }
                })
                .join();
    }

    /**
     * Imports the whole of a file.
     *
     * @param why what is said before what came in
     */
    private Taken anew(Path file, boolean before, boolean settled, UnaryOperator<String> why) throws IOException {
        ImportCommand command = new ImportCommand(List.of(file), "", "", ImportMode.APPEND);
        ImportProposal proposal = session.imports().propose(command, cancel);
        if (proposal.tables().isEmpty() || options.anyKind()) {
            for (FileImport bad : proposal.unreadable()) {
                return failed(file, bad.failure(), false);
            }
        }
        // What fits no table, such as a sheet of remarks, holds up nothing.
        List<ProposedTable> fitting =
                proposal.tables().stream().filter(ProposedTable::included).toList();
        boolean known = fitting.stream().allMatch(ProposedTable::recognised);
        if (fitting.isEmpty() || !known && !options.anyKind()) {
            return new Taken(
                    view(file, WatchedFile.State.WAITING, TEXTS.get("folder.import.no_recipe_knows_kind_file")),
                    null,
                    false);
        }
        boolean keyed =
                fitting.stream().allMatch(t -> GrowingImport.keyed(t.recipe().entity()));
        if (before && !keyed) {
            return new Taken(
                    view(file, WatchedFile.State.WAITING, TEXTS.get("folder.import.has_changed_since_was_imported")),
                    null,
                    true);
        }
        ProposedTable only = proposal.tables().size() == 1 && fitting.size() == 1 ? fitting.get(0) : null;
        ImportReply reply = only != null && GrowingImport.can(only)
                ? imported(file, (progress, stop) -> growing.first(only, settled, progress, stop))
                : imported(file, (progress, stop) -> session.imports().run(proposal, progress, stop));
        return told(file, reply, why);
    }

    private Taken failed(Path file, Throwable why, boolean mapped) {
        if (why instanceof AnalyticsException known) {
            return failed(file, new FileImport.Failure(known.code(), known.getMessage()), mapped);
        }
        LOG.error("The import of {} failed", file, why);
        String sentence = TEXTS.get("folder.import.something_went_wrong_inside", why);
        return failed(file, new FileImport.Failure(ErrorCode.INTERNAL, sentence), mapped);
    }

    /**
     * A full disk may have room tomorrow; what is wrong with the file itself stays wrong.
     *
     * @param mapped whether it fits a table: then it may lack rows of another file that comes later
     */
    private Taken failed(Path file, FileImport.@Nullable Failure failure, boolean mapped) {
        if (failure == null) {
            return new Taken(
                    view(file, WatchedFile.State.FAILED, TEXTS.get("folder.import.cannot_read_2")), null, true);
        }
        if (mapped && failure.code() == ErrorCode.FILE_UNRECOGNISED) {
            return new Taken(view(file, WatchedFile.State.WAITING, failure.message()), null, false);
        }
        Blame blame = failure.code().blame();
        boolean settled = failure.code() != ErrorCode.CANCELLED && (blame == Blame.DATA || blame == Blame.USER);
        return new Taken(view(file, WatchedFile.State.FAILED, failure.message()), null, settled);
    }

    private Taken told(Path file, ImportReply reply, UnaryOperator<String> why) {
        FileImport.@Nullable Failure failed = null;
        long loaded = 0;
        long rejected = 0;
        boolean before = !reply.files().isEmpty();
        for (FileImport f : reply.files()) {
            FileImport.Failure failure = f.failure();
            if (failure != null) {
                failed = failed == null ? failure : failed;
            }
            loaded += f.rowsLoaded();
            rejected += f.rowsRejected();
            before &= f.duplicate();
        }
        if (failed != null) {
            return failed(file, failed, true);
        }
        String sentence = before
                ? TEXTS.get("folder.import.same_content_was_there_already")
                : TEXTS.get("rows.loaded", loaded, rejected);
        return new Taken(view(file, WatchedFile.State.IMPORTED, why.apply(sentence)), reply, true);
    }

    private WatchedFile view(Path file, WatchedFile.State state, String sentence) {
        return new WatchedFile(file, state, sentence, clock.instant());
    }
}
