package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.platform.host.PluginJarBuilder;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder, the plugin {@code acme.shop} that comes with the product, and workspaces that are closed at the end. */
abstract class RuntimeTest {
    /** Two good dashboards and one of whose tiles most fail. */
    private static final String SHOP = """
            @Override public List<DashboardSpec> dashboards() {
                return List.of(
                        DashboardSpec.builder("acme.shop/plain", "Plain")
                                .tile(kpi("revenue", "clientele.core/revenue"))
                                .tile(bar("countries", "clientele.core/revenue", ChartSpec.BAR))
                                .build(),
                        DashboardSpec.builder("acme.shop/mixed", "Mixed")
                                .tile(kpi("revenue", "clientele.core/revenue"))
                                .tile(kpi("unknown", "no-such-metric"))
                                .tile(bar("broken", "clientele.core/revenue", "acme.shop/broken"))
                                .tile(bar("unlinked", "clientele.core/revenue", "acme.shop/unlinked"))
                                .tile(kpi("customers", "clientele.core/customers"))
                                .build(),
                        DashboardSpec.builder("acme.shop/worked-out", "Worked out")
                                .tile(TileSpec.builder("share", "Share", AnalysisCall.of("top-share"),
                                        ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, "share")))
                                .tile(TileSpec.builder("compared", "Compared",
                                        MetricQuery.of("clientele.core/revenue").compare(Comparison.YEAR_BEFORE),
                                        ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, "revenue")
                                                .encode(Channel.BASE, "revenue_year_before")))
                                .tile(bar("countries", "clientele.core/revenue", ChartSpec.BAR))
                                .build(),
                        DashboardSpec.builder("acme.shop/secret", "Secret")
                                .tile(kpi("revenue", "clientele.core/revenue")).build());
            }
            public record Share(@Parameter(label = "Of the top", least = 1, most = 10) int top) {}
            /** The share of the countries with most revenue. */
            private static final class TopShare implements Analysis<Share> {
                @Override public QualifiedId id() { return QualifiedId.of("acme.shop/top-share"); }
                @Override public String title() { return "Top share"; }
                @Override public Share defaults() { return new Share(1); }
                @Override public org.clientele.sdk.data.Frame run(Share p, AnalysisContext c) {
                    var f = c.query(MetricQuery.of("clientele.core/revenue").by("country").during(c.period()));
                    if (f.rowCount() == 0) {
                        throw new AnalyticsException(ErrorCode.DATA_COLUMN_MISSING, "No countries are known.");
                    }
                    double all = 0;
                    double top = 0;
                    for (int i = 0; i < f.rowCount(); i++) {
                        all += f.column("revenue").doubleAt(i);
                        top += i < p.top() ? f.column("revenue").doubleAt(i) : 0;
                    }
                    var share = org.clientele.sdk.data.Column.builder(org.clientele.sdk.data.ColumnSpec.of("share",
                            org.clientele.sdk.data.ColumnType.DOUBLE));
                    if (Boolean.getBoolean("acme.shop.early")) {
                        c.early(org.clientele.sdk.data.Frame.of(org.clientele.sdk.data.Column.builder(
                                org.clientele.sdk.data.ColumnSpec.of("share", org.clientele.sdk.data.ColumnType.DOUBLE)).add(0.5).build())
                                .withCaveat(org.clientele.sdk.data.Caveat.of(
                                        org.clientele.sdk.data.Caveat.Kind.SMALL_SAMPLE, "Of a sample.")));
                        while (Boolean.getBoolean("acme.shop.early")) {
                            if (c.cancel().isCancelled()) {
                                System.setProperty("acme.shop.cancelled", "top " + p.top());
                                c.cancel().throwIfCancelled();
                            }
                            Thread.onSpinWait();
                        }
                        var country = org.clientele.sdk.data.Column.builder(org.clientele.sdk.data.ColumnSpec.of("country",
                                org.clientele.sdk.data.ColumnType.TEXT));
                        return org.clientele.sdk.data.Frame.of(share.add(top / all).build(), country.addText("Atlantis").build());
                    }
                    return org.clientele.sdk.data.Frame.of(share.add(top / all).build());
                }
            }
            @Override public List<Analysis<?>> analyses() { return List.of(new TopShare()); }
            private static TileSpec.Builder kpi(String id, String metric) {
                return TileSpec.builder(id, "Tile " + id, MetricQuery.of(metric),
                        ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, metric.substring(metric.indexOf('/') + 1)));
            }
            private static TileSpec.Builder bar(String id, String metric, String kind) {
                return TileSpec.builder(id, "Tile " + id, MetricQuery.of(metric).by("country"),
                        ChartSpec.of(kind).encode(Channel.X, "country").encode(Channel.Y, "revenue"));
            }
            @Override public List<ChartType> chartTypes() {
                return List.of(
                        type("broken", () -> new IllegalStateException("paint is empty")),
                        type("unlinked", () -> new NoClassDefFoundError("acme/shop/Gone")));
            }
            private static ChartType type(String name, java.util.function.Supplier<Throwable> thrown) {
                return new ChartType() {
                    @Override public String kind() { return "acme.shop/" + name; }
                    @Override public Scene layout(ChartRequest request) { return Entry.<RuntimeException>sneak(thrown.get()); }
                };
            }
            @SuppressWarnings("unchecked")
            private static <T extends Throwable> Scene sneak(Throwable t) throws T { throw (T) t; }
            """;

