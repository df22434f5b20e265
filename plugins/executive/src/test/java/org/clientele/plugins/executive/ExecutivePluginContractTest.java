package org.clientele.plugins.executive;

import java.util.Set;
import org.clientele.sdk.testkit.PluginContractTest;

class ExecutivePluginContractTest extends PluginContractTest {
    /** The sample's customers are members of no segment. */
    @Override
    protected Set<String> lacking() {
        return Set.of("clientele.executive/revenue#by-segment");
    }
}
