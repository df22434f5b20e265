package org.clientele.distribution.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.clientele.distribution.Product;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fills the disk at points from the start of a change to its end: a file system in memory, of a size of its own, in a name
 * space of its own ({@code unshare}; as root, or where users may have name spaces). Once there is room the workspace opens
 * and holds what it held before or all of the change, and what was acknowledged is there. {@code distribution/soak/run}
 * does it at fifty points; the suite at few.
 */
class FullDiskTest {
    /** Kilobytes in which every change has room: it is only measured what it takes. */
    private static final int ROOMY = 2 << 20;

    /** Arguments: kilobytes, workspace to start from, where to put it in the end, a folder for answers, the command. */
    private static final String SCRIPT = """
            set -eu
            kilobytes=$1 base=$2 end=$3 answers=$4
            shift 4
            small=$answers/small
            mkdir -p "$small"
            mount -t tmpfs -o size="${kilobytes}k" tmpfs "$small"
            cp -r "$base/." "$small"
            ( while :; do df -k --output=used "$small" | tail -n 1; sleep 0.02; done >"$answers/used" ) &
            watch=$!
            code=0
            "$CLIENTELE" --workspace "$small" "$@" >"$answers/out" 2>"$answers/err" || code=$?
            kill $watch
            mount -o remount,size=2g "$small"
            again=0
            [ "$kilobytes" -ge %d ] || "$CLIENTELE" --workspace "$small" --json doctor >"$answers/doctor" 2>&1 || again=$?
            mkdir -p "$end"
            cp -r "$small/." "$end"
            echo "$code $again" >"$answers/codes"
            """.formatted(ROOMY);

    @TempDir
    private Path folder;

    /** How a change ended. */
    private record End(int code, int doctor, String out, String err, long used) {}

    @Test
    void aFullDiskLeavesTheOldOrTheNewAndSaysSo() throws Exception {
        Assumptions.assumeTrue(canMount(), "No file system of a size of its own can be made here (unshare, mount).");
        int points = Integer.getInteger("clientele.full.points", 3);
        Changes changes = new Changes(folder, points > 10 ? 40_000 : 8000, Math.min(points, Changes.MOST));
        Map<String, Integer> found = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        long[] least = new long[changes.all().size()];
        long[] most = new long[changes.all().size()];
        for (int i = 0; i < most.length; i++) {
            End roomy = run(changes, changes.all().get(i), ROOMY);
            assertThat(roomy.code()).as(roomy.err()).isZero();
            most[i] = roomy.used();
            least[i] = kilobytes(changes.base());
        }
        for (int i = 0; i < points; i++) {
            int which = i % most.length;
            Changes.Change change = changes.all().get(which);
            double share = (i + 0.5) / points;
            long size = least[which] + 64 + (long) (share * (most[which] - least[which]) * 1.05);
            End end = run(changes, change, size);
            String point = "point " + i + ", " + change.name() + " in " + size + " kB: ";
            Changes.Holding holds = Changes.holding(folder.resolve("end"));
            boolean there = holds.equals(change.after());
            found.merge(change.name() + (there ? " there" : " absent"), 1, Integer::sum);
            if (!there && !holds.equals(change.before())) {
                wrong.add(point + "half is there: " + holds + " of " + change);
            }
            if (!there && end.code() == 0) {
                wrong.add(point + "acknowledged, and not there");
            }
            if (end.doctor() != 0) {
                wrong.add(point + "does not open again");
            }
            if (end.code() != 0 && !saysSo(end)) {
                wrong.add(point + "does not say that the disk is full: " + end);
            }
        }
        System.out.println(points + " full disks: " + found);
        assertThat(wrong).isEmpty();
    }

    private static boolean saysSo(End end) throws IOException {
        JsonNode answer = new ObjectMapper().readTree(end.out());
        JsonNode error =
                answer == null ? null : answer.isArray() ? answer.path(0).path("error") : answer.path("error");
        return error != null
                && error.path("code").asText().equals("RESOURCE_EXHAUSTED")
                && error.path("message").asText().matches("(?is).*(disk is full|no space left|is the disk full).*")
                && !end.err().contains("Exception");
    }

    private End run(Changes changes, Changes.Change change, long kilobytes) throws Exception {
        Path end = folder.resolve("end");
        Changes.delete(end);
        Path answers = folder.resolve("answers");
        Changes.delete(answers);
        Files.createDirectories(answers);
        List<String> command = unshare();
        command.addAll(List.of(
                "sh",
                "-c",
                SCRIPT,
                "sh",
                String.valueOf(kilobytes),
                changes.base().toString(),
                end.toString(),
                answers.toString()));
        command.addAll(change.arguments());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("script").toFile());
        builder.environment().put("CLIENTELE", Product.launcher());
        builder.environment().putAll(Product.SHORT_LIVED);
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("script")))
                .isZero();
        String[] codes = Files.readString(answers.resolve("codes")).strip().split(" ");
        long used = Files.readAllLines(answers.resolve("used")).stream()
                .filter(l -> l.strip().matches("\\d+"))
                .mapToLong(l -> Long.parseLong(l.strip()))
                .max()
                .orElse(0);
        return new End(
                Integer.parseInt(codes[0]),
                Integer.parseInt(codes[1]),
                Files.readString(answers.resolve("out")),
                Files.readString(answers.resolve("err")),
                used);
    }

    private static long kilobytes(Path workspace) throws IOException {
        long bytes = 0;
        try (java.util.stream.Stream<Path> all = Files.walk(workspace)) {
            for (Path p : all.toList()) {
                bytes += Files.isRegularFile(p) ? (Files.size(p) + 4095) / 4096 * 4096 : 0;
            }
        }
        return bytes >> 10;
    }

    private static List<String> unshare() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new ArrayList<>(List.of("unshare", root ? "-m" : "-rm"));
    }

    private boolean canMount() throws InterruptedException {
        List<String> command = unshare();
        command.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", folder.toString()));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
