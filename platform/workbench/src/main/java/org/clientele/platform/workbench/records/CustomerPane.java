package org.clientele.platform.workbench.records;

import java.util.List;
import org.clientele.platform.runtime.records.CustomerCard;
import org.clientele.platform.runtime.records.HistoryEntry;
import org.clientele.platform.workbench.page.Buttons;
import org.clientele.platform.workbench.page.PageScroll;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** Who a customer is, and what happened with her, newest first. UI thread only. */
final class CustomerPane extends DrawnPane {
    private static final int PADDING = 16;
    private static final int FACT = 24;
    private static final int ENTRY = 50;
    private static final int INDENT = 28;
    private static final int WHEEL = 28;
    private static final Texts TEXTS = Texts.of(CustomerPane.class);

    private final ValueFormat format;
    private final Actions actions;
    private final PageScroll scroll = new PageScroll();
    private @Nullable CustomerCard card;
    private List<HistoryEntry> history = List.of();
    private boolean more;
    private String failure = "";

    /** What it offers. */
    record Actions(Runnable records, Runnable more) {}

    CustomerPane(Composite parent, Palette palette, ValueFormat format, Actions actions) {
        super(parent, palette, TEXTS.get("customer.pane"));
        this.format = format;
        this.actions = actions;
        control().addListener(SWT.MouseWheel, e -> scrollBy(-e.count * WHEEL));
        control().addListener(SWT.KeyDown, this::key);
    }

    /** @param rest whether there may be more to tell */
    void show(CustomerCard known, List<HistoryEntry> told, boolean rest) {
        card = known;
        history = told;
        more = rest;
        redraw();
    }

    void failed(String sentence) {
        failure = sentence;
        redraw();
    }

    boolean settled() {
        return card != null || !failure.isEmpty();
    }

    private void key(Event e) {
        int page = control().getClientArea().height - ENTRY;
        switch (e.keyCode) {
            case SWT.PAGE_DOWN -> scrollBy(page);
            case SWT.PAGE_UP -> scrollBy(-page);
            case SWT.END -> scrollBy(Integer.MAX_VALUE / 2);
            case SWT.HOME -> scrollBy(-Integer.MAX_VALUE / 2);
            default -> {
                return;
            }
        }
        e.doit = false;
    }

    private void scrollBy(int pixels) {
        if (scroll.to(Math.max(0, scroll.offset() + pixels))) {
            redraw();
        }
    }

    @Override
    protected void reveal(Rectangle bounds) {
        if (scroll.reveal(bounds.y + scroll.offset(), bounds.y + bounds.height + (double) scroll.offset())) {
            redraw();
        }
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        CustomerCard c = card;
        double w = width - 4.0;
        if (c == null) {
            String said = failure.isEmpty() ? TEXTS.get("reading") : failure;
            TextBlock.draw(pen, said, PADDING, 32, 13, w - 2 * PADDING, quiet());
            return;
        }
        pen.push(0, -scroll.offset());
        double y = who(pen, places, c, w);
        y = history(pen, places, w, y + 16);
        pen.pop();
        int before = scroll.offset();
        scroll.sizes((int) y + 16, height);
        if (before != scroll.offset()) {
            redraw();
        }
        scroll.draw(pen, width, palette());
    }

    private int ink() {
        return palette().theme().text();
    }

    private int quiet() {
        return palette().theme().secondary();
    }

    private void card(Pen pen, double y, double w, double h) {
        pen.rect(
                0.5,
                y + 0.5,
                w - 1,
                h - 1,
                8,
                Fill.of(palette().theme().surface()),
                Stroke.of(palette().theme().border(), 1));
    }

