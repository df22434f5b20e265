package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody drags a filter over a dimension in one tile, and the others answer. It begins to fill its cubes at once; what is
 * added up is there within a frame of the screen, what is not is marked stale and asked for. Of several brushes the latest
 * wins. Thread-safe; no public method blocks.
 *
 * <p>It ends with {@link #end}, with the next brush of the dashboard, and whenever the dashboard asks its tiles anew.
 */
public final class BrushSession implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(BrushSession.class);

    private static final Logger LOG = LoggerFactory.getLogger(BrushSession.class);

    private final Session session;
    private final String dimension;
    private final List<Part> parts = new ArrayList<>();
    private final Publisher publisher;
    private final CancelSignal cancel = CancelSignal.create();
    private final CompletableFuture<Activation> activated = new CompletableFuture<>();
    /** What the tiles show without a brush. */
    private final Map<String, TileContent> plain = new ConcurrentHashMap<>();

    /** What they show with the brushes so far. */
    private final Map<String, TileContent> last = new ConcurrentHashMap<>();

    private final Map<String, CancelSignal> asking = new HashMap<>();
    private @Nullable BrushCubes cubes;
    private @Nullable Filter wanted;
    private long wish;
    private boolean working;
    private boolean over;
    private volatile boolean ended;

    /**
     * What a brush waits for, and what for not.
     *
     * @param instant the tiles whose answers are added up
     * @param asked the tiles that are asked anew for each brush, each with the reason
     * @param filling how the cubes were filled
     */
    public record Activation(List<String> instant, Map<String, String> asked, BrushCubes.Filling filling) {
        public Activation {
            instant = List.copyOf(instant);
            asked = Map.copyOf(asked);
        }
    }

    /**
     * A tile that answers.
     *
     * @param tile as the scope of its dashboard wants it
     * @param to what it is narrowed down to without the brush
     * @param split whether its figures are split by a dimension of which only the largest members are shown: which those are depends
     *     on the brush, so that it is asked anew
     */
    record Linked(TileSpec tile, Narrowing to, boolean split) {
        String id() {
            return tile.id();
        }

        /** What it asks that may be added up, or nothing where it asks an analysis, or is split. */
        Optional<MetricQuery> own() {
            return !split && tile.question() instanceof MetricQuery query
                    ? Optional.of(to.of(query))
                    : Optional.empty();
        }

        /** What its spark line asks, if it has one. */
        Optional<MetricQuery> trend() {
            return Optional.ofNullable(tile.trend()).map(TileRun.ofTrend(to)::of);
        }

        /** All of its questions that may be added up. */
        Stream<MetricQuery> questions() {
            return Stream.concat(own().stream(), trend().stream());
        }
    }

    /** Shows contents. */
    interface Publisher {
        /**
         * Shows what a tile has now.
         *
         * @param stale whether the answer to the latest brush is still on its way
         * @param range the number of that brush, or 0 for none
         * @return whether the dashboard still listens
         */
        boolean publish(String tile, TileContent content, boolean stale, long range);
    }

    /** A tile with the numbers of its questions; -1 where it has none. */
    private record Part(Linked linked, int own, int trend) {}

    BrushSession(
            Session session,
            String dimension,
            List<Linked> linked,
            Map<String, TileContent> plain,
            Publisher publisher) {
        this.session = session;
        this.dimension = dimension;
        this.publisher = publisher;
        this.plain.putAll(plain);
        int next = 0;
        for (Linked l : linked) {
            int main = l.own().isPresent() ? next++ : -1;
            parts.add(new Part(l, main, l.trend().isPresent() ? next++ : -1));
        }
        List<MetricQuery> questions = linked.stream().flatMap(Linked::questions).toList();
        CancelSignal.Registration closing = session.closing().onCancel(this::stop);
        session.brushThreads()
                .submit(() -> session.cubes().cubes(questions, dimension, session.subject(), session.policy(), cancel))
                .whenComplete((filled, failure) -> {
                    closing.close();
                    ready(filled, failure);
                });
    }

    private void ready(@Nullable BrushCubes filled, @Nullable Throwable failure) {
        if (filled == null) {
            if (!cancel.isCancelled()) {
                LOG.warn("The cubes for {} cannot be filled", dimension, failure);
            }
            activated.completeExceptionally(Objects.requireNonNull(failure));
            return;
        }
        synchronized (this) {
            cubes = filled;
        }
        List<String> instant = new ArrayList<>();
        Map<String, String> asked = new LinkedHashMap<>();
        for (Part p : parts) {
            String why = p.own() < 0
                    ? TEXTS.get(
                            p.linked().split()
                                    ? "brush.session.parts_are_found_anew"
                                    : "brush.session.analysis_is_run_anew")
                    : filled.hindrance(p.own());
            String also = p.trend() < 0 ? "" : filled.hindrance(p.trend());
            if (why.isEmpty() && also.isEmpty()) {
                instant.add(p.linked().id());
            } else {
                asked.put(p.linked().id(), why.isEmpty() ? also : why);
            }
        }
        activated.complete(new Activation(instant, asked, filled.filling()));
        work();
    }

    /**
     * Ends once brushes are answered; exceptionally with the sentence of an {@link AnalyticsException} if the dimension may
     * not be filtered by, or the warehouse cannot be read.
     */
    public CompletableFuture<Activation> activated() {
        return activated.copy();
    }

    /** The dimension that is brushed. */
    public String dimension() {
        return dimension;
    }

    /**
     * Picks members of the dimension; the tiles answer as soon as they can.
     *
     * @param filter a range or members of the dimension
     * @throws AnalyticsException ARGUMENT_INVALID if it is another filter
     */
    public void to(Filter filter) {
        BrushCubes.checkFilter(dimension, filter);
        wish(filter);
    }

    /** Picks all members: the tiles show what they showed before the first brush. */
    public void clear() {
        wish(null);
    }

    private void wish(@Nullable Filter brush) {
        synchronized (this) {
            if (over) {
                return;
            }
            wanted = brush;
            wish++;
        }
        work();
    }

    /** One thread answers, the latest wish only, until there is no newer one. */
    private void work() {
        synchronized (this) {
            if (working || over || wish == 0 || cubes == null) {
                return;
            }
            working = true;
        }
        session.brushThreads().submit(() -> {
            long done = -1;
            while (true) {
                Filter brush;
                long number;
                BrushCubes filled;
                synchronized (this) {
                    if (over || wish == done) {
                        working = false;
                        return true;
                    }
                    brush = wanted;
                    number = wish;
                    filled = Objects.requireNonNull(cubes);
                }
                answer(filled, brush, number);
                done = number;
            }
        });
    }

    private void answer(BrushCubes filled, @Nullable Filter brush, long number) {
        // Also an answer to a wish that is old by now is shown: else the last tiles would stand still while the first
        // move.
        for (Part p : parts) {
            if (isOver()) {
                return;
            }
            TileContent now = brush == null ? plain.get(p.linked().id()) : added(filled, p, brush);
            if (now != null) {
                stopAsking(p.linked().id());
                show(p.linked().id(), now, false, number);
            } else if (brush != null) {
                ask(p.linked(), brush, number);
            }
        }
    }

    /** How often something was picked or cleared. */
    public synchronized long wishes() {
        return wish;
    }

    /** Whether what is picked is answered by adding up from now on, where it can be. */
    public synchronized boolean answersAtOnce() {
        return cubes != null && !over;
    }

    /** The tiles that answer. */
    public List<String> linked() {
        return parts.stream().map(p -> p.linked().id()).toList();
    }

    /** Whether nothing that is picked is answered any more, since the dashboard asks its tiles anew, or this was ended. */
    public synchronized boolean isOver() {
        return over;
    }

    private synchronized boolean isOld(long number) {
        return over || number != wish;
    }

    private @Nullable TileContent added(BrushCubes filled, Part p, Filter brush) {
        try {
            Optional<Frame> main = p.own() < 0 ? Optional.empty() : filled.answer(p.own(), brush);
            if (main.isEmpty()) {
                return null;
            }
            if (p.trend() < 0) {
                return TileRun.content(main.get(), null, session.format());
            }
            Optional<Frame> trend = filled.answer(p.trend(), brush);
            return trend.isEmpty() ? null : TileRun.content(main.get(), trend.get(), session.format());
        } catch (RuntimeException e) {
            return TileRun.content(e);
        }
    }

    private void ask(Linked linked, Filter brush, long number) {
        CancelSignal mine = CancelSignal.create();
        synchronized (this) {
            CancelSignal before = asking.put(linked.id(), mine);
            if (before != null) {
                before.cancel();
            }
        }
        show(linked.id(), shown(linked.id()), true, number);
        CancelSignal.Registration stopping = cancel.onCancel(mine::cancel);
        session.queryThreads().submit(() -> asked(linked, brush, mine)).whenComplete((content, failure) -> {
            stopping.close();
            if (!mine.isCancelled() && !isOld(number)) {
                show(linked.id(), content == null ? TileRun.content(failure) : content, false, number);
            }
        });
    }

    private TileContent shown(String tile) {
        TileContent now = last.get(tile);
        return now != null ? now : plain.getOrDefault(tile, new TileContent.Loading());
    }

    private void show(String tile, TileContent content, boolean stale, long number) {
        last.put(tile, content);
        if (!publisher.publish(tile, content, stale, number)) {
            stop();
        }
        // An answer that was on its way when this ended must not be what stays.
        TileContent before = ended ? plain.get(tile) : null;
        if (before != null) {
            publisher.publish(tile, before, false, 0);
        }
    }

    private TileContent asked(Linked linked, Filter brush, CancelSignal mine) {
        mine.throwIfCancelled();
        List<Filter> filters = new ArrayList<>(linked.to().filters());
        filters.add(brush);
        Narrowing to = new Narrowing(linked.to().period(), filters);
        return QuerySource.answer(session, linked.tile(), to, linked.split(), early -> {}, mine)
                .content();
    }

    private void stopAsking(String tile) {
        CancelSignal before;
        synchronized (this) {
            before = asking.remove(tile);
        }
        if (before != null) {
            before.cancel();
        }
    }

    /**
     * A tile's answer without any brush has come in only now: it is kept for the end.
     *
     * @return whether it is not to be shown meanwhile
     */
    synchronized boolean keeps(String tile, TileContent content) {
        if (over || parts.stream().noneMatch(p -> p.linked().id().equals(tile))) {
            return false;
        }
        plain.put(tile, content);
        return wanted != null;
    }

    /** Cancels what runs; the tiles stay as they are. */
    void stop() {
        synchronized (this) {
            over = true;
        }
        cancel.cancel();
        activated.completeExceptionally(Workers.closed());
    }

    /** Cancels what runs; the tiles show what they showed before the first brush. */
    public void end() {
        boolean brushed;
        synchronized (this) {
            brushed = !over && wish > 0;
            over = true;
            ended = brushed;
        }
        stop();
        if (brushed) {
            for (Part p : parts) {
                TileContent before = plain.get(p.linked().id());
                if (before != null) {
                    publisher.publish(p.linked().id(), before, false, 0);
                }
            }
        }
    }

    /** The same as {@link #end}. */
    @Override
    public void close() {
        end();
    }
}
