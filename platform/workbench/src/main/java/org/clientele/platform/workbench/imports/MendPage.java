package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.platform.runtime.MendReply;
import org.clientele.platform.runtime.MendedRow;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The rejected rows of an import, to be corrected cell by cell and loaded. UI thread only. */
public final class MendPage extends DrawnPane implements Page {
    private static final Texts TEXTS = Texts.of(MendPage.class);
    private static final int BAR = 48;
    private static final int HEAD = 40;
    private static final int NARROW = 110;
    private static final int ROWS_A_PAGE = 15;

    private final Session session;
    private final Background background;
    private final PageHost host;
    private final Words words;
    private final long batch;
    private final Consumer<Path> open;
    private final PreviewTable table = new PreviewTable();
    private @Nullable MendModel model;
    private @Nullable Text editor;
    private boolean loading;

    /**
     * The rejected rows of an import.
     *
     * @param open shows their file in a program of the system
     */
    public MendPage(
            Composite parent,
            Palette palette,
            Session session,
            Background background,
            PageHost host,
            long batch,
            Consumer<Path> open) {
        super(parent, palette, TEXTS.get("mend.title"));
        this.session = session;
        this.background = background;
        this.host = host;
        this.words = new Words(session.format());
        this.batch = batch;
        this.open = open;
        table.behind(this::cell);
        control().addListener(SWT.MouseWheel, e -> wheel(e.count, (e.stateMask & SWT.SHIFT) != 0));
        control().addListener(SWT.MouseHorizontalWheel, e -> wheel(e.count, true));
        control().addListener(SWT.KeyDown, this::key);
        refresh();
    }

    /** The id of the page of an import. */
    public static String id(long batch) {
        return "mend:" + batch;
    }

    @Override
    public void refresh() {
        background.run(
                () -> session.rejects().of(batch),
                found -> {
                    if (!control().isDisposed()) {
                        model = new MendModel(found);
                        redraw();
                        host.changed(this);
                    }
                },
                e -> host.failed(TEXTS.get("mend.unread"), Background.sentence(e)));
    }

    /** Page keys go by rows, with Shift by columns. */
    private void key(Event e) {
        boolean shift = (e.stateMask & SWT.SHIFT) != 0;
        boolean other = (e.stateMask & (SWT.MOD1 | SWT.ALT)) != 0;
        if (!other && (e.keyCode == SWT.PAGE_DOWN || e.keyCode == SWT.PAGE_UP)) {
            int by = shift ? 1 : ROWS_A_PAGE;
            wheel(e.keyCode == SWT.PAGE_UP ? by : -by, shift);
        }
    }

    private void wheel(int lines, boolean sideways) {
        close(editor);
        if (table.wheel(lines, sideways)) {
            redraw();
        }
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        Sketch s = new Sketch(pen, places, palette());
        double margin = Pen.pageMargin(width);
        double w = width - 2 * margin;
        MendModel m = model;
        if (m == null) {
            return;
        }
        if (m.rejected().rows().isEmpty()) {
            nothingLeft(s, margin, 4, w, height - 28.0);
            return;
        }
        bar(s, m, margin, 4, w);
        table.draw(s, margin, 4 + BAR, w, height - BAR - 24.0, m.headers(), m.rows(), HEAD, NARROW, table::name);
    }

    private void bar(Sketch s, MendModel m, double x, double y, double w) {
        int ready = m.ready().size();
        double right = x + w;
        if (loading) {
            String loadingNow = TEXTS.get("mend.loading");
            s.pen().text(right, y + 21, loadingNow, 13, Weight.MEDIUM, s.quiet(), Anchor.END);
            right -= Math.max(90, s.pen().width(loadingNow, 13, Weight.MEDIUM) + 24);
        } else if (ready > 0) {
            String label = TEXTS.get("mend.load", words.counted(ready));
            right = s.buttonEnding("mend:load", label, Tone.PRIMARY, right, y, () -> load(m.ready())) - 10;
        }
        Path file = m.rejected().file();
        if (file != null) {
            right = s.buttonEnding("mend:file", TEXTS.get("mend.file"), Tone.PLAIN, right, y, () -> open.accept(file))
                    - 10;
        }
        StatusMark.WARNING.draw(s.pen(), palette(), x + 7, y + 16);
        Texts.Count rows = words.counted(m.rejected().rows().size());
        String told = m.rejected().headers().isEmpty() ? TEXTS.get("mend.lines", rows) : TEXTS.get("mend.cells", rows);
        s.body(x + 24, y + 21, told, right - x - 40);
    }

    private void nothingLeft(Sketch s, double x, double y, double w, double h) {
        s.card(x, y, w, h);
        double cx = x + w / 2;
        double top = y + h / 2 - 60;
        s.pen().fillRound(cx - 28, top, 56, 56, 14, palette().selected());
        s.pen().icon(Icon.CHECK, cx - 14, top + 14, 1.75, palette().theme().accent());
        s.pen().text(cx, top + 92, TEXTS.get("mend.none"), 20, Weight.MEDIUM, s.ink(), Anchor.MIDDLE);
    }

