package org.clientele.platform.runtime.records;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.records.RecordsState.Summary;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of records of any length. It knows the number of each row in order, 8 bytes a row, and reads pages of rows as they are
 * looked at; a few hundred thousand rows are sorted in 0.1 to 0.3 s, and a page anywhere takes about 10 ms. Rows are of one
 * state of the data: when that changes, the list is read anew and says so. The latest wish wins; what was there stays until the
 * new rows are. Thread-safe; no method blocks.
 */
public final class RecordsView implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(RecordsView.class);

    /** Rows a page. */
    public static final int PAGE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(RecordsView.class);
    private static final int MOST_PAGES = 60;
    /** Pages that somebody scrolled past are not worth reading any more. */
    private static final int MOST_WANTED = 3;

    private final RecordSource source;
    private final RecordsRequest request;
    private final Runnable changed;
    private final CancelSignal.Registration closing;
    private Run shown;
    private Run latest;
    private String failure = "";
    private boolean moved;
    private boolean closed;

    /** One order of one set of rows. */
    private static final class Run {
        final RowQuery query;
        final CancelSignal cancel = CancelSignal.create();
        final Deque<Long> wanted = new ArrayDeque<>();
        final Map<Long, Frame> pages = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Frame> eldest) {
                return size() > MOST_PAGES;
            }
        };
        RecordSource.@Nullable Numbers numbers;

        @Nullable
        Summary summary;

        boolean reading;

        Run(RowQuery query) {
            this.query = query;
        }

        long count() {
            return numbers == null ? -1 : numbers.rows().size();
        }
    }

    RecordsView(RecordSource source, RecordsRequest request, Runnable changed) {
        this.source = source;
        this.request = request;
        this.changed = changed;
        this.shown = new Run(request.rows());
        this.latest = shown;
        this.closing = source.closing().onCancel(this::end);
        start(shown);
    }

    /** What it was opened for. */
    public RecordsRequest request() {
        return request;
    }

    /** How it stands now. */
    public synchronized RecordsState state() {
        return new RecordsState(
                shown.query,
                shown.count(),
                shown.summary,
                !closed && (latest != shown || shown.numbers == null && failure.isEmpty()),
                failure,
                moved);
    }

    /**
     * Asks for other columns, other rows or another order.
     *
     * @param columns what is listed
     * @param filters beside those of the request
     * @param order what rows are sorted by
     */
    public void show(List<String> columns, List<Filter> filters, List<RowQuery.Sort> order) {
        RowQuery base = request.rows();
        List<Filter> all = new ArrayList<>(base.filters());
        all.addAll(filters);
        again(new RowQuery(base.table(), columns, all, base.period(), order, 0, PAGE));
    }

    /** Reads the same again. */
    public void refresh() {
        RowQuery same;
        synchronized (this) {
            same = latest.query;
        }
        again(same);
    }

    private void again(RowQuery query) {
        Run next = new Run(query);
        synchronized (this) {
            if (closed) {
                return;
            }
            if (latest != shown) {
                latest.cancel.cancel();
            }
            latest = next;
        }
        start(next);
        changed.run();
    }

    private void start(Run run) {
        source.submit(() -> {
                    RecordSource.Numbers numbers = source.numbers(run.query, run.cancel);
                    arrived(run, numbers);
                    Summary summary = RecordsSummary.of(source, request, run.query, run.cancel);
                    synchronized (this) {
                        run.summary = summary;
                    }
                    tell(run);
                    return true;
                })
                .whenComplete((done, e) -> {
                    if (e != null) {
                        failed(run, e);
                    }
                });
    }

    private void arrived(Run run, RecordSource.Numbers numbers) {
        synchronized (this) {
            if (closed || run != latest) {
                return;
            }
            RecordSource.Numbers before = shown.numbers;
            moved |= before != null && before.version() != numbers.version();
            run.numbers = numbers;
            if (shown != run) {
                shown.cancel.cancel();
            }
            shown = run;
            failure = "";
        }
        tell(run);
    }

    private void failed(Run run, Throwable e) {
        synchronized (this) {
            if (closed || run != latest || run.cancel.isCancelled()) {
                return;
            }
            failure = words(e);
            latest = shown;
        }
        changed.run();
    }

    private static String words(Throwable e) {
        if (e instanceof AnalyticsException known) {
            return known.getMessage();
        }
        if (e instanceof OutOfMemoryError) {
            return TEXTS.get("records.view.there_is_not_enough_memory");
        }
        LOG.warn("Records cannot be read", e);
        return TEXTS.get("records.view.records_cannot_read_log_has", e);
    }

    private void tell(Run run) {
        boolean due;
        synchronized (this) {
            due = !closed && run == latest;
        }
        if (due) {
            changed.run();
        }
    }

    /**
     * The page that a row is on, if it was read; else it is asked for, and empty now. Row {@code r} is row {@code r % PAGE} of
     * its page.
     */
    public Optional<Frame> page(long row) {
        Run run;
        synchronized (this) {
            run = shown;
            long page = row / PAGE;
            Frame known = run.pages.get(page);
            if (known != null || closed || row < 0 || row >= run.count()) {
                return Optional.ofNullable(known);
            }
            run.wanted.remove(page);
            run.wanted.addLast(page);
            while (run.wanted.size() > MOST_WANTED) {
                run.wanted.removeFirst();
            }
            if (run.reading) {
                return Optional.empty();
            }
            run.reading = true;
        }
        source.submit(() -> {
                    read(run);
                    return true;
                })
                .whenComplete((done, e) -> {
                    if (e != null) {
                        notRead(run, e);
                    }
                });
        return Optional.empty();
    }

    private void read(Run run) {
        while (true) {
            long page;
            synchronized (this) {
                Long next = run.wanted.pollLast();
                if (next == null || closed || run != shown) {
                    run.reading = false;
                    return;
                }
                page = next;
            }
            Optional<Frame> rows = reader(run).find(page * PAGE, PAGE, run.cancel);
            if (rows.isEmpty()) {
                refresh();
                return;
            }
            synchronized (this) {
                run.pages.put(page, rows.get());
            }
            changed.run();
        }
    }

    private void notRead(Run run, Throwable e) {
        synchronized (this) {
            run.reading = false;
            if (closed || run != shown || run.cancel.isCancelled()) {
                return;
            }
            failure = words(e);
        }
        changed.run();
    }

    /**
     * The rows that are listed now, from one on. Blocks: for copying and exporting, not for the UI thread.
     *
     * @param most how many at most
     * @return fewer at the end, and without rows behind it
     * @throws AnalyticsException CANCELLED; DATA_VALUE_INVALID if the data changed meanwhile
     */
    public Frame read(long from, int most, CancelSignal cancel) {
        Run run;
        synchronized (this) {
            run = shown;
        }
        return reader(run).read(from, most, cancel);
    }

    /** Reads parts of the rows that were listed when it was made, whatever is listed since. */
    public interface Reader {
        /** How many rows there are. */
        long count();

        /** What is listed. */
        RowQuery query();

        /** As {@link RecordsView#read}. */
        Frame read(long from, int most, CancelSignal cancel);
    }

    /** A reader of the rows that are listed now. */
    public synchronized Reader reader() {
        return reader(shown);
    }

    private ListedRows reader(Run run) {
        return new ListedRows(source, run.query, run.numbers);
    }

    /** Stops what runs; nobody is told anything any more. */
    @Override
    public void close() {
        end();
        closing.close();
    }

    private synchronized void end() {
        closed = true;
        latest.cancel.cancel();
        shown.cancel.cancel();
    }
}
