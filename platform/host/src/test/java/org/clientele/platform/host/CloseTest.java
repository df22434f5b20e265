package org.clientele.platform.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.clientele.platform.host.HostOptions.JarLimits;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ChartType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing returns from any state, keeps no process alive and leaves nothing on disk. */
@Timeout(60)
class CloseTest extends HostTest {
    @Test
    void closingStopsEachPluginAndEmptiesTheCache() throws IOException {
        host.install(PluginJarBuilder.plugin("acme.chart", "1.0.0")
                .chart("return null;")
                .in(jars));
        host.install(PluginJarBuilder.plugin("acme.last", "1.0.0")
                .entry("@Override public void stop() { System.setProperty(\"acme.last\", \"stopped\"); }")
                .in(jars));
        ChartType chart = host.contributions().chartTypes().get(0).value();
        host.close();
        assertThat(System.clearProperty("acme.last")).isEqualTo("stopped");
        assertThatThrownBy(() -> chart.layout(request()))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_STOPPED));
        try (var left = Files.list(temp.resolve("cache"))) {
            assertThat(left).isEmpty();
        }
        assertThat(host.contributions()).isEqualTo(Contributions.NONE);
    }

    @Test
    void closedHostSaysSo() {
        host.close();
        host.close();
        assertThatThrownBy(() -> host.install(jars.resolve("x.jar")))
                .isInstanceOf(AnalyticsException.class)
                .hasMessage("The plugin host is closed.");
    }

    @Test
    void noThreadThatOutlivesTheProcessIsLeft() {
        Set<Thread> before = keepAlive();
        host.install(PluginJarBuilder.plugin("acme.threads", "1.0.0")
                .entry(
                        "@Override public void start() { new Thread(() -> { while (true) { java.util.concurrent.locks.LockSupport.park(); } }).start(); }")
                .in(jars));
        assertThat(keepAlive()).isEqualTo(before);
        host.close();
        assertThat(keepAlive()).isEqualTo(before);
    }

    @Test
    void pluginsThatThrowOrHangWhileStoppingDoNotHoldItUp() {
        host.close();
        host = PluginHost.start(new HostOptions(
                temp.resolve("cache"), Duration.ofSeconds(5), Duration.ofMillis(200), JarLimits.DEFAULT));
        host.install(PluginJarBuilder.plugin("acme.hangs", "1.0.0")
                .entry(
                        "@Override public void stop() throws Exception { while (true) { try { Thread.sleep(1000000); } catch (InterruptedException e) { } } }")
                .in(jars));
        host.install(PluginJarBuilder.plugin("acme.thrower", "1.0.0")
                .entry("@Override public void stop() { throw new Error(\"no\"); }")
                .in(jars));
        host.install(PluginJarBuilder.plugin("acme.well", "1.0.0")
                .entry("@Override public void stop() { System.setProperty(\"acme.well\", \"stopped\"); }")
                .in(jars));
        host.close();
        assertThat(System.clearProperty("acme.well")).isEqualTo("stopped");
    }

    @Test
    void closingWhileAPluginStartsReturns() throws Exception {
        Path jar = PluginJarBuilder.plugin("acme.slow", "1.0.0")
                .entry("@Override public void start() throws Exception { System.setProperty(\"acme.slow\", \"inside\");"
                        + " new java.util.concurrent.CountDownLatch(1).await(); }")
                .in(jars);
        CountDownLatch returned = new CountDownLatch(1);
        Thread installer = new Thread(() -> {
            try {
                host.install(jar);
            } finally {
                returned.countDown();
            }
        });
        installer.setDaemon(true);
        installer.setUncaughtExceptionHandler((thread, thrown) -> {});
        installer.start();
        while (System.getProperty("acme.slow") == null) {
            Thread.onSpinWait();
        }
        System.clearProperty("acme.slow");
        long start = System.nanoTime();
        host.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(returned.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void listenerMayCloseTheHost() {
        host.onChange(host::close);
        host.install(healthy().in(jars));
        assertThatThrownBy(() -> host.stop("acme.healthy")).hasMessage("The plugin host is closed.");
    }

    @Test
    void hostThatCannotStartSaysWhy() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        assertThatThrownBy(() -> PluginHost.start(HostOptions.in(file.resolve("cache"))))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED))
                .hasMessageStartingWith("Plugins cannot start, because nothing can be written to ");
    }

    @Test
    void foldersOfCrashedProcessesAreDeletedAndThoseOfLivingOnesAreNot() throws IOException {
        Path cache = temp.resolve("cache");
        Files.createDirectories(cache.resolve("host-dead").resolve("bundles"));
        Files.createFile(cache.resolve("host-dead.lock"));
        host.install(healthy().in(jars));
        try (PluginHost second = PluginHost.start(HostOptions.in(cache))) {
            assertThat(cache.resolve("host-dead")).doesNotExist();
            assertThat(second.install(jars.resolve("acme.healthy-1.0.0.jar")).state())
                    .isEqualTo(PluginState.STARTED);
        }
        host.stop("acme.healthy");
        assertThat(host.start("acme.healthy").state()).isEqualTo(PluginState.STARTED);
    }

    private static Set<Thread> keepAlive() {
        List<Thread> all = List.copyOf(Thread.getAllStackTraces().keySet());
        return all.stream().filter(t -> !t.isDaemon()).collect(Collectors.toSet());
    }
}
