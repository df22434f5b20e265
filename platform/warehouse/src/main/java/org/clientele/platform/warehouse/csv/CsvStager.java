package org.clientele.platform.warehouse.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;

/**
 * Reads a delimited file once: hashes it, parts the records that parse from the lines that do not, and writes the former
 * to staged chunks and the latter to a spool. It works on bytes; no object is made for a row.
 *
 * <p>A line whose quote stays open is the start of a record of several lines, unless the next line alone parses with the
 * right number of columns: then the quote was a mistake, and the line is a reject. So one stray quote costs one line, not
 * all that follow.
 */
public final class CsvStager {
    /** A longer record is a reject; the warehouse takes 2 MB. */
    static final int LONGEST_RECORD = 1 << 20;

    private static final String TOO_LONG = "It is longer than 1 MB.";
    private static final int KEPT_OF_LONG = 1000;
    /** How much is read at once. */
    static final int BLOCK = 1 << 20;

    private static final byte ORDINARY = 0;
    private static final byte DELIMITER = 1;
    private static final byte NEWLINE = 2;
    private static final byte QUOTE = 4;
    private static final byte NUL = 8;
    private static final byte RETURN = 16;
    private static final byte NOT_ASCII = 32;

    private final SourceFile source;
    private final MessageDigest digest;
    private byte[] buf = new byte[2 * BLOCK];
    private int pos;
    private int limit;
    private boolean end;
    private long line = 1;

    /** Hears of chunks as they are done, in order; it owns their files from then on. */
    @FunctionalInterface
    public interface ChunkSink {
        /** Takes one chunk. */
        void accept(StagedChunk chunk);
    }

    /**
     * What a whole file held.
     *
     * @param sha256 of the decoded content, in hex
     * @param records that parse
     * @param rejects lines that do not
     */
    public record Result(String sha256, long records, long rejects) {}

