package org.clientele.platform.warehouse.csv;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.platform.warehouse.rejects.Finding;
import org.clientele.platform.warehouse.rejects.RejectFile;

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
     * @param finding what is wrong
     * @param text {@code [from, from + length)} is the line as it stood in the source
     */
    public void add(long line, String column, Finding finding, byte[] text, int from, int length) throws IOException {
        out.writeLong(line);
        write(column.getBytes(StandardCharsets.UTF_8));
        write(finding.sentence().getBytes(StandardCharsets.UTF_8));
        write(finding.code().getBytes(StandardCharsets.UTF_8));
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

    /** Writes the rejects of two closed spools as a {@link RejectFile}, by line. */
    public static void writeMerged(RejectSpool a, RejectSpool b, Path target) throws IOException {
        try (Reading left = new Reading(a.file);
                Reading right = new Reading(b.file);
                RejectFile.Writer csv = new RejectFile.Writer(target, false)) {
            while (left.there || right.there) {
                Reading first = !right.there || (left.there && left.line <= right.line) ? left : right;
                csv.add("", first.line, first.column, first.reason, first.code, first.text, 0, first.text.length);
                first.advance();
            }
        }
    }

    private static final class Reading implements AutoCloseable {
        private final DataInputStream in;
        private boolean there;
        private long line;
        private String column = "";
        private String reason = "";
        private String code = "";
        private byte[] text = {};

        Reading(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            advance();
        }

        private void advance() throws IOException {
            try {
                line = in.readLong();
            } catch (EOFException end) {
                there = false;
                return;
            }
            there = true;
            column = text();
            reason = text();
            code = text();
            text = in.readNBytes(in.readInt());
        }

        private String text() throws IOException {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
