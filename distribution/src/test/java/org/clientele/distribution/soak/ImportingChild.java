package org.clientele.distribution.soak;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** An {@link ImportingProcess}, seen from the one that tries it: asked, waited for so long, and killed. */
final class ImportingChild implements AutoCloseable {
    /** Java's heap: with as much again for the engine and what Java itself needs, the process stays under 512 MB. */
    static final String HEAP = "128m";

    private static final String ENDED = "";

    private final Process process;
    private final PrintStream asks;
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(10);

    /** @param errors where its standard error goes */
    ImportingChild(Path workspace, Path errors) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xss2m",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + errors + ".crash",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportingProcess.class.getName(),
                        workspace.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(new File(errors.toString())))
                .start();
        asks = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Thread listener = new Thread(() -> listen(said), "importing-child");
        listener.setDaemon(true);
        listener.start();
        String ready = answers.poll(60, TimeUnit.SECONDS);
        if (ready == null || !ready.startsWith("ready")) {
            close();
            throw new IOException("The importing process did not start: see " + errors);
        }
    }

    private void listen(BufferedReader said) {
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                answers.put(line);
            }
            answers.put(ENDED);
        } catch (IOException | InterruptedException e) {
            answers.offer(ENDED);
        }
    }

    /** What became of a file; or that the process died over it, or was silent for so long. */
    String imported(Path file, int seconds) throws InterruptedException {
        asks.println(file);
        String answer = answers.poll(seconds, TimeUnit.SECONDS);
        if (answer == null) {
            return seconds + "\t0\tunknown\tSILENT\tIt did not answer within " + seconds + " s.";
        }
        if (answer.equals(ENDED)) {
            process.waitFor(10, TimeUnit.SECONDS);
            return "0\t0\tunknown\tDIED\tThe process died with code "
                    + (process.isAlive() ? "?" : String.valueOf(process.exitValue())) + ".";
        }
        return answer;
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        asks.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
