package org.clientele.platform.workbench.performance;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.clientele.platform.runtime.performance.TileAdvice;
import org.clientele.platform.runtime.performance.TileCost;
import org.clientele.platform.runtime.performance.TileRecording;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Buttons;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.PageScroll;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.jspecify.annotations.Nullable;

/**
 * A panel below the page in front: what its tiles cost, the slowest first, with one line of advice; live, and recorded on
 * request. While it is closed nothing is measured. UI thread only.
 */
public final class PerformancePane extends DrawnPane {
    private static final Texts TEXTS = Texts.of(PerformancePane.class);
    /** Its height in pixels while it is open. */
    public static final int HEIGHT = 232;

    private static final int TOP = 48;
    private static final int HEAD = 26;
    private static final int ROW = 26;
    private static final int COLUMNS = 7;
    private static final int COLUMN = 66;
    private static final int TITLE = 190;
    /** Fewer milliseconds are shown with tenths. */
    private static final int PRECISE = 10;

    private final Background background;
    private final PageHost host;
    private final Runnable close;
    private final PageScroll scroll = new PageScroll();
    private @Nullable TileGauge gauge;
    private @Nullable TileRecording recording;
    private boolean records;
    private boolean open;

    /** A closed panel. */
    public PerformancePane(Composite parent, Palette palette, Background background, PageHost host, Runnable close) {
        super(parent, palette, TEXTS.get("pane"));
        this.background = background;
        this.host = host;
        this.close = close;
        control().setVisible(false);
        control().addListener(SWT.MouseWheel, e -> {
            if (scroll.to(scroll.offset() - e.count * 24)) {
                redraw();
            }
        });
    }

    /** Whether it is open. */
    public boolean open() {
        return open;
    }

    /** Opens it over a page, or closes it. */
    public void open(boolean yes, @Nullable Page front) {
        open = yes;
        control().setVisible(yes);
        watch(front);
    }

    /** Another page is in front. */
    public void watch(@Nullable Page front) {
        DashboardPage page = open && front instanceof DashboardPage dashboard ? dashboard : null;
        TileGauge old = gauge;
        if (old != null && old.page() == page) {
            return;
        }
        if (old != null) {
            old.takeOff();
        }
        stop();
        gauge = page == null ? null : new TileGauge(page, this::redraw);
        scroll.to(0);
        redraw();
    }

    /** What the tiles on show cost last, the slowest first. */
    public List<TileCost> costs() {
        TileGauge now = gauge;
        return now == null ? List.of() : now.costs();
    }

    private void start() {
        TileGauge now = gauge;
        if (now != null) {
            records = true;
            TileRecording begun = new TileRecording(now.page().id(), Clock.systemUTC());
            recording = begun;
            now.record(begun);
            redraw();
        }
    }

    private void stop() {
        records = false;
        TileGauge now = gauge;
        if (now != null) {
            now.record(null);
        }
        redraw();
    }

