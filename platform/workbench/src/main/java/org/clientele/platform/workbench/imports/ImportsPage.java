package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.clientele.platform.runtime.ImportView;
import org.clientele.platform.runtime.JobBoard;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.WatchedFolder;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.PageScroll;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** All imports: what came when, how much of it, and the way to take it back. UI thread only. */
public final class ImportsPage extends DrawnPane implements Page {
    private static final Texts TEXTS = Texts.of(ImportsPage.class);
    /** The page's id. */
    public static final String ID = "imports";

    private static final int BAR = 48;

    private final Session session;
    private final JobBoard board;
    private final Background background;
    private final PageHost host;
    private final Words words;
    private final List<CancelSignal.Registration> registrations;
    private final PageScroll scroll = new PageScroll();
    private List<ImportView> imports = List.of();
    private ImportList list = ImportList.NEWEST;
    private boolean loaded;
    private final WatchCard watch;
    private final ScheduleCard schedules;
    private final ImportRows rows;
    private long busy;
    private int jobs;

    /**
     * The watched folder as the page offers it.
     *
     * @param folder the one that is watched, or null
     * @param choose asks for one
     * @param stop gives it up
     * @param look opens a file of it in the wizard
     * @param mend shows the rejected rows of an import
     */
    public record Watch(
            Supplier<@Nullable WatchedFolder> folder,
            Runnable choose,
            Runnable stop,
            Consumer<Path> look,
            LongConsumer mend) {}

    /** The imports of a workspace. */
    public ImportsPage(
            Composite parent,
            Palette palette,
            Workspace workspace,
            Session session,
            Background background,
            PageHost host,
            Watch watch) {
        super(parent, palette, TEXTS.get("imports.title"));
        this.words = new Words(session.format());
        this.watch = new WatchCard(watch, words);
        this.schedules = new ScheduleCard(workspace, session, background, host, () -> {
            if (!control().isDisposed()) {
                redraw();
            }
        });
        this.rows = new ImportRows(
                words, new ImportRows.Actions(this::sort, this::details, this::confirmUndo, watch.mend()));
        this.session = session;
        this.board = workspace.jobs();
        this.background = background;
        this.host = host;
        this.registrations = List.of(
                workspace.onChange(() -> background.ui(this::reload)),
                workspace.jobs().onChange(() -> background.ui(this::jobsChanged)));
        control().addListener(SWT.MouseWheel, e -> {
            if (scroll.to(scroll.offset() - e.count * 24)) {
                redraw();
            }
        });
        control().addListener(SWT.KeyDown, this::type);
        reload();
    }

    /** An import that fails changes no data, but the list. */
    private void jobsChanged() {
        int now = board.views().size();
        if (now != jobs) {
            jobs = now;
            reload();
        }
    }

    private void reload() {
        if (!control().isDisposed()) {
            background.run(
                    session.imports()::all,
                    found -> {
                        imports = found;
                        loaded = true;
                        redraw();
                        host.changed(this);
                    },
                    e -> host.failed(TEXTS.get("imports.unlisted"), Background.sentence(e)));
        }
    }

    /** Printable keys search. */
    private void type(Event e) {
        if ((e.stateMask & (SWT.MOD1 | SWT.ALT)) != 0) {
            return;
        }
        if (e.keyCode == SWT.BS && !list.search().isEmpty()) {
            String s = list.search();
            search(s.substring(0, s.length() - 1));
        } else if (e.keyCode == SWT.DEL) {
            focusedImport().filter(v -> v.state() == ImportView.State.LOADED).ifPresent(this::confirmUndo);
        } else if (e.keyCode == SWT.ESC) {
            search("");
        } else if (e.character > ' ' || e.character == ' ' && !list.search().isEmpty() && e.doit) {
            search(list.search() + e.character);
        }
    }

    private Optional<ImportView> focusedImport() {
        String id = focused().orElse("");
        return imports.stream()
                .filter(v -> id.equals("import:" + v.id()) || id.equals("undo:" + v.id()))
                .findFirst();
    }

    private void search(String text) {
        list = list.search(text);
        scroll.to(0);
        redraw();
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        Sketch s = new Sketch(pen, places, palette());
        double margin = Pen.pageMargin(width);
        double w = width - 2 * margin;
        List<ImportView> shown = list.of(imports);
        double y = 4 - scroll.offset();
        watch.draw(s, margin, y, w);
        y += watch.height();
        schedules.draw(s, margin, y, w, control().getShell(), palette());
        y += schedules.height();
        bar(s, margin, y, w);
        y += BAR;
        if (imports.isEmpty()) {
            empty(s, margin, y, w, height);
        } else {
            scroll.sizes(
                    watch.height()
                            + schedules.height()
                            + BAR
                            + ImportRows.HEAD
                            + Math.max(1, shown.size()) * ImportRows.ROW
                            + 28,
                    height);
            rows.draw(s, list, shown, busy, margin, y, w);
        }
        scroll.draw(pen, width, palette());
    }