    @TempDir
    Path temp;

    private final List<Workspace> opened = new ArrayList<>();

    /** Builds the jar once a JVM. */
    private static final class Shop {
        static final Path FOLDER = build();

        private static Path build() {
            try {
                Path folder =
                        Files.createTempDirectory(Path.of("target"), "shop").toAbsolutePath();
                PluginJarBuilder.plugin("acme.shop", "1.0.0").entry(SHOP).in(folder);
                return folder;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    static WorkspaceOptions withShop() {
        return WorkspaceOptions.withPlugins(List.of(Shop.FOLDER));
    }

    static WorkspaceOptions withoutPlugins() {
        return WorkspaceOptions.withPlugins(List.of());
    }

    Path home() {
        return temp.resolve("workspace");
    }

    Workspace open(WorkspaceOptions options) {
        Workspace workspace = Workspace.open(home(), options);
        opened.add(workspace);
        return workspace;
    }

    static Session session(Workspace workspace) {
        return workspace.session(Subject.local(), Policy.allowAll());
    }

    @AfterEach
    void closeAll() {
        opened.forEach(Workspace::close);
    }

    /** The example's rows. */
    static LoadReply fill(Session session) {
        return session.imports()
                .load("Example", "example 1", CancelSignal.create(), sink -> sink.rows("order_line", Lines.EXAMPLE));
    }

    static double value(Session session, MetricQuery query) {
        return session.query(query, CancelSignal.create()).columns().get(0).doubleAt(0);
    }

    static double value(DashboardView view, String tile) {
        Frame frame = view.frame(tile).orElseThrow(() -> new AssertionError(tile + " is " + view.state(tile)));
        return frame.columns().get(0).doubleAt(0);
    }

    static void assertRefused(ErrorCode code, ThrowingCallable call, String... parts) {
        var thrown = assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AnalyticsException.class,
                        e -> org.assertj.core.api.Assertions.assertThat(e.code())
                                .as(e.getMessage())
                                .isEqualTo(code));
        for (String part : parts) {
            thrown.hasMessageContaining(part);
        }
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("In 20 seconds it did not happen: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** The names of our own threads that live now. */
    static Set<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("clientele") || name.startsWith("Felix"))
                .collect(Collectors.toSet());
    }

    static void assertNoOwnThreads() {
        try {
            until("no thread is left behind", () -> ownThreads().isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError("Threads are left behind: " + ownThreads(), e);
        }
    }
}
