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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.runtime.refresh.GrowingText;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose new files are imported in the background, each by the recipe that knows it. A file that no recipe knows
 * waits for a person, unless any kind is taken; one that still grows waits for its end. The same content comes in once.
 * Thread-safe.
 *
 * <pre>{@code
 * try (WatchedFolder inbox = WatchedFolder.watch(session, folder, () -> show(inbox.files()))) { ... }
 * }</pre>
 */
public final class WatchedFolder implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(WatchedFolder.class);

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    /** For so long a file must not have changed whose end does not tell that it is whole. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    /** For so long one whose end does, or to which lines come. */
    private static final Duration QUIET = Duration.ofMillis(200);
    /** Lines that come without a pause are read this often. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    /** Folders on other machines tell no events. */
    private static final long LOOK_EVERY_MILLIS = 5_000;

    private static final long LOOK_WHILE_ARRIVING_MILLIS = 50;
    private static final List<String> UNFINISHED =
            List.of(".part", ".partial", ".tmp", ".crdownload", ".download", "~");

    private final Session session;
    private final Path folder;
    private final Clock clock;
    private final Listener listener;
    private final FolderImport imports;
    private final WatchedMemory memory;
    private final CancelSignal cancel = CancelSignal.create();
    private final Map<Path, Seen> seen = new TreeMap<>();
    private volatile List<WatchedFile> files = List.of();
    private volatile String problem = "";
    private volatile boolean again;
    private @Nullable Thread thread;

    /**
     * What was last seen of a file.
     *
     * @param since when it was found like this
     * @param began when it was first found to arrive
     */
    private record Seen(WatchedMemory.Mark mark, Instant since, Instant began, WatchedFile view) {}

    /** Hears, on the thread that watches, what happens. Must return soon. */
    public interface Listener {
        /** {@link #files()} or {@link #problem()} changed. */
        default void changed() {}

        /**
         * A file was dealt with.
         *
         * @param reply what its import gave, or null if it came to none
         */
        default void taken(WatchedFile file, @Nullable ImportReply reply) {}

        /** The folder was looked at, and no file of it is still arriving. */
        default void settled() {}
    }

    WatchedFolder(Session session, Path folder, Clock clock, WatchOptions options, Listener listener) {
        this.session = session;
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
        this.listener = listener;
        this.imports = new FolderImport(session, options, clock, cancel);
        this.memory = WatchedMemory.of(session.workspace().directory(), this.folder);
    }

    /**
     * Starts to watch a folder: what is in it already is taken, too, unless it was before. Answers at once.
     *
     * @param changed hears, on another thread, that {@link #files()} or {@link #problem()} changed
     */
    public static WatchedFolder watch(Session session, Path folder, Runnable changed) {
        return watch(session, folder, WatchOptions.KNOWN_KINDS, new Listener() {
            @Override
            public void changed() {
                changed.run();
            }
        });
    }

    /** The same in a way, telling a listener. */
    public static WatchedFolder watch(Session session, Path folder, WatchOptions options, Listener listener) {
        WatchedFolder watched = new WatchedFolder(session, folder, Clock.systemUTC(), options, listener);
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
        String why = Files.isDirectory(folder)
                ? String.valueOf(e.getMessage())
                : TEXTS.get("watched.folder.there_is_no_such_folder");
        say(TEXTS.get("watched.folder.folder_cannot_watched_is_tried", folder, why));
    }

    private void say(String sentence) {
        if (!sentence.equals(problem)) {
            problem = sentence;
            listener.changed();
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
                Seen fresh = fresh(file, e.getValue(), old, now);
                seen.put(file, fresh);
                news = true;
                arriving |= !takenWhileItGrows(fresh, now) && fresh.view().state() == WatchedFile.State.ARRIVING;
            } else if (old.view().state() == WatchedFile.State.ARRIVING) {
                if (Duration.between(old.since(), now).compareTo(patience(old)) < 0) {
                    arriving = true;
                } else {
                    take(old, now);
                }
            }
        }
        if (news) {
            publish();
        }
        if (!arriving && !again) {
            listener.settled();
        }
        return arriving;
    }

    private Seen fresh(Path file, WatchedMemory.Mark mark, @Nullable Seen old, Instant now) {
        boolean going = old != null && old.view().state() == WatchedFile.State.ARRIVING;
        return memory.find(file, mark)
                .map(view -> new Seen(mark, now, now, view))
                .orElseGet(() -> new Seen(
                        mark,
                        now,
                        going && old != null ? old.began() : now,
                        new WatchedFile(file, WatchedFile.State.ARRIVING, "", now)));
    }

    private boolean takenWhileItGrows(Seen s, Instant now) {
        boolean due = s.view().state() == WatchedFile.State.ARRIVING
                && Duration.between(s.began(), now).compareTo(LONGEST_WAIT) >= 0
                && imports.grows(s.view().file());
        if (due) {
            take(s, now);
        }
        return due;
    }

    private Duration patience(Seen s) {
        Path file = s.view().file();
        try {
            return imports.grows(file) || GrowingText.looksWhole(file) ? QUIET : SETTLED;
        } catch (IOException e) {
            LOG.debug("{} cannot be read yet", file, e);
            return SETTLED;
        }
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

    private void take(Seen arrived, Instant now) {
        Path file = arrived.view().file();
        boolean settled = Duration.between(arrived.since(), now).compareTo(SETTLED) >= 0;
        FolderImport.Taken taken = imports.take(file, memory.imported(file), settled);
        if (cancel.isCancelled() || session.closing().isCancelled()) {
            return;
        }
        WatchedFile result = taken.view();
        seen.put(file, new Seen(arrived.mark(), arrived.since(), arrived.began(), result));
        if (taken.settled()) {
            memory.remember(result, arrived.mark());
        }
        // What waits may be about the rows that have just come in.
        again |= result.state() == WatchedFile.State.IMPORTED;
        publish();
        listener.taken(result, taken.reply());
    }

    private void publish() {
        files = seen.values().stream().map(Seen::view).toList();
        listener.changed();
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
