package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose new files are imported in the background, each by the recipe that knows it. A file that no recipe knows
 * waits for a person; one that still grows waits for its end. The same content comes in once. Thread-safe.
 *
 * <pre>{@code
 * try (WatchedFolder inbox = WatchedFolder.watch(session, folder, () -> show(inbox.files()))) { ... }
 * }</pre>
 */
public final class WatchedFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    /** For so long a file must not have changed. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    /** Folders on other machines tell no events. */
    private static final long LOOK_EVERY_MILLIS = 5_000;

    private static final long LOOK_WHILE_ARRIVING_MILLIS = 500;
    private static final List<String> UNFINISHED =
            List.of(".part", ".partial", ".tmp", ".crdownload", ".download", "~");

    private final Session session;
    private final Path folder;
    private final Clock clock;
    private final Runnable changed;
    private final WatchedMemory memory;
    private final CancelSignal cancel = CancelSignal.create();
    private final Map<Path, Seen> seen = new TreeMap<>();
    private volatile List<WatchedFile> files = List.of();
    private volatile String problem = "";
    private volatile boolean again;
    private @Nullable Thread thread;

    /** What was last seen of a file. */
    private record Seen(WatchedMemory.Mark mark, Instant since, WatchedFile view) {}

    WatchedFolder(Session session, Path folder, Clock clock, Runnable changed) {
        this.session = session;
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
        this.changed = changed;
        this.memory = WatchedMemory.of(session.workspace().directory(), this.folder);
    }

    /**
     * Starts to watch a folder: what is in it already is taken, too, unless it was before. Answers at once.
     *
     * @param changed hears, on another thread, that {@link #files()} or {@link #problem()} changed
     */
    public static WatchedFolder watch(Session session, Path folder, Runnable changed) {
        WatchedFolder watched = new WatchedFolder(session, folder, Clock.systemUTC(), changed);
        Thread t = new Thread(watched::run, "clientele-watch");
        t.setDaemon(true);
        watched.thread = t;
        t.start();
        return watched;
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** What is in it, by name. */
    public List<WatchedFile> files() {
        return files;
    }

    /** Tries the files that wait for a recipe again, since there may be one now. Answers at once. */
    public void lookAgain() {
        again = true;
    }

    /** Why the folder cannot be watched now, or "". It is tried again by itself. */
    public String problem() {
        return problem;
    }

    private void run() {
        while (!cancel.isCancelled()) {
            try (WatchService events = folder.getFileSystem().newWatchService()) {
                folder.register(
                        events,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
                watch(events);
            } catch (IOException e) {
                trouble(e);
                pause();
            } catch (InterruptedException | ClosedWatchServiceException e) {
                LOG.debug("The watch of {} ends", folder, e);
                return;
            }
        }
    }

    private void watch(WatchService events) throws IOException, InterruptedException {
        while (!cancel.isCancelled() && Files.isDirectory(folder)) {
            boolean arriving = look();
            WatchKey key =
                    events.poll(arriving ? LOOK_WHILE_ARRIVING_MILLIS : LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            if (key != null) {
                key.pollEvents();
                key.reset();
            }
        }
        if (!cancel.isCancelled()) {
            throw new IOException("it is not there any more");
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            cancel.cancel();
        }
    }

    private void trouble(IOException e) {
        LOG.warn("The folder {} cannot be watched", folder, e);
        String why = Files.isDirectory(folder) ? String.valueOf(e.getMessage()) : "there is no such folder";
        say("The folder " + folder + " cannot be watched: " + why + ". It is tried again every few seconds.");
    }

    private void say(String sentence) {
        if (!sentence.equals(problem)) {
            problem = sentence;
            changed.run();
        }
    }

    /**
     * Looks once, and takes the files that have come to rest.
     *
     * @return whether files are still arriving
     */
    boolean look() throws IOException {
        Map<Path, WatchedMemory.Mark> there = list();
        say("");
        if (again) {
            again = false;
            seen.values().removeIf(s -> s.view().state() == WatchedFile.State.WAITING);
        }
        boolean gone = seen.keySet().removeIf(file -> !there.containsKey(file));
        boolean news = gone;
        boolean arriving = false;
        Instant now = clock.instant();
        for (Map.Entry<Path, WatchedMemory.Mark> e : there.entrySet()) {
            Path file = e.getKey();
            Seen old = seen.get(file);
            if (old == null || !old.mark().equals(e.getValue())) {
                Seen fresh = memory.find(file, e.getValue())
                        .map(view -> new Seen(e.getValue(), now, view))
                        .orElseGet(() -> new Seen(
                                e.getValue(), now, new WatchedFile(file, WatchedFile.State.ARRIVING, "", now)));
                seen.put(file, fresh);
                news = true;
                arriving |= fresh.view().state() == WatchedFile.State.ARRIVING;
            } else if (old.view().state() == WatchedFile.State.ARRIVING) {
                if (Duration.between(old.since(), now).compareTo(SETTLED) < 0) {
                    arriving = true;
                } else {
                    take(old);
                }
            }
        }
        if (news) {
            publish();
        }
        return arriving;
    }

    private Map<Path, WatchedMemory.Mark> list() throws IOException {
        Map<Path, WatchedMemory.Mark> all = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path file : entries) {
                String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                if (!name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith)) {
                    mark(file, all);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return all;
    }

    private static void mark(Path file, Map<Path, WatchedMemory.Mark> all) {
        try {
            BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
            if (a.isRegularFile() && a.size() > 0) {
                all.put(
                        file,
                        new WatchedMemory.Mark(a.size(), a.lastModifiedTime().toMillis()));
            }
        } catch (IOException e) {
            LOG.debug("{} went while the folder was listed", file, e);
        }
    }

    private void take(Seen arrived) {
        Path file = arrived.view().file();
        WatchedFile result = outcome(file);
        if (cancel.isCancelled()) {
            return;
        }
        seen.put(file, new Seen(arrived.mark(), arrived.since(), result));
        if (result.state() != WatchedFile.State.WAITING) {
            memory.remember(result, arrived.mark());
        }
        publish();
    }

    private WatchedFile outcome(Path file) {
        try {
            ImportCommand command = new ImportCommand(List.of(file), "", "", ImportMode.APPEND);
            ImportProposal proposal = session.proposeImport(command, cancel);
            if (proposal.tables().isEmpty()) {
                for (FileImport bad : proposal.unreadable()) {
                    FileImport.Failure failure = bad.failure();
                    return view(
                            file, WatchedFile.State.FAILED, failure == null ? "It cannot be read." : failure.message());
                }
            }
            List<ProposedTable> fitting =
                    proposal.tables().stream().filter(ProposedTable::included).toList();
            if (fitting.isEmpty() || !fitting.stream().allMatch(ProposedTable::recognised)) {
                return view(
                        file,
                        WatchedFile.State.WAITING,
                        "No recipe knows this kind of file. Import it once by hand, and save the mapping as a recipe.");
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
            return view(file, WatchedFile.State.FAILED, String.valueOf((cause == null ? e : cause).getMessage()));
        } catch (AnalyticsException e) {
            return view(file, WatchedFile.State.FAILED, e.getMessage());
        }
    }

    private WatchedFile told(Path file, ImportReply reply) {
        List<String> failures = new ArrayList<>();
        long loaded = 0;
        long rejected = 0;
        boolean before = !reply.files().isEmpty();
        for (FileImport f : reply.files()) {
            FileImport.Failure failure = f.failure();
            if (failure != null) {
                failures.add(failure.message());
            }
            loaded += f.rowsLoaded();
            rejected += f.rowsRejected();
            before &= f.duplicate();
        }
        if (!failures.isEmpty()) {
            return view(file, WatchedFile.State.FAILED, String.join(" ", failures));
        }
        String rows = String.format(
                Locale.UK, "%,d %s loaded, %,d rejected.", loaded, loaded == 1 ? "row" : "rows", rejected);
        return view(
                file,
                WatchedFile.State.IMPORTED,
                before ? "The same content was there already; nothing was loaded twice." : rows);
    }

    private WatchedFile view(Path file, WatchedFile.State state, String sentence) {
        return new WatchedFile(file, state, sentence, clock.instant());
    }

    private void publish() {
        files = seen.values().stream().map(Seen::view).toList();
        changed.run();
    }

    /** Stops to watch; an import that runs is cancelled. Waits a moment for it. */
    @Override
    public void close() {
        cancel.cancel();
        Thread t = thread;
        if (t != null) {
            t.interrupt();
            try {
                t.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
