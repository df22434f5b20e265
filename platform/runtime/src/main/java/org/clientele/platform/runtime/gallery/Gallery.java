package org.clientele.platform.runtime.gallery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.platform.charts.ChartCatalog;
import org.clientele.platform.charts.MemberOrder;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.charts.WrittenDoubts;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Pictures of every built-in kind of chart with the workspace's data. */
public final class Gallery {
    private static final Texts TEXTS = Texts.of(Gallery.class);

    private Gallery() {}

    /** The kinds that have a picture. */
    public static Set<String> kinds() {
        return GalleryEntries.all().stream().map(e -> e.chart().kind()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * All pictures whose kind the catalog has. One whose data the workspace lacks says so; one that fails shows why.
     *
     * @throws AnalyticsException CANCELLED
     */
    public static List<GalleryPicture> of(Session session, ChartCatalog catalog, CancelSignal cancel) {
        GalleryData data = new GalleryData(session, cancel);
        Map<String, MetricDefinition> metrics = metrics(session);
        Map<GalleryEntry, TileContent> contents = new LinkedHashMap<>();
        for (GalleryEntry entry : GalleryEntries.all()) {
            if (catalog.kinds().contains(entry.chart().kind())) {
                cancel.throwIfCancelled();
                contents.put(entry, content(entry, data, cancel));
            }
        }
        List<MemberOrder.Shown> shown = new ArrayList<>();
        contents.forEach((entry, content) -> {
            if (content instanceof TileContent.Ready ready) {
                shown.add(new MemberOrder.Shown(entry.chart(), ready.frame()));
            }
        });
        TileCard cards = new TileCard(catalog, RobotoMeasure.get(), session.format()).alike(MemberOrder.of(shown));
        List<GalleryPicture> pictures = new ArrayList<>();
        contents.forEach((entry, content) -> {
            cancel.throwIfCancelled();
            pictures.add(picture(entry, content, data, cards, metrics));
        });
        return pictures;
    }

    /** The definition of every metric, by the name of its column. */
    public static Map<String, MetricDefinition> metrics(Session session) {
        Map<String, MetricDefinition> metrics = new HashMap<>();
        session.metrics().forEach(id -> metrics.put(id.name(), session.metric(id.toString())));
        return metrics;
    }

    private static GalleryPicture picture(
            GalleryEntry entry,
            TileContent content,
            GalleryData data,
            TileCard cards,
            Map<String, MetricDefinition> metrics) {
        List<String> failures = new ArrayList<>();
        if (content instanceof TileContent.Failed failed) {
            failures.add(failed.message());
        }
        TileCard card = cards.reporting((tile, refusal) -> failures.add(refusal.getMessage()));
        TileSpec tile = tile(entry)
                .subtitle(
                        content instanceof TileContent.Ready ? entry.subtitle().apply(data) : "")
                .build();
        Function<Theme, Scene> layout =
                theme -> card.scene(tile, content, metrics, ViewState.initial(), theme, entry.width(), entry.height());
        Scene light = layout.apply(Theme.LIGHT);
        return new GalleryPicture(
                entry.name(),
                entry.chart().kind(),
                entry.title(),
                failures.isEmpty() ? "" : failures.get(0),
                light,
                layout.apply(Theme.DARK));
    }

    /** A card; a tile has to have a query, but that is not where a picture's data comes from. */
    static TileSpec.Builder tile(GalleryEntry entry) {
        return TileSpec.builder(entry.name(), entry.title(), MetricQuery.of("clientele.core/revenue"), entry.chart());
    }

    static TileContent content(GalleryEntry entry, GalleryData data, CancelSignal cancel) {
        try {
            Frame frame = entry.frame().apply(data);
            if (frame.rowCount() == 0 || frame.columns().stream().allMatch(c -> c.nullCount() == c.size())) {
                return new TileContent.Empty(
                        TEXTS.get("gallery.lacks." + entry.lacking()),
                        TEXTS.get("gallery.import_file_fill_new_workspace"));
            }
            Function<GalleryData, Frame> trend = entry.trend();
            @Nullable Frame behind = trend == null ? null : trend.apply(data);
            return new TileContent.Ready(WrittenDoubts.of(frame, data.format()), behind);
        } catch (AnalyticsException e) {
            if (cancel.isCancelled()) {
                throw e;
            }
            return new TileContent.Failed(e.code(), e.getMessage());
        }
    }
}
