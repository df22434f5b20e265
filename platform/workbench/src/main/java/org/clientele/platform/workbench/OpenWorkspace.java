package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.JobView;
import org.clientele.platform.runtime.PluginView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceStatus;
import org.clientele.platform.runtime.gallery.GalleryBoard;
import org.clientele.platform.workbench.frame.NavigationPane;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.segments.SegmentUpkeep;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.clientele.sdk.text.Texts;

/**
 * The workspace that the window shows, its session, and news of both brought to the UI thread. Bursts of news become one
 * call.
 */
final class OpenWorkspace implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(OpenWorkspace.class);

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final List<CancelSignal.Registration> registrations = new ArrayList<>();
    private Contents contents;

    /**
     * What there is at a moment.
     *
     * @param plugins version and state by plugin id
     */
    record Contents(WorkspaceStatus status, List<DashboardEntry> dashboards, Map<String, String> plugins) {
        /** A dashboard, or the gallery. */
        Optional<DashboardEntry> dashboard(String id) {
            return Stream.concat(dashboards.stream(), Stream.of(GalleryBoard.entry()))
                    .filter(d -> d.id().equals(id))
                    .findFirst();
        }
    }

    private OpenWorkspace(Workspace workspace, Session session, Background background, Contents contents) {
        this.workspace = workspace;
        this.session = session;
        this.background = background;
        this.contents = contents;
    }

    /** Opens a workspace and looks around in it. Blocks. */
    static OpenWorkspace open(WorkspaceOpener opener, Path directory, Background background) {
        Workspace workspace = opener.open(directory);
        try {
            Session session = workspace.session(Subject.local(), Policy.allowAll());
            return new OpenWorkspace(workspace, session, background, read(workspace, session));
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    private static Contents read(Workspace workspace, Session session) {
        Map<String, String> plugins = new LinkedHashMap<>();
        for (PluginView p : workspace.plugins()) {
            plugins.put(p.id(), p.version() + " " + p.state());
        }
        return new Contents(workspace.status(), session.dashboards(), plugins);
    }

    /** Starts to tell news, on the UI thread: the contents before, when they changed, and the running jobs. */
    void listen(Consumer<Contents> before, Consumer<List<JobView>> jobs, Consumer<Throwable> failed) {
        AtomicBoolean reading = new AtomicBoolean();
        registrations.add(workspace.onChange(() -> {
            if (reading.compareAndSet(false, true)) {
                background.run(
                        () -> {
                            reading.set(false);
                            return read(workspace, session);
                        },
                        now -> {
                            Contents old = contents;
                            contents = now;
                            before.accept(old);
                        },
                        failed);
            }
        }));
        registrations.add(new SegmentUpkeep(workspace, session));
        AtomicBoolean posted = new AtomicBoolean();
        registrations.add(workspace.jobs().onChange(() -> {
            if (posted.compareAndSet(false, true)) {
                background.ui(() -> {
                    posted.set(false);
                    jobs.accept(workspace.jobs().views());
                });
            }
        }));
    }

    Workspace workspace() {
        return workspace;
    }

    Session session() {
        return session;
    }

    Contents contents() {
        return contents;
    }

    /** The dashboards by plugin and then the gallery, as the navigation shows them. */
    List<NavigationPane.Group> groups() {
        Map<String, List<NavigationPane.Entry>> byPlugin = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        for (DashboardEntry d : contents.dashboards()) {
            titles.put(d.plugin(), d.pluginTitle());
            byPlugin.computeIfAbsent(d.plugin(), p -> new ArrayList<>())
                    .add(new NavigationPane.Entry(d.id(), d.title(), d.description()));
        }
        List<NavigationPane.Group> groups = new ArrayList<>();
        byPlugin.forEach((plugin, entries) ->
                groups.add(new NavigationPane.Group(titles.getOrDefault(plugin, plugin), entries)));
        DashboardEntry gallery = GalleryBoard.entry();
        groups.add(new NavigationPane.Group(
                TEXTS.get("reference"),
                List.of(new NavigationPane.Entry(
                        gallery.id(), gallery.title(), gallery.description() + " " + GalleryBoard.kinds()))));
        return groups;
    }

    /** How old the data is, in words. */
    String dataAge() {
        WorkspaceStatus s = contents.status();
        if (s.isEmpty()) {
            return TEXTS.get("age.none");
        }
        Figures figures = new Figures(session.format());
        LocalDateTime last = s.dataAsOf();
        if (last == null) {
            return s.customers() > 0
                    ? TEXTS.get("age.customers", figures.counted(s.customers()))
                    : TEXTS.get("age.no.orders");
        }
        return TEXTS.get("age", figures.day(last.toLocalDate()), figures.counted(s.orderLines()));
    }

    /** Closes session and workspace, waiting for what runs to stop. Blocks for a moment. */
    @Override
    public void close() {
        registrations.forEach(CancelSignal.Registration::close);
        session.close();
        workspace.close();
    }
}
