package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.ExportRequest;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.TileMeter;
import org.clientele.platform.workbench.breakdown.TileDeeds;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.PartsAccessibility;
import org.clientele.platform.workbench.scope.History;
import org.clientele.platform.workbench.scope.Narrowable;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard: one canvas that paints the pictures of its tiles. Laying tiles out and running them happens elsewhere; the
 * canvas paints what it has, and a tile's new picture replaces the old one when it is there. UI thread only.
 */
public final class DashboardPage implements Page, Narrowable {
    private static final Texts TEXTS = Texts.of(DashboardPage.class);

    /** A picture of a narrow window would be a long strip. */
    private static final int LEAST_EXPORTED = 960;
    /** By then pictures of older data are marked. */
    private static final int AGED_MILLIS = 200;

    private final DashboardEntry entry;
    private final Session session;
    private final PageHost host;
    private final Canvas canvas;
    private final TileBoard board = new TileBoard();
    private final PageFocus focus;
    private final PagePointer pointer;
    private final Player player;
    private final PageBrush brush;
    private final PageArea area;
    private final PageArranging arranging;
    private final History history = new History();
    private final PageViews views = new PageViews(this, history);
    private final PageFilling filling;
    private final Background background;
    private final PagePictures pictures;
    private final PageData data;
    private final PageStage stage;
    private final PageSight sight;
    private final CardDeeds deeds;
    private final PageScope scope;
    private Palette palette;
    private @Nullable PaintMeter paints;

    /** How the page's dashboard is opened. */
    public interface Opening {
        /** Opens it; its tiles start to run. */
        DashboardView open(Scope scope, Consumer<String> tileChanged);
    }

    /** Opens a dashboard; its tiles start to run in the background. */
    public DashboardPage(
            Composite parent,
            Palette palette,
            DashboardEntry entry,
            Scope scope,
            Session session,
            Background background,
            PageHost host) {
        this(
                parent,
                palette,
                entry,
                scope,
                session,
                (now, told) -> session.open(entry.id(), now, told),
                background,
                host);
    }

    /** The same for one that the session does not list. */
    public DashboardPage(
            Composite parent,
            Palette palette,
            DashboardEntry entry,
            Scope first,
            Session session,
            Opening opening,
            Background background,
            PageHost host) {
        this.palette = palette;
        this.entry = entry;
        this.scope = new PageScope(this, history, first);
        this.session = session;
        this.background = background;
        this.host = host;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        Handover handover = new Handover(background);
        data = new PageData(this, opening, background, handover, host, new Arrival());
        deeds = new CardDeeds(this, canvas, session, background, host);
        pictures = new PagePictures(this, canvas, background, handover, host);
        focus = new PageFocus(this, canvas);
        filling = new PageFilling(this, focus, history);
        stage = new PageStage(this, canvas, board, focus);
        PagePainter painter = new PagePainter(this, canvas, focus);
        canvas.addPaintListener(e -> painter.paint(e.gc));
        brush = new PageBrush(this, canvas, background, handover, host);
        area = new PageArea(this, canvas);
        sight = new PageSight(board, focus, brush, area);
        player = new Player(this, canvas, host::calm);
        pointer = new PagePointer(this, canvas, focus, player);
        new PageKeys(this, canvas, focus, player);
        arranging = new PageArranging(this, canvas, focus, background);
        PartsAccessibility.install(canvas, ACC.ROLE_GRAPHIC, new PageParts(this, focus));
        data.open(scope.inForce());
    }

    /** Opens it anew, because its tiles are arranged in another way; what is on show stays until they are there. */
    void reopen() {
        views.restore(views.all());
        data.open(scope.inForce());
    }

    /** Brings the page in line with its data. */
    private final class Arrival implements PageData.Attached {
        @Override
        public void attached(DashboardView fresh, @Nullable DashboardView before) {
            if (before != null) {
                player.stop();
                brush.forget();
                focus.unfocus();
            }
            board.fill(fresh.spec().tiles());
            views.filled();
            filling.filled();
            if (!fresh.scope().equals(scope.inForce())) {
                narrowedTo(scope.inForce());
            }
            pictures.layout();
            if (before != null) {
                pictures.requestNear();
                canvas.redraw();
            }
            host.changed(DashboardPage.this);
        }

