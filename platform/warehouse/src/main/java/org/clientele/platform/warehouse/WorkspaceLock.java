package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that this process holds a workspace. Taken before anything in it is opened, and let go last; a process that dies
 * lets it go too. Stops two processes, and two openings in one process.
 */
public final class WorkspaceLock implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(WorkspaceLock.class);

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceLock.class);
    private static final String NAME = "clientele.lock";
    /** Far behind the text: where locks are mandatory, others can still read who holds it. */
    private static final long LOCKED_BYTE = 1L << 30;

    /**
     * The folders that this process holds, and since when. On POSIX systems closing any channel of a file gives up all
     * locks that the process has on it, so a second opening must not even touch the file.
     */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private static final int LONGEST_TEXT = 4096;

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final String text;

    private WorkspaceLock(Path folder, FileChannel channel, FileLock lock, String text) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.text = text;
    }

    /**
     * Takes the lock of a workspace and makes its folder if need be.
     *
     * @throws AnalyticsException WORKSPACE_LOCKED, naming the process, if somebody holds it; WORKSPACE_INVALID if the
     *     folder cannot be made or written
     */
    public static WorkspaceLock acquire(Path workspace, Clock clock) {
        try {
            Files.createDirectories(workspace);
            Path folder = workspace.toRealPath();
            String text = "process " + ProcessHandle.current().pid() + " since "
                    + clock.instant().truncatedTo(ChronoUnit.SECONDS);
            String holder = HELD.putIfAbsent(folder, text);
            if (holder != null) {
                throw inUse(workspace, holder);
            }
            WorkspaceLock taken = null;
            try {
                taken = take(workspace, folder, text);
                return taken;
            } finally {
                if (taken == null) {
                    HELD.remove(folder);
                }
            }
        } catch (IOException e) {
            throw Folders.unusable(workspace, e);
        }
    }

    private static WorkspaceLock take(Path workspace, Path folder, String text) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw inUse(workspace, read(channel));
            }
            channel.truncate(0);
            write(channel, text);
            return new WorkspaceLock(folder, channel, lock, text);
        } catch (IOException | RuntimeException e) {
            closeAfter(channel, e);
            throw e;
        }
    }

    private static AnalyticsException inUse(Path workspace, String text) {
        String holder = text.lines().findFirst().orElse(TEXTS.get("workspace.lock.another_process"));
        return new AnalyticsException(
                ErrorCode.WORKSPACE_LOCKED, TEXTS.get("workspace.lock.workspace_use_close_there", workspace, holder));
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
        int length = channel.read(text, 0);
        return length <= 0 ? "" : new String(text.array(), 0, length, StandardCharsets.UTF_8);
    }

    /** Since when, and by which process: the first line of what others read. */
    public String holder() {
        return text;
    }

    /** The workspace's real path. */
    public Path folder() {
        return folder;
    }

    /**
     * Tells other processes something more: a second line, in place of an earlier one.
     *
     * @throws AnalyticsException WORKSPACE_INVALID if it cannot be written
     */
    public void tell(String line) {
        try {
            write(channel, text + "\n" + line + "\n");
        } catch (IOException e) {
            throw Folders.unusable(folder, e);
        }
    }

    /**
     * What the process that holds a workspace says of itself, or the last one that did. Empty where nobody ever held it,
     * where it cannot be read, and where this process holds it.
     */
    public static String read(Path workspace) {
        try {
            Path folder = workspace.toRealPath();
            if (HELD.containsKey(folder)) {
                return "";
            }
            try (FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.READ)) {
                return read(channel);
            }
        } catch (IOException e) {
            LOG.debug("Nobody says who holds {}", workspace, e);
            return "";
        }
    }

    private static void closeAfter(FileChannel channel, Exception reason) {
        try {
            channel.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Lets the workspace go; a second call does nothing. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "The workspace's lock could not be released.", e);
        } finally {
            HELD.remove(folder);
        }
    }
}