    /** A stager of one file, which stays the caller's to close. */
    public CsvStager(SourceFile source) {
        this.source = source;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "This Java has no SHA-256.", e);
        }
    }

    /**
     * Reads the header line and finds the delimiter: that of comma, semicolon, tab and bar which parts the first lines into
     * the most columns of one number.
     *
     * @throws AnalyticsException FILE_UNREADABLE if it is not text in UTF-8, FILE_UNRECOGNISED if it is empty
     */
    public CsvHead head() {
        refill();
        refuseOtherFormats();
        if (limit >= 3 && (buf[0] & 0xff) == 0xef && (buf[1] & 0xff) == 0xbb && (buf[2] & 0xff) == 0xbf) {
            pos = 3;
        }
        while (pos < limit && (buf[pos] == '\n' || buf[pos] == '\r')) {
            line += buf[pos++] == '\n' ? 1 : 0;
        }
        int stop = lineEnd(pos);
        if (pos == stop) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNRECOGNISED, source.name() + " is empty. A header line and rows are needed.");
        }
        int textEnd = stop > pos && buf[stop - 1] == '\r' ? stop - 1 : stop;
        char delimiter = Delimiters.find(buf, pos, limit, end);
        LineParser parser = new LineParser((byte) delimiter);
        if (parser.columns(buf, pos, textEnd) < 0 || !Utf8.isValid(buf, pos, textEnd)) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNRECOGNISED,
                    "The first line of " + source.name()
                            + " is no header line of a delimited file in UTF-8: its quotes or letters do not parse.");
        }
        CsvHead head = new CsvHead(delimiter, parser.fields(buf, pos, textEnd));
        pos = Math.min(limit, stop + 1);
        line++;
        return head;
    }

    private void refuseOtherFormats() {
        int first = limit > 1 ? (buf[0] & 0xff) << 8 | buf[1] & 0xff : 0;
        String found = first == 0xfffe || first == 0xfeff
                ? "text in UTF-16"
                : first == 0x504b ? "a ZIP archive or an Excel workbook" : "";
        if (!found.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    source.name() + " is " + found + ". Save it as CSV in UTF-8 and import that.");
        }
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < limit && buf[i] != '\n') {
            i++;
        }
        return i;
    }

    /**
     * Reads the rest, after {@link #head()}.
     *
     * @param width how many columns a record has
     * @param folder where chunks go
     * @param progress hears 0 to 1
     * @throws AnalyticsException FILE_UNREADABLE, CANCELLED, or RESOURCE_EXHAUSTED if the disk is full
     */
    public Result stage(
            char delimiter,
            int width,
            Path folder,
            ChunkSink sink,
            RejectSpool rejects,
            Progress progress,
            CancelSignal cancel) {
        try (ChunkWriter chunks = new ChunkWriter(folder, sink)) {
            Run run = new Run((byte) delimiter, width, chunks, rejects);
            run.scan();
            while (!end || pos < limit) {
                cancel.throwIfCancelled();
                progress.report(source.fraction(), String.format(Locale.ROOT, "%,d rows read", chunks.total()));
                if (!end) {
                    refill();
                }
                run.scan();
            }
            chunks.finish();
            return new Result(HexFormat.of().formatHex(digest.digest()), chunks.total(), rejects.count());
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "Cannot write to " + folder + ": " + e.getMessage() + ". Is the disk full?",
                    e);
        }
    }

    /** Moves what is unread to the front and reads on behind it. */
    private void refill() {
        if (pos > 0) {
            System.arraycopy(buf, pos, buf, 0, limit - pos);
            limit -= pos;
            pos = 0;
        }
        if (buf.length - limit < BLOCK) {
            buf = Arrays.copyOf(buf, buf.length + BLOCK);
        }
        int wanted = BLOCK;
        int read = source.fill(buf, limit, wanted);
        digest.update(buf, limit, read);
        limit += read;
        end = read < wanted;
    }

    /** The state of one pass. */
    private final class Run {
        private final LineParser parser;
        private final byte[] classes = new byte[256];
        private final int width;
        private final ChunkWriter chunks;
        private final RejectSpool rejects;

        Run(byte delimiter, int width, ChunkWriter chunks, RejectSpool rejects) {
            this.parser = new LineParser(delimiter);
            this.width = width;
            this.chunks = chunks;
            this.rejects = rejects;
            Arrays.fill(classes, 128, 256, NOT_ASCII);
            classes['\n'] = NEWLINE;
            classes['\r'] = RETURN;
            classes['"'] = QUOTE;
            classes[0] = NUL;
            classes[delimiter & 0xff] = DELIMITER;
        }

        /** Takes every line that is whole in the buffer, and at the end of the file the last one too. */
        void scan() throws IOException {
            byte[] b = buf;
            byte[] cls = classes;
            int stop = limit;
            int i = pos;
            while (i < stop) {
                int start = i;
                int columns = 1;
                int seen = 0;
                int kind = ORDINARY;
                while (i < stop) {
                    kind = cls[b[i++] & 0xff];
                    if (kind == DELIMITER) {
                        columns++;
                    } else if (kind == NEWLINE) {
                        break;
                    } else {
                        seen |= kind;
                    }
                }
                if (kind != NEWLINE && !end) {
                    if (i - start > LONGEST_RECORD) {
                        pos = dropTooLong(start);
                    }
                    return;
                }
                int lineStop = kind == NEWLINE ? i - 1 : i;
                if (seen == 0 && columns == width && lineStop > start && lineStop - start <= LONGEST_RECORD) {
                    chunks.add(buf, start, lineStop, line++);
                } else {
                    i = unusual(start, lineStop, columns, seen);
                    if (i < 0) {
                        return;
                    }
                }
                pos = i;
            }
        }

        /**
         * Judges a line that is not plainly right.
         *
         * @return where the next line starts, or -1 if more must be read first
         */
        private int unusual(int start, int lineStop, int columns, int seen) throws IOException {
            int next = Math.min(limit, lineStop + 1);
            int stop = (seen & RETURN) != 0 && b(lineStop - 1) == '\r' ? lineStop - 1 : lineStop;
            if (stop == start) {
                line++;
                return next;
            }
            if (stop - start > LONGEST_RECORD) {
                reject(start, start + KEPT_OF_LONG, TOO_LONG);
                return next;
            }
            if ((seen & (QUOTE | RETURN | NOT_ASCII | NUL)) == 0) {
                reject(start, stop, wrongWidth(columns));
                return next;
            }
            String fault = byteFault(start, stop);
            int judged = fault.isEmpty() ? parser.columns(buf, start, stop) : 0;
            if (!fault.isEmpty()) {
                reject(start, stop, fault);
            } else if (judged == width) {
                chunks.add(buf, start, stop, line++);
            } else if (judged == LineParser.OPEN) {
                return severalLines(start, stop, next);
            } else {
                reject(start, stop, judged < 0 ? why(judged) : wrongWidth(judged));
            }
            return next;
        }

        private byte b(int at) {
            return at < 0 ? 0 : buf[at];
        }

        private String byteFault(int start, int stop) {
            for (int i = start; i < stop; i++) {
                if (buf[i] == 0) {
                    return "It holds a NUL byte.";
                }
            }
            return Utf8.isValid(buf, start, stop) ? "" : "It is not valid UTF-8.";
        }

        /** Follows an open quote over the next lines. */
        private int severalLines(int start, int firstStop, int second) throws IOException {
            int from = second;
            while (from < limit) {
                int lineStop = lineEnd(from);
                if (lineStop == limit && !end) {
                    break;
                }
                int stop = lineStop > from && buf[lineStop - 1] == '\r' ? lineStop - 1 : lineStop;
                if (parser.columns(buf, from, stop) == width) {
                    reject(start, firstStop, why(LineParser.OPEN));
                    return second;
                }
                int judged = holdsQuote(from, stop) ? parser.columns(buf, start, stop) : LineParser.OPEN;
                if (judged == width && byteFault(start, stop).isEmpty()) {
                    chunks.add(buf, start, stop, line);
                    line += newlines(start, lineStop) + 1;
                    return Math.min(limit, lineStop + 1);
                }
                if (judged != LineParser.OPEN || stop - start > LONGEST_RECORD) {
                    reject(start, firstStop, why(LineParser.OPEN));
                    return second;
                }
                from = Math.min(limit, lineStop + 1);
            }
            if (end) {
                reject(start, firstStop, why(LineParser.OPEN));
                return second;
            }
            pos = start;
            if (limit - start > LONGEST_RECORD) {
                reject(start, firstStop, why(LineParser.OPEN));
                return second;
            }
            return -1;
        }

        private boolean holdsQuote(int from, int to) {
            for (int i = from; i < to; i++) {
                if (buf[i] == '"') {
                    return true;
                }
            }
            return false;
        }

        private int newlines(int from, int to) {
            int n = 0;
            for (int i = from; i < to; i++) {
                n += buf[i] == '\n' ? 1 : 0;
            }
            return n;
        }

        /** A line without an end: its start is kept as the reject, the rest is skipped. */
        private int dropTooLong(int start) throws IOException {
            byte[] head = Arrays.copyOfRange(buf, start, start + KEPT_OF_LONG);
            while (true) {
                int stop = lineEnd(start);
                if (stop < limit || end) {
                    rejects.add(line++, "", TOO_LONG, head, 0, head.length);
                    return Math.min(limit, stop + 1);
                }
                pos = limit;
                refill();
                start = pos;
            }
        }

        private String wrongWidth(int columns) {
            return "It has " + columns + (columns == 1 ? " column" : " columns") + ", the header has " + width + ".";
        }

        private String why(int judged) {
            return switch (judged) {
                case LineParser.AFTER_QUOTE -> "Something stands behind a closing quote.";
                case LineParser.ODD_QUOTES -> "It has an odd number of quotes.";
                case LineParser.STRAY_RETURN -> "A carriage return stands inside it.";
                default -> "A quote opens and is not closed.";
            };
        }

        private void reject(int start, int stop, String reason) throws IOException {
            rejects.add(line++, "", reason, buf, start, stop - start);
        }
    }
}