    private void cell(Sketch s, int row, int column, double x, double y, double w, double h) {
        MendModel m = model;
        if (m == null || column == 0) {
            return;
        }
        boolean bad = m.bad(row, column);
        boolean ready = column == 1 && m.fits(row);
        String id = "cell:" + row + ":" + column;
        if (bad) {
            int ink = palette().theme().bad();
            s.pen().fill(x + 1, y, w - 1, h, Palette.alpha(ink, 0x1C));
            s.pen().frameRound(x + 2, y + 1, w - 3, h - 2, 3, ink);
        } else if (ready) {
            s.pen().fill(x + 1, y, w - 1, h, Palette.alpha(palette().theme().good(), 0x1C));
        } else if (s.places().hovered(id)) {
            s.pen().fill(x + 1, y, w - 1, h, palette().hover());
        }
        Rectangle place = Sketch.bounds(x, y, w, h);
        boolean editable = m.editable(column);
        String said = editable ? m.value(row, column) : m.sentence(row);
        String header = m.headers().get(column);
        String spoken = bad ? TEXTS.get("mend.cell.wrong", header, said) : TEXTS.get("mend.cell", header, said);
        s.places()
                .add(new Area(
                        id,
                        place,
                        spoken,
                        bad || column == 1 ? m.sentence(row) : "",
                        () -> {
                            if (editable) {
                                edit(m, row, column, place);
                            } else {
                                goTo(m, row);
                            }
                        },
                        null,
                        editable || m.fault(row) >= 0));
    }

    /** Brings the cell at fault into view, and the keyboard to it. */
    private void goTo(MendModel m, int row) {
        int column = m.fault(row);
        if (column >= 0) {
            table.reveal(column);
            focus("cell:" + row + ":" + column);
        }
    }

    private void edit(MendModel m, int row, int column, Rectangle place) {
        close(editor);
        Text text = new Text(control(), SWT.BORDER | SWT.SINGLE);
        editor = text;
        text.setFont(SwtResources.of(control().getDisplay()).nativeFont(13, Weight.REGULAR));
        text.setText(m.value(row, column));
        text.selectAll();
        int high = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        text.setBounds(place.x, place.y + (place.height - high) / 2, Math.max(120, place.width), high);
        text.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false;
                close(text);
                control().setFocus();
            } else if (e.detail == SWT.TRAVERSE_RETURN) {
                e.doit = false;
                take(m, row, column, text);
                control().setFocus();
            }
        });
        text.addListener(SWT.FocusOut, e -> take(m, row, column, text));
        text.setFocus();
    }

    private void take(MendModel m, int row, int column, Text text) {
        if (text.isDisposed() || text != editor) {
            return;
        }
        String value = text.getText();
        close(text);
        if (!value.equals(m.value(row, column))) {
            List<String> cells = m.put(row, column, value);
            background.run(
                    () -> session.rejects().judge(batch, cells),
                    faults -> {
                        m.judged(row, cells, faults);
                        redraw();
                    },
                    e -> host.failed(TEXTS.get("mend.unchecked"), Background.sentence(e)));
        }
        redraw();
    }

    private void close(@Nullable Text text) {
        if (text != null && !text.isDisposed()) {
            editor = null;
            // An editor that is told that the focus left must find itself given up already.
            control().getDisplay().asyncExec(text::dispose);
            text.setVisible(false);
        }
    }

    private void load(List<MendedRow> rows) {
        MendModel m = model;
        if (m == null || loading) {
            return;
        }
        loading = true;
        redraw();
        session.background(
                        TEXTS.get("mend.job"),
                        (progress, cancel) ->
                                session.rejects().mend(batch, m.rejected().version(), rows, progress, cancel))
                .whenComplete((reply, failure) -> background.ui(() -> {
                    loading = false;
                    if (reply != null) {
                        host.done(told(reply));
                    } else if (failure != null && !Background.cancelled(failure)) {
                        host.failed(TEXTS.get("mend.not.loaded"), Background.sentence(failure));
                    }
                    if (!control().isDisposed()) {
                        refresh();
                    }
                }));
    }

    private String told(MendReply reply) {
        Texts.Count loaded = words.counted(reply.rowsLoaded());
        Texts.Count left = words.counted(reply.left());
        return reply.rowsRejected() == 0
                ? TEXTS.get("mend.loaded", loaded, left)
                : TEXTS.get("mend.loaded.some", loaded, left, words.counted(reply.rowsRejected()));
    }

    /** The rows as they are corrected now, or null while they are being read. */
    @Nullable
    MendModel model() {
        return model;
    }

    @Override
    public String id() {
        return id(batch);
    }

    @Override
    public String title() {
        return TEXTS.get("mend.title");
    }

    @Override
    public String description() {
        MendModel m = model;
        return m == null ? "" : m.rejected().source();
    }

    @Override
    public boolean settled() {
        return model != null;
    }

    @Override
    public void close() {
        control().dispose();
    }
}
