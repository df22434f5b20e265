package org.clientele.plugins.segmentation;

import java.util.List;
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
}
