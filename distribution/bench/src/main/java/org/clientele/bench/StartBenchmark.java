package org.clientele.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From starting a process to its first painted window, seen from outside. */
final class StartBenchmark {
    private final Path product;
    private final Path workspace;

    StartBenchmark(Path product, Path workspace) {
        this.product = product;
        this.workspace = workspace;
    }

    double ours() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(product.resolve("bin/clientele").toString(), "--workspace", workspace.toString());
        builder.environment().put("CLIENTELE_JAVA_OPTS", "-Dclientele.exitAfterFirstPaint=true");
        return untilFirstPaint(builder);
    }

    double bare() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BareStart.class.getName()));
        return untilFirstPaint(new ProcessBuilder(command));
    }

    private static double untilFirstPaint(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        long start = System.nanoTime();
        Process process = builder.start();
        double millis = Double.NaN;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("first paint")) {
                    millis = Pair.millisSince(start);
                }
            }
        }
        int exit = process.waitFor();
        if (exit != 0 || Double.isNaN(millis)) {
            throw new IOException(builder.command() + " ended with " + exit + " and painted nothing.");
        }
        return millis;
    }
}
