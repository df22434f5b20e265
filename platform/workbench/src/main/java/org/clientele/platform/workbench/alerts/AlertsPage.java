package org.clientele.platform.workbench.alerts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.AlertView;
import org.clientele.platform.runtime.alerts.Crossing;
import org.clientele.platform.workbench.page.Buttons;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.MetricNames;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.PageScroll;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/**
 * The alerts of a workspace, and below them what they found. Insert asks for a new one, Enter changes the chosen one, Delete
 * removes it; each edit can be taken back. UI thread only.
 */
public final class AlertsPage extends DrawnPane implements Page {
    /** The page's id. */
    public static final String ID = "alerts";

    private static final Texts TEXTS = Texts.of(AlertsPage.class);
    private static final int TOP = 60;
    private static final int ROW = 56;
    private static final int BETWEEN = 64;

    private final AlertDesk desk;
    private final PageHost host;
    private final Figures figures;
    private final PageScroll scroll = new PageScroll();

    /** The alerts of the open workspace. */
    public AlertsPage(Composite parent, Palette palette, AlertDesk desk, PageHost host) {
        super(parent, palette, TEXTS.get("page.title"));
        this.desk = desk;
        this.host = host;
        this.figures = new Figures(desk.session().format());
        control().addListener(SWT.MouseWheel, e -> {
            if (scroll.to(scroll.offset() - e.count * 24)) {
                redraw();
            }
        });
        control().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.INSERT) {
                add();
            } else if (e.keyCode == SWT.DEL) {
                chosen(desk::remove);
            }
        });
    }

    private void chosen(Consumer<Alert> then) {
        String id = focused().orElse("");
        desk.alerts().stream()
                .map(AlertView::alert)
                .filter(a -> id.equals("alert:" + a.id()))
                .findFirst()
                .ifPresent(then);
    }

    /** Asks for a new alert. */
    public void add() {
        ask(Alert.of("clientele.core/revenue", Alert.Condition.BELOW, 0, Grain.MONTH), true);
    }

    /** Asks for an alert that is filled in as far as is known. */
    public void ask(Alert alert, boolean fresh) {
        MetricNames metrics = new MetricNames(desk.session().metrics().stream()
                .map(id -> desk.session().metric(id.toString()))
                .toList());
        AlertForm.open(control().getShell(), palette(), alert, fresh, metrics, figures, desk::save);
    }

    /** Alerts or their history changed. */
    public void changed() {
        if (!control().isDisposed()) {
            redraw();
            host.changed(this);
        }
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        double margin = Pen.pageMargin(width);
        double w = width - 2 * margin;
        List<AlertView> alerts = desk.alerts();
        List<Crossing> history = desk.history();
        int first = Math.max(1, alerts.size());
        int second = Math.max(1, history.size());
        scroll.sizes(TOP + (first + second) * ROW + BETWEEN + 24, height);
        double y = TOP - scroll.offset();
        int quiet = palette().theme().secondary();
        String add = TEXTS.get("page.new");
        double button = Buttons.width(pen, add);
        Buttons.draw(pen, places, palette(), "new", add, Tone.PRIMARY, margin + w - button, y - 48, button, this::add);
        String count = desk.loaded() ? TEXTS.get("page.count", alerts.size()) : "";
        pen.text(margin, y - 27, count, 13, Weight.REGULAR, quiet);
        card(pen, margin, y, w, first * (double) ROW);
        for (AlertView v : alerts) {
            alert(pen, places, v, margin, y, w);
            y += ROW;
        }
        if (alerts.isEmpty()) {
            String text = TEXTS.get(desk.loaded() ? "page.none" : "page.loading");
            pen.text(width / 2.0, y + 33, text, 13, Weight.REGULAR, quiet, Anchor.MIDDLE);
            y += ROW;
        }
        y += BETWEEN;
        pen.text(
                margin,
                y - 20,
                TEXTS.get("page.found"),
                15,
                Weight.MEDIUM,
                palette().theme().text());
        if (desk.open() > 0) {
            String known = TEXTS.get("page.known.all");
            double b = Buttons.width(pen, known);
            Buttons.draw(
                    pen,
                    places,
                    palette(),
                    "known",
                    known,
                    Tone.PLAIN,
                    margin + w - b,
                    y - 42,
                    b,
                    () -> desk.acknowledge(history));
        }
        card(pen, margin, y, w, second * (double) ROW);
        for (Crossing c : history) {
            if (y > -ROW && y < height) {
                crossing(pen, places, c, margin, y, w);
            }
            y += ROW;
        }
        if (history.isEmpty()) {
            pen.text(width / 2.0, y + 33, TEXTS.get("page.found.none"), 13, Weight.REGULAR, quiet, Anchor.MIDDLE);
        }
        scroll.draw(pen, width, palette());
    }

    private void card(Pen pen, double x, double y, double w, double h) {
        Stroke edge = Stroke.of(palette().theme().border(), 1);
        pen.rect(x + 0.5, y + 0.5, w - 1, h - 1, 8, Fill.of(palette().theme().surface()), edge);
    }

    private void alert(Pen pen, Areas places, AlertView v, double x, double y, double w) {
        Alert a = v.alert();
        row(pen, places, "alert:" + a.id(), a.title(), x, y, w, () -> ask(a, false));
        StatusMark mark = a.paused() || v.seen() == null
                ? StatusMark.UNKNOWN
                : v.crossed() ? StatusMark.WARNING : StatusMark.GOOD;
        mark.draw(pen, palette(), x + 28, y + 28);
        double right =
                button(pen, places, "remove:" + a.id(), TEXTS.get("page.remove"), x + w - 16, y, () -> desk.remove(a));
        right = button(
                pen,
                places,
                "pause:" + a.id(),
                TEXTS.get(a.paused() ? "page.resume" : "page.pause"),
                right - 8,
                y,
                () -> desk.save(a.paused(!a.paused()), problem -> {
                    if (!problem.isEmpty()) {
                        host.failed(TEXTS.get("change.failed"), problem);
                    }
                }));
        String stands = stands(v);
        String below = a.title().equals(v.said()) ? stands : TEXTS.get("page.beside", v.said(), stands);
        texts(pen, a.title(), below, x, y, right - x - 64);
    }

    private String stands(AlertView v) {
        LocalDate seen = v.seen();
        if (v.alert().paused()) {
            return TEXTS.get("page.paused");
        }
        return seen == null
                ? TEXTS.get("page.not.yet")
                : TEXTS.get(v.crossed() ? "page.crossed" : "page.quiet", figures.day(seen));
    }

    private void crossing(Pen pen, Areas places, Crossing c, double x, double y, double w) {
        boolean open = c.acknowledgedAt() == null;
        row(pen, places, "crossing:" + c.id(), c.sentence(), x, y, w, () -> show(c));
        (open ? StatusMark.WARNING : StatusMark.UNKNOWN).draw(pen, palette(), x + 28, y + 28);
        double right = x + w - 16;
        if (open) {
            right = button(
                            pen,
                            places,
                            "known:" + c.id(),
                            TEXTS.get("page.known"),
                            right,
                            y,
                            () -> desk.acknowledge(List.of(c)))
                    - 8;
        }
        right = button(pen, places, "query:" + c.id(), TEXTS.get("page.query"), right, y, () -> show(c));
        String when = figures.moment(LocalDateTime.ofInstant(c.at(), ZoneId.systemDefault()));
        texts(pen, c.sentence(), TEXTS.get("page.found.when", c.alert().title(), when), x, y, right - x - 64);
    }

    private void row(Pen pen, Areas places, String id, String said, double x, double y, double w, Runnable action) {
        if (places.hovered(id)) {
            pen.fill(x + 1, y + 1, w - 2, ROW - 2, palette().hover());
        }
        pen.rule(x + 1, y + ROW - 1, w - 2, palette().theme().border());
        places.add(id, x, y, w, ROW, said, action);
    }

    private double button(Pen pen, Areas places, String id, String text, double right, double y, Runnable action) {
        double b = Buttons.width(pen, text);
        Buttons.draw(pen, places, palette(), id, text, Tone.PLAIN, right - b, y + 12, b, action);
        return right - b;
    }

    private void texts(Pen pen, String above, String below, double x, double y, double room) {
        int ink = palette().theme().text();
        int quiet = palette().theme().secondary();
        pen.text(x + 48, y + 24, pen.shorten(above, 13, Weight.MEDIUM, room), 13, Weight.MEDIUM, ink);
        pen.text(x + 48, y + 42, pen.shorten(below, 12, Weight.REGULAR, room), 12, Weight.REGULAR, quiet);
    }

    private void show(Crossing c) {
        Unit unit = unit(c);
        List<Sheet.Section> sections = new ArrayList<>();
        sections.add(new Sheet.Section(TEXTS.get("found.what"), c.sentence()));
        sections.add(new Sheet.Section(
                TEXTS.get("found.period"), TEXTS.get("found.period.days", figures.day(c.from()), figures.day(c.to()))));
        sections.add(new Sheet.Section(TEXTS.get("found.value"), figures.set(c.value(), unit)));
        if (!Double.isNaN(c.base())) {
            sections.add(new Sheet.Section(TEXTS.get("found.base"), figures.set(c.base(), unit)));
        }
        sections.add(new Sheet.Section(
                TEXTS.get("found.threshold"),
                figures.set(c.threshold(), c.alert().condition().compares() ? Unit.ratio() : unit)));
        String command = desk.session().alerts().command(c).orElse("");
        List<Sheet.Action> actions = new ArrayList<>();
        if (!command.isEmpty()) {
            sections.add(new Sheet.Section(TEXTS.get("found.query"), command));
            actions.add(Sheet.Action.plain(TEXTS.get("found.copy"), () -> copy(command)));
        }
        actions.add(Sheet.Action.primary(TEXTS.get("found.close"), () -> {}));
        Sheet.open(control().getShell(), palette(), new Sheet.Content(c.alert().title(), sections, actions));
    }

    private void copy(String text) {
        Clipboard clipboard = new Clipboard(control().getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
        host.done(TEXTS.get("found.copied"));
    }

    /** What the value of a crossing is of; of missing data it is days. */
    private Unit unit(Crossing c) {
        try {
            return c.alert().condition() == Alert.Condition.NO_DATA
                    ? Unit.none()
                    : desk.session().metric(c.alert().metric()).unit();
        } catch (AnalyticsException e) {
            return Unit.none(); // its plugin is gone; what was found stays
        }
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
        return TEXTS.get("page.title");
    }

    @Override
    public String description() {
        return TEXTS.get("page.description");
    }

    @Override
    public void refresh() {
        desk.judge();
    }

    @Override
    public Optional<History> history() {
        return Optional.of(desk.edited());
    }

    @Override
    public boolean settled() {
        return desk.loaded();
    }

    @Override
    public void close() {
        control().dispose();
    }
}
