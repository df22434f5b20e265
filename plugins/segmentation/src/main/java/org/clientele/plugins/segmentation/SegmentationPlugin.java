package org.clientele.plugins.segmentation;

import java.util.List;
import java.util.stream.Stream;
import org.clientele.plugins.segmentation.cluster.ClustersPage;
import org.clientele.plugins.segmentation.features.FeatureAnalyses;
import org.clientele.plugins.segmentation.maps.MapPage;
import org.clientele.plugins.segmentation.migration.MigrationPage;
import org.clientele.plugins.segmentation.profile.ProfilePage;
import org.clientele.plugins.segmentation.rules.RulesPage;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.ClientelePlugin;
import org.clientele.sdk.extension.PluginEntry;
import org.clientele.sdk.query.MetricDefinition;

/** Contributes segmentations, and the pages that make and judge them. */
@PluginEntry
public final class SegmentationPlugin extends ClientelePlugin {
    static final String ID = "clientele.segmentation";

    /** For the workbench. */
    public SegmentationPlugin() {}

    @Override
    public List<MetricDefinition> metrics() {
        return SegmentationMetrics.all();
    }

    @Override
    public List<Analysis<?>> analyses() {
        return Stream.of(
                        FeatureAnalyses.all(),
                        RulesPage.analyses(),
                        ClustersPage.analyses(),
                        ProfilePage.analyses(),
                        MapPage.analyses(),
                        MigrationPage.analyses())
                .<Analysis<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<DashboardSpec> dashboards() {
        return Stream.of(
                        List.of(RulesPage.spec(), ClustersPage.spec()),
                        ProfilePage.dashboards(),
                        MapPage.dashboards(),
                        List.of(MigrationPage.spec()))
                .flatMap(List::stream)
                .toList();
    }
}
