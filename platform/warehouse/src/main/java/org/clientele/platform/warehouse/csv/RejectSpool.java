package org.clientele.platform.warehouse.csv;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Rejects on their way to a file for people, in ascending order of lines; on disk, since there may be millions. */
public final class RejectSpool implements AutoCloseable {
    private final Path file;
    private final DataOutputStream out;
    private long count;

    /** A new, empty spool at {@code file}. */
    public RejectSpool(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /**
     * Adds a reject.
     *
     * @param column the source's column that is at fault, or "" for the whole line
     * @param reason for a person
     * @param text the line as it stood in the source
     */
    public void add(long line, String column, String reason, byte[] text, int from, int length) throws IOException {
        out.writeLong(line);
        write(column.getBytes(StandardCharsets.UTF_8));
        write(reason.getBytes(StandardCharsets.UTF_8));
        out.writeInt(length);
        out.write(text, from, length);
        count++;
    }

    private void write(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Writes the rejects of two closed spools as CSV ({@code line,column,reason,text}), by line. */
    public static void writeMerged(RejectSpool a, RejectSpool b, Path target) throws IOException {
        try (Reading left = new Reading(a.file);
                Reading right = new Reading(b.file);
                Writer csv = Files.newBufferedWriter(target)) {
            csv.write("line,column,reason,text\n");
            while (left.current != null || right.current != null) {
                Reading first =
                        right.current == null || (left.current != null && left.line <= right.line) ? left : right;
                csv.write(String.valueOf(first.current));
                first.advance();
            }
        }
    }

    private static final class Reading implements AutoCloseable {
        private final DataInputStream in;
        private long line;
        private @Nullable String current;

        Reading(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            advance();
        }

        private void advance() throws IOException {
            try {
                line = in.readLong();
            } catch (EOFException end) {
                current = null;
                return;
            }
            current = line + "," + quote(text()) + "," + quote(text()) + "," + quote(text()) + "\n";
        }

        private String text() throws IOException {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }

        private static String quote(String s) {
            return s.isEmpty() ? s : "\"" + s.replace("\"", "\"\"") + "\"";
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
