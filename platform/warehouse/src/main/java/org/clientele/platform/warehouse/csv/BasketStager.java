package org.clientele.platform.warehouse.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/** Reads text of which each line is one basket, as rows of the basket's number, which is its line's, and one item. */
public final class BasketStager {
    private static final int BLOCK = 1 << 20;

    private final SourceFile source;
    private final char delimiter;
    private final LineParser parser;
    private byte[] buf = new byte[2 * BLOCK];
    private int pos;
    private int limit;
    private boolean end;
    private long line = 1;

    /** A stager of one text, which stays the caller's to close. */
    public BasketStager(SourceFile source, char delimiter) {
        this.source = source;
        this.delimiter = delimiter;
        this.parser = new LineParser((byte) delimiter);
        refill();
        if (limit >= 3 && (buf[0] & 0xff) == 0xef && (buf[1] & 0xff) == 0xbb && (buf[2] & 0xff) == 0xbf) {
            pos = 3;
        }
    }

    /** The first rows, without moving on. */
    public List<List<String>> sample(int most) {
        List<List<String>> rows = new ArrayList<>();
        for (TextRows.Row row : new TextRows(buf, limit, end).read(pos, 1, delimiter, 0, most)) {
            for (String item : row.cells()) {
                if (!item.isEmpty() && rows.size() < most) {
                    rows.add(List.of(String.valueOf(row.line()), item));
                }
            }
        }
        return rows;
    }

    private void refill() {
        System.arraycopy(buf, pos, buf, 0, limit - pos);
        limit -= pos;
        pos = 0;
        int read = source.fill(buf, limit, Math.min(BLOCK, buf.length - limit));
        end = read == 0 || read < BLOCK && limit + read < buf.length;
        limit += read;
    }

    /** Reads everything. */
    public CsvStager.Result stage(
            List<String> headers,
            Path folder,
            CsvStager.ChunkSink sink,
            RejectSpool rejects,
            Progress progress,
            CancelSignal cancel) {
        try (RowStager rows = new RowStager(headers, folder, sink, rejects)) {
            while (true) {
                cancel.throwIfCancelled();
                progress.report(source.fraction(), String.format(Locale.ROOT, "%,d rows read", rows.rows()));
                takeLines(rows, rejects);
                if (end) {
                    return rows.finish();
                }
                if (limit - pos >= BLOCK) {
                    skipLong(rejects);
                }
                refill();
            }
        } catch (IOException e) {
            throw CsvStager.noRoom(folder, e);
        }
    }

    private void takeLines(RowStager rows, RejectSpool rejects) throws IOException {
        while (pos < limit) {
            int stop = pos;
            while (stop < limit && buf[stop] != '\n') {
                stop++;
            }
            if (stop == limit && !end) {
                return;
            }
            int textEnd = stop > pos && buf[stop - 1] == '\r' ? stop - 1 : stop;
            take(textEnd, rows, rejects);
            pos = Math.min(limit, stop + 1);
            line++;
        }
    }

    private void take(int stop, RowStager rows, RejectSpool rejects) throws IOException {
        int columns = parser.columns(buf, pos, stop);
        String fault = !Utf8.isValid(buf, pos, stop)
                ? "It is not valid UTF-8."
                : columns < 0
                        ? CsvStager.why(columns)
                        : parser.longest() > CsvStager.LONGEST_FIELD ? "A field is longer than 64 KiB." : "";
        if (!fault.isEmpty()) {
            rejects.add(line, "", fault, buf, pos, Math.min(stop - pos, CsvStager.LONGEST_FIELD));
            return;
        }
        String number = String.valueOf(line);
        for (String item : parser.fields(buf, pos, stop)) {
            if (!item.isEmpty()) {
                rows.add(List.of(number, item), line);
            }
        }
    }

    private void skipLong(RejectSpool rejects) throws IOException {
        byte[] head = Arrays.copyOfRange(buf, pos, pos + 1000);
        rejects.add(line, "", "It is longer than 1 MB.", head, 0, head.length);
        while (true) {
            int stop = pos;
            while (stop < limit && buf[stop] != '\n') {
                stop++;
            }
            pos = stop;
            if (stop < limit || end) {
                pos = Math.min(limit, stop + 1);
                line++;
                return;
            }
            refill();
        }
    }
}
