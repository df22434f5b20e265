package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.clientele.platform.charts.DashboardLayout;
import org.clientele.platform.charts.DashboardScene;
import org.clientele.platform.charts.Dimmed;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.report.Chapter;
import org.clientele.platform.report.ExportNotes;
import org.clientele.platform.report.FootedScene;
import org.clientele.platform.report.Report;
import org.clientele.platform.report.table.PastedTable;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a dashboard shows at one moment, for exports. */
final class ExportSnapshot {
    private static final Texts TEXTS = Texts.of(ExportSnapshot.class);

    /** Of a tile alone on a page: figures at most half of it, as their digits would be lost in more. */
    private static final int FIGURE_SPAN = 6;

    private static final int CHART_SPAN = 12;

    private final DashboardView view;
    private final Policy policy;
    private final DashboardSpec spec;
    private final ExportNotes notes;
    private final Map<String, TileContent> contents = new HashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final TileCard cards;

    /** @param view whose tiles are all there; what they show later does not matter any more */
    ExportSnapshot(Session session, DashboardView view) {
        this.view = view;
        this.policy = session.policy();
        this.spec = scoped(view);
        this.notes = notes(session, view);
        for (TileSpec tile : spec.tiles()) {
            contents.put(tile.id(), view.content(tile.id()));
            if (view.state(tile.id()) == TileState.FAILED) {
                failures.put(tile.id(), view.failure(tile.id()));
            }
        }
        this.cards = view.cards().reporting((tile, refusal) -> failures.put(tile.id(), refusal.getMessage()));
    }

    /** Why tiles show an error, by their ids; charts that cannot be drawn once the picture was. */
    Map<String, String> failures() {
        return failures;
    }

    /** What the exports of a dashboard say beside their figures. */
    static ExportNotes notes(Session session, DashboardView view) {
        String days = view.periodLabel();
        return new ExportNotes(
                session.workspace().name(),
                days.isEmpty() || view.scope().days() != null
                        ? days
                        : view.choice().label() + ", " + days,
                view.filters(),
                view.dataAsOf().map(PeriodText::moment).orElse(""));
    }

    /** Its tiles compare with what its scope says. */
    private static DashboardSpec scoped(DashboardView view) {
        DashboardSpec all = view.spec();
        return new DashboardSpec(
                all.id(),
                all.title(),
                all.description(),
                all.tiles().stream()
                        .map(tile -> ScopedTile.of(tile, view.scope()))
                        .toList(),
                all.schemaVersion());
    }

    /** What narrows the figures of a dashboard, in words, one each: the policy, its filters, and what is picked in its tiles. */
    static List<String> filters(DashboardView view, Policy policy) {
        List<String> words = new ArrayList<>(byPolicy(policy));
        Scope scope = view.scope();
        Map<String, String> names = view.names();
        scope.filters().forEach(filter -> words.add(FilterText.inFull(filter, names)));
        for (TileSpec tile : view.spec().tiles()) {
            for (Filter picked : scope.selection(tile.id())) {
                words.add(TEXTS.get(
                        "export.snapshot.picked_in_shows_others_too", FilterText.inFull(picked, names), tile.title()));
            }
        }
        return words;
    }

    /** What the policy in force narrows, in words. */
    static List<String> byPolicy(Policy policy) {
        return policy.equals(Policy.allowAll())
                ? List.of()
                : List.of(TEXTS.get("export.snapshot.policy_allows", policy.name()));
    }

    /** The dashboard for a document. */
    static Chapter chapter(DashboardView view) {
        Map<String, TileContent> contents = new HashMap<>();
        view.spec().tiles().forEach(tile -> contents.put(tile.id(), view.content(tile.id())));
        return new Chapter(scoped(view), contents, view.definitions(), narrowed(view), Map.of());
    }

    private static Map<String, List<String>> narrowed(DashboardView view) {
        Map<String, List<String>> all = new HashMap<>();
        if (!view.isGallery()) {
            for (TileSpec tile : view.spec().tiles()) {
                List<String> words = narrowed(tile, view.names());
                if (!words.isEmpty()) {
                    all.put(tile.id(), words);
                }
            }
        }
        return all;
    }

    /** What a tile's own question leaves out. */
    private static List<String> narrowed(TileSpec tile, Map<String, String> names) {
        List<String> words = new ArrayList<>();
        if (!(tile.question() instanceof MetricQuery query)) {
            return words;
        }
        query.filters().forEach(filter -> words.add(FilterText.inFull(filter, names)));
        Period own = query.period();
        if (own.from() != null) {
            words.add(TEXTS.get("export.snapshot.day_is_later", PeriodText.day(own.from())));
        }
        if (own.to() != null) {
            words.add(TEXTS.get("export.snapshot.day_is_earlier", PeriodText.day(own.to())));
        }
        return words;
    }

