package org.clientele.platform.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.WatchOptions;
import org.clientele.platform.runtime.WatchedFile;
import org.clientele.platform.runtime.WatchedFolder;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: imports what arrives in a folder. */
@Command(
        name = "watch",
        description = {"${bundle:usage.watch}", "${bundle:usage.watch.details}"})
final class WatchCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(WatchCommand.class);

    private static final ObjectWriter LINES = Json.MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    @Parameters(index = "0", paramLabel = "FOLDER", description = "${bundle:option.watch.folder}")
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    Path folder;

    @Option(names = "--known-only", description = "${bundle:option.watch.known_only}")
    boolean knownOnly;

    @Option(names = "--once", description = "${bundle:option.watch.once}")
    boolean once;

    @Option(names = "--move-done", paramLabel = "DIR", description = "${bundle:option.watch.done}")
    @Nullable
    Path done;

    @Option(names = "--move-failed", paramLabel = "DIR", description = "${bundle:option.watch.failed}")
    @Nullable
    Path failed;

    @Override
    boolean endless() {
        return true;
    }

    @Override
    int run(Workspace workspace, Session session) throws InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("watch.there_no_folder_watch", folder));
        }
        Saying saying = new Saying(session);
        CancelSignal.Registration stop = cancel().onCancel(saying.end::countDown);
        WatchOptions options = new WatchOptions(!knownOnly, done, failed);
        try (WatchedFolder watched = WatchedFolder.watch(session, folder, options, saying)) {
            saying.watched = watched;
            if (!once) {
                err().println(TEXTS.get("watch.watching_ctrl_c_ends", watched.folder()));
            }
            saying.end.await();
        } finally {
            stop.close();
        }
        out().flush();
        if (root.surroundings().held() != null) {
            // Either nobody listens any more, or whoever holds the workspace lets it go, and another one goes on.
            cancel().throwIfCancelled();
        }
        return saying.failures.get()
                ? ExitCode.FAILED
                : saying.rejects.get() ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
    }

    /** Prints what becomes of files, each once. */
    private final class Saying implements WatchedFolder.Listener {
        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicBoolean failures = new AtomicBoolean();
        private final AtomicBoolean rejects = new AtomicBoolean();
        private final Map<Path, String> said = new HashMap<>();
        private volatile @Nullable WatchedFolder watched;
        private final Session session;
        private String problem = "";

        Saying(Session session) {
            this.session = session;
        }

        @Override
        public void changed() {
            WatchedFolder folderNow = watched;
            String now = folderNow == null ? problem : folderNow.problem();
            if (!now.equals(problem)) {
                problem = now;
                err().println(now.isEmpty() ? TEXTS.get("watch.folder_can_watched_again") : now);
            }
        }

        @Override
        public void taken(WatchedFile file, @Nullable ImportReply reply) {
            if (file.state() == WatchedFile.State.FAILED) {
                failures.set(true);
            }
            if (reply != null && reply.files().stream().anyMatch(f -> f.rowsRejected() > 0)) {
                rejects.set(true);
            }
            String what = file.state() + file.sentence();
            if (what.equals(said.put(file.file(), what))) {
                return;
            }
            if (root.json) {
                out().println(line(file, reply));
            } else {
                out().println(file.file().getFileName() + ": " + word(file.state()) + ". " + file.sentence());
                if (reply != null) {
                    reply.files().stream()
                            .filter(f -> f.rejectsFile() != null)
                            .forEach(f -> out().println(
                                            TEXTS.get("watch.rejected_rows_with_line", f.source(), f.rejectsFile())));
                }
            }
            out().flush();
            if (reply != null) {
                AlertsCommand.tell(session, err(), cancel());
            }
        }

        @Override
        public void settled() {
            if (once) {
                end.countDown();
            }
        }
    }

    private static String word(WatchedFile.State state) {
        return switch (state) {
            case IMPORTED -> TEXTS.get("watch.imported");
            case FAILED -> TEXTS.get("watch.not_imported");
            case WAITING -> TEXTS.get("watch.waits");
            case ARRIVING -> TEXTS.get("watch.arrives");
        };
    }

    private static String line(WatchedFile file, @Nullable ImportReply reply) {
        ObjectNode o = Json.MAPPER.createObjectNode();
        o.put("file", file.file().toString());
        o.put("state", file.state().name());
        o.put("message", file.sentence());
        o.put("at", file.at().toString());
        ArrayNode imports = o.putArray("imports");
        if (reply != null) {
            for (FileImport f : reply.files()) {
                imports.add(ImportText.json(f));
            }
        }
        try {
            return LINES.writeValueAsString(o);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
