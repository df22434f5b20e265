package org.clientele.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Calls the assembled product's launcher, as another program would. */
public final class Product {
    private static final Path HOME = Path.of(System.getProperty("clientele.product"));

    /** Most calls end before a compiler that takes longer would have paid for itself. */
    public static final Map<String, String> SHORT_LIVED = Map.of("CLIENTELE_JAVA_OPTS", "-XX:TieredStopAtLevel=1");

    static {
        rehearse();
    }

    private Product() {}

    /** Leaves an archive of classes, as {@code distribution/run} does: hundreds of starts share it. */
    private static void rehearse() {
        try {
            Path workspace = Files.createTempDirectory("clientele-rehearsal");
            call(workspace, "sample", "--customers", "100");
            call(
                    Map.of("CLIENTELE_REHEARSE", "yes"),
                    workspace,
                    "render",
                    "clientele.executive/overview",
                    "--out",
                    workspace.resolve("overview.svg").toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public record Result(int exit, String out, String err) {
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + out + "\n" + err, e);
            }
        }
    }

    public static Result call(Path workspace, String... arguments) {
        return run(builder(workspace, arguments));
    }

    public static Result call(String... arguments) {
        return run(builder(arguments));
    }

    /** The same in an environment with more variables. */
    public static Result call(Map<String, String> environment, Path workspace, String... arguments) {
        ProcessBuilder builder = builder(workspace, arguments);
        builder.environment().putAll(environment);
        return run(builder);
    }

    /** A process that was not started yet, for those who do not wait for its end. */
    public static ProcessBuilder builder(Path workspace, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--workspace", workspace.toString()));
        all.addAll(List.of(arguments));
        return builder(all.toArray(String[]::new));
    }

    private static ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(SHORT_LIVED);
        return builder;
    }

    public static String launcher() {
        return HOME.resolve("bin/clientele").toString();
    }

    private static Result run(ProcessBuilder builder) {
        try {
            Path out = Files.createTempFile("clientele", ".out");
            Path err = Files.createTempFile("clientele", ".err");
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("Did not end: " + builder.command());
            }
            Result result = new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A file of the shared real data; the test is skipped where there is none. */
    public static Path data(String file) {
        Path path = Path.of(System.getProperty("clientele.data", ".")).resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "The real data is not here: " + path);
        return path;
    }
}
