package org.clientele.platform.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.clientele.platform.catalog.Catalog;
import org.clientele.platform.host.HostOptions;
import org.clientele.platform.host.PluginHost;
import org.clientele.platform.query.KnownSegments;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.warehouse.DataSpan;
import org.clientele.platform.warehouse.ImportRecovery;
import org.clientele.platform.warehouse.MendedImport;
import org.clientele.platform.warehouse.Warehouse;
import org.clientele.platform.warehouse.WarehouseOptions;
import org.clientele.platform.warehouse.WorkspaceLock;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open workspace: its two stores and its plugins. One process holds it at a time. Thread-safe.
 *
 * <p>A folder of {@code warehouse.duckdb}, {@code catalog/}, {@code staging/}, {@code rejects/}, {@code plugins/}, {@code
 * cache/} and {@code clientele.lock}.
 */
public final class Workspace implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Workspace.class);

    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    private final Path directory;
    private final WorkspaceOptions options;
    private final WorkspaceLock lock;
    private final Reception reception;
    private final Catalog catalog;
    private final Warehouse warehouse;
    private final PluginHost host;
    private final PluginFolder plugins;
    private final Listeners listeners = new Listeners();
    private final JobBoard jobs = new JobBoard();
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final QueryPlans plans = new QueryPlans();
    private final SettingService settings;
    private final SetRegister sets;
    private final SegmentRegister segments;
    private final LiveSegments live;
    private final ReentrantLock importing = new ReentrantLock(true);
    private final ReentrantLock judging = new ReentrantLock();
    private final Set<Long> refreshing = ConcurrentHashMap.newKeySet();
    private final Listeners refreshListeners = new Listeners();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Object knowing = new Object();
    private volatile KnownMetrics known;

    /** The metrics of one state of plugins and data. */
    private record KnownMetrics(
            Contributed contributed, CustomerModel model, KnownSegments published, MetricCatalog catalog) {
        static KnownMetrics of(Contributed contributed, CustomerModel model, KnownSegments published) {
            MetricCatalog catalog =
                    MetricCatalog.of(ScoreMetrics.beside(contributed.metrics(), published), model, published);
            catalog.problems().forEach(p -> LOG.warn("Metric {} is left out: {}", p.id(), p.message()));
            return new KnownMetrics(contributed, model, published, catalog);
        }
    }

    private Workspace(
            Path directory,
            WorkspaceOptions options,
            WorkspaceLock lock,
            Reception reception,
            Catalog catalog,
            Warehouse warehouse,
            PluginHost host) {
        this.directory = directory;
        this.options = options;
        this.lock = lock;
        this.reception = reception;
        this.catalog = catalog;
        this.warehouse = warehouse;
        this.host = host;
        this.settings = new SettingService(catalog.settings(), warehouse);
        this.segments = new SegmentRegister(catalog.segmentations(), warehouse.memberships(), Clock.systemUTC());
        this.live = new LiveSegments(warehouse.liveMemberships());
        this.sets = new SetRegister(catalog.sets(), warehouse.memberships(), segments.datasets(), Clock.systemUTC());
        this.plugins = new PluginFolder(host, directory.resolve("plugins"));
        this.known = KnownMetrics.of(Contributed.of(host.contributions()), warehouse.model(), segments.known());
        host.onChange(this::pluginsChanged);
    }

    private void pluginsChanged() {
        synchronized (knowing) {
            known = KnownMetrics.of(Contributed.of(host.contributions()), known.model(), segments.known());
        }
        listeners.tell();
    }

    /** Opens a workspace for this process alone. */
    public static Workspace open(Path directory, WorkspaceOptions options) {
        return open(directory, options, null);
    }

    /**
     * Opens a workspace; a missing or empty folder becomes one. Takes the lock, opens both stores and starts the plugins,
     * side by side, and finishes or undoes imports that a crash interrupted.
     *
     * @param hosting how commands of other processes are served until it is closed, or null if they are not
     * @throws AnalyticsException WORKSPACE_LOCKED if another process holds it, WORKSPACE_INVALID if the folder holds
     *     something else
     */
    public static Workspace open(Path directory, WorkspaceOptions options, @Nullable Hosting hosting) {
        Path home = directory.toAbsolutePath().normalize();
        WorkspaceFolder.require(home);
        WorkspaceLock lock = WorkspaceLock.acquire(home, Clock.systemUTC());
        SideBySide opening = new SideBySide();
        Reception reception = null;
        try {
            reception = Reception.open(lock, hosting);
            CompletableFuture<Catalog> catalog = opening.begin(() -> Catalog.open(home.resolve("catalog")));
            CompletableFuture<PluginHost> host = opening.begin(() -> startHost(home, options));
            Warehouse warehouse = opening.take(Warehouse.open(home, WarehouseOptions.defaults()));
            ImportRecovery.recover(warehouse, new CatalogJournal(catalog.join()));
            MendedImport.settle(warehouse);
            Workspace opened = new Workspace(home, options, lock, reception, catalog.join(), warehouse, host.join());
            reception.opened(opened);
            return opened;
        } catch (RuntimeException | Error e) {
            opening.giveUp();
            if (reception != null) {
                reception.failed();
                closeQuietly(reception);
            }
            closeQuietly(lock);
            throw SideBySide.reason(e);
        }
    }

    private static PluginHost startHost(Path home, WorkspaceOptions options) {
        PluginHost host = PluginHost.start(HostOptions.in(home.resolve("cache")));
        try {
            List<Path> folders = new ArrayList<>();
            folders.add(home.resolve("plugins"));
            folders.addAll(options.pluginFolders());
            host.loadAll(folders.stream().filter(Files::isDirectory).toList());
            return host;
        } catch (RuntimeException | Error e) {
            host.close();
            throw e;
        }
    }

    /** The folder. */
    public Path directory() {
        return directory;
    }

    /** The folder's name, for titles. */
    public String name() {
        Path name = directory.getFileName();
        return name == null ? directory.toString() : name.toString();
    }

    /** A way in for {@code subject} under {@code policy}; to be closed. */
    public Session session(Subject subject, Policy policy) {
        Session session = new Session(this, subject, policy);
        sessions.add(session);
        return session;
    }

    /** What runs in the background, whoever asked for it. */
    public JobBoard jobs() {
        return jobs;
    }

    void forget(Session session) {
        sessions.remove(session);
    }

    /** What the workspace holds. Reads the warehouse: not for the UI thread. */
    public WorkspaceStatus status() {
        DataSpan span = warehouse.span();
        return new WorkspaceStatus(
                span.first(),
                span.last(),
                span.rows().getOrDefault(CustomerModel.ORDER_LINE, 0L),
                span.rows().getOrDefault(CustomerModel.CUSTOMER, 0L),
                span.rows().getOrDefault(CustomerModel.PRODUCT, 0L),
                span.currency());
    }

    /** All plugins, also refused and stopped ones. Answers at once. */
    public List<PluginView> plugins() {
        return plugins.views();
    }

    /**
     * Installs or updates a plugin from a jar and starts it; the jar is copied into the workspace.
     *
     * @throws AnalyticsException PLUGIN_REFUSED with the reason; what ran before still runs
     */
    public PluginView installPlugin(Path jar) {
        return plugins.install(jar);
    }

    /** Stops a plugin: its dashboards and metrics go until it is started again. */
    public void stopPlugin(String id) {
        host.stop(id);
    }

    /** Starts a stopped plugin. */
    public PluginView startPlugin(String id) {
        return PluginFolder.view(host.start(id));
    }

    /**
     * Unloads a plugin; its jar in the workspace's own folder is deleted. One that comes with the product is back at the
     * next start.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if no such plugin is installed
     */
    public void removePlugin(String id) {
        plugins.remove(id);
    }

    /** Hears, on any thread, that plugins, data or settings changed. Must return at once. */
    public CancelSignal.Registration onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** After an import: there may be new columns, and so other metrics. */
    void dataChanged() {
        Listeners.guard(this::metrics);
        listeners.tell();
    }

    /** All metrics whose formulas are good for the tables as they are now. Reads the warehouse: not for the UI thread. */
    MetricCatalog metrics() {
        CustomerModel model = warehouse.model();
        synchronized (knowing) {
            KnownSegments published = segments.known();
            if (!known.model().equals(model) || !known.published().equals(published)) {
                known = KnownMetrics.of(known.contributed(), model, published);
            }
            return known.catalog();
        }
    }

    /** The metrics as they were last seen. Answers at once. */
    MetricCatalog knownMetrics() {
        return known.catalog();
    }

    /** The numbers of the schedules that are being read now. */
    Set<Long> refreshing() {
        return refreshing;
    }

    void refreshesChanged() {
        refreshListeners.tell();
    }

    /** Hears, on any thread, that something about schedules changed. Must return at once. */
    public CancelSignal.Registration onRefreshChange(Runnable listener) {
        return refreshListeners.add(listener);
    }

    /** Held while alerts are judged. */
    ReentrantLock judging() {
        return judging;
    }

    QueryPlans plans() {
        return plans;
    }

    /** Does an import while no other runs, saying so if it has to wait. */
    <T> T importAlone(Progress progress, CancelSignal cancel, Supplier<T> work) {
        if (importing.isLocked()) {
            progress.report(-1, TEXTS.get("workspace.waiting_for_another_import_end"));
        }
        try {
            while (!importing.tryLock(20, TimeUnit.MILLISECONDS)) {
                cancel.throwIfCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("common.cancelled"), e);
        }
        try {
            return work.get();
        } finally {
            importing.unlock();
        }
    }

    SettingService settings() {
        return settings;
    }

    SetRegister sets() {
        return sets;
    }

    SegmentRegister segments() {
        return segments;
    }

    /** Segments that nobody published. */
    LiveSegments live() {
        return live;
    }

    Contributed contributed() {
        return known.contributed();
    }

    Warehouse warehouse() {
        return warehouse;
    }

    Catalog catalog() {
        return catalog;
    }

    WorkspaceOptions options() {
        return options;
    }

    /**
     * Lets other processes out, closes the sessions, stops the plugins and closes both stores; the lock goes last. A second
     * call does nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        reception.leave();
        listeners.clear();
        sessions.forEach(Workspace::closeQuietly);
        closeQuietly(host);
        closeQuietly(warehouse);
        closeQuietly(catalog);
        closeQuietly(reception);
        closeQuietly(lock);
    }

    static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception | LinkageError e) {
            LOG.warn("Could not close {}", closeable, e);
        }
    }
}
