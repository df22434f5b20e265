package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.charts.Handle;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.charts.HitTest;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.SceneRequest;
import org.clientele.platform.runtime.TileState;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Scene;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * One tile on a page: where it is, its newest picture, and the next one under way. There is at most one request under
 * way; of what is asked for meanwhile, the latest is sent when it is back. UI thread only.
 */
final class PageTile {
    private final TileSpec spec;
    private Rectangle bounds = new Rectangle(0, 0, 0, 0);
    private ViewState chartView = ViewState.initial();
    private ViewState tableView = ViewState.initial();
    private boolean table;
    private @Nullable Scene scene;
    private @Nullable Scene painted;
    private @Nullable List<Hit> hits;
    private TileState sceneState = TileState.LOADING;
    /** Which of the things that the tile was given to show the picture is of. */
    private long version;
    /** The brushed range that the picture, and the one that was painted, answer. */
    private long range;

    private long paintedRange;

    private boolean pending;
    private boolean again;
    private boolean stale;

    PageTile(TileSpec spec) {
        this.spec = spec;
    }

    TileSpec spec() {
        return spec;
    }

    String id() {
        return spec.id();
    }

    Rectangle bounds() {
        return bounds;
    }

    @Nullable
    Scene scene() {
        return scene;
    }

    ViewState view() {
        return table ? tableView : chartView;
    }

    /** How a person looks at its chart, also while its table is on show. */
    ViewState chartView() {
        return chartView;
    }

    void view(ViewState v) {
        if (table) {
            tableView = v;
        } else {
            chartView = v;
        }
    }

    /** Whether its data is shown as a table in place of its chart. */
    boolean asTable() {
        return table;
    }

    void asTable(boolean yes) {
        table = yes;
    }

    /** A picture of it as it is looked at now. */
    CompletableFuture<Scene> picture(DashboardView from, Theme theme) {
        SceneRequest request = new SceneRequest(theme, bounds.width, bounds.height, view());
        return table ? from.table(spec.id(), request) : from.scene(spec.id(), request);
    }

    /** It wants a new picture when it comes near what is seen, or does not any more. */
    void stale(boolean yes) {
        stale = yes;
    }

    /** Its data comes from elsewhere from now on; the picture is of what it was. */
    void renewed() {
        version = -1;
        stale = true;
    }

    /** Whether it wants a new picture that nobody asked for yet. */
    boolean stale() {
        return stale;
    }

    /** @return whether its size changed, so that it wants a new picture */
    boolean place(double x, double y, double width, double height) {
        Rectangle now = new Rectangle(
                (int) Math.round(x), (int) Math.round(y), (int) Math.round(width), (int) Math.round(height));
        boolean resized = now.width != bounds.width || now.height != bounds.height;
        bounds = now;
        return resized;
    }

    /**
     * Asks for a picture of the tile as it is now.
     *
     * @param brushed the number of the range that it answers now, or 0
     * @param arrived called on the UI thread when a new picture is there
     * @param retry called on the UI thread when something was asked for meanwhile
     */
    void request(DashboardView from, long brushed, Theme theme, Handover handover, Runnable arrived, Runnable retry) {
        if (pending) {
            again = true;
            return;
        }
        pending = true;
        stale = false;
        TileState state = from.state(spec.id());
        long asked = from.version(spec.id());
        picture(from, theme)
                .whenComplete((picture, failure) -> handover.bring(() -> {
                    pending = false;
                    if (picture != null) {
                        scene = picture;
                        hits = null;
                        sceneState = state;
                        version = asked;
                        range = brushed;
                        arrived.run();
                    }
                    if (again) {
                        again = false;
                        retry.run();
                    }
                }));
    }

    /** The marks of the picture, in reading order. */
    List<Hit> hits() {
        List<Hit> known = hits;
        if (known == null) {
            known = scene == null ? List.of() : HitTest.inReadingOrder(scene);
            hits = known;
        }
        return known;
    }

    /** The mark at a place of the view. */
    Optional<Hit> hit(int x, int y) {
        return scene == null ? Optional.empty() : HitTest.at(scene, x - bounds.x, y - bounds.y);
    }

    /** What a click or the wheel would do at a place of the view. */
    Optional<Gesture> gesture(int x, int y, Gesture.Kind kind) {
        return scene == null
                ? Optional.empty()
                : HitTest.gestures(scene, x - bounds.x, y - bounds.y).stream()
                        .filter(g -> g.kind() == kind)
                        .findFirst();
    }

    /** All that can be done with the picture. */
    List<Handle> handles() {
        return scene == null ? List.of() : Handle.all(scene);
    }

    /** What can be done at a place of the view, inner things first. */
    List<Handle> handles(int x, int y) {
        return scene == null ? List.of() : Handle.at(scene, x - bounds.x, y - bounds.y);
    }

    /** What a gesture's parameter is: what was asked for last, while its picture is on the way. */
    String now(Gesture gesture) {
        String asked = pending ? view().get(gesture.parameter()) : null;
        return asked == null ? gesture.value() : asked;
    }

    /** Whether a picture is on the way. */
    boolean pending() {
        return pending;
    }

    /** What the picture says, for those who hear it. */
    String sentence() {
        return scene == null ? spec.title() : scene.title() + ". " + scene.description();
    }

    void painted() {
        painted = scene;
        paintedRange = range;
    }

    /** The number of the brushed range that its picture answers. */
    long range() {
        return range;
    }

    /** The number of the brushed range that it was painted for. */
    long paintedRange() {
        return paintedRange;
    }

    /** Whether the picture of what it has to show now was painted. */
    boolean isUpToDate(DashboardView from) {
        return !pending && !again && !stale && scene != null && scene == painted && version == from.version(spec.id());
    }

    /** Whether the picture of its final state was painted. */
    boolean settled(DashboardView from) {
        return isUpToDate(from) && sceneState != TileState.LOADING && sceneState == from.state(spec.id());
    }
}
