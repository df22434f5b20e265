package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.catalog.StoredSet;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.SetDraft;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.Test;

/** Kills a process that makes and deletes sets, at seeded random moments: both stores agree, and no set is half there. */
class SetKillTest extends RuntimeTest {
    private static final int CUSTOMERS = 60_000;
    private static final CancelSignal NEVER = CancelSignal.create();

    @Test
    void aSetIsWhollyThereOrNotAtAll() throws Exception {
        fill();
        Random random = new Random(20_261_122);
        int before = 0;
        for (int round = 0; round < 3; round++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Maker.class.getName(),
                            home().toString(),
                            "round " + round)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int acknowledged = 0;
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                String line = said.readLine();
                assertThat(line).isEqualTo("begun");
                child.waitFor(150 + random.nextInt(500), TimeUnit.MILLISECONDS);
                child.toHandle().destroyForcibly();
                for (line = said.readLine(); line != null; line = said.readLine()) {
                    acknowledged += line.startsWith("made") ? 1 : 0;
                }
            }
            child.waitFor();
            before = check(before + acknowledged, "round " + round + ", " + acknowledged + " acknowledged");
        }
    }

    private void fill() {
        try (Workspace w = Workspace.open(home(), withoutPlugins());
                Session session = w.session(Subject.local(), Policy.allowAll())) {
            Column.Builder ids = Column.builder(ColumnSpec.of("customer_id", ColumnType.TEXT));
            for (int i = 0; i < CUSTOMERS; i++) {
                ids.addText("c" + i);
            }
            session.imports().load("Customers", "1", NEVER, sink -> sink.rows("customer", Frame.of(ids.build())));
        }
    }

    /** @return how many sets there are */
    private int check(int least, String told) {
        try (Workspace w = Workspace.open(home(), withoutPlugins());
                Session session = w.session(Subject.local(), Policy.allowAll())) {
            List<StoredSet> stored = w.sets().all();
            assertThat(stored.size()).as(told).isGreaterThanOrEqualTo(least);
            Map<Long, Long> named = new HashMap<>();
            stored.forEach(s -> named.put(s.dataset(), s.members()));
            assertThat(w.warehouse().memberships().all()).as(told).isEqualTo(named);
            for (CustomerSet set : session.sets().all()) {
                assertThat(session.sets().size(set, NEVER).members()).as(told).isEqualTo(CUSTOMERS);
            }
            return stored.size();
        }
    }

    /** Makes sets, and deletes every third one, until somebody kills it. */
    static final class Maker {
        public static void main(String[] args) {
            try (Workspace w = Workspace.open(Path.of(args[0]), withoutPlugins());
                    Session session = w.session(Subject.local(), Policy.allowAll())) {
                System.out.println("begun");
                for (int i = 0; i < 10_000; i++) {
                    CustomerSet made = session.sets()
                            .create(
                                    SetDraft.of(args[1] + " set " + i, new SetRule("customer", List.of(), null, null)),
                                    Progress.NONE,
                                    NEVER);
                    System.out.println("made " + made.id());
                    if (i % 3 == 2) {
                        session.sets().delete(made);
                    }
                }
            }
        }
    }
}
