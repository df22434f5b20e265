package org.clientele.platform.warehouse;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    @TempDir
    Path dir;

    @Test
    void aKilledImportIsWhollyThereOrWhollyAbsent() throws Exception {
        KillCampaign.run(Workspace.onlineRetail(), dir, 3, 20261122);
    }
}
