package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/**
 * Says that this process holds a workspace. Taken before anything in it is opened, and let go last; a process that dies
 * lets it go too. Stops two processes, and two openings in one process.
 */
public final class WorkspaceLock implements AutoCloseable {
    private static final String NAME = "clientele.lock";
    /** Far behind the text: where locks are mandatory, others can still read who holds it. */
    private static final long LOCKED_BYTE = 1L << 30;

    private final FileChannel channel;
    private final FileLock lock;

    private WorkspaceLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock of a workspace and makes its folder if need be.
     *
     * @throws AnalyticsException WORKSPACE_LOCKED, naming the process, if somebody holds it; WORKSPACE_INVALID if the
     *     folder cannot be made or written
     */
    public static WorkspaceLock acquire(Path workspace, Clock clock) {
        FileChannel channel = null;
        try {
            Files.createDirectories(workspace);
            channel = FileChannel.open(
                    workspace.resolve(NAME),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = read(channel);
                channel.close();
                throw new AnalyticsException(
                        ErrorCode.WORKSPACE_LOCKED,
                        "The workspace " + workspace + " is in use by " + holder
                                + ". Close it there, or name another workspace.");
            }
            String text = "process " + ProcessHandle.current().pid() + " since "
                    + clock.instant().truncatedTo(ChronoUnit.SECONDS);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            return new WorkspaceLock(channel, lock);
        } catch (IOException e) {
            closeAfter(channel, e);
            throw Folders.unusable(workspace, e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(200);
        int length = channel.read(text, 0);
        return length <= 0 ? "another process" : new String(text.array(), 0, length, StandardCharsets.UTF_8);
    }

    private static void closeAfter(@org.jspecify.annotations.Nullable FileChannel channel, IOException reason) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Lets the workspace go. */
    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "The workspace's lock could not be released.", e);
        }
    }
}
