package org.clientele.platform.warehouse.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Writes records to chunk files and hands each on when it is full: with as many records as make whole row groups of the
 * engine. Those it stores as they come, once and for all; fewer rows it gathers first, and what is left of a group it
 * writes anew later, at up to twice the cost.
 */
final class ChunkWriter implements AutoCloseable {
    private static final int GROUP = PlainRows.CAPACITY;

    /** Bytes of one chunk, about, at least. */
    private static final int LEAST = 8 << 20;

    /** Bytes of a chunk whose records are too long for a whole group. */
    private static final int MOST = 32 << 20;

    private final Path folder;
    private final CsvStager.ChunkSink sink;
    private final @Nullable PlainFields fields;
    private final byte[] out = new byte[CsvStager.BLOCK];
    private int outSize;
    private @Nullable OutputStream stream;
    private Path file;
    private LineMap lines = new LineMap();
    private long written;
    private long records;
    private long total;
    private @Nullable PlainRows plain;
    private int chunks;

    /** @param fields how records may be written so plainly that the engine need not read the chunks; null for no hope */
    ChunkWriter(Path folder, CsvStager.ChunkSink sink, @Nullable PlainFields fields) {
        this.folder = folder;
        this.sink = sink;
        this.fields = fields;
        this.file = folder;
        hope();
    }

    private void hope() {
        plain = fields == null ? null : fields.rows();
    }

    /** How many records it has taken in all. */
    long total() {
        return total;
    }

    /**
     * Takes one record, without its line end.
     *
     * @param ends where its fields end
     */
    void add(byte[] buf, int start, int stop, long onLine, int[] ends) throws IOException {
        if (plain != null && !plain.add(buf, start, ends)) {
            plain.release();
            plain = null;
        }
        add(buf, start, stop, onLine);
    }

    /** Takes one record, without its line end. */
    void add(byte[] buf, int start, int stop, long onLine) throws IOException {
        int length = stop - start;
        lines.add(records++, onLine);
        total++;
        if (length + 1 > out.length - outSize) {
            flush();
        }
        if (length + 1 > out.length) {
            open().write(buf, start, length);
            written += length;
        } else {
            System.arraycopy(buf, start, out, outSize, length);
            outSize += length;
        }
        out[outSize++] = '\n';
        long bytes = written + outSize;
        if (bytes >= MOST || records % GROUP == 0 && (fields != null || bytes >= LEAST)) {
            handOn();
        }
    }

    private OutputStream open() throws IOException {
        if (stream == null) {
            file = folder.resolve("chunk-" + chunks++ + ".csv");
            stream = Files.newOutputStream(file);
        }
        return stream;
    }

    private void flush() throws IOException {
        open().write(out, 0, outSize);
        written += outSize;
        outSize = 0;
    }

    private void handOn() throws IOException {
        flush();
        open().close();
        stream = null;
        sink.accept(new StagedChunk(file, records, lines, plain));
        lines = new LineMap();
        records = 0;
        written = 0;
        hope();
    }

    /** Hands on what is left. */
    void finish() throws IOException {
        if (records > 0) {
            handOn();
        }
    }

    @Override
    public void close() {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                LoggerFactory.getLogger(ChunkWriter.class).debug("Closing {}", file, e);
            }
        }
    }
}