    private void save() {
        FileDialog dialog = new FileDialog(control().getShell(), SWT.SAVE);
        dialog.setText(TEXTS.get("save.title"));
        dialog.setFileName("performance.json");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            save(Path.of(file));
        }
    }

    /** How many costs were recorded last. */
    public int recorded() {
        TileRecording what = recording;
        return what == null ? 0 : what.size();
    }

    /** Writes what was recorded last to a file; nothing happens where nothing was. */
    public void save(Path file) {
        TileRecording what = recording;
        if (what != null) {
            background.run(
                    () -> {
                        what.save(file);
                        return file;
                    },
                    done -> host.done(TEXTS.get("save.done", done)),
                    e -> host.failed(TEXTS.get("save.failed"), Background.sentence(e)));
        }
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        int quiet = palette().theme().secondary();
        pen.fill(0, 0, width, height, palette().theme().surface());
        pen.rule(0, 0, width, palette().theme().border());
        TileGauge now = gauge;
        List<TileCost> costs = costs();
        scroll.sizes(TOP + HEAD + costs.size() * ROW + 8, height);
        double x = 20;
        double y = TOP + HEAD - scroll.offset();
        for (TileCost cost : costs) {
            if (now != null && y > TOP && y < height) {
                row(pen, new Figures(now.page().session().format()), cost, x, y, width);
            }
            y += ROW;
        }
        pen.fill(0, 1, width, TOP + HEAD - 1, palette().theme().surface());
        String title =
                now == null ? TEXTS.get("pane") : TEXTS.get("title", now.page().title());
        pen.text(x, 29, title, 15, Weight.MEDIUM, palette().theme().text());
        buttons(pen, places, width, now != null);
        if (now == null) {
            pen.text(x, TOP + 34, TEXTS.get("none"), 13, Weight.REGULAR, quiet);
            return;
        }
        pen.text(x, TOP + 16, TEXTS.get("column.tile"), 12, Weight.MEDIUM, quiet);
        String[] heads = {
            TEXTS.get("column.waited"),
            TEXTS.get("column.query"),
            TEXTS.get("column.layout"),
            TEXTS.get("column.paint"),
            TEXTS.get("column.rows"),
            TEXTS.get("column.size"),
            TEXTS.get("column.marks")
        };
        for (int i = 0; i < heads.length; i++) {
            String head = pen.shorten(heads[i], 12, Weight.MEDIUM, COLUMN - 6);
            pen.text(right(x, i), TOP + 16, head, 12, Weight.MEDIUM, quiet, Anchor.END);
        }
        pen.text(right(x, COLUMNS - 1) + 24, TOP + 16, TEXTS.get("column.advice"), 12, Weight.MEDIUM, quiet);
        pen.rule(x, TOP + HEAD - 2, width - 40.0, palette().theme().border());
        scroll.draw(pen, width, palette());
    }

    private static double right(double x, int column) {
        return x + TITLE + (column + 1) * (double) COLUMN;
    }

    private void row(Pen pen, Figures figures, TileCost c, double x, double y, int width) {
        int ink = palette().theme().text();
        int quiet = palette().theme().secondary();
        pen.text(x, y + 17, pen.shorten(c.title(), 13, Weight.REGULAR, TITLE - 8), 13, Weight.REGULAR, ink);
        String[] cells = {
            millis(figures, c.waited()),
            c.cached() ? TEXTS.get("cache") : millis(figures, c.query()),
            millis(figures, c.layout()),
            millis(figures, c.paint()),
            figures.count(c.rows()),
            size(figures, c.bytes()),
            figures.count(c.marks())
        };
        for (int i = 0; i < cells.length; i++) {
            pen.text(right(x, i), y + 17, cells[i], 13, Weight.REGULAR, i < 4 ? ink : quiet, Anchor.END);
        }
        double left = right(x, cells.length - 1) + 24;
        if (width - left > 80) {
            String advice = pen.shorten(TileAdvice.of(c), 12, Weight.REGULAR, width - left - 24);
            pen.text(left, y + 17, advice, 12, Weight.REGULAR, quiet);
        }
    }

    private static String millis(Figures figures, double ms) {
        return ms == 0 ? "–" : TEXTS.get("millis", ms < PRECISE ? figures.tenths(ms) : figures.count(Math.round(ms)));
    }

    private static String size(Figures figures, long bytes) {
        double kilo = bytes / 1024.0;
        return bytes == 0
                ? "–"
                : kilo < 1024
                        ? TEXTS.get("size.kb", figures.tenths(kilo))
                        : TEXTS.get("size.mb", figures.tenths(kilo / 1024));
    }

    private void buttons(Pen pen, Areas places, int width, boolean some) {
        double right = width - 44.0;
        places.addIcon("performance:close", right, 10, 28, 28, TEXTS.get("close"), close);
        if (places.hovered("performance:close")) {
            pen.fillRound(right, 10, 28, 28, 6, palette().pressed());
        }
        pen.icon(Icon.CLOSE, right + 6, 16, palette().theme().secondary());
        TileRecording what = recording;
        if (some) {
            right = button(pen, places, "performance:record", TEXTS.get(records ? "stop" : "record"), right - 8, () -> {
                if (records) {
                    stop();
                } else {
                    start();
                }
            });
        }
        if (what != null && !records && what.size() > 0) {
            right = button(pen, places, "performance:save", TEXTS.get("save"), right - 8, this::save);
        }
        if (what != null) {
            String text = records ? TEXTS.get("recording", what.size()) : TEXTS.get("recorded", what.size());
            pen.text(right - 12, 29, text, 12, Weight.REGULAR, palette().theme().secondary(), Anchor.END);
        }
    }

    private double button(Pen pen, Areas places, String id, String text, double right, Runnable action) {
        double w = Buttons.width(pen, text);
        Buttons.draw(pen, places, palette(), id, text, Tone.PLAIN, right - w, 8, w, action);
        return right - w;
    }
}
