package org.clientele.platform.warehouse.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.warehouse.rejects.Finding;
import org.clientele.platform.warehouse.rejects.Structure;
import org.clientele.platform.warehouse.rejects.Structure.Fault;
import org.clientele.platform.warehouse.rejects.Structure.Layout;

/** Stages rows that are parted already: those that fit as CSV with commas, the others as rejects. */
public final class RowStager implements AutoCloseable {
    /** Between the fields of what it stages. */
    public static final char DELIMITER = ',';

    /** Of a row that is too wide, this many columns beyond twice the width are kept in the reject. */
    private static final int MOST_MORE = 20;

    private final List<String> headers;
    private final int width;
    private final Path folder;
    private final ChunkWriter chunks;
    private final RejectSpool rejects;
    private final Digest digest = new Digest();
    private byte[] buf = new byte[1 << 12];
    private int size;

    /** @param headers say how many columns a row has; they are part of what the digest is of */
    public RowStager(List<String> headers, Path folder, CsvStager.ChunkSink sink, RejectSpool rejects) {
        this.headers = List.copyOf(headers);
        this.width = headers.size();
        this.folder = folder;
        this.chunks = new ChunkWriter(folder, sink, null);
        this.rejects = rejects;
        write(headers, width);
        digest.update(buf, 0, size);
    }

    /** How many rows there were so far. */
    public long rows() {
        return chunks.total() + rejects.count();
    }

    /**
     * Takes a row; it may be narrower than the headers, and wider by empty cells.
     *
     * @param line the row's number in the source
     */
    public void add(List<String> cells, long line) {
        int wide = cells.size();
        while (wide > width && cells.get(wide - 1).isEmpty()) {
            wide--;
        }
        if (wide > width) {
            reject(cells, line, Structure.width(wide, headers));
            return;
        }
        Fault fault = null;
        for (String cell : cells) {
            if (cell.indexOf('\0') >= 0) {
                fault = Fault.NUL;
            } else if (cell.length() > CsvStager.LONGEST_FIELD) {
                fault = Fault.FIELD_TOO_LONG;
            }
        }
        write(cells, width);
        if (fault == null && size - 1 > CsvStager.LONGEST_RECORD) {
            fault = Fault.RECORD_TOO_LONG;
        }
        if (fault != null) {
            reject(cells, line, Structure.explain(fault, Arrays.copyOf(buf, size - 1), width, layout(), false));
            return;
        }
        digest.update(buf, 0, size);
        try {
            chunks.add(buf, 0, size - 1, line);
        } catch (IOException e) {
            throw CsvStager.noRoom(folder, e);
        }
    }

    /** Sets a row aside. */
    public void reject(List<String> cells, long line, Finding finding) {
        write(cells, Math.min(Math.max(cells.size(), width), 2 * width + MOST_MORE));
        digest.update(buf, 0, size);
        try {
            rejects.add(line, "", finding, buf, 0, Math.min(size - 1, CsvStager.LONGEST_FIELD));
        } catch (IOException e) {
            throw CsvStager.noRoom(folder, e);
        }
    }

    private Layout layout() {
        return new Layout(DELIMITER, headers, CsvStager.LONGEST_RECORD);
    }

    private void write(List<String> cells, int columns) {
        size = 0;
        for (int i = 0; i < columns; i++) {
            if (i > 0) {
                put((byte) DELIMITER);
            }
            if (i < cells.size()) {
                field(cells.get(i));
            }
        }
        if (size == 0) {
            put((byte) '"');
            put((byte) '"');
        }
        put((byte) '\n');
    }

    private void field(String text) {
        boolean quoted = needsQuotes(text);
        if (quoted) {
            put((byte) '"');
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(2 * bytes.length);
        for (byte b : bytes) {
            buf[size++] = b;
            if (b == '"') {
                buf[size++] = b;
            }
        }
        if (quoted) {
            put((byte) '"');
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == DELIMITER || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private void put(byte b) {
        room(1);
        buf[size++] = b;
    }

    private void room(int more) {
        if (size + more + 2 > buf.length) {
            buf = Arrays.copyOf(buf, Math.max(buf.length * 2, size + more + 2));
        }
    }

    /** Hands on what is left and says what there was. */
    public CsvStager.Result finish() {
        try {
            chunks.finish();
        } catch (IOException e) {
            throw CsvStager.noRoom(folder, e);
        }
        return new CsvStager.Result(digest.hex(), chunks.total(), rejects.count());
    }

    @Override
    public void close() {
        chunks.close();
    }
}
