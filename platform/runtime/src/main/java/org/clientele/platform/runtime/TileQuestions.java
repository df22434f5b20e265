package org.clientele.platform.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;

/** What the tiles of an open dashboard ask now, narrowed down as they are, and what can be chosen about it. Thread-safe. */
final class TileQuestions {
    private final Session session;
    private final DashboardSource source;
    private final TilePasses passes;

    TileQuestions(Session session, DashboardSource source, TilePasses passes) {
        this.session = session;
        this.source = source;
        this.passes = passes;
    }

    /** The steps of time of a tile that can be shown in other ways; empty for others. */
    Optional<Grain> steps(TileSpec tile) {
        return source.ofAllTime() ? Optional.empty() : ScopedTile.steps(tile);
    }

    /** What can be chosen about a tile's analysis, with what is chosen now; empty for other tiles. */
    Map<AnalysisView.Parameter, String> parameters(TileSpec tile) {
        Map<AnalysisView.Parameter, String> all = new LinkedHashMap<>();
        if (tile.question() instanceof AnalysisCall call) {
            Map<String, String> chosen = passes.newest().scope().parameters();
            session.analyses()
                    .open(call)
                    .forEach(p -> all.put(AnalysisView.Parameter.of(p), chosen.getOrDefault(p.name(), p.initial())));
        }
        return all;
    }

    /** What the analyses of all tiles suggest and nobody chose yet. */
    List<Suggestion> suggestions() {
        Map<String, String> chosen = passes.newest().scope().parameters();
        List<AnalysisCall> calls = source.spec().tiles().stream()
                .map(TileSpec::question)
                .filter(AnalysisCall.class::isInstance)
                .map(AnalysisCall.class::cast)
                .toList();
        return session.analyses().suggestions(calls).stream()
                .filter(s -> !chosen.entrySet().containsAll(s.parameters().entrySet()))
                .toList();
    }

    /** The question for metrics that a tile answers now; empty where it asks something else. */
    Optional<MetricQuery> asked(TileSpec tile) {
        TilePasses.Pass now = passes.newest();
        return ScopedTile.of(tile, now.scope()).question() instanceof MetricQuery query && !source.ofAllTime()
                ? Optional.of(new Narrowing(now.days().period(), now.scope().filtersOf(tile.id())).of(query))
                : Optional.empty();
    }

    /** The order lines that a tile's analysis is narrowed down to; empty where it asks for metrics, which tell by themselves. */
    Optional<MetricQuery> lines(TileSpec tile) {
        TilePasses.Pass now = passes.newest();
        return tile.question() instanceof AnalysisCall && !source.ofAllTime()
                ? Optional.of(new Narrowing(now.days().period(), now.scope().filtersOf(tile.id()))
                        .of(MetricQuery.of("clientele.core/order-lines")))
                : Optional.empty();
    }

    /** What publishing the segments of a tile would publish; empty where it asks nothing that puts customers into segments. */
    Optional<SegmentDraft> segments(TileSpec tile) {
        TilePasses.Pass now = passes.newest();
        return tile.question() instanceof AnalysisCall call
                        && session.analyses().publishes(call)
                ? Optional.of(SegmentDraft.of(
                                "", session.analyses().chosen(call, now.scope().parameters()))
                        .narrowed(now.days().period(), now.scope().filtersOf(tile.id())))
                : Optional.empty();
    }
}
