package org.clientele.plugins.executive;

import org.clientele.sdk.testkit.PluginContractTest;

class ExecutivePluginContractTest extends PluginContractTest {}
