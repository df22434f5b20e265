package org.clientele.platform.warehouse.csv;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/** A file given by somebody, read as its decoded bytes; knows how far it has been read. */
public final class SourceFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final long size;
    private final Counting raw;
    private final InputStream decoded;

    private SourceFile(Path path, long size, Counting raw, InputStream decoded) {
        this.path = path;
        this.size = size;
        this.raw = raw;
        this.decoded = decoded;
    }

    /**
     * Opens a plain or gzip file; which of them, its first bytes say and not its name.
     *
     * @throws AnalyticsException FILE_UNREADABLE if it is missing, a folder, or may not be read
     */
    public static SourceFile open(Path path) {
        Counting raw = null;
        try {
            if (Files.isDirectory(path)) {
                throw new AnalyticsException(ErrorCode.FILE_UNREADABLE, path + " is a folder. Name a file in it.");
            }
            long size = Files.size(path);
            raw = new Counting(Files.newInputStream(path));
            BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
            buffered.mark(4);
            byte[] magic = buffered.readNBytes(2);
            buffered.reset();
            boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
            return new SourceFile(path, size, raw, gzip ? new GZIPInputStream(buffered, BUFFER) : buffered);
        } catch (IOException e) {
            closeQuietly(raw, e);
            throw unreadable(path, e);
        }
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable InputStream in, IOException reason) {
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The file's name without its folder. */
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** How much has been read, 0 to 1, of the bytes on disk. */
    public double fraction() {
        return size == 0 ? 1 : Math.min(1, raw.count / (double) size);
    }

    /**
     * Fills {@code into} from {@code offset} as far as there is something.
     *
     * @return how many bytes; fewer than there was room for only at the end
     * @throws AnalyticsException FILE_UNREADABLE if the file is cut short or damaged
     */
    int fill(byte[] into, int offset, int length) {
        try {
            return decoded.readNBytes(into, offset, length);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static AnalyticsException unreadable(Path path, IOException e) {
        String why;
        if (e instanceof NoSuchFileException) {
            why = "there is no such file";
        } else if (e instanceof java.nio.file.AccessDeniedException) {
            why = "you have no right to read it";
        } else if (e instanceof java.io.EOFException) {
            why = "the compressed file is cut short; copy or download it again";
        } else if (e instanceof java.util.zip.ZipException) {
            why = "the compressed file is damaged (" + e.getMessage() + "); copy or download it again";
        } else {
            why = String.valueOf(e.getMessage());
        }
        return new AnalyticsException(ErrorCode.FILE_UNREADABLE, "Cannot read " + path + ": " + why + ".", e);
    }

    @Override
    public void close() {
        try {
            decoded.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, len);
            count += Math.max(0, n);
            return n;
        }
    }
}
