package org.clientele.platform.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.clientele.platform.host.HostOptions.JarLimits;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ChartType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins that are sound jars and then misbehave, each beside a healthy one. */
class ContainmentTest extends HostTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an Error in start | @Override public void start() { throw new Error(\"no licence\"); } | start(): Error: no licence.",
                "an assertion in start | @Override public void start() { throw new AssertionError(); } | start(): AssertionError.",
                "endless recursion in start | @Override public void start() { start(); } | start(): StackOverflowError.",
                "a checked exception in start | @Override public void start() throws Exception { throw new java.io.IOException(\"disk is full.\"); } | start(): IOException: disk is full.",
                "an exception in the constructor | public Entry() { throw new IllegalStateException(\"too early\"); } | its entry class: IllegalStateException: too early.",
                "an exception in a static initializer | static final int N = Integer.parseInt(\"n\"); | its entry class: NumberFormatException: For input string: \"n\".",
                "an exception in a list | @Override public List<MetricDefinition> metrics() { throw new UnsupportedOperationException(\"later\"); } | metrics(): UnsupportedOperationException: later.",
                "null for a list | @Override public List<DashboardSpec> dashboards() { return null; } | dashboards(): it returned null instead of a list.",
                "null in a list | @Override public List<ImportRecipe> importRecipes() { return Collections.singletonList(null); } | importRecipes(): its list of ImportRecipe holds null.",
                "a wrong class in a list | @SuppressWarnings({\"unchecked\", \"rawtypes\"}) @Override public List<MetricDefinition> metrics() { return (List) List.of(\"revenue\"); } | metrics(): its list of MetricDefinition holds something else.",
                "a bad id | @Override public List<MetricDefinition> metrics() { return List.of(MetricDefinition.builder(\"Revenue\", \"1\").build()); } | metrics(): \"/Revenue\" is not an id. An id looks like vendor.plugin/name, in lower case with digits and hyphens."
            })
    void misbehavingPluginFailsAlone(String what, String members, String message) {
        PluginInfo bad = loadBeside(PluginJarBuilder.plugin("acme.bad", "1.0.0").entry(members));
        assertThat(bad.state()).isEqualTo(PluginState.FAILED);
        assertThat(bad.message()).isEqualTo("acme.bad 1.0.0 failed in " + message);
        assertThat(metrics()).containsExactly("acme.healthy/orders");
    }

    @Test
    void foreignNamespaceIsRefused() {
        PluginInfo bad = loadBeside(PluginJarBuilder.plugin("acme.bad", "1.0.0")
                .entry("@Override public List<DashboardSpec> dashboards() {"
                        + " return List.of(DashboardSpec.builder(\"acme.other/overview\", \"Overview\").build()); }"));
        assertThat(bad.state()).isEqualTo(PluginState.FAILED);
        assertThat(bad.message())
                .isEqualTo(
                        "acme.bad 1.0.0 contributes the dashboard acme.other/overview, whose id does not start with its"
                                + " own: acme.bad/overview.");
    }

    @Test
    void sameIdTwiceInOnePluginIsRefused() {
        PluginInfo bad = loadBeside(PluginJarBuilder.plugin("acme.bad", "1.0.0")
                .entry("@Override public List<MetricDefinition> metrics() { MetricDefinition m ="
                        + " MetricDefinition.builder(\"acme.bad/m\", \"1\").build(); return List.of(m, m); }"));
        assertThat(bad.message()).isEqualTo("acme.bad 1.0.0 contributes the metric acme.bad/m twice.");
    }

    @Test
    void pluginWhoseListsFailIsStoppedAgain() {
        loadBeside(PluginJarBuilder.plugin("acme.bad", "1.0.0").entry("""
                        @Override public void stop() { System.setProperty("acme.bad.stopped", "yes"); }
                        @Override public List<MetricDefinition> metrics() { throw new IllegalStateException("no"); }
                        """));
        assertThat(System.clearProperty("acme.bad.stopped")).isEqualTo("yes");
    }

    @Test
    void classThatCannotLinkFailsItsPluginAlone() {
        PluginInfo bad = loadBeside(PluginJarBuilder.plugin("acme.bad", "1.0.0")
                .entry("@Override public void start() { new Gone(); }")
                .source("acme.bad.Gone", "package acme.bad; class Gone {}")
                .without("acme/bad/Gone.class"));
        assertThat(bad.state()).isEqualTo(PluginState.FAILED);
        assertThat(bad.message())
                .isEqualTo("acme.bad 1.0.0 failed in start(): the class acme.bad.Gone is neither in the plugin nor in a"
                        + " package that it imports.");
    }

    @Test
    void entryClassMissingFromTheJarFailsItsPluginAlone() {
        PluginInfo bad = loadBeside(
                PluginJarBuilder.plugin("acme.bad", "1.0.0").metric("m").without("acme/bad/Entry.class"));
        assertThat(bad.message())
                .isEqualTo(
                        "acme.bad 1.0.0 failed in its entry class: the class acme.bad.Entry of its index is not in its"
                                + " jar. Build it anew, from clean.");
    }

    @Test
    void entryClassThatIsNotPublicFailsItsPluginAlone() {
        PluginInfo bad = loadBeside(PluginJarBuilder.plugin("acme.bad", "1.0.0").entry("Entry() {}"));
        assertThat(bad.message())
                .isEqualTo(
                        "acme.bad 1.0.0 failed in its entry class: acme.bad.Entry is not a public class with a public"
                                + " constructor without arguments.");
    }

    @Test
    void jarWithoutIndexSaysHowToGetOne() {
        PluginInfo bad = loadBeside(
                PluginJarBuilder.plugin("acme.bad", "1.0.0").metric("m").without("META-INF/extensions.idx"));
        assertThat(bad.state()).isEqualTo(PluginState.FAILED);
        assertThat(bad.message())
                .isEqualTo("acme.bad 1.0.0 has no entry class. Annotate a class that extends ClientelePlugin with"
                        + " @PluginEntry, and build it with the plugin parent.");
    }

    @Test
    void twoEntryClassesAreRefused() {
        PluginInfo bad = loadBeside(PluginJarBuilder.plugin("acme.bad", "1.0.0")
                .metric("m")
                .source(
                        "acme.bad.Second",
                        "package acme.bad; @org.clientele.sdk.extension.PluginEntry public final class Second extends"
                                + " org.clientele.sdk.extension.ClientelePlugin {}"));
        assertThat(bad.message()).startsWith("acme.bad 1.0.0 has 2 entry classes;");
    }

    @Test
    void pluginThatHangsInStartIsGivenUpAndTheOthersRun() {
        host.close();
        host = PluginHost.start(new HostOptions(
                temp.resolve("cache"), Duration.ofMillis(400), Duration.ofMillis(200), JarLimits.DEFAULT));
        PluginInfo bad = loadBeside(
                PluginJarBuilder.plugin("acme.bad", "1.0.0")
                        .entry(
                                "@Override public void start() throws Exception { new java.util.concurrent.CountDownLatch(1).await(); }"));
        assertThat(bad.state()).isEqualTo(PluginState.FAILED);
        assertThat(bad.message()).isEqualTo("acme.bad 1.0.0 failed in start(): it did not return within 400 ms.");
    }

    @Test
    void throwingStopIsReportedAndThePluginIsStopped() {
        loadBeside(PluginJarBuilder.plugin("acme.bad", "1.0.0")
                .entry("@Override public void stop() { throw new Error(\"cannot let go\"); }"));
        host.stop("acme.bad");
        assertThat(info("acme.bad").state()).isEqualTo(PluginState.STOPPED);
        assertThat(info("acme.bad").message()).isEqualTo("acme.bad 1.0.0 failed in stop(): Error: cannot let go.");
        assertThat(host.start("acme.bad").state()).isEqualTo(PluginState.STARTED);
    }

    @Test
    void exceptionInAChartNamesPluginAndMethod() {
        ChartType chart = chart("throw new IllegalStateException(\"no axis\");");
        assertThatThrownBy(() -> chart.layout(request())).isInstanceOfSatisfying(AnalyticsException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
            assertThat(e.getMessage())
                    .isEqualTo("acme.chart 1.0.0 failed in layout of the chart acme.chart/chart:"
                            + " IllegalStateException: no axis.");
            assertThat(e.getCause().getStackTrace()[0].getClassName()).startsWith("acme.chart.Entry");
        });
        assertThat(info("acme.chart").state()).isEqualTo(PluginState.STARTED);
    }

    @Test
    void errorsInAChartAreContained() {
        assertThatThrownBy(() -> chart("throw new NoSuchMethodError(\"x\");").layout(request()))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("NoSuchMethodError: x.");
        host.uninstall("acme.chart");
        assertThatThrownBy(() -> chart("return layout(request);").layout(request()))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("StackOverflowError.");
        host.uninstall("acme.chart");
        assertThatThrownBy(() -> chart("return null;").layout(request()))
                .isInstanceOf(AnalyticsException.class)
                .hasMessage("acme.chart 1.0.0 returned no scene for the chart acme.chart/chart.");
    }

    @Test
    void lackOfMemoryInAChartIsNotThePluginsMatter() {
        ChartType chart = chart("throw new OutOfMemoryError(\"heap\");");
        assertThatThrownBy(() -> chart.layout(request())).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void whatAChartSaysAboutItsDataKeepsItsCode() {
        ChartType chart = chart("throw new AnalyticsException(ErrorCode.DATA_COLUMN_MISSING, \"No column month.\");");
        assertThatThrownBy(() -> chart.layout(request())).isInstanceOfSatisfying(AnalyticsException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.DATA_COLUMN_MISSING);
            assertThat(e.getMessage()).isEqualTo("No column month.");
        });
    }

    @Test
    void callsRunWithThePluginsClassLoaderAsContext() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ChartType chart =
                chart("boolean own = Thread.currentThread().getContextClassLoader() == getClass().getClassLoader();"
                        + " return new Scene(1, 1, String.valueOf(own), \"\", Node.Group.at(0, 0, List.of()));");
        assertThat(chart.layout(request()).title()).isEqualTo("true");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void javaAndTheLoggerAreThereAndTheFrameworkIsNot() {
        PluginInfo good =
                loadBeside(PluginJarBuilder.plugin("acme.good", "1.0.0").entry("""
                        @Override public void start() throws Exception {
                            org.slf4j.LoggerFactory.getLogger("acme").debug("starts");
                            new java.sql.Timestamp(0).toString();
                            java.net.http.HttpClient.newHttpClient();
                            for (String hidden : List.of("org.pf4j.PluginManager", "org.clientele.platform.host.PluginHost")) {
                                try {
                                    Class.forName(hidden);
                                    throw new IllegalStateException(hidden + " is visible");
                                } catch (ClassNotFoundException e) {
                                    // as it should be
                                }
                            }
                        }
                        """));
        assertThat(good.message()).isEmpty();
        assertThat(good.state()).isEqualTo(PluginState.STARTED);
    }

    private ChartType chart(String layout) {
        Path jar = PluginJarBuilder.plugin("acme.chart", "1.0.0").chart(layout).in(temp);
        assertThat(host.install(jar).message()).isEmpty();
        return host.contributions().chartTypes().get(0).value();
    }

    private PluginInfo loadBeside(PluginJarBuilder builder) {
        Path bad = builder.in(jars);
        healthy().in(jars);
        host.loadAll(List.of(jars));
        assertHealthyRuns();
        return host.plugins().stream()
                .filter(p -> p.source().equals(bad))
                .findFirst()
                .orElseThrow();
    }
}
