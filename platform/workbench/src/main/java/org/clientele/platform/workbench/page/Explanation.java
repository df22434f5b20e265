package org.clientele.platform.workbench.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.TileTiming;
import org.clientele.platform.workbench.page.Sheet.Section;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.QueryText;
import org.clientele.sdk.text.Texts;

/** What a tile counts, over which days, how sure it is, and how long the answer took. */
final class Explanation {
    private static final Texts TEXTS = Texts.of(Explanation.class);

    private Explanation() {}

    static List<Section> of(TileSpec tile, DashboardView view, Session session) {
        List<Section> all = new ArrayList<>();
        if (view.isGallery()) {
            all.add(new Section(TEXTS.get("explain.kind"), tile.chart().kind() + options(tile.chart())));
            all.add(new Section(TEXTS.get("explain.columns"), columns(tile.chart())));
        } else {
            question(all, tile, view, session);
        }
        view.frame(tile.id()).ifPresent(frame -> {
            for (Caveat c : frame.caveats()) {
                all.add(new Section(TEXTS.get("explain.caveat"), c.message()));
            }
        });
        String failure = view.failure(tile.id());
        if (!failure.isEmpty()) {
            all.add(new Section(TEXTS.get("explain.failure"), failure));
        }
        view.timings().stream()
                .filter(t -> t.tile().equals(tile.id()))
                .findFirst()
                .ifPresent(t ->
                        all.add(new Section(TEXTS.get("explain.answer"), answer(t, new Figures(session.format())))));
        return all;
    }

    private static String options(ChartSpec chart) {
        return chart.options().isEmpty()
                ? ""
                : chart.options().entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String columns(ChartSpec chart) {
        return chart.encodings().entrySet().stream()
                .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + ": " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static void question(List<Section> all, TileSpec tile, DashboardView view, Session session) {
        if (tile.question() instanceof AnalysisCall call) {
            all.add(analysis(call, view.scope().parameters(), session));
            all.add(new Section(TEXTS.get("explain.question"), narrowed(tile, view)));
            return;
        }
        MetricQuery query = (MetricQuery) tile.question();
        Set<String> metrics = new LinkedHashSet<>(query.metrics());
        MetricQuery trend = tile.trend();
        if (trend != null) {
            metrics.addAll(trend.metrics());
        }
        for (String id : metrics) {
            all.add(metric(id, session));
        }
        MetricQuery asked = view.asked(tile.id()).orElse(query);
        all.add(new Section(TEXTS.get("explain.question"), question(asked, view, session) + narrowed(tile, view)));
        all.add(new Section(TEXTS.get("explain.command"), QueryText.of(asked)));
        view.frame(tile.id()).ifPresent(frame -> target(all, frame, query, session));
    }

    private static Section analysis(AnalysisCall call, Map<String, String> chosen, Session session) {
        return session.analysesOffered().stream()
                .filter(a -> QualifiedId.of(a.id()).answersTo(call.analysis()))
                .findFirst()
                .map(a -> new Section(
                        a.title() + "  ·  " + a.id(),
                        Stream.concat(
                                        Stream.of(a.description()).filter(d -> !d.isEmpty()),
                                        a.parameters().stream()
                                                .map(p -> p.label() + ": "
                                                        + call.parameters()
                                                                .getOrDefault(
                                                                        p.name(),
                                                                        chosen.getOrDefault(p.name(), p.initial()))))
                                .collect(Collectors.joining("\n"))))
                .orElseGet(() -> new Section(call.analysis(), TEXTS.get("explain.no.plugin")));
    }

    /** The filters of a tile in words, behind its question. */
    private static String narrowed(TileSpec tile, DashboardView view) {
        return view.scope().filtersOf(tile.id()).stream()
                .map(filter -> FilterText.of(filter, view.names()))
                .map(words -> "\n" + words)
                .collect(Collectors.joining());
    }

    private static Section metric(String id, Session session) {
        try {
            MetricDefinition m = session.metric(id);
            String about = m.description().isEmpty() ? "" : m.description() + "\n";
            return new Section(m.label() + "  ·  " + m.id(), about + m.formula());
        } catch (AnalyticsException e) {
            return new Section(id, e.getMessage());
        }
    }

    /** How the targets of a tile come about, and from where on they count as missed. */
    private static void target(List<Section> all, Frame frame, MetricQuery query, Session session) {
        for (String id : query.metrics()) {
            MetricDefinition m = session.metric(id);
            frame.find(m.id().name() + "_target_rule")
                    .filter(c -> c.size() > 0)
                    .map(c -> c.textAt(0))
                    .ifPresent(rule -> all.add(new Section(
                            TEXTS.get("explain.target", m.label()),
                            rule + "\n" + thresholds(m, new Figures(session.format())))));
        }
    }

    private static String thresholds(MetricDefinition m, Figures figures) {
        boolean less = m.direction() == MetricDefinition.Direction.DOWN_IS_GOOD;
        return TEXTS.get(
                less ? "explain.reached.below" : "explain.reached.above",
                share(m.target().warning(), less, figures),
                share(m.target().bad(), less, figures));
    }

    /** Where less is better, a share below 1 counts to the other side. */
    private static String share(double share, boolean less, Figures figures) {
        return figures.percent(less && share < 1 ? 2 - share : share);
    }

    private static String label(String id, Session session) {
        try {
            return session.metric(id).label();
        } catch (AnalyticsException e) {
            return id;
        }
    }

    private static String question(MetricQuery q, DashboardView view, Session session) {
        String metrics = String.join(
                ", ", q.metrics().stream().map(id -> label(id, session)).toList());
        StringBuilder s = new StringBuilder(
                q.dimensions().isEmpty()
                        ? metrics
                        : TEXTS.get("explain.by", metrics, String.join(", ", q.dimensions())));
        view.steps(q)
                .filter(g -> !q.running().isNone())
                .ifPresent(g -> s.append(", ").append(q.running().label(g)));
        q.topN().ifPresent(n -> s.append(", ").append(TEXTS.get("explain.first", n)));
        String days = view.periodLabel();
        if (!days.isEmpty()) {
            s.append(", ").append(days);
        }
        switch (q.comparison()) {
            case NONE -> {}
            default ->
                s.append(", ")
                        .append(TEXTS.get("explain.compared."
                                + q.comparison().name().toLowerCase(Locale.ROOT).replace('_', '.')));
        }
        return s.toString();
    }

    private static String answer(TileTiming t, Figures figures) {
        return TEXTS.get(
                t.cached() ? "explain.rows.cached" : "explain.rows",
                figures.counted(t.rows()),
                figures.tenths(t.queryMillis()));
    }
}
