package org.clientele.platform.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.extension.ChartType;
import org.junit.jupiter.api.Test;

/** After a plugin is gone its class loader is collected, whatever of it the platform still holds. */
class UnloadTest extends HostTest {
    private static final String LOADER_ESCAPES = """
            @Override public void start() { System.getProperties().put("acme.loader", getClass().getClassLoader()); }
            @Override public List<MetricDefinition> metrics() {
                return List.of(MetricDefinition.builder("acme.leak/m", "1").build());
            }
            @Override public List<ChartType> chartTypes() {
                return List.of(new ChartType() {
                    @Override public String kind() { return "acme.leak/chart"; }
                    @Override public Scene layout(ChartRequest request) { throw new IllegalStateException("seen"); }
                });
            }
            """;

    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    @Test
    void classLoaderIsCollectedAfterUninstall() throws Exception {
        host.install(leak("1.0.0"));
        Contributions held = host.contributions();
        Throwable thrown = failingCall(held);
        Reference<Object> loader = loader();
        host.uninstall("acme.leak");
        assertCollected(loader);
        assertThat(held.size()).isEqualTo(2);
        assertThat(thrown).hasMessageContaining("seen").hasRootCauseMessage("seen");
        assertThat(host.plugins()).isEmpty();
    }

    @Test
    void textsOfAPluginAreFoundInItsJarAndDoNotHoldItsClasses() throws Exception {
        host.install(PluginJarBuilder.plugin("acme.leak", "1.0.0")
                .entry(LOADER_ESCAPES.replace(
                        "throw new IllegalStateException(\"seen\");",
                        "throw new IllegalStateException("
                                + "org.clientele.sdk.text.Texts.of(Entry.class).get(\"chart.seen\", 2));"))
                .resource("acme/leak/texts.properties", "chart.seen=seen {0, plural, one {once} other {# times}} ↑")
                .in(jars));
        Contributions held = host.contributions();
        Throwable thrown = failingCall(held);
        Reference<Object> loader = loader();
        host.uninstall("acme.leak");
        assertCollected(loader);
        assertThat(thrown).hasMessageContaining("seen 2 times ↑");
        assertThat(held.size()).isEqualTo(2);
    }

    @Test
    void classLoaderIsCollectedAfterUpdate() throws Exception {
        host.install(leak("1.0.0"));
        Contributions held = host.contributions();
        Reference<Object> loader = loader();
        host.update(leak("1.1.0"));
        assertCollected(loader);
        assertThat(held.chartTypes()).hasSize(1);
        System.getProperties().remove("acme.loader");
    }

    @Test
    void classLoaderOfAFailedVersionIsCollected() throws Exception {
        host.install(PluginJarBuilder.plugin("acme.leak", "1.0.0").metric("m").in(jars));
        PluginInfo info = host.update(PluginJarBuilder.plugin("acme.leak", "1.1.0")
                .entry(LOADER_ESCAPES.replace("getClassLoader()); }", "getClassLoader()); throw new Error(\"x\"); }"))
                .in(jars));
        assertThat(info.message()).contains("Error: x.");
        assertCollected(loader());
    }

    @Test
    void stopWaitsForTheCallThatIsInsideAndLetsNoOtherIn() throws Exception {
        host.install(PluginJarBuilder.plugin("acme.chart", "1.0.0").entry("""
                        private volatile boolean stopped;
                        @Override public void stop() { stopped = true; }
                        @Override public List<ChartType> chartTypes() {
                            return List.of(new ChartType() {
                                @Override public String kind() { return "acme.chart/chart"; }
                                @Override public Scene layout(ChartRequest request) {
                                    request.text().width("", 0, TextStyle.Weight.BOLD);
                                    return new Scene(1, 1, "stopped " + stopped, "", Node.Group.at(0, 0, List.of()));
                                }
                            });
                        }
                        """).in(jars));
        ChartType chart = host.contributions().chartTypes().get(0).value();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        Thread stopper = new Thread(() -> {
            try {
                inside.await();
            } catch (InterruptedException e) {
                return;
            }
            host.stop("acme.chart");
        });
        stopper.start();
        var request = request((text, size, weight) -> {
            inside.countDown();
            Thread other = new Thread(() -> {
                while (refused.getCount() > 0) {
                    try {
                        chart.layout(request());
                    } catch (AnalyticsException e) {
                        refused.countDown();
                    }
                }
            });
            other.start();
            try {
                assertThat(refused.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return 0;
        });
        assertThat(chart.layout(request).title()).isEqualTo("stopped false");
        stopper.join(10_000);
        assertThat(info("acme.chart").state()).isEqualTo(PluginState.STOPPED);
    }

    private Path leak(String version) {
        return PluginJarBuilder.plugin("acme.leak", version)
                .entry(LOADER_ESCAPES)
                .in(jars);
    }

    private Throwable failingCall(Contributions contributions) {
        AnalyticsException[] thrown = new AnalyticsException[1];
        assertThatThrownBy(() -> contributions.chartTypes().get(0).value().layout(request()))
                .isInstanceOfSatisfying(AnalyticsException.class, e -> thrown[0] = e);
        return thrown[0];
    }

    private Reference<Object> loader() {
        Object loader = System.getProperties().remove("acme.loader");
        assertThat(loader).isInstanceOf(ClassLoader.class);
        return new PhantomReference<>(loader, collected);
    }

    private void assertCollected(Reference<Object> loader) throws InterruptedException {
        Reference<?> found = null;
        for (int i = 0; i < 50 && found == null; i++) {
            System.gc();
            found = collected.remove(100);
        }
        assertThat(found).as("the class loader is still held").isSameAs(loader);
    }
}
