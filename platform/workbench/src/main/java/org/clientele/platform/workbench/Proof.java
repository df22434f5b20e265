package org.clientele.platform.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.platform.runtime.Breakdowns;
import org.clientele.platform.runtime.gallery.GalleryBoard;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageStroll;
import org.clientele.platform.workbench.paint.WrittenText;
import org.clientele.platform.workbench.paint.WrittenText.Fault;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.CustomerModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the pages of a window from top to bottom and writes what they say, and what of that cannot be read: what a
 * translator, a larger screen or a new page of a plugin has to be looked through for. The file begins with the size of the window and
 * its scale; then each line is a page, a word ({@code said}, {@code shortened}, {@code cut}, {@code overlaid}, {@code unsettled}), a
 * text, and by what, with tabs between them. UI thread only.
 */
final class Proof {
    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

    /** How often it looks whether a page is ready, and how long it waits for one, in milliseconds. */
    private static final int LOOK = 15;

    private static final long PATIENCE = 60_000;

    private final WorkbenchWindow window;
    private final Background background;
    private final Path file;
    private final Consumer<String> done;
    private final Set<String> lines = new LinkedHashSet<>();
    private final Deque<Stop> stops = new ArrayDeque<>();
    private Map<Control, WrittenText> written = Map.of();
    private long until;

    private record Stop(String name, Runnable open) {}

    /** @param done hears "", or why the file was not written */
    Proof(WorkbenchWindow window, Background background, Path file, Consumer<String> done) {
        this.window = window;
        this.background = background;
        this.file = file;
        this.done = done;
    }

    /** Begins with the first page. */
    void begin() {
        Rectangle area = window.shell().getClientArea();
        int menu = Snapshot.menuHeight(window.shell());
        String zoom = window.shell().getMonitor().getZoom() + " %";
        say("window", "size", area.width + " × " + (area.height + menu), zoom);
        Desk desk = window.desk();
        WindowCommands commands = window.commands();
        desk.workspace().ifPresent(open -> {
            open.contents().dashboards().forEach(d -> stops.add(new Stop(d.id(), () -> desk.openDashboard(d.id()))));
            String breakdown = Breakdowns.ID + "clientele.core/revenue";
            stops.add(new Stop(breakdown, () -> desk.openDashboard(breakdown)));
            stops.add(new Stop(GalleryBoard.ID, commands::gallery));
            stops.add(new Stop("records", () -> records(open)));
            stops.add(new Stop("customer", () -> customer(open)));
        });
        stops.add(new Stop("goals", commands::showGoals));
        stops.add(new Stop("alerts", commands::showAlerts));
        stops.add(new Stop("sets", commands::showSets));
        stops.add(new Stop("segments", commands::showSegments));
        stops.add(new Stop("plugins", commands::showPlugins));
        stops.add(new Stop("imports", commands::showImports));
        stops.add(new Stop("import", commands::importFiles));
        stops.add(new Stop("preferences", commands::preferencesPage));
        next();
    }

    private void records(OpenWorkspace open) {
        background.run(
                () -> open.session().records().table(CustomerModel.ORDER_LINE, CancelSignal.create()),
                window::showRecords,
                this::failed);
    }

    private void customer(OpenWorkspace open) {
        background.run(
                () -> open.session().records().customers("c", 1, CancelSignal.create()),
                found -> found.forEach(c -> window.showCustomer(c.id())),
                this::failed);
    }

    private void failed(Throwable why) {
        LOG.warn("A page cannot be opened", why);
    }

    private void next() {
        if (window.shell().isDisposed()) {
            return;
        }
        window.pages().closeAll();
        if (stops.isEmpty()) {
            done.accept(write());
            return;
        }
        stops.element().open().run();
        awaitPage();
    }

    private void awaitPage() {
        until = System.currentTimeMillis() + PATIENCE;
        soon(this::awaitSettled);
    }

    private void soon(Runnable look) {
        window.shell().getDisplay().timerExec(LOOK, () -> {
            if (!window.shell().isDisposed()) {
                look.run();
            }
        });
    }

    private void awaitSettled() {
        if (window.pages().front().filter(Page::settled).isPresent()) {
            witness();
            soon(this::awaitDrawn);
        } else if (!late()) {
            soon(this::awaitSettled);
        }
    }

    /** Whether a page takes too long, which is noted; then comes the next one. */
    private boolean late() {
        boolean late = System.currentTimeMillis() > until;
        if (late) {
            say("unsettled", "", "");
            stops.remove();
            next();
        }
        return late;
    }

    private void witness() {
        written = new LinkedHashMap<>();
        for (Control control : visible(window.shell(), new ArrayList<>())) {
            written.put(control, WrittenText.of(control));
            control.redraw();
        }
    }

    private static List<Control> visible(Composite in, List<Control> all) {
        for (Control child : in.getChildren()) {
            if (child.isVisible()) {
                all.add(child);
                if (child instanceof Composite deeper) {
                    visible(deeper, all);
                }
            }
        }
        return all;
    }

    private void awaitDrawn() {
        boolean drawn = written.entrySet().stream()
                .anyMatch(e -> isOfPage(e.getKey()) && e.getValue().drawings() > 0);
        if (drawn) {
            // Whatever is drawn anew is drawn in one frame.
            background.ui(this::read);
        } else if (!late()) {
            soon(this::awaitDrawn);
        }
    }

    private boolean isOfPage(Control control) {
        for (Control at = control; at != null; at = at.getParent()) {
            if (at == window.frame().holder()) {
                return true;
            }
        }
        return false;
    }

    private void read() {
        written.forEach((control, text) -> {
            if (!control.isDisposed()) {
                read(isOfPage(control) ? stops.element().name() : "window", control, text);
            }
        });
        if (window.pages().front().orElse(null) instanceof DashboardPage page && PageStroll.further(page)) {
            awaitPage();
        } else {
            stops.remove();
            next();
        }
    }

    private void read(String where, Control control, WrittenText text) {
        text.lines().forEach(line -> say(where, "said", line, ""));
        for (Fault f : text.faults()) {
            say(where, f.trouble().name().toLowerCase(Locale.ROOT), f.text(), f.by());
        }
        if (control instanceof Label label) {
            has(where, label, label.getText(), label.computeSize(label.getSize().x, SWT.DEFAULT));
        } else if (control instanceof Button button) {
            has(where, button, button.getText(), button.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        }
    }

    private void has(String where, Control control, String text, Point wanted) {
        Point given = control.getSize();
        say(where, "said", text, "");
        if (wanted.x > given.x || wanted.y > given.y) {
            say(where, "cut", text, given.toString());
        }
    }

    private void say(String what, String text, String by) {
        say(stops.element().name(), what, text, by);
    }

    private void say(String where, String what, String text, String by) {
        lines.add(String.join("\t", where, what, plain(text), plain(by)).stripTrailing());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private String write() {
        try {
            Files.write(file, lines);
            return "";
        } catch (IOException e) {
            LOG.error("The proof was not written to {}", file, e);
            return String.valueOf(e.getMessage());
        }
    }
}
