package org.clientele.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.PluginView;
import org.clientele.platform.runtime.RenderRequest;
import org.clientele.platform.runtime.RenderedDashboard;
import org.clientele.platform.runtime.TileState;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every plugin promises, tried on the real workbench with a small sample. A plugin's test extends this class and adds
 * nothing:
 *
 * <pre>{@code
 * class LoyaltyPluginContractTest extends PluginContractTest {}
 * }</pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PluginContractTest {
    private static final int CUSTOMERS = 300;

    /** For the plugin's own test. */
    protected PluginContractTest() {}

    /** The host accepts the jar and the plugin starts. */
    @Test
    public void thePluginStarts() {
        try (PluginWorkspace w = PluginWorkspace.empty()) {
            List<PluginView> plugins = w.workspace().plugins();
            assertThat(plugins).hasSize(1);
            assertThat(plugins.get(0).state()).as(plugins.get(0).message()).isEqualTo("STARTED");
            assertThat(plugins.get(0).version()).isNotBlank();
        }
    }

    /** Each metric of the plugin gives a number, alone and by month. */
    @Test
    public void everyMetricAnswers() {
        try (PluginWorkspace w = PluginWorkspace.withSample(CUSTOMERS)) {
            String plugin = w.workspace().plugins().get(0).id();
            for (QualifiedId metric : w.session().metrics()) {
                if (metric.namespace().equals(plugin)) {
                    Frame all = w.session().query(MetricQuery.of(metric.toString()), CancelSignal.create());
                    assertThat(all.rowCount()).as(metric.toString()).isEqualTo(1);
                    Frame months =
                            w.session().query(MetricQuery.of(metric.toString()).by("month"), CancelSignal.create());
                    assertThat(months.rowCount()).as(metric + " by month").isGreaterThan(1);
                    assertThat(months.column(metric.name()).nullCount())
                            .as(metric + " by month")
                            .isLessThan(months.rowCount());
                }
            }
        }
    }

    /** Each dashboard shows all its tiles on the sample, light and dark. */
    @Test
    public void everyDashboardIsShown() {
        try (PluginWorkspace w = PluginWorkspace.withSample(CUSTOMERS)) {
            for (DashboardEntry dashboard : w.session().dashboards()) {
                for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                    RenderedDashboard picture = w.session()
                            .render(new RenderRequest(dashboard.id(), theme, RenderRequest.DEFAULT_WIDTH, 0, null));
                    assertThat(picture.failures()).as(dashboard.id()).isEmpty();
                    assertThat(picture.states())
                            .as(dashboard.id())
                            .filteredOn(s -> s != TileState.EMPTY)
                            .containsOnly(TileState.READY);
                    assertThat(picture.states())
                            .as(
                                    "%s: tiles without data; name those that the sample cannot fill in lacking()",
                                    dashboard.id())
                            .filteredOn(s -> s == TileState.EMPTY)
                            .hasSizeLessThanOrEqualTo(Math.toIntExact(lacking().stream()
                                    .filter(tile -> tile.startsWith(dashboard.id() + "#"))
                                    .count()));
                }
            }
        }
    }

    /** Tiles that the sample has no data for, as "vendor.plugin/dashboard#tile": they say what is missing. None unless overridden. */
    protected java.util.Set<String> lacking() {
        return java.util.Set.of();
    }

    /** Without data no tile fails: it says what is missing. */
    @Test
    public void everyDashboardLivesWithoutData() {
        try (PluginWorkspace w = PluginWorkspace.empty()) {
            for (DashboardEntry dashboard : w.session().dashboards()) {
                RenderedDashboard picture = w.session()
                        .render(new RenderRequest(dashboard.id(), Theme.LIGHT, RenderRequest.DEFAULT_WIDTH, 0, null));
                assertThat(picture.failures()).as(dashboard.id()).isEmpty();
            }
        }
    }

    /** Once stopped, nothing of the plugin is left in the lists. */
    @Test
    public void aStoppedPluginLeavesNothingBehind() {
        try (PluginWorkspace w = PluginWorkspace.empty()) {
            String plugin = w.workspace().plugins().get(0).id();
            w.workspace().stopPlugin(plugin);
            assertThat(w.session().dashboards()).isEmpty();
            assertThat(w.session().metrics()).noneMatch(id -> id.namespace().equals(plugin));
            assertThat(w.workspace().startPlugin(plugin).state()).isEqualTo("STARTED");
        }
    }
}
