package org.clientele.platform.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ChartType;
import org.junit.jupiter.api.Test;

/** One jar is a bundle and a plugin: it installs, resolves, starts, stops, shares and stays apart. */
class PluginHostTest extends HostTest {
    private static final String SCENE = "return new Scene(1, 1, \"drawn\", \"\", Node.Group.at(0, 0, List.of()));";

    @Test
    void pluginIsKnownByItsManifest() {
        Path jar = healthy().in(jars);
        PluginInfo info = host.install(jar);
        assertThat(info)
                .isEqualTo(new PluginInfo(
                        "acme.healthy",
                        "The acme.healthy",
                        "1.0.0",
                        "Acme",
                        "Apache-2.0",
                        PluginState.STARTED,
                        "",
                        jar));
        assertThat(host.plugins()).containsExactly(info);
    }

    @Test
    void contributionsOfEveryKindComeWithTheirOwner() {
        host.install(PluginJarBuilder.plugin("acme.all", "1.0.0")
                .entry("""
                        @Override public List<MetricDefinition> metrics() {
                            return new AbstractList<>() {
                                @Override public MetricDefinition get(int i) {
                                    return MetricDefinition.builder("acme.all/m" + i, "sum(amount)").build();
                                }
                                @Override public int size() { return 2; }
                            };
                        }
                        @Override public List<DashboardSpec> dashboards() {
                            return List.of(DashboardSpec.builder("acme.all/overview", "Overview").build());
                        }
                        @Override public List<ImportRecipe> importRecipes() {
                            return List.of(ImportRecipe.builder("acme.all/till", "order_line")
                                    .title("Till").headers(List.of("a")).column("order_id", "a").build());
                        }
                        @Override public List<ChartType> chartTypes() {
                            return List.of(new ChartType() {
                                @Override public String kind() { return "acme.all/gauge"; }
                                @Override public double minWidth() { return 77; }
                                @Override public Scene layout(ChartRequest request) { %s }
                            });
                        }
                        """.formatted(SCENE))
                .in(jars));
        Contributions all = host.contributions();
        assertThat(metrics()).containsExactly("acme.all/m0", "acme.all/m1");
        assertThat(all.dashboards()).singleElement().satisfies(d -> {
            assertThat(d.plugin()).isEqualTo("acme.all");
            assertThat(d.value().title()).isEqualTo("Overview");
        });
        assertThat(all.importRecipes()).extracting(Owned::plugin).containsExactly("acme.all");
        ChartType chart = all.chartTypes().get(0).value();
        assertThat(chart.kind()).isEqualTo("acme.all/gauge");
        assertThat(chart.minWidth()).isEqualTo(77);
        assertThat(chart.layout(request()).title()).isEqualTo("drawn");
        assertThat(all.size()).isEqualTo(5);
    }

    @Test
    void pluginMadeForAnotherSdkIsRefusedInOneSentence() {
        healthy().in(jars);
        PluginJarBuilder.plugin("acme.basket", "2.0.0")
                .metric("m")
                .header("Import-Package", "org.clientele.sdk.extension;version=\"[2.0,3)\",*")
                .in(jars);
        host.loadAll(List.of(jars));
        assertThat(info("acme.basket").state()).isEqualTo(PluginState.REFUSED);
        assertThat(info("acme.basket").message())
                .isEqualTo("acme.basket 2.0.0 needs sdk [2.0,3.0), this workbench has 1.0.0.");
        assertHealthyRuns();
    }

