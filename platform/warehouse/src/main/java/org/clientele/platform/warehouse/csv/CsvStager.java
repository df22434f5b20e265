package org.clientele.platform.warehouse.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.rejects.Structure.Fault;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delimited file once: hashes it, parts the records that parse from the lines that do not, and writes the former
 * to staged chunks and the latter to a spool. It works on bytes; no object is made for a row.
 *
 * <p>A line whose quote stays open is the start of a record of several lines, unless the next line alone parses with the
 * right number of columns: then the quote was a mistake, and the line is a reject. So one stray quote costs one line, not
 * all that follow.
 */
public final class CsvStager {
    private static final Texts TEXTS = Texts.of(CsvStager.class);

    /** A longer record is a reject; the warehouse takes 2 MB. */
    static final int LONGEST_RECORD = 1 << 20;

    /** A longer field is no value of anything, and makes its line a reject. */
    public static final int LONGEST_FIELD = 1 << 16;

    /**
     * How many bytes may be read ahead in vain behind open quotes. Once that is used up, a line may look so many times its
     * own length ahead: a file in which every line opens a quote would else be read once a line.
     */
    private static final long ALLOWANCE = 64L << 20;

    private static final long ALLOWANCE_PER_BYTE = 16;

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
    private final Digest digest = new Digest();
    private byte[] buf = new byte[2 * BLOCK];
    private int pos;
    private int limit;
    private boolean end;
    private long line = 1;
    private List<String> headers = List.of();
    private Map<Integer, PlainType> hoped = Map.of();

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
    }

    /**
     * Reads the start and finds the delimiter (of comma, semicolon, tab and bar), the header line, which may stand below
     * titles, and the first rows.
     *
     * @param sample how many rows to give at most
     * @throws AnalyticsException FILE_UNREADABLE, FILE_UNRECOGNISED if it is empty or no header line parses,
     *     ARGUMENT_INVALID if the chosen header line is not there
     */
    public CsvHead head(HeadChoice choice, int sample) {
        refill();
        HeadReader.Start start = new HeadReader(source.name(), buf, limit, end, choice).read(sample);
        pos = start.at();
        line = start.line();
        headers = start.head().headers();
        return start.head();
    }

    /**
     * Has the chunks say whether they are plain.
     *
     * @param plain the number of a column, from 0, to the type that its fields are hoped to be of
     */
    public void hope(Map<Integer, PlainType> plain) {
        hoped = Map.copyOf(plain);
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
        PlainFields fields = new PlainFields(width, hoped);
        try (ChunkWriter chunks = new ChunkWriter(folder, sink, fields.hoped() ? fields : null)) {
            LineRejects refused = new LineRejects(rejects, delimiter, headers);
            Run run = new Run((byte) delimiter, fields.ends(), chunks, refused);
            run.scan();
            while (!end || pos < limit) {
                cancel.throwIfCancelled();
                progress.report(source.fraction(), TEXTS.get("basket.stager.rows_read", chunks.total()));
                if (!end) {
                    refill();
                }
                run.scan();
            }
            chunks.finish();
            return new Result(digest.hex(), chunks.total(), rejects.count());
        } catch (IOException e) {
            throw noRoom(folder, e);
        }
    }

    static AnalyticsException noRoom(Path folder, IOException e) {
        return new AnalyticsException(
                ErrorCode.RESOURCE_EXHAUSTED,
                TEXTS.get("csv.stager.cannot_write_disk_full", folder, String.valueOf(e.getMessage())),
                e);
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
        private final LineParser alone;
        private long allowance = ALLOWANCE;
        private final byte[] classes = new byte[256];
        private final int width;
        private final ChunkWriter chunks;
        private final LineRejects rejects;
        private final int[] ends;

        /** @param ends takes where the fields of a record end */
        Run(byte delimiter, int[] ends, ChunkWriter chunks, LineRejects rejects) {
            this.parser = new LineParser(delimiter);
            this.alone = new LineParser(delimiter);
            this.width = ends.length;
            this.ends = ends;
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
            int[] fieldEnds = ends;
            int last = width - 1;
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
                        if (columns <= last) {
                            fieldEnds[columns - 1] = i - 1;
                        }
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
                if (seen == 0 && columns == width && lineStop > start && lineStop - start <= LONGEST_FIELD) {
                    fieldEnds[last] = lineStop;
                    chunks.add(b, start, lineStop, line++, fieldEnds);
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
                reject(Fault.RECORD_TOO_LONG, start, start + LineRejects.KEPT_OF_LONG, 0);
                return next;
            }
            if ((seen & (QUOTE | RETURN | NOT_ASCII | NUL)) == 0 && columns != width) {
                reject(Fault.WIDTH, start, stop, columns);
                return next;
            }
            Fault fault = byteFault(start, stop);
            int judged = fault == null ? parser.columns(buf, start, stop, ends) : 0;
            if (fault != null) {
                reject(fault, start, stop, 0);
            } else if (judged == width && parser.longest() > LONGEST_FIELD) {
                reject(Fault.FIELD_TOO_LONG, start, stop, judged);
            } else if (judged == width) {
                chunks.add(buf, start, stop, line++, ends);
            } else if (judged == LineParser.OPEN) {
                return severalLines(start, stop, next);
            } else {
                reject(LineRejects.fault(judged), start, stop, judged);
            }
            return next;
        }

        private byte b(int at) {
            return at < 0 ? 0 : buf[at];
        }

        private @Nullable Fault byteFault(int start, int stop) {
            for (int i = start; i < stop; i++) {
                if (buf[i] == 0) {
                    return Fault.NUL;
                }
            }
            return Utf8.isValid(buf, start, stop) ? null : Fault.NOT_UTF8;
        }

        /** Follows the quote that {@link #parser} has just found open over the next lines. */
        private int severalLines(int start, int firstStop, int second) throws IOException {
            int from = second;
            allowance = Math.min(ALLOWANCE, allowance + ALLOWANCE_PER_BYTE * (firstStop - start));
            long farthest = Math.min(LONGEST_RECORD, allowance);
            while (from < limit) {
                int lineStop = lineEnd(from);
                if (lineStop == limit && !end) {
                    break;
                }
                int stop = lineStop > from && buf[lineStop - 1] == '\r' ? lineStop - 1 : lineStop;
                if (alone.columns(buf, from, stop) == width) {
                    return notClosed(start, firstStop, from, second);
                }
                int judged = parser.resume(buf, from, stop, ends);
                if (judged == width && byteFault(start, stop) == null) {
                    if (parser.longest() > LONGEST_FIELD) {
                        rejects.add(Fault.FIELD_TOO_LONG, line, buf, start, stop, judged, false);
                    } else {
                        chunks.add(buf, start, stop, line, ends);
                    }
                    line += newlines(start, lineStop) + 1;
                    return Math.min(limit, lineStop + 1);
                }
                if (judged != LineParser.OPEN || stop - start > farthest) {
                    return notClosed(start, firstStop, from, second);
                }
                from = Math.min(limit, lineStop + 1);
            }
            if (end || limit - start > LONGEST_RECORD) {
                return notClosed(start, firstStop, from, second);
            }
            pos = start;
            return -1;
        }

        private int notClosed(int start, int firstStop, int read, int second) throws IOException {
            allowance -= read - start;
            reject(Fault.QUOTE_OPEN, start, firstStop, 0);
            return second;
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
            byte[] head = Arrays.copyOfRange(buf, start, start + LineRejects.KEPT_OF_LONG);
            while (true) {
                int stop = lineEnd(start);
                if (stop < limit || end) {
                    rejects.add(Fault.RECORD_TOO_LONG, line++, head, 0, head.length, 0, false);
                    return Math.min(limit, stop + 1);
                }
                pos = limit;
                refill();
                start = pos;
            }
        }

        private void reject(Fault fault, int start, int stop, int columns) throws IOException {
            rejects.add(fault, line++, buf, start, stop, columns, end && stop == limit);
        }
    }
}
