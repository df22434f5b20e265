package org.clientele.platform.warehouse.source;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.clientele.platform.warehouse.csv.CsvHead;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.HeadChoice;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.RowStager;
import org.clientele.platform.warehouse.csv.SourceFile;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** A Parquet file, or a table of a DuckDB file, read by a child process. What comes of it is text like any other. */
final class EngineSource implements TableSource {
    private static final Texts TEXTS = Texts.of(EngineSource.class);

    private static final int MOST_COLUMNS = 10_000;
    private static final int LONGEST_NAME = 1 << 16;

    private final String name;
    private final SourceFormat format;
    private final EngineChild.Order order;
    private @Nullable ChildProcess child;
    private @Nullable CsvStager stager;
    private @Nullable SourceHead head;
    private long rows = -1;

    EngineSource(String name, SourceFormat format, EngineChild.Order order) {
        this.name = name;
        this.format = format;
        this.order = order;
    }

    static EngineSource parquet(Path file) {
        Path absolute = file.toAbsolutePath();
        EngineChild.Order order = new EngineChild.Order(absolute.toString(), false, "");
        return new EngineSource(Content.nameOf(file), SourceFormat.PARQUET, order);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceHead head() {
        SourceHead known = head;
        if (known == null) {
            known = start();
            head = known;
        }
        return known;
    }

    private SourceHead start() {
        ChildProcess started = ChildProcess.start(name, order);
        child = started;
        List<String> headers = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        try {
            DataInputStream in = new DataInputStream(started.answer());
            int columns = in.readInt();
            if (columns < 0 || columns > MOST_COLUMNS) {
                throw new ZipException("it has too many columns");
            }
            for (int i = 0; i < columns; i++) {
                String column = text(in);
                String type = text(in);
                if (in.readBoolean()) {
                    headers.add(column.strip());
                } else {
                    doubts.add(TEXTS.get(
                            "engine.source.column_not_read_since",
                            column,
                            (type.length() > 60 ? type.substring(0, 60) + "…" : type)));
                }
            }
            rows = in.readLong();
        } catch (IOException e) {
            throw started.explain(e);
        }
        SourceFile text = new SourceFile(name, guarded(started.answer()), () -> 0);
        CsvStager reads = new CsvStager(text);
        stager = reads;
        List<List<String>> sample = List.of();
        if (!started.isAtEnd()) {
            CsvHead csv = reads.head(new HeadChoice(RowStager.DELIMITER, 0, headers), SourceHead.SAMPLE);
            sample = csv.sample();
        }
        return new SourceHead(format, "", RowStager.DELIMITER, Layout.DELIMITED, 0, headers, sample, doubts);
    }

    /** What a Parquet file holds, as long as it is in proportion to the file. */
    private InputStream guarded(InputStream answer) {
        if (order.database()) {
            return answer;
        }
        long size = new File(order.file()).length();
        return new GuardedStream(
                answer, name, () -> size, GuardedStream.FLOOR, TEXTS.get("engine.source.write_as_csv_import"));
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_NAME) {
            throw new ZipException("a column has no sensible name");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public CsvStager.Result stage(
            Path folder, CsvStager.ChunkSink sink, RejectSpool rejects, Progress progress, CancelSignal cancel) {
        SourceHead known = head();
        ChildProcess running = java.util.Objects.requireNonNull(child);
        long[] staged = new long[1];
        CsvStager.ChunkSink counting = chunk -> {
            staged[0] += chunk.records();
            sink.accept(chunk);
        };
        Progress counted = (fraction, message) ->
                progress.report(rows <= 0 ? -1 : Math.min(1, staged[0] / (double) rows), message);
        CsvStager.Result result;
        CancelSignal.Registration stop = cancel.onCancel(running::kill);
        try {
            result = java.util.Objects.requireNonNull(stager)
                    .stage(known.delimiter(), known.headers().size(), folder, counting, rejects, counted, cancel);
        } catch (AnalyticsException e) {
            cancel.throwIfCancelled();
            throw e;
        } finally {
            stop.close();
        }
        if (result.records() + result.rejects() < rows) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("engine.source.cannot_read_says_has", name, rows, result.records() + result.rejects()));
        }
        return result;
    }

    @Override
    public void close() {
        if (child != null) {
            child.kill();
        }
    }
}