        @Override
        public void tileChanged(String id) {
            board.tile(id).ifPresent(pictures::request);
            // What the window says of the page does not depend on where a brush is.
            if (!brush.live()) {
                host.changed(DashboardPage.this);
            }
            pictures.tellWhenSettled();
        }

        @Override
        public void failed() {
            canvas.redraw();
            host.changed(DashboardPage.this);
            host.painted(DashboardPage.this);
        }
    }

    /** Brings a tile into view and gives it the keyboard, as soon as it is there. */
    public void reveal(String tile) {
        stage.reveal(tile);
    }

    /** Why the dashboard did not open, or "". */
    String failure() {
        return data.failure();
    }

    /** Its data, or null while it is not open. */
    public @Nullable DashboardView view() {
        return data.view();
    }

    /** Whether it will not be shown again. */
    boolean closed() {
        return data.closed();
    }

    /** What it is narrowed down to, and how that changes. */
    PageScope narrowing() {
        return scope;
    }

    PagePictures pictures() {
        return pictures;
    }

    /** How its tiles are looked at. */
    PageViews views() {
        return views;
    }

    /** The range that somebody brushes. */
    PageBrush brush() {
        return brush;
    }

    /** The area that somebody draws around marks. */
    PageArea area() {
        return area;
    }

    /** How its tiles are moved, sized and hidden. */
    PageArranging arranging() {
        return arranging;
    }

    /** Hides a card; the way back is kept. */
    public void hide(String tile) {
        board.tile(tile).ifPresent(arranging::hide);
    }

    /** Shows in which versions its cards were arranged. */
    public void versions() {
        if (arranging.possible()) {
            arranging.versions();
        }
    }

    /** Nothing moves by itself, and no tooltip is on show. */
    void rest() {
        player.stop();
        focus.noTip();
    }

    /** What a person sees and hears of it now. */
    public PageSight sight() {
        return sight;
    }

    /** What of its tiles is on show. */
    PageStage stage() {
        return stage;
    }

    /** Which tile fills the page. */
    PageFilling filling() {
        return filling;
    }

    /** What the gestures of its cards do. */
    CardDeeds cards() {
        return deeds;
    }

    TileBoard board() {
        return board;
    }

    PageScroll scroll() {
        return board.scroll();
    }

    Palette palette() {
        return palette;
    }

    @Override
    public Scope scope() {
        return scope.wanted();
    }

    @Override
    public Map<String, String> names() {
        return session.segmentations().names();
    }

    @Override
    public List<Suggestion> suggestions() {
        DashboardView from = data.view();
        return from == null ? List.of() : from.suggestions();
    }

    @Override
    public List<Filter> everywhere() {
        return scope.everywhere();
    }

    @Override
    public void everywhere(List<Filter> filters) {
        scope.everywhere(filters);
    }

    /** Narrows it down without a step to take back, as part of one that somebody else keeps. */
    public void put(Scope to) {
        scope.put(to);
    }

    @Override
    public void narrow(Scope to, String deed) {
        scope.narrow(to, deed);
    }

    /** It was narrowed down to something else: its tiles are asked for that. */
    void narrowedTo(Scope now) {
        area.cancel();
        brush.forget();
        data.show(now);
        host.changed(this);
        host.narrowed(this);
    }

    /** The dashboard as it is looked at now. */
    public Bookmark bookmark(String title) {
        return scope.bookmark(title);
    }

    /** Looks at it as a bookmark says; the way back is kept. */
    public void restore(Bookmark bookmark) {
        new BookmarkStep(this, bookmark, background).take(history);
    }

    /** Looks at it as a bookmark says, but for the arrangement of its cards. */
    public void look(Bookmark bookmark) {
        views.restore(bookmark.views());
        scope.look(bookmark.scope());
        filling.put(bookmark.filling());
    }