    private double who(Pen pen, Areas places, CustomerCard c, double w) {
        double h = 64 + c.facts().size() * (double) FACT + 52;
        card(pen, 0, w, h);
        pen.fillRound(PADDING, PADDING, 36, 36, 18, palette().selected());
        pen.icon(Icon.PEOPLE, PADDING + 10, PADDING + 10, palette().theme().accent());
        String title = c.name().isEmpty() ? TEXTS.get("customer.title", c.id()) : c.name();
        double room = w - 2 * PADDING - 48;
        pen.text(PADDING + 48, 32, pen.shorten(title, 15, Weight.MEDIUM, room), 15, Weight.MEDIUM, ink());
        String under = c.name().isEmpty() ? TEXTS.get("customer.unnamed") : c.id();
        pen.text(PADDING + 48, 50, pen.shorten(under, 12, Weight.REGULAR, room), 12, Weight.REGULAR, quiet());
        double y = 64 + 20;
        for (CustomerCard.Fact fact : c.facts()) {
            String label = pen.shorten(fact.label(), 12, Weight.REGULAR, w / 2 - PADDING);
            pen.text(PADDING, y, label, 12, Weight.REGULAR, quiet());
            double used = pen.width(label, 12, Weight.REGULAR) + 12;
            String value = fact.hidden() ? TEXTS.get("customer.hidden") : fact.value();
            int shade = fact.hidden() ? palette().faint() : ink();
            String fits = pen.shorten(value, 13, Weight.REGULAR, w - 2 * PADDING - used);
            pen.text(w - PADDING, y, fits, 13, Weight.REGULAR, shade, Anchor.END);
            y += FACT;
        }
        button(pen, places, "lines", TEXTS.get("customer.show.lines"), h - 44, actions.records());
        return h;
    }

    /** Drawn without the scrolled origin, because that is where its place is. */
    private void button(Pen pen, Areas places, String id, String label, double y, Runnable action) {
        pen.push(0, scroll.offset());
        Buttons.draw(
                pen,
                places,
                palette(),
                id,
                label,
                Tone.PLAIN,
                PADDING,
                y - scroll.offset(),
                Buttons.width(pen, label),
                action);
        pen.pop();
    }

    private double history(Pen pen, Areas places, double w, double top) {
        double detailed = w - 2 * PADDING - INDENT;
        double entries = 0;
        for (HistoryEntry e : history) {
            entries += heightOf(pen, e, detailed);
        }
        double h = 52 + entries + (more ? 52 : history.isEmpty() ? 28 : 8);
        card(pen, top, w, h);
        pen.text(PADDING, top + 30, TEXTS.get("customer.history"), 15, Weight.MEDIUM, ink());
        double y = top + 52;
        if (history.isEmpty()) {
            pen.text(PADDING, y + 4, TEXTS.get("customer.history.none"), 13, Weight.REGULAR, quiet());
        }
        for (HistoryEntry e : history) {
            double height = heightOf(pen, e, detailed);
            if (!pen.hidden(0, y, w, height)) {
                entry(pen, e, y, w);
            }
            y += height;
        }
        if (more) {
            button(pen, places, "more", TEXTS.get("customer.more"), y + 6, actions.more());
        }
        return top + h;
    }

    /** Details take the lines that they need. */
    private double heightOf(Pen pen, HistoryEntry e, double room) {
        return ENTRY + TextBlock.height(pen, details(e), 12, room) - TextBlock.height(pen, "-", 12, room);
    }

    private String details(HistoryEntry e) {
        String day = format.period(e.at().toLocalDate(), Grain.DAY);
        return e.detail().isEmpty() ? day : TEXTS.get("customer.history.when", day, e.detail());
    }

    private void entry(Pen pen, HistoryEntry e, double y, double w) {
        boolean back = e.kind() == HistoryEntry.Kind.RETURN;
        pen.icon(
                icon(e.kind()),
                PADDING,
                y + 5,
                back ? palette().theme().bad() : palette().theme().accent());
        double x = PADDING + INDENT;
        double right = w - PADDING;
        double value = e.value().isEmpty() ? 0 : pen.width(e.value(), 13, Weight.MEDIUM) + 12;
        pen.text(x, y + 17, pen.shorten(e.title(), 13, Weight.MEDIUM, right - x - value), 13, Weight.MEDIUM, ink());
        if (!e.value().isEmpty()) {
            pen.text(right, y + 17, e.value(), 13, Weight.MEDIUM, ink(), Anchor.END);
        }
        TextBlock.draw(pen, details(e), x, y + 35, 12, right - x, quiet());
    }

    private static Icon icon(HistoryEntry.Kind kind) {
        return switch (kind) {
            case ORDER -> Icon.CART;
            case RETURN -> Icon.UNDO;
            case INTERACTION -> Icon.SPARK;
            case TICKET -> Icon.INFO;
            case FEEDBACK -> Icon.STAR;
            case CAMPAIGN -> Icon.TARGET;
        };
    }
}
