package org.clientele.bench;

import java.util.function.Consumer;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.PageOpening;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** A dashboard in a window of its own, and the pointer over it. */
final class OpenPage {
    /** A mouse moves sixty times a second. */
    static final long BETWEEN_MOVES = 16_666_667L;

    private OpenPage() {}

    /** Opens a dashboard in a new session, which remembers nothing, and does something with it once all of it is painted. */
    static void with(Workspace workspace, DashboardSpec spec, Consumer<DashboardPage> work) {
        Display display = Display.getDefault();
        try (Session session = workspace.session(Subject.local(), Policy.allowAll());
                Background background = new Background(display)) {
            DashboardEntry entry =
                    new DashboardEntry(spec.id().toString(), spec.title(), "", "bench.window", "Benchmark");
            DashboardPage page = shown(
                    entry,
                    Scope.of(PeriodChoice.ALL),
                    session,
                    (scope, told) -> session.open(spec, scope, told),
                    background,
                    new Point(1280, 900));
            work.accept(page);
            close(page);
        }
    }

    /** A dashboard that a session lists, in a window of its own, once all of it is painted. */
    static DashboardPage listed(String id, Session session, Background background, Point size) {
        DashboardEntry entry = session.dashboards().stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow();
        return shown(entry, Scope.ALL, session, PageOpening.listed(session, entry), background, size);
    }

    private static DashboardPage shown(
            DashboardEntry entry,
            Scope scope,
            Session session,
            PageOpening opening,
            Background background,
            Point size) {
        Display display = Display.getDefault();
        Shell shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(size);
        DashboardPage page =
                new DashboardPage(shell, Palette.LIGHT, entry, scope, session, opening, background, new SilentHost());
        shell.open();
        WindowEvents.await(display, page::settled);
        return page;
    }

    /** Closes a page and its window. */
    static void close(DashboardPage page) {
        Shell shell = page.control().getShell();
        page.close();
        shell.close();
    }

    /** The pointer does something; moves are those of a drag. */
    static void send(Control control, int type, int button, int x, int y, int keys) {
        Event e = new Event();
        e.button = button;
        e.x = x;
        e.y = y;
        e.stateMask = keys | (type == SWT.MouseMove ? SWT.BUTTON1 : 0);
        control.notifyListeners(type, e);
    }
}
