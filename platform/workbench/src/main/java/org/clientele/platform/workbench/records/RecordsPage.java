package org.clientele.platform.workbench.records;

import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.RecordsFile;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.records.RecordColumn;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.records.RecordsState;
import org.clientele.platform.runtime.records.RecordsView;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Exportable;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** Records in a table, however many: sorted, filtered, copied, exported, and each the way to its customer. UI thread only. */
public final class RecordsPage implements Page {
    private static final Texts TEXTS = Texts.of(RecordsPage.class);

    private final Session session;
    private final Background background;
    private final PageHost host;
    private final RecordsRequest request;
    private final RecordsMemory memory;
    private final Runnable leave;
    private final Composite pane;
    private final RecordsBar bar;
    private Palette palette;
    private @Nullable RecordsGrid open;
    private String failure = "";
    private RowQuery filled;
    private long rows = -1;
    private boolean posted;
    private boolean closed;

    /**
     * A table of records; it reads in the background.
     *
     * @param leave closes the page
     */
    public RecordsPage(
            Composite parent,
            Palette palette,
            Session session,
            Background background,
            PageHost host,
            RecordsRequest request,
            RecordsMemory memory,
            Runnable leave) {
        this.palette = palette;
        this.session = session;
        this.background = background;
        this.host = host;
        this.request = request;
        this.memory = memory;
        this.leave = leave;
        this.filled = request.rows();
        pane = new Composite(parent, SWT.NONE);
        bar = new RecordsBar(
                pane, palette, new RecordsBar.Actions(this::chooseColumns, this::export, this::clear, this::makeSet));
        pane.addListener(SWT.Resize, e -> layout());
        pane.addListener(SWT.Paint, e -> frame(e.gc));
        palette(palette);
        bar.show("", false, false, true);
        background.run(
                () -> session.records().columns(request.rows().table(), CancelSignal.create()), this::begin, e -> {
                    failure = Background.sentence(e);
                    bar.show(failure, true, false, false);
                    host.changed(this);
                });
    }

    private void begin(List<RecordColumn> columns) {
        if (closed) {
            return;
        }
        String name = request.rows().table();
        List<String> remembered = memory.columns(name);
        List<String> first = remembered.isEmpty() ? request.rows().columns() : remembered;
        bar.customers(columns.stream().anyMatch(RecordsPage::isCustomer));
        RecordsModel model = new RecordsModel(
                columns, request.rows().columns(), request.rows().order());
        model.show(first);
        memory.widths(name).forEach(model::width);
        RecordsOpening opening =
                new RecordsOpening(session, request, model, pane, palette, () -> background.ui(this::changed));
        RecordsGrid grid = new RecordsGrid(request, memory, host, pane, model, opening, this::changed);
        open = grid;
        RecordsTable table = grid.table();
        table.compact(host.compact());
        RecordsKeys.install(table, new RecordsKeys.Deeds(grid::openAt, grid::edit, grid::sort, this::copy, leave));
        table.control().addListener(SWT.Paint, e -> {
            nothing(e.gc);
            background.ui(() -> {
                if (!closed && settled()) {
                    host.painted(this);
                }
            });
        });
        layout();
        changed();
    }

    private static boolean isCustomer(RecordColumn c) {
        return c.name().equals(TableSource.CUSTOMER) || c.name().equals(TableSource.CUSTOMER_ID);
    }

    /** The customers of the records that are listed, if they lead to any. */
    public Optional<SetRule> customers() {
        RecordsGrid o = open;
        return o == null || o.model().all().stream().noneMatch(RecordsPage::isCustomer)
                ? Optional.empty()
                : Optional.of(SetRule.of(filled));
    }

    private void makeSet() {
        customers().ifPresent(rule -> host.makeSet(request.title(), rule));
    }

    private void layout() {
        Rectangle r = pane.getClientArea();
        int margin = (int) Pen.pageMargin(r.width);
        bar.control().setBounds(0, 0, r.width, RecordsBar.HEIGHT);
        if (open != null) {
            int top = RecordsBar.HEIGHT;
            open.table()
                    .control()
                    .setBounds(
                            margin + 1,
                            top + 1,
                            Math.max(0, r.width - 2 * margin - 2),
                            Math.max(0, r.height - top - 18));
            pane.redraw();
        }
    }

    private void frame(GC gc) {
        if (open != null) {
            Rectangle r = open.table().control().getBounds();
            gc.setForeground(Palette.color(palette.theme().border()));
            gc.drawRectangle(r.x - 1, r.y - 1, r.width + 1, r.height + 1);
        }
    }

    private void changed() {
        if (!posted && !closed) {
            posted = true;
            background.ui(() -> {
                posted = false;
                if (!closed) {
                    update();
                }
            });
        }
    }

    private void update() {
        RecordsGrid o = open;
        if (o == null) {
            return;
        }
        RecordsState state = o.view().state();
        if (!state.query().equals(filled) || rows != state.count()) {
            boolean again = !state.query().filters().equals(filled.filters())
                    || !state.query().order().equals(filled.order());
            filled = state.query();
            rows = state.count();
            o.table().fill();
            if (again) {
                o.table().top();
            }
        } else {
            o.table().repaint();
        }
        say(o, state);
        host.changed(this);
    }

