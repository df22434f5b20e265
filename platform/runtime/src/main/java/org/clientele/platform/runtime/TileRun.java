package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.charts.WrittenDoubts;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Question;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the queries of one tile. Whatever goes wrong stays in this tile. */
final class TileRun {
    private static final Texts TEXTS = Texts.of(TileRun.class);

    private static final Logger LOG = LoggerFactory.getLogger(TileRun.class);
    private static final int TREND_MONTHS = 12;
    /** Beyond it a layout takes seconds, and a picture says nothing that fewer groups would not say. */
    static final int MOST_ROWS = 2_000_000;

    private TileRun() {}

    /**
     * What a tile shows, and how long it took to know.
     *
     * @param content for the card
     * @param timing of its queries
     */
    record Outcome(TileContent content, TileTiming timing) {
        /** The same after a wait. */
        Outcome waited(double millis) {
            return new Outcome(content, timing.waited(millis));
        }
    }

    /**
     * Runs them.
     *
     * @param early hears of what can be shown until then
     * @throws AnalyticsException CANCELLED if {@code cancel} says so, and nothing else
     */
    static Outcome of(Session session, TileSpec tile, Narrowing to, Consumer<Outcome> early, CancelSignal cancel) {
        long start = System.nanoTime();
        try {
            QueryService.Answer main = answer(
                    session,
                    tile.question(),
                    to,
                    frame -> early.accept(new Outcome(
                            content(Assessed.of(session, tile, to, frame, cancel), null, session.format()),
                            new TileTiming(tile.id(), millisSince(start), false, frame.rowCount()))),
                    cancel);
            MetricQuery trendQuery = tile.trend();
            QueryService.Answer trend =
                    trendQuery == null ? null : answer(session, trendQuery, ofTrend(to), frame -> {}, cancel);
            TileTiming timing = new TileTiming(
                    tile.id(),
                    millisSince(start),
                    main.cached() && (trend == null || trend.cached()),
                    main.frame().rowCount());
            Frame frame = Assessed.of(session, tile, to, main.frame(), cancel);
            TileContent content = content(frame, trend == null ? null : trend.frame(), session.format());
            return new Outcome(content, timing);
        } catch (AnalyticsException e) {
            if (cancel.isCancelled()) {
                throw e;
            }
            if (e.code() == ErrorCode.NOTHING_YET) {
                return new Outcome(
                        new TileContent.Empty(e.getMessage(), ""),
                        new TileTiming(tile.id(), millisSince(start), false, 0));
            }
            return e.code() == ErrorCode.DATA_COLUMN_MISSING && !(tile.question() instanceof MetricQuery)
                    ? new Outcome(
                            new TileContent.Empty(e.getMessage(), TEXTS.get("tile.run.import_file_has")),
                            new TileTiming(tile.id(), millisSince(start), false, 0))
                    : failed(tile, start, e);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LOG.error("Tile {} failed", tile.id(), e);
            return failed(tile, start, e);
        }
    }

    private static QueryService.Answer answer(
            Session session, Question question, Narrowing to, Consumer<Frame> early, CancelSignal cancel) {
        return question instanceof AnalysisCall call
                ? session.analyses().ask(call, to, session.subject(), session.policy(), Progress.NONE, early, cancel)
                : session.queries().ask(to.of((MetricQuery) question), session.subject(), session.policy(), cancel);
    }

    /** What a spark line is narrowed down to, where its tile is to that. */
    static Narrowing ofTrend(Narrowing to) {
        return to.during(trendPeriod(to.period()));
    }

    /** What a tile shows whose content somebody else works out; with the same promise. */
    static Outcome of(TileSpec tile, CancelSignal cancel, Supplier<TileContent> content) {
        long start = System.nanoTime();
        try {
            TileContent made = content.get();
            int rows = made instanceof TileContent.Ready ready ? ready.frame().rowCount() : 0;
            return new Outcome(made, new TileTiming(tile.id(), millisSince(start), false, rows));
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            cancel.throwIfCancelled();
            LOG.error("Tile {} failed", tile.id(), e);
            return failed(tile, start, e);
        }
    }

    /** What a tile shows that could not run. */
    static Outcome failed(TileSpec tile, Throwable failure) {
        return failed(tile, System.nanoTime(), failure);
    }

    private static Outcome failed(TileSpec tile, long start, Throwable failure) {
        return new Outcome(content(failure), new TileTiming(tile.id(), millisSince(start), false, 0));
    }

    /** What a tile shows that could not be answered. */
    static TileContent content(@Nullable Throwable failure) {
        if (failure instanceof AnalyticsException e) {
            return e.code() == ErrorCode.FORBIDDEN
                    ? new TileContent.Forbidden()
                    : new TileContent.Failed(e.code(), e.getMessage());
        }
        if (failure instanceof OutOfMemoryError) {
            return new TileContent.Failed(
                    ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("tile.run.there_is_not_enough_memory"));
        }
        return new TileContent.Failed(
                ErrorCode.INTERNAL, TEXTS.get("tile.run.tile_failed_inside_log_has", String.valueOf(failure)));
    }

    /** A spark line shows at least a year, also where the headline is of a month. */
    private static Period trendPeriod(Period period) {
        if (period.from() == null || period.to() == null) {
            return period;
        }
        LocalDate year = period.to().plusDays(1).minusMonths(TREND_MONTHS);
        return new Period(year.isBefore(period.from()) ? year : period.from(), period.to());
    }

    /** What a tile shows of its answers. */
    static TileContent content(Frame answer, @Nullable Frame trend, ValueFormat format) {
        Frame frame = WrittenDoubts.of(answer, format);
        int rows = frame.rowCount();
        if (rows == 0 || frame.columns().stream().allMatch(c -> c.nullCount() == c.size())) {
            return new TileContent.Empty(
                    TEXTS.get("tile.run.no_data_in_period"), TEXTS.get("tile.run.choose_longer_period_import_file"));
        }
        return rows > MOST_ROWS
                ? new TileContent.TooMuch(
                        TEXTS.get("tile.run.too_many", rows), TEXTS.get("tile.run.choose_shorter_period"))
                : new TileContent.Ready(frame, trend == null ? null : WrittenDoubts.of(trend, format));
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