    @Test
    void otherNeedsThatNothingMeetsAreSaidInOneSentence() {
        healthy().in(jars);
        needing("acme.geo", "Import-Package", "org.clientele.sdk.geo;version=\"[1.1,2)\",*");
        needing("acme.swt", "Import-Package", "org.eclipse.swt,*");
        needing("acme.newer", "Import-Package", "org.slf4j;version=\"[9.0.1,10)\",*");
        needing("acme.user", "Require-Bundle", "acme.absent;bundle-version=\"[1.0,2)\"");
        needing("acme.young", "Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"");
        needing("acme.odd", "Require-Capability", "acme.magic;filter:=\"(power>=9)\"");
        host.loadAll(List.of(jars));
        assertThat(info("acme.geo").message())
                .isEqualTo(
                        "acme.geo 1.0.0 needs the sdk's package org.clientele.sdk.geo [1.1,2.0), which this workbench"
                                + " does not have; it is made for another version.");
        assertThat(info("acme.swt").message())
                .isEqualTo("acme.swt 1.0.0 needs the package org.eclipse.swt, which no installed plugin provides.");
        assertThat(info("acme.newer").message())
                .startsWith("acme.newer 1.0.0 needs the package org.slf4j [9.0.1,10.0), but ");
        assertThat(info("acme.user").message())
                .isEqualTo("acme.user 1.0.0 needs the plugin acme.absent [1.0,2.0), which is not installed.");
        assertThat(info("acme.young").message())
                .isEqualTo("acme.young 1.0.0 needs Java 99, this is Java "
                        + Runtime.version().feature() + ".");
        assertThat(info("acme.odd").message())
                .isEqualTo("acme.odd 1.0.0 needs acme.magic (power>=9), which nothing here provides.");
        assertHealthyRuns();
    }

    @Test
    void pluginWaitsForItsDependencyAndStartsWithIt() {
        Path base = base("1.0.0", "one").in(temp);
        Path user = user(base).in(jars);
        PluginInfo alone = host.install(user);
        assertThat(alone.state()).isEqualTo(PluginState.REFUSED);
        assertThat(alone.message())
                .isEqualTo(
                        "acme.user 1.0.0 needs the package acme.base [1.0,2.0), which no installed plugin provides.");
        host.install(base);
        assertThat(info("acme.user").state()).isEqualTo(PluginState.STARTED);
        assertThat(metrics()).contains("acme.user/one");
        host.uninstall("acme.base");
        assertThat(info("acme.user").state()).isEqualTo(PluginState.REFUSED);
        assertThat(metrics()).isEmpty();
    }

    @Test
    void pluginWhoseDependencyCannotRunSaysSo() {
        Path base =
                base("1.0.0", "one").header("Import-Package", "acme.absent,*").in(jars);
        user(base).in(jars);
        host.loadAll(List.of(jars));
        assertThat(info("acme.user").message())
                .isEqualTo("acme.user 1.0.0 needs acme.base 1.0.0, which cannot run itself.");
    }

    @Test
    void stoppingAPluginStopsItsUsersUntilItStartsAgain() {
        Path base = base("1.0.0", "one").in(jars);
        user(base).in(jars);
        host.loadAll(List.of(jars));
        host.stop("acme.base");
        assertThat(info("acme.base").state()).isEqualTo(PluginState.STOPPED);
        assertThat(info("acme.user").state()).isEqualTo(PluginState.STOPPED);
        assertThat(info("acme.user").message()).isEqualTo("acme.user 1.0.0 needs acme.base 1.0.0, which is stopped.");
        assertThat(host.contributions()).isEqualTo(Contributions.NONE);
        host.start("acme.base");
        assertThat(info("acme.user").state()).isEqualTo(PluginState.STARTED);
        host.stop("acme.base");
        assertThat(host.start("acme.user").state()).isEqualTo(PluginState.STARTED);
        assertThat(info("acme.base").state()).isEqualTo(PluginState.STARTED);
    }

    @Test
    void userOfAFailedPluginDoesNotStart() {
        Path base = base("1.0.0", "one")
                .entry("@Override public void start() { throw new Error(\"broken\"); }")
                .in(jars);
        user(base).in(jars);
        host.loadAll(List.of(jars));
        assertThat(info("acme.user").message()).isEqualTo("acme.user 1.0.0 needs acme.base 1.0.0, which failed.");
    }

    @Test
    void idThatIsTakenIsRefusedAndTheFirstRunsOn() {
        healthy().to(jars.resolve("a.jar"));
        PluginJarBuilder.plugin("acme.healthy", "1.1.0").metric("other").to(jars.resolve("b.jar"));
        host.loadAll(List.of(jars));
        assertThat(host.plugins())
                .extracting(PluginInfo::state)
                .containsExactly(PluginState.STARTED, PluginState.REFUSED);
        assertThat(host.plugins().get(1).message())
                .isEqualTo("acme.healthy 1.1.0 is refused, because acme.healthy 1.0.0 is installed already from "
                        + jars.resolve("a.jar") + ". Remove one of the two, or update.");
        assertHealthyRuns();
    }

    @Test
    void twoPluginsHaveTwoVersionsOfOnePrivateLibrary() throws Exception {
        Path one = PluginJarBuilder.library(
                Files.createDirectory(temp.resolve("1")).resolve("words.jar"),
                "words.Words",
                "package words; public class Words { public static String get() { return \"one\"; } }");
        Path two = PluginJarBuilder.library(
                Files.createDirectory(temp.resolve("2")).resolve("words.jar"),
                "words.Words",
                "package words; public class Words { public static String get() { return \"two\"; } }");
        String metric = """
                @Override public List<MetricDefinition> metrics() {
                    return List.of(MetricDefinition.builder("%s/" + words.Words.get(), "sum(amount)").build());
                }
                """;
        PluginJarBuilder.plugin("acme.first", "1.0.0")
                .entry(metric.formatted("acme.first"))
                .privateLibrary(one)
                .in(jars);
        PluginJarBuilder.plugin("acme.second", "1.0.0")
                .entry(metric.formatted("acme.second"))
                .privateLibrary(two)
                .in(jars);
        host.loadAll(List.of(jars));
        assertThat(metrics()).containsExactly("acme.first/one", "acme.second/two");
    }

    @Test
    void foldersAreReadInOrderAndMissingOnesAreEmpty() throws Exception {
        Path second = Files.createDirectory(temp.resolve("second"));
        healthy().to(jars.resolve("z.jar"));
        healthy().to(second.resolve("a.jar"));
        host.loadAll(List.of(temp.resolve("absent"), jars, second));
        assertThat(info("acme.healthy").source()).isEqualTo(jars.resolve("z.jar"));
        assertThat(host.plugins()).hasSize(2);
    }

    @Test
    void unknownIdListsWhatThereIs() {
        host.install(healthy().in(jars));
        assertThatThrownBy(() -> host.stop("acme.absent"))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_INVALID))
                .hasMessage("No plugin called \"acme.absent\" is installed. There are: acme.healthy.");
    }

    @Test
    void listenersHearEachChangeAndMayAskTheHost() {
        List<Integer> heard = new ArrayList<>();
        PluginHost.Registration registration =
                host.onChange(() -> heard.add(host.plugins().size()));
        host.onChange(() -> {
            throw new IllegalStateException("listeners may fail");
        });
        host.install(healthy().in(jars));
        host.stop("acme.healthy");
        registration.close();
        host.start("acme.healthy");
        assertThat(heard).containsExactly(1, 1);
    }

    @Test
    void jarFileIsNotHeldAfterwards() throws Exception {
        Path jar = healthy().in(jars);
        host.install(jar);
        Files.delete(jar);
        host.stop("acme.healthy");
        assertThat(host.start("acme.healthy").state()).isEqualTo(PluginState.STARTED);
    }

    private void needing(String id, String header, String value) {
        PluginJarBuilder.plugin(id, "1.0.0").metric("m").header(header, value).in(jars);
    }

    /** Exports acme.base 1.0 with a word in it. */
    static PluginJarBuilder base(String version, String word) {
        return PluginJarBuilder.plugin("acme.base", version)
                .entry("")
                .source(
                        "acme.base.Word",
                        "package acme.base; public class Word { public static String get() { return \"%s\"; } }"
                                .formatted(word))
                .exports("acme.base;version=\"" + version + "\";-split-package:=merge-first");
    }

    /** Has a metric called by the word of acme.base. */
    static PluginJarBuilder user(Path base) {
        return PluginJarBuilder.plugin("acme.user", "1.0.0").entry("""
                        @Override public List<MetricDefinition> metrics() {
                            return List.of(MetricDefinition.builder("acme.user/" + acme.base.Word.get(), "1").build());
                        }
                        """).against(base);
    }
}
