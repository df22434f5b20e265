package org.clientele.platform.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ChartType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another version while it runs, and back again when it is a bad one. */
class UpdateTest extends HostTest {
    private static final String SCENE = "return new Scene(1, 1, \"%s\", \"\", Node.Group.at(0, 0, List.of()));";

    @Test
    void newerVersionTakesOverWhileRunning() {
        host.install(healthy().in(jars));
        PluginInfo updated = host.update(PluginJarBuilder.plugin("acme.healthy", "1.1.0")
                .metric("baskets")
                .in(jars));
        assertThat(updated.version()).isEqualTo("1.1.0");
        assertThat(updated.state()).isEqualTo(PluginState.STARTED);
        assertThat(updated.message()).isEmpty();
        assertThat(metrics()).containsExactly("acme.healthy/baskets");
        assertThat(host.plugins()).hasSize(1);
    }

    @Test
    void olderVersionMayComeBack() {
        host.install(PluginJarBuilder.plugin("acme.healthy", "1.1.0")
                .metric("baskets")
                .in(jars));
        assertThat(host.update(healthy().in(jars)).version()).isEqualTo("1.0.0");
        assertHealthyRuns();
    }

    @Test
    void chartOfTheOldVersionAnswersThatItIsGone() {
        host.install(PluginJarBuilder.plugin("acme.chart", "1.0.0")
                .chart(SCENE.formatted("old"))
                .in(jars));
        ChartType old = host.contributions().chartTypes().get(0).value();
        host.update(PluginJarBuilder.plugin("acme.chart", "1.1.0")
                .chart(SCENE.formatted("new"))
                .in(jars));
        assertStopped(old);
        ChartType fresh = host.contributions().chartTypes().get(0).value();
        assertThat(fresh.layout(request()).title()).isEqualTo("new");
        host.stop("acme.chart");
        assertStopped(fresh);
        host.start("acme.chart");
        assertStopped(fresh);
        assertThat(host.contributions()
                        .chartTypes()
                        .get(0)
                        .value()
                        .layout(request())
                        .title())
                .isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Override public void start() { throw new Error(\"bad\"); }",
                "public Entry() { throw new IllegalStateException(\"bad\"); }",
                "@Override public List<MetricDefinition> metrics() { throw new IllegalStateException(\"bad\"); }",
                "@Override public List<MetricDefinition> metrics() { return null; }",
            })
    void badVersionIsRolledBackAndSaysSo(String members) {
        host.install(healthy().in(jars));
        PluginInfo info = host.update(
                PluginJarBuilder.plugin("acme.healthy", "1.1.0").entry(members).in(jars));
        assertThat(info.version()).isEqualTo("1.0.0");
        assertThat(info.message())
                .startsWith("Version 1.1.0 was not taken, it stays at 1.0.0: acme.healthy 1.1.0 failed in ");
        assertThat(info("acme.healthy")).isEqualTo(info);
        assertHealthyRuns();
    }

    @Test
    void versionThatDoesNotResolveIsRolledBack() {
        host.install(healthy().in(jars));
        PluginInfo info = host.update(PluginJarBuilder.plugin("acme.healthy", "2.0.0")
                .metric("orders")
                .header("Import-Package", "org.clientele.sdk.extension;version=\"[2.0,3)\",*")
                .in(jars));
        assertThat(info.message())
                .isEqualTo(
                        "Version 2.0.0 was not taken, it stays at 1.0.0: acme.healthy 2.0.0 needs sdk [2.0,3.0), this"
                                + " workbench has 1.0.0.");
        assertHealthyRuns();
    }

    @Test
    void jarThatIsNoPluginChangesNothing() throws Exception {
        host.install(healthy().in(jars));
        Path junk = Files.writeString(jars.resolve("junk.jar"), "junk");
        assertThat(host.update(junk).message()).isEqualTo("junk.jar is not a jar.");
        Path other = PluginJarBuilder.plugin("acme.other", "1.0.0").metric("m").in(jars);
        assertThat(host.update(other).message())
                .isEqualTo("acme.other 1.0.0 updates nothing: acme.other is not installed. Install it instead.");
        assertHealthyRuns();
        assertThat(host.install(other).state()).isEqualTo(PluginState.STARTED);
    }

    @Test
    void rollBackWorksThoughTheFileWasOverwrittenInPlace() {
        Path jar = healthy().to(jars.resolve("plugin.jar"));
        host.install(jar);
        PluginJarBuilder.plugin("acme.healthy", "1.1.0")
                .entry("@Override public void start() { throw new Error(\"bad\"); }")
                .to(jar);
        assertThat(host.update(jar).version()).isEqualTo("1.0.0");
        assertHealthyRuns();
        PluginJarBuilder.plugin("acme.healthy", "1.2.0").metric("fixed").to(jar);
        assertThat(host.update(jar).version()).isEqualTo("1.2.0");
        assertThat(metrics()).containsExactly("acme.healthy/fixed");
    }

    @Test
    void usersOfAnUpdatedPluginAreWiredToItsNewVersion() {
        Path base = PluginHostTest.base("1.0.0", "one").in(jars);
        host.install(base);
        host.install(PluginHostTest.user(base).in(jars));
        assertThat(metrics()).containsExactly("acme.user/one");
        host.update(PluginHostTest.base("1.1.0", "two").in(jars));
        assertThat(info("acme.user").state()).isEqualTo(PluginState.STARTED);
        assertThat(metrics()).containsExactly("acme.user/two");
    }

    @Test
    void userThatTheNewVersionDoesNotSuitSaysSoAndComesBackWithTheOld() {
        Path base = PluginHostTest.base("1.0.0", "one").in(jars);
        host.install(base);
        host.install(PluginHostTest.user(base).in(jars));
        host.update(PluginHostTest.base("2.0.0", "two").in(jars));
        assertThat(info("acme.user").state()).isEqualTo(PluginState.REFUSED);
        assertThat(info("acme.user").message())
                .isEqualTo("acme.user 1.0.0 needs the package acme.base [1.0,2.0), but acme.base has 2.0.0.");
        host.update(base);
        assertThat(metrics()).containsExactly("acme.user/one");
    }

    @Test
    void stoppedPluginIsUpdatedAndStaysStopped() {
        host.install(healthy().in(jars));
        host.stop("acme.healthy");
        PluginInfo updated = host.update(PluginJarBuilder.plugin("acme.healthy", "1.1.0")
                .metric("baskets")
                .in(jars));
        assertThat(updated.version()).isEqualTo("1.1.0");
        assertThat(updated.state()).isEqualTo(PluginState.STOPPED);
        host.start("acme.healthy");
        assertThat(metrics()).containsExactly("acme.healthy/baskets");
    }

    @Test
    void failedPluginIsMendedByAnUpdate() {
        host.install(PluginJarBuilder.plugin("acme.healthy", "0.9.0")
                .entry("@Override public void start() { throw new Error(\"bad\"); }")
                .in(jars));
        assertThat(host.update(healthy().in(jars)).state()).isEqualTo(PluginState.STARTED);
        assertHealthyRuns();
    }

    @Test
    void hundredUpdatesLeaveOneCopy() throws Exception {
        Path one = healthy().in(jars);
        Path two = PluginJarBuilder.plugin("acme.healthy", "1.1.0")
                .metric("baskets")
                .in(jars);
        host.install(one);
        for (int i = 0; i < 50; i++) {
            assertThat(host.update(two).version()).isEqualTo("1.1.0");
            assertThat(host.update(one).version()).isEqualTo("1.0.0");
        }
        try (var walk = Files.walk(temp.resolve("cache"))) {
            List<Path> copies = walk.filter(p -> p.getFileName().toString().startsWith("plugin-"))
                    .toList();
            assertThat(copies).hasSize(1);
        }
    }

    private static void assertStopped(ChartType chart) {
        assertThatThrownBy(() -> chart.layout(request()))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_STOPPED))
                .hasMessageContaining("acme.chart 1.")
                .hasMessageContaining("was stopped, updated or removed.");
    }
}
