package org.clientele.platform.workbench.records;

import java.util.List;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.records.CustomerCard;
import org.clientele.platform.runtime.records.HistoryEntry;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** All that is known of one customer: who she is, her figures, what happened. UI thread only. */
public final class CustomerPage implements Page {
    private static final Texts TEXTS = Texts.of(CustomerPage.class);

    /** How ids of cards begin. */
    public static final String ID = "customer:";

    private static final int FIRST = 50;
    private static final int WIDE = 380;
    private static final int NARROW = 300;

    private final Session session;
    private final Background background;
    private final PageHost host;
    private final String customer;
    private final Runnable leave;
    private final Composite page;
    private final CustomerPane pane;
    private final DashboardPage figures;
    private @Nullable CustomerCard card;
    private int most = FIRST;
    private int told;
    private boolean closed;

    /** What was read at once. */
    private record Known(CustomerCard card, List<HistoryEntry> history) {}

    /**
     * The card of a customer; it reads in the background.
     *
     * @param leave closes the page
     */
    public CustomerPage(
            Composite parent,
            Palette palette,
            Session session,
            Background background,
            PageHost host,
            String customer,
            Runnable leave) {
        this.session = session;
        this.background = background;
        this.host = host;
        this.customer = customer;
        this.leave = leave;
        page = new Composite(parent, SWT.NONE);
        pane = new CustomerPane(
                page, palette, session.format(), new CustomerPane.Actions(this::showLines, this::showMore));
        figures = new DashboardPage(
                page,
                palette,
                new DashboardEntry(id(), title(), "", "", ""),
                Scope.of(PeriodChoice.ALL),
                session,
                (scope, changed) -> session.open(session.records().board(customer), scope, changed),
                background,
                host);
        page.addListener(SWT.Resize, e -> layout());
        for (Control control : List.of(pane.control(), figures.control())) {
            control.addListener(SWT.Paint, e -> background.ui(this::painted));
            control.addListener(SWT.KeyDown, e -> {
                if (e.keyCode == SWT.ESC && e.doit) {
                    background.ui(this.leave);
                }
            });
        }
        palette(palette);
        refresh();
    }

    /** The id of the page of a customer. */
    public static String id(String customer) {
        return ID + customer;
    }

    private void painted() {
        if (!closed && settled()) {
            host.painted(this);
        }
    }

    private void layout() {
        Rectangle r = page.getClientArea();
        int margin = (int) Pen.pageMargin(r.width);
        int left = r.width >= 1000 ? WIDE : NARROW;
        pane.control().setBounds(margin, 4, left, Math.max(0, r.height - 8));
        figures.control().setBounds(margin + left, 0, Math.max(0, r.width - margin - left), r.height);
    }

    private void showMore() {
        most *= 4;
        refresh();
    }

    private void showLines() {
        background.run(
                () -> {
                    RecordsRequest all = session.records().table(CustomerModel.ORDER_LINE, CancelSignal.create());
                    return new RecordsRequest(
                            TEXTS.get("customer.lines"),
                            heading(),
                            all.rows().where(Filter.in("customer", customer)),
                            new RecordsRequest.Figure(
                                    TEXTS.get("customer.revenue"), "sum(amount)", org.clientele.sdk.data.Unit.money()));
                },
                host::showRecords,
                e -> host.failed(TEXTS.get("customer.lines.failed"), Background.sentence(e)));
    }

    @Override
    public void refresh() {
        int wanted = most;
        background.run(
                () -> new Known(
                        session.records().customer(customer, CancelSignal.create()),
                        session.records().history(customer, wanted, CancelSignal.create())),
                known -> {
                    if (!closed) {
                        card = known.card();
                        told = known.history().size();
                        pane.show(known.card(), known.history(), told == wanted);
                        host.changed(this);
                    }
                },
                e -> {
                    if (!closed) {
                        pane.failed(Background.sentence(e));
                    }
                });
        figures.refresh();
    }

    /** How many things of her history are told. */
    public int told() {
        return told;
    }

    /** What is known of her, once it was read. */
    public @Nullable CustomerCard card() {
        return card;
    }

    /** Her figures. */
    public DashboardPage figures() {
        return figures;
    }

    @Override
    public String id() {
        return id(customer);
    }

    @Override
    public String title() {
        return TEXTS.get("customer.title", customer);
    }

    @Override
    public String heading() {
        CustomerCard c = card;
        return c == null || c.name().isEmpty() ? title() : c.name();
    }

    @Override
    public String description() {
        CustomerCard c = card;
        return c == null || c.name().isEmpty() ? TEXTS.get("customer.description") : title();
    }

    @Override
    public Control control() {
        return page;
    }

    @Override
    public void palette(Palette palette) {
        page.setBackground(Palette.color(palette.theme().canvas()));
        pane.palette(palette);
        figures.palette(palette);
    }

    @Override
    public void arrange() {
        figures.arrange();
        pane.redraw();
    }

    @Override
    public boolean settled() {
        return pane.settled() && figures.settled();
    }

    @Override
    public void close() {
        closed = true;
        figures.close();
        page.dispose();
    }
}
