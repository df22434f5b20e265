package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.Blame;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports the files of a watched folder, one at a time; whatever is wrong with one, it answers. */
final class FolderImport {
    private static final Logger LOG = LoggerFactory.getLogger(FolderImport.class);

    private final Session session;
    private final WatchOptions options;
    private final Clock clock;
    private final CancelSignal cancel;

    /** @param cancel stops an import that runs */
    FolderImport(Session session, WatchOptions options, Clock clock, CancelSignal cancel) {
        this.session = session;
        this.options = options;
        this.clock = clock;
        this.cancel = cancel;
    }

    /**
     * What became of a file.
     *
     * @param reply what its import gave, or null if it came to none
     * @param settled whether that is remembered at the next start
     */
    record Taken(WatchedFile view, @Nullable ImportReply reply, boolean settled) {}

    /** Imports a file that has arrived, and moves it where that is wished. */
    Taken take(Path file) {
        Taken taken = outcome(file);
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
            sentence = "It was moved to " + move(taken.file(), to) + ".";
        } catch (IOException e) {
            LOG.warn("{} stays where it is", taken.file(), e);
            sentence = "It could not be moved to " + to + ": " + e.getMessage() + ".";
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

    private Taken outcome(Path file) {
        try {
            ImportCommand command = new ImportCommand(List.of(file), "", "", ImportMode.APPEND);
            ImportProposal proposal = session.proposeImport(command, cancel);
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
                        view(
                                file,
                                WatchedFile.State.WAITING,
                                "No recipe knows this kind of file. Import it once by hand, and save the mapping as a"
                                        + " recipe."),
                        null,
                        false);
            }
            ImportReply reply = session.background("Import " + file.getFileName(), (progress, stop) -> {
                        CancelSignal.Registration both = cancel.onCancel(stop::cancel);
                        try {
                            return session.importProposed(proposal, progress, stop);
                        } finally {
                            both.close();
                        }
                    })
                    .join();
            return told(file, reply);
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            return failed(file, cause == null ? e : cause, true);
        } catch (RuntimeException e) {
            return failed(file, e, false);
        }
    }

    private Taken failed(Path file, Throwable why, boolean mapped) {
        if (why instanceof AnalyticsException known) {
            return failed(file, new FileImport.Failure(known.code(), known.getMessage()), mapped);
        }
        LOG.error("The import of {} failed", file, why);
        String sentence = "Something went wrong inside: " + why;
        return failed(file, new FileImport.Failure(ErrorCode.INTERNAL, sentence), mapped);
    }

    /**
     * A full disk may have room tomorrow; what is wrong with the file itself stays wrong.
     *
     * @param mapped whether it fits a table: then it may lack rows of another file that comes later
     */
    private Taken failed(Path file, FileImport.@Nullable Failure failure, boolean mapped) {
        if (failure == null) {
            return new Taken(view(file, WatchedFile.State.FAILED, "It cannot be read."), null, true);
        }
        if (mapped && failure.code() == ErrorCode.FILE_UNRECOGNISED) {
            return new Taken(view(file, WatchedFile.State.WAITING, failure.message()), null, false);
        }
        Blame blame = failure.code().blame();
        boolean settled = failure.code() != ErrorCode.CANCELLED && (blame == Blame.DATA || blame == Blame.USER);
        return new Taken(view(file, WatchedFile.State.FAILED, failure.message()), null, settled);
    }

    private Taken told(Path file, ImportReply reply) {
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
        String rows = String.format(
                Locale.UK, "%,d %s loaded, %,d rejected.", loaded, loaded == 1 ? "row" : "rows", rejected);
        String sentence = before ? "The same content was there already; nothing was loaded twice." : rows;
        return new Taken(view(file, WatchedFile.State.IMPORTED, sentence), reply, true);
    }

    private WatchedFile view(Path file, WatchedFile.State state, String sentence) {
        return new WatchedFile(file, state, sentence, clock.instant());
    }
}
