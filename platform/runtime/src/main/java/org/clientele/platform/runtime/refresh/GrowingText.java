package org.clientele.platform.runtime.refresh;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text file to whose end somebody appends lines. It knows its lines by their bytes, so its encoding must be one in which a
 * line's end is the byte 10, which those of 16 and 32 bits are not. Methods read the file and may throw {@link IOException}.
 *
 * @param file where it is
 * @param delimiter between the fields of a line
 * @param headRows how many lines at its start are no rows
 */
public record GrowingText(Path file, char delimiter, int headRows) {
    /** So much of the start, and of what was read last, must be what it was. */
    private static final int START = 1 << 16;

    private static final int END = 1 << 12;
    /** A quote that nobody closes must not hold up everything after it. */
    private static final int LONGEST_FIELD_LINES = 100;

    /**
     * How far it was read.
     *
     * @param readTo the first byte that was not
     * @param start of its first bytes before that, in hex, sha-256
     * @param end of the last bytes before that
     * @param firstRow of the first row
     */
    public record Mark(long readTo, String start, String end, String firstRow) {}

    /** What became of a file since it was read. */
    public enum Change {
        /** Nothing. */
        NONE,
        /** Whole lines came to its end. */
        GROWN,
        /** A line came to its end that is not whole yet. */
        HALF,
        /** It begins with another row: another file has taken its place. */
        BEGUN_ANEW,
        /** It begins with the same row, but what was read is not there any more as it was. */
        REWRITTEN
    }

    /**
     * What became of it.
     *
     * @param change what
     * @param to where its last whole line ends
     * @param bytes how many bytes shorter it is than what was read; 0 if it is not
     */
    public record News(Change change, long to, long bytes) {}

    /** Whether a file's start looks like bytes of lines: nothing packed, no zero byte. */
    public static boolean looksLikeText(Path file) throws IOException {
        byte[] start = new byte[1 << 12];
        int n;
        try (InputStream in = Files.newInputStream(file)) {
            n = in.readNBytes(start, 0, start.length);
        }
        if (n >= 2 && (start[0] == 0x1f && (start[1] & 0xff) == 0x8b || start[0] == 'P' && start[1] == 'K')) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (start[i] == 0) {
                return false;
            }
        }
        return n > 0;
    }

    /**
     * Whether nobody writes it any more, as far as its end tells: text that ends with a line, a zip or workbook with its
     * directory, a Parquet file with its mark.
     */
    public static boolean looksWhole(Path file) throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            long size = in.size();
            byte[] end = new byte[(int) Math.min(size, 22)];
            in.position(size - end.length);
            ByteBuffer into = ByteBuffer.wrap(end);
            while (into.hasRemaining() && in.read(into) >= 0) {
                // until it is full
            }
            int n = end.length;
            boolean zip = n == 22 && end[0] == 'P' && end[1] == 'K' && end[2] == 5 && end[3] == 6;
            boolean parquet =
                    n >= 4 && end[n - 4] == 'P' && end[n - 3] == 'A' && end[n - 2] == 'R' && end[n - 1] == '1';
            return zip || parquet || n > 0 && end[n - 1] == '\n' && looksLikeText(file);
        }
    }

    /** Where the last whole line ends, from the start of the file. */
    public long complete() throws IOException {
        return complete(0);
    }

    /** The mark of a file that was read up to a byte. */
    public Mark mark(long readTo) throws IOException {
        long head = headTo();
        return new Mark(
                readTo,
                digest(0, Math.min(START, readTo)),
                digest(Math.max(0, readTo - END), readTo),
                digest(head, Math.min(readTo, lines(head, 1))));
    }

    /** What became of it since it was read. */
    public News since(Mark mark) throws IOException {
        long size = Files.size(file);
        long shorter = Math.max(0, mark.readTo() - size);
        boolean same = shorter == 0
                && mark.start().equals(digest(0, Math.min(START, mark.readTo())))
                && mark.end().equals(digest(Math.max(0, mark.readTo() - END), mark.readTo()));
        if (!same) {
            long head = headTo();
            boolean begins = mark.firstRow().equals(digest(head, lines(head, 1)));
            return new News(begins ? Change.REWRITTEN : Change.BEGUN_ANEW, complete(0), shorter);
        }
        if (size == mark.readTo()) {
            return new News(Change.NONE, size, 0);
        }
        if (mark.readTo() > 0
                && at(mark.readTo() - 1) != '\n'
                && at(mark.readTo()) != '\n'
                && at(mark.readTo()) != '\r') {
            // What was taken for the last line goes on.
            return new News(Change.REWRITTEN, complete(0), 0);
        }
        long to = complete(mark.readTo());
        return new News(to > mark.readTo() ? Change.GROWN : Change.HALF, to, 0);
    }

    /** Copies the lines from a byte to a byte, below the head, into a file of their own. */
    public void copy(long from, long to, Path target) throws IOException {
        long head = from == 0 ? 0 : headTo();
        Files.createDirectories(target.getParent());
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            transfer(in, 0, Math.min(head, from), out);
            transfer(in, from, to, out);
        }
    }

    private static void transfer(FileChannel in, long from, long to, FileChannel out) throws IOException {
        long at = from;
        while (at < to) {
            long n = in.transferTo(at, to - at, out);
            if (n <= 0) {
                throw new IOException("it became shorter while it was read");
            }
            at += n;
        }
    }

    private long headTo() throws IOException {
        return lines(0, headRows);
    }

    /** Where so many lines from a byte end, or the file does. */
    private long lines(long from, int count) throws IOException {
        long at = from;
        try (InputStream in = from(from)) {
            int left = count;
            Quotes quotes = new Quotes();
            int b;
            while (left > 0 && (b = in.read()) >= 0) {
                at++;
                left -= quotes.endsLine(b) ? 1 : 0;
            }
        }
        return at;
    }

    private long complete(long from) throws IOException {
        long at = from;
        long last = from;
        try (InputStream in = from(from)) {
            Quotes quotes = new Quotes();
            int b;
            while ((b = in.read()) >= 0) {
                at++;
                if (quotes.endsLine(b)) {
                    last = at;
                }
            }
        }
        return last;
    }

    private InputStream from(long position) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            channel.position(position);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    }

    private int at(long position) throws IOException {
        try (InputStream in = from(position)) {
            return in.read();
        }
    }

    private String digest(long from, long to) throws IOException {
        MessageDigest sha = sha256();
        try (InputStream in = from(from)) {
            byte[] buffer = new byte[1 << 13];
            long left = to - from;
            int n;
            while (left > 0 && (n = in.read(buffer, 0, (int) Math.min(buffer.length, left))) > 0) {
                sha.update(buffer, 0, n);
                left -= n;
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Tells the end of a line from a line break within quotes. */
    private final class Quotes {
        private boolean quoted;
        private boolean fieldStart = true;
        private int breaks;

        boolean endsLine(int b) {
            if (b == '"' && (quoted || fieldStart)) {
                quoted = !quoted;
                // A doubled quote opens again at once.
                fieldStart = !quoted;
                return false;
            }
            if (b == '\n') {
                breaks = quoted ? breaks + 1 : 0;
                if (quoted && breaks < LONGEST_FIELD_LINES) {
                    return false;
                }
                quoted = false;
                fieldStart = true;
                return true;
            }
            fieldStart = b == delimiter;
            return false;
        }
    }
}