    private void bar(Sketch s, double x, double y, double w) {
        double right =
                s.buttonEnding("imports:new", TEXTS.get("imports.new"), Tone.PRIMARY, x + w, y, host::importFiles) - 16;
        double at = x;
        s.pen().fillRound(at, y + 1, 200, 30, 6, palette().theme().surface());
        s.pen().frameRound(at, y + 1, 200, 30, 6, palette().tipBorder());
        s.pen().icon(Icon.SEARCH, at + 9, y + 8, s.quiet());
        boolean none = list.search().isEmpty();
        s.line(
                at + 32,
                y + 20.5,
                none ? TEXTS.get("imports.search") : list.search(),
                13,
                Weight.REGULAR,
                134,
                none ? s.palette().faint() : s.ink());
        if (!none) {
            s.iconButton(
                    "imports:clear",
                    Icon.CLOSE,
                    TEXTS.get("imports.search.clear"),
                    at + 171,
                    y + 2,
                    true,
                    () -> search(""));
        }
        at += 216;
        for (ImportList.Kind kind : ImportList.Kind.values()) {
            double cw = s.pen().width(kind.label(), 12, Weight.MEDIUM) + 20;
            if (at + cw > right) {
                break;
            }
            at += s.chip("kind:" + kind, kind.label(), "", kind == list.kind(), at, y + 3, () -> {
                        list = list.kind(kind);
                        scroll.to(0);
                        redraw();
                    })
                    + 8;
        }
    }

    private void empty(Sketch s, double x, double y, double w, double height) {
        double h = Math.max(200, height - y - 24);
        double cx = x + w / 2;
        double top = y + h / 2 - 70;
        if (!loaded) {
            return;
        }
        s.pen().fillRound(cx - 28, top, 56, 56, 14, palette().selected());
        s.pen().icon(Icon.IMPORT, cx - 14, top + 14, 1.75, palette().theme().accent());
        s.pen().text(cx, top + 92, TEXTS.get("imports.empty"), 20, Weight.MEDIUM, s.ink(), Anchor.MIDDLE);
        String text = TEXTS.get("imports.empty.means");
        s.pen().text(cx, top + 118, text, 13, Weight.REGULAR, s.quiet(), Anchor.MIDDLE);
    }

    private void sort(ImportList.By by) {
        list = list.sorted(by);
        redraw();
    }

    private void details(ImportView v) {
        List<Sheet.Section> sections = new java.util.ArrayList<>();
        sections.add(new Sheet.Section(TEXTS.get("imports.detail.when"), rows.when(v)));
        sections.add(new Sheet.Section(TEXTS.get("imports.detail.to"), Words.table(v.entity())));
        sections.add(new Sheet.Section(
                TEXTS.get("imports.detail.recipe"),
                v.recipe().isEmpty() ? TEXTS.get("imports.detail.recipe.none") : v.recipe()));
        sections.add(new Sheet.Section(
                TEXTS.get("imports.detail.state"),
                v.reason().isEmpty()
                        ? ImportRows.told(v, busy)
                        : TEXTS.get("imports.detail.state.why", ImportRows.told(v, busy), v.reason())));
        sections.add(new Sheet.Section(
                TEXTS.get("imports.detail.rows"),
                TEXTS.get(
                        "imports.detail.sum",
                        words.counted(v.rowsRead()),
                        words.counted(v.rowsLoaded()),
                        words.counted(v.rowsRejected()))));
        Path rejects = v.rejectsFile();
        if (rejects != null) {
            sections.add(new Sheet.Section(TEXTS.get("imports.detail.rejected"), rejects.toString()));
        }
        Sheet.open(
                control().getShell(),
                palette(),
                new Sheet.Content(v.file(), sections, List.of(Sheet.Action.primary(TEXTS.get("close"), () -> {}))));
    }

    private void confirmUndo(ImportView v) {
        background.run(
                () -> session.imports().forecastUndo(v.id(), CancelSignal.create()),
                forecast -> {
                    if (!control().isDisposed()) {
                        Sheet.open(
                                control().getShell(),
                                palette(),
                                UndoWords.question(v.file(), forecast, words, () -> undo(v)));
                    }
                },
                e -> host.failed(TEXTS.get("work.undo.unknown"), Background.sentence(e)));
    }

    private void undo(ImportView v) {
        busy = v.id();
        redraw();
        session.background(
                        TEXTS.get("imports.undo.job", v.file()),
                        (progress, cancel) -> session.imports().undo(v.id(), cancel))
                .whenComplete((reply, failure) -> background.ui(() -> {
                    busy = 0;
                    if (reply != null) {
                        host.done(TEXTS.get("imports.undo.done", v.file()));
                    } else if (failure != null && !Background.cancelled(failure)) {
                        host.failed(TEXTS.get("work.not.undone"), Background.sentence(failure));
                    }
                    reload();
                }));
    }

    /** The imports that are listed now. */
    public List<ImportView> shown() {
        return list.of(imports);
    }

    @Override
    protected void reveal(Rectangle bounds) {
        if (scroll.reveal(bounds.y + scroll.offset() - 8.0, bounds.y + scroll.offset() + bounds.height + 8.0)) {
            redraw();
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return TEXTS.get("imports.title");
    }

    @Override
    public String description() {
        return TEXTS.get("imports.description");
    }

    @Override
    public void refresh() {
        reload();
    }

    @Override
    public boolean settled() {
        return loaded;
    }

    @Override
    public Optional<History> history() {
        return Optional.of(schedules.history());
    }

    @Override
    public void close() {
        registrations.forEach(CancelSignal.Registration::close);
        schedules.close();
        control().dispose();
    }
}
