package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A process that holds a workspace and answers the commands on it, which then start in a quarter of the time: for tests that
 * ask much of one workspace. Commands answer the same as alone; {@link ConcurrencyTest} holds that.
 */
public final class Holder {
    private final Process process;

    private Holder(Process process) {
        this.process = process;
    }

    /** Begins to hold a workspace, which need not be there yet. */
    public static Holder of(Path workspace) throws IOException, InterruptedException {
        Path said = Files.createTempFile("clientele-holder", ".out");
        Path inbox = Files.createTempDirectory("clientele-inbox");
        Process process = Product.builder(workspace, "watch", inbox.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        while (!Files.readString(said).contains("Watching")) {
            assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
                    .as(Files.readString(said))
                    .isFalse();
        }
        return new Holder(process);
    }

    /** Lets go of it. */
    public void end() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("it ends when told to")
                .isTrue();
    }
}
