package org.clientele.platform.workbench;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.CommandPalette.Entry;
import org.clientele.platform.workbench.page.Background;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for customers while somebody types into the palette: in the background, the latest text only. */
final class PaletteCustomers implements CommandPalette.Finder {
    private static final Texts TEXTS = Texts.of(PaletteCustomers.class);

    private static final Logger LOG = LoggerFactory.getLogger(PaletteCustomers.class);
    private static final int LEAST_TYPED = 2;
    private static final int MOST = 6;

    private final WorkbenchWindow window;
    private final Session session;
    private final Background background;
    private final AtomicReference<CancelSignal> latest = new AtomicReference<>(CancelSignal.create());

    private PaletteCustomers(WorkbenchWindow window, Session session, Background background) {
        this.window = window;
        this.session = session;
        this.background = background;
    }

    /** A finder for the workspace that is open; it finds nothing without one. */
    static CommandPalette.Finder of(WorkbenchWindow window, Background background) {
        return window.desk()
                .workspace()
                .<CommandPalette.Finder>map(open -> new PaletteCustomers(window, open.session(), background))
                .orElse((typed, then) -> {});
    }

    @Override
    public void find(String typed, Consumer<List<Entry>> then) {
        CancelSignal mine = CancelSignal.create();
        latest.getAndSet(mine).cancel();
        if (typed.strip().length() < LEAST_TYPED) {
            return;
        }
        background.run(
                () -> session.records().customers(typed, MOST, mine),
                found -> {
                    if (latest.get() == mine) {
                        then.accept(found.stream()
                                .map(c -> new Entry(
                                        c.label(), TEXTS.get("palette.customer"), () -> window.showCustomer(c.id())))
                                .toList());
                    }
                },
                e -> {
                    if (!Background.cancelled(e)) {
                        LOG.warn("Customers cannot be looked for", e);
                    }
                });
    }
}