    Export of(ExportRequest request) {
        if (request.tile().isEmpty()) {
            Chapter chapter = new Chapter(spec, contents, view.definitions(), narrowed(view), request.views());
            Report report = new Report(spec.title(), notes, List.of(chapter), cards);
            return new Export(Export.Scope.PAGE, report, () -> page(chapter, request));
        }
        TileSpec tile = tile(request.tile());
        Chapter chapter = new Chapter(alone(tile), contents, view.definitions(), narrowed(view), request.views());
        Report report = new Report(tile.title(), notes.and(chapter.narrowed(tile)), List.of(plain(chapter)), cards);
        return new Export(Export.Scope.TILE, report, () -> picture(tile, report, chapter.doubts(tile), request));
    }

    /** A chapter of one tile, whose own filters are said of the whole document. */
    private static Chapter plain(Chapter chapter) {
        return new Chapter(chapter.dashboard(), chapter.contents(), chapter.metrics(), Map.of(), chapter.views());
    }

    private DashboardSpec alone(TileSpec tile) {
        TileSpec wide = new TileSpec(
                tile.id(),
                tile.title(),
                tile.subtitle(),
                tile.chart().kind().equals(ChartSpec.KPI) ? FIGURE_SPAN : CHART_SPAN,
                tile.rows(),
                tile.question(),
                tile.trend(),
                tile.chart(),
                tile.detail());
        return new DashboardSpec(
                spec.id(),
                tile.title(),
                TEXTS.get("export.snapshot.tile", spec.title()),
                List.of(wide),
                spec.schemaVersion());
    }

    private Scene page(Chapter chapter, ExportRequest request) {
        double margin = new DashboardLayout().margin(request.width());
        List<String> facts = notes.filters().isEmpty() ? List.of() : List.of(notes.filtered());
        List<String> doubts = chapter.doubts(spec.tiles());
        double foot = FootedScene.height(facts, doubts, request.width(), margin);
        // A foot that would leave no room for the figures stands below the height that was asked for.
        double height = Math.max(request.height() - foot, request.height() / 2);
        DashboardScene.Head head =
                new DashboardScene.Head(spec.title(), notes.period(), notes.age(), notes.workspace());
        Scene scene = new DashboardScene(cards, RobotoMeasure.get())
                .of(
                        spec,
                        head,
                        tile -> contents.getOrDefault(tile.id(), new TileContent.Loading()),
                        view.definitions(),
                        tile -> request.views().getOrDefault(tile.id(), ViewState.initial()),
                        request.theme(),
                        request.width(),
                        request.height() > 0 ? OptionalDouble.of(height) : OptionalDouble.empty());
        return FootedScene.of(scene, facts, doubts, request.theme(), margin);
    }

    private Scene picture(TileSpec tile, Report report, List<String> doubts, ExportRequest request) {
        DashboardLayout.Placed natural = new DashboardLayout()
                .place(spec.tiles(), RenderRequest.DEFAULT_WIDTH, cards::minWidth).stream()
                        .filter(p -> p.tile().equals(tile))
                        .findFirst()
                        .orElseThrow();
        double width = request.width() > 0 ? request.width() : natural.width();
        Scene card = cards.scene(
                request.asTable() ? view.asTable(tile) : tile,
                contents.getOrDefault(tile.id(), new TileContent.Loading()),
                view.definitions(),
                request.views().getOrDefault(tile.id(), ViewState.initial()),
                request.theme(),
                Math.max(width, FootedScene.LEAST_WIDTH),
                request.height() > 0 ? request.height() : natural.height());
        List<Filter> picked = view.scope().selection(tile.id());
        Predicate<Map<String, @Nullable String>> holds = Picked.test(picked);
        Scene shown = picked.isEmpty() ? card : Dimmed.of(card, mark -> holds.test(view.members(tile.id(), mark)));
        return footed(shown, report.notes(), doubts, request.theme());
    }

    /** A tile's picture with all that goes with it. */
    Scene footed(TileSpec tile, Scene card, Theme theme) {
        return footed(card, notesOf(tile), doubts(tile), theme);
    }

    private static Scene footed(Scene card, ExportNotes notes, List<String> doubts, Theme theme) {
        List<String> facts = new ArrayList<>(List.of(notes.whoseAndWhen()));
        if (!notes.filters().isEmpty()) {
            facts.add(notes.filtered());
        }
        return FootedScene.of(card, facts, doubts, theme, TileCard.PADDING);
    }

    /** A tile's data for the clipboard. */
    String pasted(TileSpec tile) {
        return contents.get(tile.id()) instanceof TileContent.Ready ready
                ? PastedTable.of(ready.frame(), notesOf(tile))
                : "";
    }

    /** Of one tile: what is picked in it narrows the others only. */
    private ExportNotes notesOf(TileSpec tile) {
        List<String> words = new ArrayList<>(byPolicy(policy));
        view.scope().filtersOf(tile.id()).forEach(filter -> words.add(FilterText.inFull(filter, view.names())));
        if (!view.isGallery()) {
            words.addAll(narrowed(tile, view.names()));
        }
        return new ExportNotes(notes.workspace(), notes.period(), words, notes.dataAsOf());
    }

    private TileSpec tile(String id) {
        TileSpec known = view.tile(id);
        return ScopedTile.of(known, view.scope());
    }

    private List<String> doubts(TileSpec tile) {
        return new Chapter(spec, contents, Map.of()).doubts(tile);
    }
}
