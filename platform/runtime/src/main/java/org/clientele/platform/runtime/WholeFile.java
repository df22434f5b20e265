package org.clientele.platform.runtime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** A file that is written wholly or not at all. */
public final class WholeFile {
    private static final Texts TEXTS = Texts.of(WholeFile.class);

    private WholeFile() {}

    /** Writes the whole content. */
    @FunctionalInterface
    public interface Content {
        /** Writes to {@code out}, which stays open. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target first, then moves: what was there stays whole until the new file is. Folders are made.
     *
     * @param advice a sentence for where it cannot be written: "Name another file with --out."
     * @throws AnalyticsException RESOURCE_EXHAUSTED if it cannot be written
     */
    public static void write(Path target, String advice, Content content) {
        try {
            replace(target, content);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("whole.file.cannot_write", target, FileFault.of(e), advice),
                    e);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, TEXTS.get("whole.file.folder"));
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.to(out);
            }
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