    @Override
    public Period days() {
        DashboardView from = data.view();
        return from == null ? Period.all() : from.period();
    }

    /** The days that a choice comes to, for people, or "" while they are not known. */
    public String daysOf(PeriodChoice choice) {
        DashboardView from = data.view();
        return from == null ? "" : from.periodLabel(choice);
    }

    @Override
    public Session session() {
        return session;
    }

    /** The window that it is in. */
    public PageHost host() {
        return host;
    }

    @Override
    public @Nullable Scope narrowed() {
        DashboardView from = data.view();
        return from == null || from.isGallery() ? null : scope();
    }

    @Override
    public Optional<History> history() {
        return Optional.of(history);
    }

    /** The ways from a tile into its number. */
    public TileDeeds deeds() {
        return deeds.figures();
    }

    @Override
    public String id() {
        return entry.id();
    }

    @Override
    public String title() {
        return entry.title();
    }

    @Override
    public String description() {
        return entry.description();
    }

    @Override
    public Control control() {
        return canvas;
    }

    @Override
    public void palette(Palette p) {
        palette = p;
        board.all().forEach(pictures::request);
        canvas.redraw();
    }

    @Override
    public void arrange() {
        pictures.layout();
    }

    @Override
    public void refresh() {
        if (data.refresh()) {
            canvas.getDisplay().timerExec(AGED_MILLIS, this::redrawOld);
        } else if (!data.failure().isEmpty()) {
            data.open(scope.inForce());
        }
    }

    @Override
    public @Nullable PeriodChoice period() {
        DashboardView from = data.view();
        return from == null || from.periodLabel().isEmpty() ? null : from.choice();
    }

    @Override
    public String periodLabel() {
        DashboardView from = data.view();
        return from == null ? "" : from.periodLabel();
    }

    @Override
    public void period(PeriodChoice choice) {
        narrow(scope().during(choice), TEXTS.get("deed.days", choice.label().toLowerCase(Texts.locale())));
    }

    @Override
    public Optional<Exportable> exportable() {
        DashboardView from = data.view();
        if (from == null) {
            return Optional.empty();
        }
        Map<String, ViewState> looks =
                board.all().stream().collect(Collectors.toMap(PageTile::id, PageTile::chartView));
        ExportRequest request = new ExportRequest(
                "", false, palette.theme(), Math.max(LEAST_EXPORTED, canvas.getClientArea().width), 0, looks);
        return Optional.of(new Exportable(
                title(), Export.ofPages(), session, cancel -> from.exports().of(request, cancel)));
    }

    /** Draws pictures again whose answers do not come at once. */
    private void redrawOld() {
        if (!data.closed()) {
            stage.tiles().stream().filter(t -> isStale(t.id())).forEach(stage::redraw);
        }
    }

    /** Whether a tile shows an answer to something else while its own is on the way. */
    public boolean isStale(String id) {
        DashboardView from = data.view();
        return from != null && from.isStale(id);
    }

    /** Who hears from now on how long pictures take to lay out and to paint; null for nobody, which costs nothing. */
    public void measured(@Nullable TileMeter layout, @Nullable PaintMeter paint) {
        paints = paint;
        data.measured(layout);
        if (!data.closed()) {
            canvas.redraw();
        }
    }

    /** Who hears how long pictures take to paint, or null. */
    @Nullable
    PaintMeter paints() {
        return paints;
    }

    /** Gives a tile the keyboard and scrolls it into view, as Tab does. */
    public void reach(String id) {
        board.tile(id).ifPresent(focus::focus);
    }

    /** Begins a range in a tile that the keyboard moves, as R does. */
    void reachRange(PageTile tile) {
        focus.focus(tile);
        brush.start(tile, Map.of());
    }

    @Override
    public boolean settled() {
        if (!data.failure().isEmpty()) {
            return true;
        }
        DashboardView from = data.view();
        return from != null && pictures.settled(from);
    }

    @Override
    public void close() {
        player.stop();
        data.close();
        canvas.dispose();
    }
}
