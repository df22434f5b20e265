package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.clientele.platform.charts.Dimmed;
import org.clientele.platform.charts.MemberOrder;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Lays out the cards of an open dashboard, off the UI thread. Thread-safe. */
final class TilePictures {
    private final Session session;
    private final DashboardSource source;
    private final TileContents contents;
    private final BiFunction<String, Map<String, @Nullable String>, Map<String, @Nullable String>> members;
    /** By which order of members each tile was last drawn. */
    private final Map<String, MemberOrder> drawn = new ConcurrentHashMap<>();

    private volatile Ordered ordered = new Ordered(Map.of(), MemberOrder.none());

    /** The order of members that goes with some contents. */
    private record Ordered(Map<String, TileContent> contents, MemberOrder order) {}

    private volatile @Nullable TileMeter meter;

    /** @param members what a mark of a tile stands for, by dimension */
    TilePictures(
            Session session,
            DashboardSource source,
            TileContents contents,
            BiFunction<String, Map<String, @Nullable String>, Map<String, @Nullable String>> members) {
        this.members = members;
        this.session = session;
        this.source = source;
        this.contents = contents;
    }

    /** Who hears how long pictures take, or null while nobody does. */
    void meter(@Nullable TileMeter who) {
        meter = who;
    }

    /** The whole card of a tile as it is now. */
    CompletableFuture<Scene> scene(TileSpec tile, Scope scope, SceneRequest request) {
        TileContent content = contents.get(tile.id());
        List<Filter> picked = scope.selection(tile.id());
        Predicate<Map<String, @Nullable String>> holds = Picked.test(picked);
        TileSpec scoped = ScopedTile.of(tile, scope);
        TileMeter told = meter;
        long asked = told == null ? 0 : System.nanoTime();
        return session.layoutThreads().submit(() -> {
            long begun = told == null ? 0 : System.nanoTime();
            Scene scene = cards(orderFor(tile.id()))
                    .scene(
                            scoped,
                            content,
                            source.definitions(session),
                            request.view(),
                            request.theme(),
                            request.width(),
                            request.height());
            Scene shown =
                    picked.isEmpty() ? scene : Dimmed.of(scene, mark -> holds.test(members.apply(tile.id(), mark)));
            if (told != null) {
                told.laidOut(tile.id(), (begun - asked) / 1e6, (System.nanoTime() - begun) / 1e6);
            }
            return shown;
        });
    }

    /** Noted before it is used: who brings members meanwhile is either seen here or finds that this tile has other colours. */
    private MemberOrder orderFor(String tile) {
        MemberOrder order = memberOrder();
        drawn.put(tile, order);
        for (MemberOrder now = memberOrder(); !now.equals(order); now = memberOrder()) {
            order = now;
            drawn.put(tile, order);
        }
        return order;
    }

    /** The tile with its data as a table of all of its columns. */
    TileSpec asTable(TileSpec t) {
        String[] columns = contents.frame(t.id()).stream()
                .flatMap(f -> f.columns().stream())
                .map(Column::name)
                .toArray(String[]::new);
        return columns.length == 0
                ? t
                : new TileSpec(
                        t.id(),
                        t.title(),
                        t.subtitle(),
                        t.span(),
                        t.rows(),
                        t.question(),
                        t.trend(),
                        ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, columns),
                        t.detail());
    }

    TileCard cards() {
        return cards(memberOrder());
    }

    private TileCard cards(MemberOrder order) {
        return new TileCard(session.workspace().contributed().charts(), RobotoMeasure.get(), session.format())
                .alike(order);
    }

    /** Whether a tile was drawn before others brought members that change the colours of its own. */
    boolean otherColours(TileSpec tile) {
        MemberOrder then = drawn.get(tile.id());
        return then != null && !then.in(tile.chart()).equals(memberOrder().in(tile.chart()));
    }

    /**
     * What the tiles show so far, reckoned again only when one of them has other data. While somebody brushes it stays, so that
     * no member changes its colour under her hand.
     */
    private MemberOrder memberOrder() {
        Map<String, TileContent> now = Map.copyOf(contents.unbrushed());
        Ordered known = ordered;
        if (!known.contents().equals(now)) {
            known = new Ordered(now, MemberOrder.of(shown(source.spec(), now)));
            ordered = known;
        }
        return known.order();
    }

    /** The pictures of a dashboard whose data is there, in the order of its tiles. */
    static List<MemberOrder.Shown> shown(DashboardSpec dashboard, Map<String, TileContent> contents) {
        List<MemberOrder.Shown> all = new ArrayList<>();
        for (TileSpec tile : dashboard.tiles()) {
            if (contents.get(tile.id()) instanceof TileContent.Ready ready) {
                all.add(new MemberOrder.Shown(tile.chart(), ready.frame()));
            }
        }
        return all;
    }
}
