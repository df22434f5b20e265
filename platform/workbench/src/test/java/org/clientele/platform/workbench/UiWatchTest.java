package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.clientele.platform.workbench.page.Background;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What every test of the window leans on: a call on the UI thread is noticed, however short it is, and one elsewhere is not. */
class UiWatchTest {
    @TempDir
    Path folder;

    private void works() {
        Preferences.load();
        LoggerFactory.getLogger("org.clientele.platform.charts.TileCard").trace("Layout of a tile");
        LoggerFactory.getLogger("org.clientele.platform.catalog.Catalog").trace("Transaction");
    }

    @Test
    void aQueryALayoutAndAFileThatAnEventOfTheWindowCallsAreNoticed() {
        System.setProperty(Preferences.FILE_PROPERTY, folder.resolve("p").toString());
        UiWatch watch = UiWatch.start(Thread.currentThread());
        try (Background background = new Background(OnScreen.display())) {
            boolean[] elsewhere = new boolean[1];
            background.run(
                    () -> {
                        works();
                        return true;
                    },
                    done -> elsewhere[0] = done,
                    e -> {});
            OnScreen.await("work elsewhere", () -> elsewhere[0]);
            assertThat(watch.blockingCalls()).isEmpty();

            background.ui(this::works);
            OnScreen.await(
                    "work on the UI thread",
                    () -> watch.blockingCalls().stream().anyMatch(n -> n.startsWith("Transaction")));
            Set<String> noticed = watch.blockingCalls();
            assertThat(noticed).anyMatch(n -> n.startsWith("Layout of a tile"));
            if (UiCalls.WATCHES_FILES) {
                assertThat(noticed).anyMatch(n -> n.startsWith("read of " + folder.resolve("p")));
            }
        } finally {
            watch.stop();
            System.clearProperty(Preferences.FILE_PROPERTY);
        }
    }
}
