package org.clientele.platform.runtime.records;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list as they were at one state of the data.
 *
 * @param numbers of the rows, or null while they are not known
 */
record ListedRows(RecordSource source, RowQuery query, RecordSource.@Nullable Numbers numbers)
        implements RecordsView.Reader {
    private static final Texts TEXTS = Texts.of(RecordsView.class);

    @Override
    public long count() {
        return numbers == null ? 0 : numbers.rows().size();
    }

    /** Some rows, or nothing if the data has changed. */
    Optional<Frame> find(long from, int most, CancelSignal cancel) {
        RecordSource.Numbers known = Objects.requireNonNull(numbers);
        List<Long> some = LongStream.range(from, Math.min(count(), from + most))
                .mapToObj(i -> known.rows().longAt((int) i))
                .toList();
        return source.rows(query, known.version(), some, cancel);
    }

    @Override
    public Frame read(long from, int most, CancelSignal cancel) {
        return find(from, most, cancel)
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.DATA_VALUE_INVALID, TEXTS.get("records.view.data_changed_while_records_were")));
    }
}
