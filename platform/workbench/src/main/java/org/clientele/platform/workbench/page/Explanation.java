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

/** What a tile counts, over which days, how sure it is, and how long the answer took. */
final class Explanation {
    private Explanation() {}

    static List<Section> of(TileSpec tile, DashboardView view, Session session) {
        List<Section> all = new ArrayList<>();
        if (view.isGallery()) {
            all.add(new Section("Kind", tile.chart().kind() + options(tile.chart())));
            all.add(new Section("Columns", columns(tile.chart())));
        } else {
            question(all, tile, view, session);
        }
        view.frame(tile.id()).ifPresent(frame -> {
            for (Caveat c : frame.caveats()) {
                all.add(new Section("To bear in mind", c.message()));
            }
        });
        String failure = view.failure(tile.id());
        if (!failure.isEmpty()) {
            all.add(new Section("What went wrong", failure));
        }
        view.timings().stream()
                .filter(t -> t.tile().equals(tile.id()))
                .findFirst()
                .ifPresent(t -> all.add(new Section("Answer", answer(t))));
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
            all.add(new Section("Question", narrowed(tile, view)));
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
        all.add(new Section("Question", question(asked, view, session) + narrowed(tile, view)));
        all.add(new Section("As a command", QueryText.of(asked)));
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
                .orElseGet(() -> new Section(call.analysis(), "The plugin of this analysis is not here."));
    }

    /** The filters of a tile in words, behind its question. */
    private static String narrowed(TileSpec tile, DashboardView view) {
        return view.scope().filtersOf(tile.id()).stream()
                .map(FilterText::of)
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
                    .ifPresent(rule -> all.add(new Section("Target of " + m.label(), rule + "\n" + thresholds(m))));
        }
    }

    private static String thresholds(MetricDefinition m) {
        boolean less = m.direction() == MetricDefinition.Direction.DOWN_IS_GOOD;
        String format = less
                ? "Reached up to %s of the target, missed by far above %s."
                : "Reached from %s of the target, missed by far below %s.";
        return String.format(
                Locale.UK,
                format,
                share(m.target().warning(), less),
                share(m.target().bad(), less));
    }

    /** Where less is better, a share below 1 counts to the other side. */
    private static String share(double share, boolean less) {
        return Math.round((less && share < 1 ? 2 - share : share) * 100) + " %";
    }

    private static String label(String id, Session session) {
        try {
            return session.metric(id).label();
        } catch (AnalyticsException e) {
            return id;
        }
    }

    private static String question(MetricQuery q, DashboardView view, Session session) {
        StringBuilder s = new StringBuilder(String.join(
                ", ", q.metrics().stream().map(id -> label(id, session)).toList()));
        if (!q.dimensions().isEmpty()) {
            s.append(" by ").append(String.join(", ", q.dimensions()));
        }
        view.steps(q)
                .filter(g -> !q.running().isNone())
                .ifPresent(g -> s.append(", ").append(q.running().label(g)));
        q.topN().ifPresent(n -> s.append(", the first ").append(n));
        String days = view.periodLabel();
        if (!days.isEmpty()) {
            s.append(", ").append(days);
        }
        switch (q.comparison()) {
            case NONE -> {}
            default ->
                s.append(", compared with the ")
                        .append(q.comparison().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return s.toString();
    }

    private static String answer(TileTiming t) {
        String rows = t.rows() == 1 ? "1 row" : String.format(Locale.UK, "%,d rows", t.rows());
        return rows + " in " + String.format(Locale.UK, "%.1f ms", t.queryMillis())
                + (t.cached() ? ", from the cache" : "");
    }
}
