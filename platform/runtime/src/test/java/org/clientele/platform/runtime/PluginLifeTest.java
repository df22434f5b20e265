package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.clientele.platform.host.PluginJarBuilder;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PluginLifeTest extends RuntimeTest {
    private static final String DASHBOARD = """
            @Override public List<DashboardSpec> dashboards() {
                return List.of(DashboardSpec.builder("acme.kpi/%s", "%s").build());
            }
            """;

    private Path jar(String version, String dashboard) {
        return PluginJarBuilder.plugin("acme.kpi", version)
                .entry(DASHBOARD.formatted(dashboard, dashboard))
                .in(temp);
    }

    private Path failing(String version) {
        return PluginJarBuilder.plugin("acme.kpi", version)
                .entry("@Override public void start() { throw new NoClassDefFoundError(\"acme/kpi/Gone\"); }")
                .in(temp);
    }

    private Path kept() {
        return home().resolve("plugins").resolve("acme.kpi.jar");
    }

    private static List<String> dashboards(Workspace workspace) {
        return session(workspace).dashboards().stream().map(DashboardEntry::id).toList();
    }

    private static Map<String, String> versions(Workspace workspace) {
        return workspace.plugins().stream()
                .collect(Collectors.toMap(PluginView::id, p -> p.version() + " " + p.state()));
    }

    @Test
    void anInstalledPluginIsKeptInTheWorkspaceAndSurvivesReopening() throws IOException {
        Workspace first = open(withoutPlugins());
        AtomicInteger heard = new AtomicInteger();
        first.onChange(heard::incrementAndGet);
        PluginView installed = first.installPlugin(jar("1.0.0", "one"));
        assertThat(installed.state()).isEqualTo("STARTED");
        assertThat(dashboards(first)).containsExactly("acme.kpi/one");
        assertThat(heard).hasPositiveValue();
        assertThat(kept()).hasSameBinaryContentAs(temp.resolve("acme.kpi-1.0.0.jar"));
        assertThat(home().resolve("plugins")).isDirectoryNotContaining("glob:**.part");
        first.close();
        Files.delete(temp.resolve("acme.kpi-1.0.0.jar"));

        assertThat(dashboards(open(withoutPlugins()))).containsExactly("acme.kpi/one");
    }

    @Test
    void anUpdateTakesThePlaceOfTheOldVersionAlsoAfterReopening() {
        Workspace first = open(withoutPlugins());
        first.installPlugin(jar("1.0.0", "one"));
        first.installPlugin(jar("1.1.0", "two"));
        assertThat(dashboards(first)).containsExactly("acme.kpi/two");
        first.close();
        Workspace second = open(withoutPlugins());
        assertThat(dashboards(second)).containsExactly("acme.kpi/two");
        assertThat(versions(second)).containsExactly(Map.entry("acme.kpi", "1.1.0 STARTED"));
    }

    @Test
    void aRemovedPluginIsGoneWithItsJarAlsoAfterReopening() {
        Workspace first = open(withoutPlugins());
        first.installPlugin(jar("1.0.0", "one"));
        first.removePlugin("acme.kpi");
        assertThat(kept()).doesNotExist();
        assertThat(first.plugins()).isEmpty();
        assertThat(dashboards(first)).isEmpty();
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> first.removePlugin("acme.kpi"), "acme.kpi");
        first.close();
        assertThat(open(withoutPlugins()).plugins()).isEmpty();
    }

    @Test
    void aJarThatSomebodyPutThereUnderAnotherNameIsUpdatedAndRemovedToo() throws IOException {
        Path folder = Files.createDirectories(home().resolve("plugins"));
        Path dropped = folder.resolve("a-kpi.jar");
        Files.copy(jar("1.0.0", "one"), dropped);
        Workspace first = open(withoutPlugins());
        first.installPlugin(jar("1.1.0", "two"));
        first.close();
        Workspace second = open(withoutPlugins());
        assertThat(versions(second)).containsExactly(Map.entry("acme.kpi", "1.1.0 STARTED"));
        second.close();

        Files.delete(kept());
        Files.copy(temp.resolve("acme.kpi-1.0.0.jar"), dropped);
        Workspace third = open(withoutPlugins());
        third.removePlugin("acme.kpi");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBadUpdateIsRefusedWithItsReasonAndTheOldVersionRunsOn() {
        Workspace workspace = open(withoutPlugins());
        workspace.installPlugin(jar("1.0.0", "one"));
        assertRefused(
                ErrorCode.PLUGIN_REFUSED, () -> workspace.installPlugin(failing("1.1.0")), "1.1.0", "acme.kpi.Gone");
        assertThat(versions(workspace)).containsExactly(Map.entry("acme.kpi", "1.0.0 STARTED"));
        assertThat(kept()).hasSameBinaryContentAs(temp.resolve("acme.kpi-1.0.0.jar"));
    }

    @Test
    void aPluginThatDoesNotStartIsRefusedAndNotKept() throws IOException {
        Workspace workspace = open(withoutPlugins());
        assertRefused(ErrorCode.PLUGIN_REFUSED, () -> workspace.installPlugin(failing("1.0.0")), "acme.kpi.Gone");
        assertThat(kept()).doesNotExist();
        Path torn = Files.writeString(temp.resolve("torn.jar"), "not a jar");
        assertRefused(ErrorCode.PLUGIN_REFUSED, () -> workspace.installPlugin(torn), "torn.jar");
        assertRefused(ErrorCode.FILE_UNREADABLE, () -> workspace.installPlugin(temp.resolve("gone.jar")), "gone.jar");

        workspace.installPlugin(jar("1.0.1", "one"));
        assertThat(dashboards(workspace)).containsExactly("acme.kpi/one");
    }

    @Test
    void aPluginThatNeedsWhatIsNotThereIsRefusedForThatReasonEachTime() {
        Workspace workspace = open(withoutPlugins());
        Path needy = PluginJarBuilder.plugin("acme.kpi", "1.0.0")
                .entry("")
                .header("Import-Package", "acme.missing,*")
                .in(temp);
        assertRefused(ErrorCode.PLUGIN_REFUSED, () -> workspace.installPlugin(needy), "acme.missing");
        assertRefused(ErrorCode.PLUGIN_REFUSED, () -> workspace.installPlugin(needy), "acme.missing");
    }

    @Test
    void anUpdateOfAStoppedPluginStartsIt() {
        Workspace workspace = open(withoutPlugins());
        workspace.installPlugin(jar("1.0.0", "one"));
        workspace.stopPlugin("acme.kpi");
        assertThat(dashboards(workspace)).isEmpty();
        assertThat(workspace.startPlugin("acme.kpi").state()).isEqualTo("STARTED");
        workspace.stopPlugin("acme.kpi");
        assertThat(workspace.installPlugin(jar("1.1.0", "two")).state()).isEqualTo("STARTED");
        assertThat(dashboards(workspace)).containsExactly("acme.kpi/two");
        assertThat(kept()).exists();
    }

    @Test
    void theWorkspacesOwnVersionStandsInForThatOfTheProduct() throws IOException {
        Path product = Files.createDirectory(temp.resolve("product"));
        Files.copy(jar("1.0.0", "one"), product.resolve("kpi.jar"));
        WorkspaceOptions options = WorkspaceOptions.withPlugins(List.of(product));
        Workspace first = open(options);
        assertThat(dashboards(first)).containsExactly("acme.kpi/one");
        first.installPlugin(jar("1.1.0", "two"));
        first.close();

        Workspace second = open(options);
        assertThat(second.plugins()).extracting(PluginView::version).containsExactly("1.1.0");
        second.removePlugin("acme.kpi");
        second.close();
        assertThat(dashboards(open(options))).containsExactly("acme.kpi/one");
    }

    @Test
    void listenersHearOfPluginsUntilTheyAreTakenAway() {
        Workspace workspace = open(withoutPlugins());
        AtomicInteger heard = new AtomicInteger();
        workspace.onChange(() -> {
            throw new IllegalStateException("the window is gone");
        });
        CancelSignal.Registration registration = workspace.onChange(heard::incrementAndGet);
        workspace.installPlugin(jar("1.0.0", "one"));
        assertThat(heard).hasPositiveValue();
        registration.close();
        int before = heard.get();
        workspace.removePlugin("acme.kpi");
        assertThat(heard).hasValue(before);
    }
}
