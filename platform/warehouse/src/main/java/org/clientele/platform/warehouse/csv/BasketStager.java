package org.clientele.platform.warehouse.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.warehouse.rejects.Structure.Fault;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/** Reads text of which each line is one basket, as rows of the basket's number, which is its line's, and one item. */
public final class BasketStager {
    private static final Texts TEXTS = Texts.of(BasketStager.class);

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
            LineRejects refused = new LineRejects(rejects, delimiter, List.of());
            while (true) {
                cancel.throwIfCancelled();
                progress.report(source.fraction(), TEXTS.get("basket.stager.rows_read", rows.rows()));
                takeLines(rows, refused);
                if (end) {
                    return rows.finish();
                }
                if (limit - pos >= BLOCK) {
                    skipLong(refused);
                }
                refill();
            }
        } catch (IOException e) {
            throw CsvStager.noRoom(folder, e);
        }
    }

    private void takeLines(RowStager rows, LineRejects rejects) throws IOException {
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

    private void take(int stop, RowStager rows, LineRejects rejects) throws IOException {
        int columns = parser.columns(buf, pos, stop);
        Fault fault = null;
        if (!Utf8.isValid(buf, pos, stop)) {
            fault = Fault.NOT_UTF8;
        } else if (columns < 0) {
            fault = LineRejects.fault(columns);
        } else if (parser.longest() > CsvStager.LONGEST_FIELD) {
            fault = Fault.FIELD_TOO_LONG;
        }
        if (fault != null) {
            rejects.add(fault, line, buf, pos, stop, columns, false);
            return;
        }
        String number = String.valueOf(line);
        for (String item : parser.fields(buf, pos, stop)) {
            if (!item.isEmpty()) {
                rows.add(List.of(number, item), line);
            }
        }
    }

    private void skipLong(LineRejects rejects) throws IOException {
        byte[] head = Arrays.copyOfRange(buf, pos, pos + LineRejects.KEPT_OF_LONG);
        rejects.add(Fault.RECORD_TOO_LONG, line, head, 0, head.length, 0, false);
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
