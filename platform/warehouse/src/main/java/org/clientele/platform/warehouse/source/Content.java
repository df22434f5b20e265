package org.clientele.platform.warehouse.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Bytes that can be opened several times: of a file, unpacked or not, or of an entry of an archive. */
interface Content {
    /** What to call it in messages. */
    String name();

    /** From the start. */
    Opened open() throws IOException;

    /**
     * An open content.
     *
     * @param guard of what was unpacked, or null where nothing was
     */
    record Opened(
            InputStream in,
            DoubleSupplier fraction,
            @Nullable GuardedStream guard) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** A file's name without its folder. */
    static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** A file as it is. */
    record Plain(Path path) implements Content {
        @Override
        public String name() {
            return nameOf(path);
        }

        @Override
        public Opened open() throws IOException {
            long size = Files.size(path);
            CountingStream in = new CountingStream(Files.newInputStream(path));
            return new Opened(in, () -> size == 0 ? 1 : Math.min(1, in.count() / (double) size), null);
        }
    }

    /** What a gzip file holds. */
    record Gzip(Path path) implements Content {
        private static final int BUFFER = 1 << 16;

        @Override
        public String name() {
            return nameOf(path);
        }

        @Override
        public Opened open() throws IOException {
            long size = Files.size(path);
            CountingStream raw = new CountingStream(Files.newInputStream(path));
            try {
                InputStream unpacked = new GZIPInputStream(new BufferedInputStream(raw, BUFFER), BUFFER);
                GuardedStream guard = new GuardedStream(unpacked, name(), raw::count, GuardedStream.FLOOR);
                return new Opened(guard, () -> Math.min(1, raw.count() / (double) size), guard);
            } catch (IOException | RuntimeException e) {
                raw.close();
                throw e;
            }
        }
    }

    /** An entry of a zip archive. */
    record Zipped(Path path, String entry) implements Content {
        @Override
        public String name() {
            return nameOf(path) + "/" + entry;
        }

        @Override
        public Opened open() throws IOException {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                ZipEntry found = zip.getEntry(entry);
                if (found == null) {
                    throw new ZipException("the entry " + entry + " is gone");
                }
                InputStream checked = new Checked(zip.getInputStream(found), found, zip);
                long packed = Math.min(found.getCompressedSize(), Files.size(path));
                GuardedStream guard = new GuardedStream(checked, name(), () -> packed, GuardedStream.FLOOR);
                double size = Math.max(1, found.getSize());
                return new Opened(guard, () -> Math.min(1, guard.count() / size), guard);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        }
    }

    /** An entry's bytes; at the end they are held against what the archive says of them. */
    final class Checked extends CheckedInputStream {
        private final ZipEntry entry;
        private final AutoCloseable owner;
        private long count;

        Checked(InputStream in, ZipEntry entry, AutoCloseable owner) {
            super(in, new CRC32());
            this.entry = entry;
            this.owner = owner;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count += Math.max(0, n);
            if (n < 0 && count < entry.getSize()) {
                throw new EOFException("The entry " + entry.getName() + " ends early.");
            }
            if (n < 0 && entry.getCrc() >= 0 && getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("the checksum of " + entry.getName() + " is wrong");
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
                owner.close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
