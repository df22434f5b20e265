package org.clientele.platform.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clientele.platform.host.HostOptions.JarLimits;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.TextMeasure;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A running host, a folder for jars and one healthy plugin in it, {@code acme.healthy}. */
abstract class HostTest {
    @TempDir
    Path temp;

    Path jars;
    PluginHost host;

    @BeforeEach
    void startHost() throws IOException {
        jars = Files.createDirectory(temp.resolve("jars"));
        host = PluginHost.start(new HostOptions(
                temp.resolve("cache"), Duration.ofSeconds(10), Duration.ofSeconds(2), JarLimits.DEFAULT));
    }

    @AfterEach
    void closeHost() {
        host.close();
    }

    static PluginJarBuilder healthy() {
        return PluginJarBuilder.plugin("acme.healthy", "1.0.0").metric("orders");
    }

    PluginInfo info(String id) {
        return host.plugins().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + host.plugins()));
    }

    /** The others run: what every test of a bad plugin also asserts. */
    void assertHealthyRuns() {
        assertThat(info("acme.healthy").state()).isEqualTo(PluginState.STARTED);
        assertThat(metrics()).contains("acme.healthy/orders");
    }

    List<String> metrics() {
        return host.contributions().metrics().stream()
                .map(m -> m.value().id().toString())
                .toList();
    }

    static ChartRequest request() {
        return request((text, size, weight) -> text.length() * size / 2);
    }

    static ChartRequest request(TextMeasure measure) {
        return new ChartRequest(
                ChartSpec.of("acme.chart/chart"),
                Frame.of(),
                null,
                Map.of(),
                ViewState.initial(),
                Theme.LIGHT,
                300,
                200,
                measure,
                noFormat());
    }

    /** No chart here formats anything, and the SDK may add methods. */
    private static ValueFormat noFormat() {
        return (ValueFormat) Proxy.newProxyInstance(
                ValueFormat.class.getClassLoader(), new Class<?>[] {ValueFormat.class}, (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
