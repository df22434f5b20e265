package org.clientele.platform.warehouse.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.PlainType;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/**
 * Rows of text under headers, from a file, an entry of an archive, a sheet or a query. Read once: the head, then the rest.
 * Not thread-safe.
 */
public interface TableSource extends AutoCloseable {
    /** What to call it in messages: {@code orders.csv}, {@code shop.zip/orders.csv}, {@code book.xlsx/Sheet1}. */
    String name();

    /**
     * Reads the start. A second call gives the same.
     *
     * @throws AnalyticsException FILE_UNREADABLE, FILE_UNRECOGNISED if it is empty or not what it seems
     */
    SourceHead head();

    /** The first rows as they stand there, before {@link #stage}; empty where the format does not tell. */
    default List<SourceRow> firstRows(int most) {
        return List.of();
    }

    /**
     * Says what would spare work: chunks whose fields are all plain in these columns are read as these types. A source that
     * does not look calls no chunk plain.
     *
     * @param plain the number of a column, from 0, to a type
     */
    default void hope(Map<Integer, PlainType> plain) {}

    /**
     * Reads all rows, once, after {@link #head()}: those that parse go to chunks in UTF-8 parted by {@link
     * SourceHead#delimiter()}, the others to {@code rejects}, by ascending line.
     *
     * @param folder where chunk files go
     * @param progress hears 0 to 1
     * @throws AnalyticsException FILE_UNREADABLE, CANCELLED within a second, RESOURCE_EXHAUSTED
     */
    CsvStager.Result stage(
            Path folder, CsvStager.ChunkSink sink, RejectSpool rejects, Progress progress, CancelSignal cancel);

    @Override
    void close();
}
