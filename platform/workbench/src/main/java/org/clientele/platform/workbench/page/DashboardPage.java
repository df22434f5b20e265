package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.ExportRequest;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Picked;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.TileState;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.PartsAccessibility;
import org.clientele.platform.workbench.scope.History;
import org.clientele.platform.workbench.scope.Narrowable;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard: one canvas that paints the pictures of its tiles. Laying tiles out and running them happens elsewhere; the
 * canvas paints what it has, and a tile's new picture replaces the old one when it is there. UI thread only.
 */
public final class DashboardPage implements Page, Narrowable {
    /** A picture of a narrow window would be a long strip. */
    private static final int LEAST_EXPORTED = 960;

    private final DashboardEntry entry;
    private final Session session;
    private final Opening opening;
    private final Background background;
    private final PageHost host;
    private final Canvas canvas;
    private final TileBoard board = new TileBoard();
    private final PageFocus focus;
    private final PagePointer pointer;
    private final Player player;
    private Palette palette;
    private @Nullable DashboardView view;
    private final History history = new History();
    private Scope wanted;
    private Map<String, ViewState> restored = Map.of();
    private String failure = "";
    private boolean closed;
    private int laidOutWidth;
    private boolean layoutPosted;

    /** A tooltip on show. */
    public record Tip(String sentence, Rectangle bounds) {}

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
            Scope scope,
            Session session,
            Opening opening,
            Background background,
            PageHost host) {
        this.opening = opening;
        this.palette = palette;
        this.entry = entry;
        this.wanted = scope;
        this.session = session;
        this.background = background;
        this.host = host;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);

        canvas.addListener(SWT.Resize, e -> resized());
        focus = new PageFocus(this, canvas);
        PagePainter painter = new PagePainter(this, canvas, focus);
        canvas.addPaintListener(e -> painter.paint(e.gc));
        player = new Player(this, canvas, host::calm);
        pointer = new PagePointer(this, canvas, focus, player);
        new PageKeys(this, canvas, focus, player);
        PartsAccessibility.install(canvas, ACC.ROLE_GRAPHIC, new PageParts(this, focus));
        open();
    }

    private void open() {
        background.run(
                () -> {
                    DashboardView opened = opening.open(wanted, tile -> background.ui(() -> tileChanged(tile)));
                    // The first layout loads the font's metrics; the window must not wait for that.
                    opened.layout(1200);
                    return opened;
                },
                this::attach,
                error -> {
                    failure = Background.sentence(error);
                    canvas.redraw();
                    host.changed(this);
                    host.painted(this);
                });
    }

    private void attach(DashboardView opened) {
        if (closed) {
            opened.close();
            return;
        }
        view = opened;
        board.fill(opened.spec().tiles());
        restored.forEach((id, look) -> board.tile(id).ifPresent(tile -> tile.view(look)));
        if (!opened.scope().equals(wanted)) {
            show(wanted);
        }
        laidOutWidth = 0;
        layout();
        host.changed(this);
    }

    private void tileChanged(String id) {
        if (view != null && !closed) {
            board.tile(id).ifPresent(this::request);
            host.changed(this);
            tellWhenSettled();
        }
    }

    /** Asks for a new picture of a tile; later, if it is far from what is seen. */
    void request(PageTile tile) {
        DashboardView from = view;
        tile.stale(true);
        if (from != null && tile.bounds().width > 0 && !closed && board.near(tile, canvas.getClientArea().height)) {
            tile.request(
                    from,
                    palette.theme(),
                    background,
                    () -> {
                        if (!closed) {
                            redraw(tile);
                            // A tile out of sight is never painted, so its picture may be the last thing awaited.
                            tellWhenSettled();
                        }
                    },
                    () -> request(tile));
        }
    }

    /** Asks for the pictures that are still wanted of tiles that came near what is seen. */
    void requestNear() {
        board.shown().stream().filter(PageTile::stale).forEach(this::request);
    }

    /** Sizes arrive in bursts while an edge is dragged; one layout at the end of each burst is enough. */
    private void resized() {
        if (!layoutPosted) {
            layoutPosted = true;
            background.ui(() -> {
                layoutPosted = false;
                if (!closed) {
                    layout();
                }
            });
        }
    }

    private void layout() {
        Rectangle area = canvas.getClientArea();
        DashboardView from = view;
        if (from == null || area.width < 100) {
            return;
        }
        List<PageTile> stale = board.place(from, area, host.compact());
        laidOutWidth = area.width;
        stale.forEach(this::request);
        canvas.redraw();
    }

    /** Tells the window once everything on show was painted. */
    void tellWhenSettled() {
        background.ui(() -> {
            if (!closed && settled()) {
                host.painted(this);
            }
        });
    }

    /** Why the dashboard did not open, or "". */
    String failure() {
        return failure;
    }

    /** Whether its data is on the way or there, rather than nothing yet. */
    boolean attached() {
        return view != null;
    }

    /** Whether some of a tile is in view. */
    boolean sees(PageTile tile) {
        Rectangle seen = canvas.getClientArea();
        seen.y = board.scroll().offset();
        return tiles().contains(tile) && tile.bounds().intersects(seen);
    }

    /** Draws a tile again soon. */
    void redraw(PageTile tile) {
        Rectangle b = tile.bounds();
        canvas.redraw(b.x - 4, b.y - board.scroll().offset() - 4, b.width + 8, b.height + 8, false);
    }

    /** The tiles on show: all, or the one that fills the page. */
    List<PageTile> tiles() {
        return board.shown();
    }

    /**
     * Lets a tile fill the page, or, for null, shows all of them again.
     *
     * @return whether that changed anything
     */
    boolean enlarge(@Nullable PageTile tile) {
        PageTile before = board.alone();
        if (tile == before) {
            return false;
        }
        player.stop();
        board.alone(tile);
        focus.unfocus();
        layout();
        if (tile == null) {
            board.scrollBack();
        }
        PageTile next = tile == null ? before : tile;
        if (next != null) {
            focus.focus(next);
        }
        return true;
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

    /** Picks a mark of a tile: the other tiles answer for it alone. */
    void pick(PageTile tile, Map<String, String> mark, boolean add) {
        List<Filter> before = wanted.selection(tile.id());
        List<Filter> now = Picked.click(before, mark, add);
        narrow(wanted.picked(tile.id(), now), now.isEmpty() ? "pick nothing" : "pick " + FilterText.of(now));
    }

    /** Whether marks can be picked: their members are dimensions of the shared model. */
    boolean pickable(PageTile tile) {
        DashboardView from = view;
        return from != null && !from.isGallery() && tile.spec().question() instanceof MetricQuery;
    }

    @Override
    public Scope scope() {
        return wanted;
    }

    @Override
    public void narrow(Scope to, String deed) {
        Scope before = wanted;
        if (!to.equals(before)) {
            history.did(deed, "", () -> show(before), () -> show(to));
            show(to);
        }
    }

    private void show(Scope scope) {
        wanted = scope;
        DashboardView from = view;
        if (from != null) {
            behind("Filter", () -> from.show(scope));
        }
        host.changed(this);
        host.narrowed(this);
    }

    /** The dashboard as it is looked at now. */
    public Bookmark bookmark(String title) {
        Map<String, ViewState> views = new TreeMap<>();
        board.all().forEach(tile -> {
            if (!tile.view().values().isEmpty()) {
                views.put(tile.id(), tile.view());
            }
        });
        return new Bookmark(title, entry.id(), wanted, views);
    }

    /** Looks at it as a bookmark says; the way back is kept. */
    public void restore(Bookmark bookmark) {
        Bookmark before = bookmark("");
        history.did("open the bookmark " + bookmark.title(), "", () -> put(before), () -> put(bookmark));
        put(bookmark);
    }

    private void put(Bookmark bookmark) {
        restored = bookmark.views();
        board.all().forEach(tile -> {
            tile.view(bookmark.views().getOrDefault(tile.id(), ViewState.initial()));
            request(tile);
        });
        show(bookmark.scope());
    }

    @Override
    public Period days() {
        DashboardView from = view;
        return from == null ? Period.all() : from.period();
    }

    /** The days that a choice comes to, for people, or "" while they are not known. */
    public String daysOf(PeriodChoice choice) {
        DashboardView from = view;
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
        DashboardView from = view;
        return from == null || from.isGallery() ? null : wanted;
    }

    @Override
    public Optional<History> history() {
        return Optional.of(history);
    }

    /** Does what a gesture of a tile says. */
    void act(PageTile tile, Gesture gesture) {
        if (gesture.parameter().equals("action")) {
            DashboardView from = view;
            if (from != null && from.state(tile.id()) == TileState.FAILED) {
                refresh();
            } else {
                host.importFiles();
            }
            return;
        }
        change(tile, tile.view().with(gesture.parameter(), gesture.value()));
    }

    /**
     * Writes values of the way in which a person looks at a tile.
     *
     * @return whether there were any
     */
    boolean write(PageTile tile, Map<String, String> values) {
        if (!values.isEmpty()) {
            Map<String, String> all = new TreeMap<>(tile.view().values());
            all.putAll(values);
            change(tile, new ViewState(all));
        }
        return !values.isEmpty();
    }

    /** Looks at a tile in another way. */
    void change(PageTile tile, ViewState state) {
        ViewState before = tile.view();
        boolean table = tile.asTable();
        history.did(
                "look at " + tile.spec().title() + " in another way",
                tile.id(),
                () -> look(tile, table, before),
                () -> look(tile, table, state));
        tile.view(state);
        request(tile);
    }

    private void look(PageTile tile, boolean table, ViewState state) {
        tile.asTable(table);
        tile.view(state);
        request(tile);
    }

    /** Shows a tile's data as a table, or its chart again. */
    void asTable(PageTile tile, boolean yes) {
        player.stop();
        history.did("show as " + (yes ? "table" : "chart"), "", () -> showAs(tile, !yes), () -> showAs(tile, yes));
        showAs(tile, yes);
    }

    private void showAs(PageTile tile, boolean table) {
        tile.asTable(table);
        focus.noTip();
        request(tile);
    }

    /** Opens the menu of a tile, for one of its marks if there is one. */
    void openMenu(PageTile tile, int x, int y, @Nullable Datum mark) {
        DashboardView from = view;
        if (from != null) {
            new CardMenu(canvas, session, from, tile, palette, background, host, this).open(x, y, mark);
        }
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
        board.all().forEach(this::request);
        canvas.redraw();
    }

    @Override
    public void arrange() {
        layout();
    }

    @Override
    public void refresh() {
        DashboardView from = view;
        if (from != null) {
            behind("Refresh", from::refresh);
        } else if (!failure.isEmpty()) {
            failure = "";
            open();
        }
    }

    @Override
    public @Nullable PeriodChoice period() {
        DashboardView from = view;
        return from == null || from.periodLabel().isEmpty() ? null : from.choice();
    }

    @Override
    public String periodLabel() {
        DashboardView from = view;
        return from == null ? "" : from.periodLabel();
    }

    @Override
    public void period(PeriodChoice choice) {
        narrow(wanted.during(choice), "choose " + choice.label().toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<Exportable> exportable() {
        DashboardView from = view;
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

    private void behind(String title, Runnable deed) {
        background.run(
                () -> {
                    deed.run();
                    return true;
                },
                done -> host.changed(this),
                e -> host.failed(title, Background.sentence(e)));
    }

    /** Where a tile is on the display's canvas now, for tests and for the keyboard. */
    public Optional<Rectangle> tileBounds(String id) {
        return board.inView(id);
    }

    /** Gives a tile the keyboard and scrolls it into view, as Tab does. */
    public void reach(String id) {
        board.tile(id).ifPresent(focus::focus);
    }

    /** What a tile says in words, or "" where there is no such tile. */
    public String describes(String id) {
        return board.tile(id).map(PageTile::sentence).orElse("");
    }

    /** How a person looks at a tile now. */
    public Optional<ViewState> looks(String id) {
        return board.tile(id).map(PageTile::view);
    }

    /** The tooltip on show: what it says and where it is; empty without one. */
    public Optional<Tip> tip() {
        return focus.shownTip();
    }

    @Override
    public boolean settled() {
        if (!failure.isEmpty()) {
            return true;
        }
        DashboardView from = view;
        return from != null
                && laidOutWidth == canvas.getClientArea().width
                && tiles().stream().allMatch(t -> sees(t) ? t.settled(from) : from.state(t.id()) != TileState.LOADING);
    }

    @Override
    public void close() {
        closed = true;
        player.stop();
        DashboardView from = view;
        if (from != null) {
            from.close();
        }
        canvas.dispose();
    }
}
