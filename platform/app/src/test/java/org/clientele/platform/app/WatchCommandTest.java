package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.CancelSignal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WatchCommandTest extends CommandTest {
    private static final String HEADER = "order_id,ordered_at,customer_id,product_id,quantity,unit_price,currency\n";

    @BeforeEach
    void makeInbox() throws IOException {
        Files.createDirectories(folder.resolve("inbox"));
    }

    /** Ends a command once it has said something. */
    private static final class Until extends PrintWriter {
        private final String what;
        private final CancelSignal cancel;

        Until(String what, CancelSignal cancel) {
            super(new StringWriter());
            this.what = what;
            this.cancel = cancel;
        }

        @Override
        public void print(@Nullable Object said) {
            if (String.valueOf(said).contains(what)) {
                // Not on the thread that watches, which the end waits for.
                CompletableFuture.runAsync(cancel::cancel);
            }
        }
    }

    @Test
    void whatIsThereIsImportedALineAFileAndABadOneStopsNothing() throws IOException {
        file("inbox/a.csv", HEADER + "1,2026-01-01,c1,p1,1,2.00,GBP\n2,2026-01-01,c1,p1,two,2.00,GBP\n");
        Files.write(folder.resolve("inbox/b.csv"), new byte[] {1, 0, 2, 0, 0, 0, 0, 3});
        file("inbox/c.csv", HEADER + "3,2026-01-01,c1,p1,1,4.00,GBP\n");

        Said said = run("--json", "watch", "--once", "inbox");

        assertThat(said.exit()).as(said.err() + said.out()).isEqualTo(ExitCode.FAILED);
        List<String> lines = said.out().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode first = Json.MAPPER.readTree(lines.get(0));
        assertThat(first.get("state").asText()).isEqualTo("IMPORTED");
        assertThat(first.at("/imports/0/rowsLoaded").asLong()).isEqualTo(1);
        assertThat(Path.of(first.at("/imports/0/rejectsFile").asText())).exists();
        assertThat(Json.MAPPER.readTree(lines.get(2)).get("state").asText())
                .as("a file whose end does not tell that it is whole rests longer, then fails")
                .isEqualTo("FAILED");
        assertThat(query("revenue")).isEqualTo("6");
        assertThat(folder.resolve("inbox/a.csv")).as("nothing is moved").exists();

        Said again = run("watch", "--once", "inbox");
        assertThat(again.out()).as("nothing new").isEmpty();
        assertThat(again.exit()).isZero();
    }

    @Test
    void itWatchesUntilItIsStoppedAndEndsInOrder() throws Exception {
        CancelSignal cancel = CancelSignal.create();
        CompletableFuture<Said> running =
                CompletableFuture.supplyAsync(() -> run(null, cancel, new Until("late.csv", cancel), "watch", "inbox"));
        file("inbox/late.csv", HEADER + "1,2026-01-01,c1,p1,1,2.00,GBP\n");

        Said said = running.get(60, TimeUnit.SECONDS);

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("late.csv: imported. 1 row loaded, 0 rejected.");
        assertThat(said.err()).contains("Ctrl-C ends it").doesNotContain("Cancelled", "Exception");
        assertThat(query("revenue")).isEqualTo("2");
    }

    @Test
    void whereAnotherProcessHoldsTheWorkspaceItWatchesInThere() throws Exception {
        CancelSignal cancel = CancelSignal.create();
        try (Workspace held = Workspace.open(workspace(), Product.options())) {
            file("inbox/a.csv", HEADER + "1,2026-01-01,c1,p1,1,2.00,GBP\n");
            Said said = CompletableFuture.supplyAsync(
                            () -> run(held, cancel, new Until("a.csv", cancel), "watch", "inbox"))
                    .get(60, TimeUnit.SECONDS);

            assertThat(said.exit())
                    .as("to go on where the workspace is held next")
                    .isEqualTo(ExitCode.FAILED);
            assertThat(said.out()).contains("a.csv: imported.");
            assertThat(held.status().orderLines()).isEqualTo(1);
        }
    }

    @Test
    void unknownKindsWaitAndFilesAreMovedWhereThatIsAsked() {
        file("inbox/strange.csv", "Beleg;Tag;Anzahl;Einzelpreis\nA1;2024-03-01;2;3.50\n");
        Said waits = run("watch", "--once", "--known-only", "inbox");
        assertThat(waits.out()).contains("strange.csv: waits. No recipe knows");
        assertThat(waits.exit()).isZero();

        Said moved = run("watch", "--once", "--move-done", "done", "inbox");
        assertThat(moved.exit()).as(moved.err()).isZero();
        assertThat(folder.resolve("done/strange.csv")).exists();
        assertThat(folder.resolve("inbox/strange.csv")).doesNotExist();
        assertThat(query("revenue")).isEqualTo("7");
    }

    @Test
    void aFolderThatIsNotThereIsAUsageError() {
        Said said = run("watch", "nowhere");
        assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("nowhere").contains("Make it, or name another");
    }
}
