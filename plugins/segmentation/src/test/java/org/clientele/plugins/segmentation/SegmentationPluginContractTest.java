package org.clientele.plugins.segmentation;

import org.clientele.sdk.testkit.PluginContractTest;

class SegmentationPluginContractTest extends PluginContractTest {}
