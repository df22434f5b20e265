package org.clientele.platform.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.ScopeJson;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.query.Filter;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Size, place, tabs and period from one day to the next. UI thread only. */
final class WindowState {
    private static final Logger LOG = LoggerFactory.getLogger(WindowState.class);

    private final Shell shell;
    private final Preferences preferences;

    WindowState(Shell shell, Preferences preferences) {
        this.shell = shell;
        this.preferences = preferences;
    }

    /**
     * Puts the window where it was, or in the middle; never outside of every screen.
     *
     * @param width of menu bar and content, or 0 for the remembered one
     * @param height of menu bar and content, or 0 for the remembered one
     */
    void place(int width, int height) {
        Rectangle screen = shell.getDisplay().getPrimaryMonitor().getClientArea();
        Rectangle trim = Snapshot.frame(shell);
        int w = width > 0 ? width + trim.width : preferences.get("window.width", Math.min(1440, screen.width));
        int h = height > 0 ? height + trim.height : preferences.get("window.height", Math.min(900, screen.height));
        shell.setMinimumSize(720, 480);
        shell.setSize(w, h);
        int x = preferences.get("window.x", Integer.MIN_VALUE);
        int y = preferences.get("window.y", Integer.MIN_VALUE);
        boolean remembered = width == 0 && seen(new Rectangle(x, y, w, h));
        shell.setLocation(
                remembered ? x : screen.x + Math.max(0, screen.width - w) / 2,
                remembered ? y : screen.y + Math.max(0, screen.height - h) / 2);
        if (width == 0 && preferences.is("window.maximized")) {
            shell.setMaximized(true);
        }
    }

    private boolean seen(Rectangle window) {
        Rectangle title = new Rectangle(window.x, window.y, window.width, 40);
        return Arrays.stream(shell.getDisplay().getMonitors())
                .map(Monitor::getClientArea)
                .map(area -> area.intersection(title))
                .anyMatch(r -> r.width >= 100 && r.height >= 20);
    }

    List<String> tabs() {
        return preferences.list("tabs");
    }

    String front() {
        return preferences.get("front", "");
    }

    @Nullable
    PeriodChoice period() {
        String name = preferences.get("period", "");
        try {
            return name.isEmpty() ? null : PeriodChoice.parse(name);
        } catch (AnalyticsException e) {
            LOG.warn("The period is forgotten", e);
            return null;
        }
    }

    /** What a dashboard was narrowed down to when it was last looked at, with the days that were chosen for all. */
    Scope scope(Session session, String dashboard, @Nullable PeriodChoice all) {
        String json = preferences.get(key(session, dashboard), "");
        try {
            return json.isEmpty() ? Scope.of(all) : ScopeJson.read(json);
        } catch (IllegalArgumentException e) {
            LOG.warn("The filters of {} are forgotten", dashboard, e);
            return Scope.of(all);
        }
    }

    /** What holds on all dashboards of a workspace. */
    List<Filter> everywhere(Session session) {
        String json = preferences.get(common(session), "");
        try {
            return json.isEmpty() ? List.of() : ScopeJson.read(json).filters();
        } catch (IllegalArgumentException e) {
            LOG.warn("The filters of all dashboards are forgotten", e);
            return List.of();
        }
    }

    /** Notes what holds on all dashboards, at once in the background. */
    void everywhere(Session session, List<Filter> filters, Executor elsewhere) {
        preferences.put(common(session), ScopeJson.write(Scope.ALL.filtered(filters)));
        preferences.saveSoon(elsewhere);
    }

    private static String common(Session session) {
        return key(session, "*");
    }

    /** Each workspace has members of its own, so what narrows one down would leave another empty. */
    private static String key(Session session, String dashboard) {
        String workspace = session.directory().toAbsolutePath().normalize().toString();
        return "scope." + Integer.toHexString(workspace.hashCode()) + "." + dashboard;
    }

    /** Notes what is open and narrowed down, so that little is lost with the power. */
    void noteSoon(OpenPages pages, @Nullable PeriodChoice period, Executor elsewhere) {
        note(pages, period);
        preferences.saveSoon(elsewhere);
    }

    void remember(OpenPages pages, @Nullable PeriodChoice period) {
        preferences.put("window.maximized", shell.getMaximized());
        if (!shell.getMaximized() && !shell.getMinimized()) {
            Rectangle b = shell.getBounds();
            preferences.put("window.x", b.x);
            preferences.put("window.y", b.y);
            preferences.put("window.width", b.width);
            preferences.put("window.height", b.height);
        }
        note(pages, period);
    }

    private void note(OpenPages pages, @Nullable PeriodChoice period) {
        for (Page page : pages.all()) {
            Scope scope = page.narrowed();
            if (scope != null && page instanceof DashboardPage dashboard) {
                preferences.put(key(dashboard.session(), page.id()), ScopeJson.write(scope));
            }
        }
        List<String> tabs = pages.all().stream()
                .map(Page::id)
                .filter(id -> id.contains("/") || id.equals("plugins") || id.equals("imports") || ExtraTabs.notes(id))
                .toList();
        if (!tabs.isEmpty()) {
            preferences.put("tabs", tabs);
            preferences.put("front", pages.front().map(Page::id).orElse(""));
        }
        if (period != null) {
            preferences.put("period", period.toString());
        }
    }
}
