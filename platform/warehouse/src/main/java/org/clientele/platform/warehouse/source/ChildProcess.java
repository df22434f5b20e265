package org.clientele.platform.warehouse.source;

import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;

/** An {@link EngineChild}, seen from the parent: started, listened to, and ended if it is silent or too large. */
final class ChildProcess {
    private static final Texts TEXTS = Texts.of(ChildProcess.class);

    private static final long SILENCE_SECONDS = Long.getLong("clientele.child.silence", 60);
    private static final long LARGEST_KILOBYTES = 1_200_000;
    private static final int LONGEST_MESSAGE = 4000;

    private final String name;
    private final Process process;
    private final Answer answer;
    private final StringBuilder said = new StringBuilder();
    private volatile String killedFor = "";

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answer = new Answer(new BufferedInputStream(process.getInputStream(), 1 << 16));
        Thread listener = new Thread(this::listen, "clientele-child-errors");
        listener.setDaemon(true);
        listener.start();
        Thread watch = new Thread(this::watch, "clientele-child-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** @param name of what it reads, for messages */
    static ChildProcess start(String name, EngineChild.Order order) {
        Path java = Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("child.process.cannot_read_read_second", name, java));
        }
        Path folder = ownFolder(name);
        List<String> command = List.of(
                java.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (File.separatorChar == '\\' ? "NUL" : "/dev/null"),
                "-cp",
                classPath(),
                EngineChild.class.getName());
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            Process process = builder.start();
            process.onExit().thenRun(() -> delete(folder));
            ChildProcess child = new ChildProcess(name, process);
            try {
                order.write(new DataOutputStream(process.getOutputStream()));
            } catch (IOException e) {
                throw child.explain(e);
            }
            return child;
        } catch (IOException e) {
            delete(folder);
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("child.process.cannot_read_no_second", name, String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** The engine's driver leaves 70 MB in the folder for temporary files when its process is killed: one of its own. */
    private static Path ownFolder(String name) {
        try {
            return Files.createTempDirectory("clientele-child");
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("child.process.cannot_read_folder_for", name, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LoggerFactory.getLogger(ChildProcess.class).warn("Left over: {}", folder, e);
        }
    }

    /** Only what the child needs, wherever it comes from. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> needed :
                List.of(EngineChild.class, AnalyticsException.class, DuckDBDriver.class, NullMarked.class)) {
            try {
                places.add(Path.of(needed.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException e) {
                throw new AnalyticsException(ErrorCode.INTERNAL, "A class of ours has no place on the disk.", e);
            }
        }
        return String.join(File.pathSeparator, places);
    }

    InputStream answer() {
        return answer;
    }

    /** Whether nothing more will come; waits until that is known. */
    boolean isAtEnd() {
        try {
            answer.mark(1);
            boolean ended = answer.read() < 0;
            answer.reset();
            return ended;
        } catch (IOException e) {
            throw explain(e);
        }
    }

    private void listen() {
        try (InputStream errors = process.getErrorStream()) {
            byte[] block = new byte[1000];
            for (int n = errors.read(block); n >= 0; n = errors.read(block)) {
                synchronized (said) {
                    if (said.length() < LONGEST_MESSAGE) {
                        said.append(new String(block, 0, n, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(ChildProcess.class).debug("The child's errors ended", e);
        }
    }

    private void watch() {
        try {
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                if (answer.silentSeconds() > SILENCE_SECONDS) {
                    killedFor = TEXTS.get("child.process.reading_did_not_go", String.valueOf(SILENCE_SECONDS));
                    process.destroyForcibly();
                } else if (residentKilobytes() > LARGEST_KILOBYTES) {
                    killedFor = TEXTS.get("child.process.reading_takes_too_much");
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private long residentKilobytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (IOException | NumberFormatException e) {
            // Other systems do not tell in this way, and the engine keeps its own limit.
            return 0;
        }
    }

    /** Ends it, whatever it does. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end, which must be near. */
    private void checkEnd() throws IOException {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("child.process.cancelled"), e);
        }
        if (process.exitValue() != 0) {
            throw explain(null);
        }
    }

    /** Why it did not answer to the end. */
    AnalyticsException explain(@org.jspecify.annotations.Nullable IOException cause) {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                kill();
                process.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String text;
        synchronized (said) {
            text = said.toString().strip();
        }
        boolean refused = !process.isAlive() && process.exitValue() == EngineChild.REFUSED;
        String why = !killedFor.isEmpty()
                ? killedFor
                : refused ? engineSays(text) : TEXTS.get("child.process.program_reads_such_files");
        return new AnalyticsException(
                ErrorCode.FILE_UNREADABLE, TEXTS.get("child.process.cannot_read_file_damaged", name, why), cause);
    }

    private static String engineSays(String text) {
        String message = text.replaceFirst("^((java\\.sql\\.SQLException|(\\w+ )*Error|\\w+Exception): )+", "");
        String first = message.lines().findFirst().orElse("").strip();
        if (first.toLowerCase(Locale.ROOT).matches(".*(out of memory|java heap space).*")) {
            return TEXTS.get("child.process.reading_takes_too_much");
        }
        if (first.equals(EngineChild.NO_END)) {
            return TEXTS.get("child.process.no_end");
        }
        if (first.equals("Invalid result set")) {
            // The engine failed over the first rows and has lost why.
            return TEXTS.get("child.process.its_parts_do_not");
        }
        String shortened = first.length() > 300 ? first.substring(0, 300) + "…" : first;
        return shortened.endsWith(".") ? shortened.substring(0, shortened.length() - 1) : shortened;
    }

    /** What comes from the child; its end counts only if the child ended well. */
    private final class Answer extends InputStream {
        private final InputStream in;
        private volatile long waitingSince;

        Answer(InputStream in) {
            this.in = in;
        }

        long silentSeconds() {
            long since = waitingSince;
            return since == 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
        }

        @Override
        public boolean markSupported() {
            return true;
        }

        @Override
        public synchronized void mark(int most) {
            in.mark(most);
        }

        @Override
        public synchronized void reset() throws IOException {
            in.reset();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            waitingSince = Math.max(1, System.nanoTime());
            int n;
            try {
                n = in.read(into, offset, length);
            } catch (IOException e) {
                throw explain(e);
            } finally {
                waitingSince = 0;
            }
            if (n < 0) {
                checkEnd();
            }
            return n;
        }
    }
}
