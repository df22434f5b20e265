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
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Snapshot;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.Test;

/** Kills a process that publishes and re-applies segments and scores by turns, at seeded random moments: both stores agree, and no segmentation is half there. */
class SegmentKillTest extends RuntimeTest {
    private static final int CUSTOMERS = 8_000;
    private static final CancelSignal NEVER = CancelSignal.create();

    @Test
    void aSegmentationIsWhollyThereOrNotAtAll() throws Exception {
        fill();
        Random random = new Random(20_261_123);
        int before = 0;
        for (int round = 0; round < 2; round++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Publisher.class.getName(),
                            home().toString(),
                            "round " + round)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int acknowledged = 0;
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                String line = said.readLine();
                while (line != null && !line.equals("begun")) {
                    line = said.readLine();
                }
                assertThat(line).isEqualTo("begun");
                child.waitFor(200 + random.nextInt(700), TimeUnit.MILLISECONDS);
                child.toHandle().destroyForcibly();
                for (line = said.readLine(); line != null; line = said.readLine()) {
                    acknowledged += line.startsWith("published") ? 1 : 0;
                }
            }
            child.waitFor();
            before = check(before + acknowledged, "round " + round + ", " + acknowledged + " acknowledged");
        }
    }

    private void fill() {
        try (Workspace w = Workspace.open(home(), SpendPlugin.options());
                Session session = w.session(Subject.local(), Policy.allowAll())) {
            Lines lines = new Lines();
            for (int i = 0; i < CUSTOMERS; i++) {
                lines.line("o" + i, "2024-0" + (1 + i % 3) + "-15T10:00", "c" + i, "France", 1, i % 40 + ".00");
            }
            session.imports().load("Lines", "1", NEVER, sink -> sink.rows("order_line", lines.frame()));
        }
    }

    /** @return how many segmentations there are */
    private int check(int least, String told) {
        try (Workspace w = Workspace.open(home(), SpendPlugin.options());
                Session session = w.session(Subject.local(), Policy.allowAll())) {
            Map<Long, Long> named = new HashMap<>();
            w.segments()
                    .all()
                    .forEach(s -> s.versions()
                            .forEach(v -> v.snapshots()
                                    .forEach(d -> named.put(
                                            d.dataset(),
                                            d.sizes().stream().mapToLong(n -> n).sum()))));
            assertThat(w.warehouse().memberships().all()).as(told).isEqualTo(named);
            named.forEach((dataset, members) -> assertThat(
                            w.warehouse().memberships().members(dataset, NEVER).size())
                    .as(told)
                    .isEqualTo(Math.toIntExact(members)));
            List<PublishedSegmentation> all = session.segmentations().all();
            assertThat(all.size()).as(told).isGreaterThanOrEqualTo(least);
            assertThat(all)
                    .as(told)
                    .allSatisfy(s -> assertThat(s.current().snapshots())
                            .hasSizeBetween(2, 3)
                            .last()
                            .extracting(Snapshot::members)
                            .isEqualTo(CUSTOMERS - CUSTOMERS / 40));
            return all.size();
        }
    }

    /** Publishes, and puts customers into segments anew, until somebody kills it. */
    static final class Publisher {
        public static void main(String[] args) {
            try (Workspace w = Workspace.open(Path.of(args[0]), SpendPlugin.options());
                    Session session = w.session(Subject.local(), Policy.allowAll())) {
                System.out.println("begun");
                for (int i = 0; i < 10_000; i++) {
                    PublishedSegmentation made = session.segmentations()
                            .publish(
                                    SegmentDraft.of(
                                                    args[1] + " number " + i,
                                                    AnalysisCall.of(i % 2 == 0 ? "spend" : "worth"))
                                            .months(1),
                                    Progress.NONE,
                                    NEVER);
                    System.out.println("published " + made.id());
                    session.segmentations().apply(made, 2, Progress.NONE, NEVER);
                }
            }
        }
    }
}
