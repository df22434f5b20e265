package org.clientele.platform.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that this process alone keeps bundles in: two frameworks in one folder damage each other without a word. A
 * lock file beside it tells the folders of living processes from those that a crash left, which the next start deletes.
 */
final class CacheFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);

    private final Path lockFile;
    private final Path folder;
    private final FileChannel channel;

    private CacheFolder(Path lockFile, Path folder, FileChannel channel) {
        this.lockFile = lockFile;
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes a new folder in {@code root} and deletes those that nobody holds. */
    static CacheFolder create(Path root) throws IOException {
        Files.createDirectories(root);
        deleteAbandoned(root);
        while (true) {
            Path folder = root.resolve("host-" + UUID.randomUUID());
            Path lockFile = lockFile(folder);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // Another process may have taken the new file for an abandoned one in the moment before it was locked.
            if (lock(channel) != null && Files.exists(lockFile)) {
                Files.createDirectory(folder);
                return new CacheFolder(lockFile, folder, channel);
            }
            channel.close();
        }
    }

    /** The folder. */
    Path path() {
        return folder;
    }

    /** Deletes everything; what cannot be deleted now is deleted by a later start. */
    @Override
    public void close() {
        boolean gone = deleteTree(folder);
        try {
            channel.close();
            if (gone) {
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException e) {
            LOG.debug("The lock file {} stays.", lockFile, e);
        }
    }

    private static void deleteAbandoned(Path root) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(root, "host-*.lock")) {
            for (Path lockFile : locks) {
                String name = String.valueOf(lockFile.getFileName());
                Path folder = root.resolve(name.substring(0, name.length() - ".lock".length()));
                try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
                    if (lock(channel) != null && deleteTree(folder)) {
                        Files.deleteIfExists(lockFile);
                    }
                } catch (IOException e) {
                    LOG.debug("The abandoned folder {} stays.", folder, e);
                }
            }
        }
    }

    private static Path lockFile(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static boolean deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return true;
        }
        try (Stream<Path> walk = Files.walk(tree)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
            return true;
        } catch (IOException e) {
            LOG.debug("The folder {} cannot be deleted now.", tree, e);
            return false;
        }
    }
}