    private void say(RecordsGrid o, RecordsState state) {
        String fault = o.model().fault();
        String wrong = fault.isEmpty() ? state.failure() : fault;
        String counts = RecordText.counts(request.rows().filters());
        String said = !wrong.isEmpty()
                ? wrong.lines().findFirst().orElse("")
                : state.moved() ? TEXTS.get("page.moved", counts) : counts;
        bar.show(said, !wrong.isEmpty(), o.model().filtered(), state.loading());
    }

    /** What is said in the middle of a table without rows. */
    private void nothing(GC gc) {
        RecordsGrid o = open;
        if (o == null || o.view().state().count() != 0) {
            return;
        }
        Rectangle r = o.table().control().getClientArea();
        String text = TEXTS.get(o.model().filtered() ? "page.none.pass" : "page.none");
        gc.setForeground(Palette.color(palette.theme().secondary()));
        gc.setFont(SwtResources.of(pane.getDisplay()).nativeFont(14, Weight.REGULAR));
        int w = gc.textExtent(text).x;
        gc.drawText(text, (r.width - w) / 2, 120, true);
    }

    private void chooseColumns() {
        RecordsGrid o = open;
        if (o != null) {
            o.chooseColumns(bar.control(), bar.place("columns").orElse(new Rectangle(0, 0, 0, RecordsBar.HEIGHT)));
        }
    }

    private void clear() {
        if (open != null) {
            open.clear();
        }
    }

    private void export() {
        exportable().ifPresent(host::export);
    }

    @Override
    public Optional<Exportable> exportable() {
        RecordsGrid o = open;
        if (o == null || o.state().count() < 0) {
            return Optional.empty();
        }
        RecordsView.Reader rows = o.view().reader();
        List<String> columns = List.copyOf(o.model().names());
        return Optional.of(new Exportable(
                TEXTS.get("page.export", request.title()),
                Export.ofRecords(),
                session,
                cancel -> RecordsFile.of(session, request, rows, columns, cancel)));
    }

    private void copy() {
        RecordsGrid o = open;
        if (o != null) {
            RecordsCopy.copy(o.table(), o.model(), o.view(), background, host, session);
        }
    }

    /** For which records it is. */
    public RecordsRequest request() {
        return request;
    }

    /** The table, once it is there. */
    Optional<RecordsTable> table() {
        return Optional.ofNullable(open).map(RecordsGrid::table);
    }

    /** How the list stands, once it is there. */
    public Optional<RecordsState> state() {
        return Optional.ofNullable(open).map(RecordsGrid::state);
    }

    /** What the bar says. */
    public String said() {
        return bar.text();
    }

    /** Where a head, a filter field or a line of a column is, in {@link #grid}: line -2, -1, or 0 and more from the top. */
    public Rectangle place(String column, int line) {
        RecordsGrid o = java.util.Objects.requireNonNull(open);
        int index = o.model().names().indexOf(column);
        return line == -2
                ? o.table().head(index)
                : line == -1 ? o.table().field(index) : o.table().line(index, line);
    }

    /** The control that the table is drawn on. */
    public Control grid() {
        return java.util.Objects.requireNonNull(open).table().control();
    }

    /** The number of the first record in view, from 0. */
    public long firstInView() {
        return open == null ? -1 : open.table().first();
    }

    /** What stands in a cell, or null while it is being read. */
    public @Nullable String text(String column, long row) {
        RecordsGrid o = java.util.Objects.requireNonNull(open);
        return new TableSource(session.format(), o.model(), o.view())
                .text(o.model().names().indexOf(column), row);
    }

    @Override
    public String id() {
        return "records:" + Integer.toHexString(request.hashCode());
    }

    @Override
    public String title() {
        return TEXTS.get("page.title", request.title());
    }

    @Override
    public String heading() {
        return request.narrowed().isEmpty()
                ? request.title()
                : TEXTS.get("page.heading", request.title(), request.narrowed());
    }

    @Override
    public String description() {
        RecordsGrid o = open;
        return o == null ? failure : RecordText.about(session.format(), o.view().state(), request);
    }

    @Override
    public String periodLabel() {
        return RecordText.days(session.format(), request.rows().period());
    }

    @Override
    public Control control() {
        return pane;
    }

    @Override
    public void palette(Palette p) {
        palette = p;
        pane.setBackground(Palette.color(p.theme().canvas()));
        bar.palette(p);
        if (open != null) {
            open.table().palette(p);
        }
    }

    @Override
    public void arrange() {
        if (open != null) {
            open.table().compact(host.compact());
        }
    }

    @Override
    public void refresh() {
        if (open != null) {
            open.view().refresh();
        }
    }

    @Override
    public Optional<History> history() {
        return Optional.ofNullable(open).map(RecordsGrid::history);
    }

    @Override
    public boolean settled() {
        RecordsGrid o = open;
        if (o == null) {
            return !failure.isEmpty();
        }
        return o.settled(rows);
    }

    @Override
    public void close() {
        closed = true;
        if (open != null) {
            open.view().close();
        }
        pane.dispose();
    }
}
