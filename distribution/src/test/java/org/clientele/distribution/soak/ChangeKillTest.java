package org.clientele.distribution.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.clientele.distribution.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the launcher at seeded random moments while it imports several files together, makes a customer set, replaces,
 * updates or undoes: the
 * workspace opens, and holds what it held before or all that the command makes of it, in both stores. {@code
 * distribution/soak/run} does it in many rounds; the suite in few.
 */
class ChangeKillTest {
    @TempDir
    private Path folder;

    @Test
    void aKilledChangeIsWhollyThereOrNotAtAll() throws Exception {
        int rounds = Integer.getInteger("clientele.kill.changes", 3);
        long seed = Long.getLong("clientele.kill.seed", 20_261_122L);
        Random random = new Random(seed);
        Changes changes = new Changes(
                folder,
                Integer.getInteger("clientele.kill.rows", rounds > 10 ? 40_000 : 8000),
                Math.min(rounds, Changes.MOST));
        Map<String, Integer> found = new TreeMap<>();
        for (int i = 0; i < rounds; i++) {
            Changes.Change change = changes.all().get(i % changes.all().size());
            // By turns anywhere, and near the end, where the commits are.
            double share = i / changes.all().size() % 2 == 0
                    ? 0.7 + random.nextDouble() * 0.4
                    : 0.2 + random.nextDouble() * 0.9;
            long after = (long) (share * change.millis());
            String round = "round " + i + " of seed " + seed + ", " + change.name() + " killed after " + after + " ms";
            boolean there = killed(changes.fresh("killed"), change, after, round);
            found.merge(change.name() + (there ? " there" : " absent"), 1, Integer::sum);
            if (i % 20 == 19) {
                System.out.println(i + 1 + " of " + rounds + ": " + found);
            }
        }
        System.out.println(rounds + " kills: " + found);
    }

    private Process started(Path workspace, Changes.Change change) throws IOException {
        return Product.builder(workspace, change.arguments().toArray(String[]::new))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Gives whether the change was there. */
    private boolean killed(Path workspace, Changes.Change change, long after, String round) throws Exception {
        Process victim = started(workspace, change);
        victim.waitFor(after, TimeUnit.MILLISECONDS);
        victim.destroyForcibly().waitFor();
        boolean acknowledged = Changes.acknowledged(Files.readString(folder.resolve("out")));
        Changes.Holding holds = Changes.holding(workspace);
        assertThat(holds).as(round).isIn(change.before(), change.after());
        boolean there = holds.equals(change.after());
        assertThat(there || !acknowledged).as(round + " was acknowledged").isTrue();
        if (!there) {
            // What was interrupted can be done again at once.
            assertThat(started(workspace, change).waitFor())
                    .as(round + ", again")
                    .isZero();
            assertThat(Changes.holding(workspace)).as(round + ", again").isEqualTo(change.after());
        }
        return there;
    }
}
