package org.clientele.plugins.segmentation;

import org.clientele.sdk.extension.ClientelePlugin;
import org.clientele.sdk.extension.PluginEntry;

/** Contributes segmentations, and the pages that make and judge them. */
@PluginEntry
public final class SegmentationPlugin extends ClientelePlugin {
    static final String ID = "clientele.segmentation";

    /** For the workbench. */
    public SegmentationPlugin() {}
}
