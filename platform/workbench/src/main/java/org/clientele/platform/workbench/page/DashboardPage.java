package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.TileMeter;
import org.clientele.platform.workbench.breakdown.TileDeeds;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.PartsAccessibility;
import org.clientele.platform.workbench.scope.History;
import org.clientele.platform.workbench.scope.Narrowable;
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

    private final DashboardEntry entry;
    private final Session session;
    private final PageHost host;
    private final Canvas canvas;
    private final TileBoard board = new TileBoard();
    private final PageFocus focus;
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

    /** Opens a dashboard; its tiles start to run in the background. */
    public DashboardPage(
            Composite parent,
            Palette palette,
            DashboardEntry entry,
            Scope first,
            Session session,
            PageOpening opening,
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
        deeds = new CardDeeds(this, canvas, session, background, host);
        pictures = new PagePictures(this, canvas, background, handover, host);
        focus = new PageFocus(this, canvas);
        data = new PageData(this, opening, background, handover, host, new PageArrival(this, focus));
        filling = new PageFilling(this, focus, history);
        stage = new PageStage(this, canvas, board, focus);
        PagePainter painter = new PagePainter(this, canvas, focus);
        canvas.addPaintListener(e -> painter.paint(e.gc));
        brush = new PageBrush(this, canvas, background, handover, host);
        area = new PageArea(this, canvas);
        sight = new PageSight(board, focus, brush, area);
        player = new Player(this, canvas, host::calm);
        new PagePointer(this, canvas, focus, player);
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
        return session.names();
    }

    @Override
    public List<Suggestion> suggestions() {
        return data.suggestions();
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
        return data.days();
    }

    /** The days that a choice comes to, for people, or "" while they are not known. */
    public String daysOf(PeriodChoice choice) {
        return data.daysOf(choice);
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
        return data.narrowable() ? scope() : null;
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
            stage.markOldSoon();
        } else if (!data.failure().isEmpty()) {
            data.open(scope.inForce());
        }
    }

    @Override
    public @Nullable PeriodChoice period() {
        return data.choice();
    }

    @Override
    public String periodLabel() {
        return data.daysInForce();
    }

    @Override
    public void period(PeriodChoice choice) {
        narrow(scope().during(choice), TEXTS.get("deed.days", choice.label().toLowerCase(Texts.locale())));
    }

    @Override
    public Optional<Exportable> exportable() {
        return PageExport.of(this, canvas);
    }

    /** Whether a tile shows an answer to something else while its own is on the way. */
    public boolean isStale(String id) {
        return data.isStale(id);
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
