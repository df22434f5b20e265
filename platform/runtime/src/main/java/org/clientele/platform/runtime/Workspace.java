package org.clientele.platform.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.clientele.platform.catalog.Catalog;
import org.clientele.platform.host.HostOptions;
import org.clientele.platform.host.PluginHost;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.warehouse.DataSpan;
import org.clientele.platform.warehouse.ImportRecovery;
import org.clientele.platform.warehouse.Warehouse;
import org.clientele.platform.warehouse.WarehouseOptions;
import org.clientele.platform.warehouse.WorkspaceLock;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open workspace: its two stores and its plugins. One process holds it at a time. Thread-safe.
 *
 * <p>A folder of {@code warehouse.duckdb}, {@code catalog/}, {@code staging/}, {@code rejects/}, {@code plugins/} and
 * {@code clientele.lock}.
 */
public final class Workspace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);

    private final Path directory;
    private final WorkspaceOptions options;
    private final WorkspaceLock lock;
    private final Catalog catalog;
    private final Warehouse warehouse;
    private final PluginHost host;
    private final PluginFolder plugins;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final QueryPlans plans = new QueryPlans();
    private final Object importing = new Object();
    private volatile Contributed contributed;
    private volatile @Nullable KnownMetrics knownMetrics;

    /** The metrics of one state of plugins and data. */
    private record KnownMetrics(Contributed contributed, CustomerModel model, MetricCatalog catalog) {}

    private Workspace(
            Path directory,
            WorkspaceOptions options,
            WorkspaceLock lock,
            Catalog catalog,
            Warehouse warehouse,
            PluginHost host) {
        this.directory = directory;
        this.options = options;
        this.lock = lock;
        this.catalog = catalog;
        this.warehouse = warehouse;
        this.host = host;
        this.plugins = new PluginFolder(host, directory.resolve("plugins"));
        this.contributed = Contributed.of(host.contributions());
        host.onChange(() -> {
            contributed = Contributed.of(host.contributions());
            changed();
        });
    }

    /**
     * Opens a workspace; a missing or empty folder becomes one. Takes the lock, opens both stores and starts the plugins,
     * side by side, and finishes or undoes imports that a crash interrupted.
     *
     * @throws AnalyticsException WORKSPACE_LOCKED if another process holds it, WORKSPACE_INVALID if the folder holds
     *     something else
     */
    public static Workspace open(Path directory, WorkspaceOptions options) {
        Path home = directory.toAbsolutePath().normalize();
        requireWorkspaceOrEmpty(home);
        WorkspaceLock lock = WorkspaceLock.acquire(home, Clock.systemUTC());
        List<AutoCloseable> opened = new ArrayList<>(List.of(lock));
        CompletableFuture<Catalog> catalog =
                CompletableFuture.supplyAsync(() -> Catalog.open(home.resolve("catalog")), DaemonThreads::start);
        CompletableFuture<PluginHost> host =
                CompletableFuture.supplyAsync(() -> startHost(home.resolve("plugins"), options), DaemonThreads::start);
        try {
            Warehouse warehouse = Warehouse.open(home, WarehouseOptions.defaults());
            opened.add(warehouse);
            opened.add(catalog.join());
            opened.add(host.join());
            ImportRecovery.recover(warehouse, new CatalogJournal(catalog.join()));
            return new Workspace(home, options, lock, catalog.join(), warehouse, host.join());
        } catch (RuntimeException e) {
            for (CompletableFuture<? extends AutoCloseable> other : List.of(catalog, host)) {
                other.handle((closeable, failure) -> closeable == null ? null : opened.add(closeable))
                        .join();
            }
            opened.stream()
                    .distinct()
                    .sorted((a, b) -> a == lock ? 1 : b == lock ? -1 : 0)
                    .forEach(Workspace::closeQuietly);
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static PluginHost startHost(Path own, WorkspaceOptions options) {
        PluginHost host = PluginHost.start(HostOptions.in(Path.of(System.getProperty("java.io.tmpdir"))));
        List<Path> folders = new ArrayList<>();
        folders.add(own);
        folders.addAll(options.pluginFolders());
        host.loadAll(folders.stream().filter(Files::isDirectory).toList());
        return host;
    }

    private static void requireWorkspaceOrEmpty(Path home) {
        // Both stores take these characters for the end of the path, and would write elsewhere.
        String path = File.separatorChar == '\\' ? home.toString().replace('\\', '/') : home.toString();
        if (path.matches("(?s).*[;?\\\\].*")) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID,
                    home
                            + " cannot be a workspace, because its path has a semicolon, a question mark or a backslash in it."
                            + " Choose another path.");
        }
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID, home + " is a file. A workspace is a folder: choose another path.");
        }
        if (Files.exists(home.resolve("warehouse.duckdb")) || !Files.exists(home)) {
            return;
        }
        try (Stream<Path> content = Files.list(home)) {
            List<String> strangers = content.map(p -> p.getFileName().toString())
                    .filter(name -> !List.of("catalog", "staging", "rejects", "plugins", "clientele.lock")
                            .contains(name))
                    .sorted()
                    .limit(3)
                    .toList();
            if (!strangers.isEmpty()) {
                throw new AnalyticsException(
                        ErrorCode.WORKSPACE_INVALID,
                        home + " is not a workspace, and it is not empty (it holds " + String.join(", ", strangers)
                                + "). Choose a workspace, or a new or empty folder.");
            }
        } catch (IOException e) {
            throw new AnalyticsException(ErrorCode.WORKSPACE_INVALID, home + " cannot be read: " + e.getMessage(), e);
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
        return new Session(this, subject, policy);
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

    /** All plugins, also refused and stopped ones. */
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

    /** The same as {@link #installPlugin}, for a jar of an installed plugin. */
    public PluginView updatePlugin(Path jar) {
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

    /** Unloads a plugin; its jar in the workspace's own folder is deleted. */
    public void removePlugin(String id) {
        plugins.remove(id);
    }

    /** Hears, on any thread, that plugins or data changed. */
    public CancelSignal.Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed() {
        listeners.forEach(Runnable::run);
    }

    /** All metrics whose formulas are good for the tables as they are now. */
    MetricCatalog metrics() {
        Contributed plugins = contributed;
        CustomerModel model = warehouse.model();
        KnownMetrics known = knownMetrics;
        if (known == null || known.contributed() != plugins || !known.model().equals(model)) {
            known = new KnownMetrics(plugins, model, MetricCatalog.of(plugins.metrics(), model));
            knownMetrics = known;
            known.catalog().problems().forEach(p -> LOG.warn("Metric {} is left out: {}", p.id(), p.message()));
        }
        return known.catalog();
    }

    QueryPlans plans() {
        return plans;
    }

    /** Held by whoever imports, so that one does at a time. */
    Object importing() {
        return importing;
    }

    Contributed contributed() {
        return contributed;
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

    /** Stops the plugins and closes both stores; the lock goes last. */
    @Override
    public void close() {
        listeners.clear();
        closeQuietly(host);
        closeQuietly(warehouse);
        closeQuietly(catalog);
        closeQuietly(lock);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.warn("Could not close {}", closeable, e);
        }
    }
}
