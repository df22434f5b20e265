package org.clientele.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of our own with its settings as they come, in a folder of its own, reached by a socket in it. */
final class Postgres implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";

    private final Path programs;
    private final Path folder;

    private Postgres(Path programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** Starts one, if Debian's package is installed. */
    static Optional<Postgres> start(Path folder) throws Exception {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        if (isRoot()) {
            execute(List.of("chown", USER, folder.toString()));
        }
        Postgres postgres = new Postgres(programs.get(), folder);
        postgres.execute("initdb", "--no-sync", "-A", "trust", "-U", USER, "-E", "UTF8", "-D", postgres.data());
        postgres.execute(
                "pg_ctl",
                "-w",
                "-D",
                postgres.data(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-c listen_addresses='' -k " + folder,
                "start");
        return Optional.of(postgres);
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Milliseconds of the server's own COPY of the file into an empty table, to the end of its commit. */
    double copy(Path file, boolean unlogged) throws Exception {
        sql("DROP TABLE IF EXISTS t");
        sql("CREATE " + (unlogged ? "UNLOGGED " : "") + "TABLE t (" + String.join(", ", OrderLineFile.COLUMNS) + ")");
        sql("CHECKPOINT");
        long start = System.nanoTime();
        sql("COPY t FROM '" + file + "' (FORMAT csv, HEADER true)");
        return Pair.millisSince(start);
    }

    private void sql(String statement) throws Exception {
        execute(
                "psql",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                folder.toString(),
                "-U",
                USER,
                "-d",
                USER,
                "-c",
                statement);
    }

    private void execute(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // The server refuses to run as root.
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        execute(command);
    }

    private static void execute(List<String> command) throws Exception {
        Path log = Files.createTempFile("clientele-postgres", ".log");
        try {
            int code = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + code + ": " + Files.readString(log));
            }
        } finally {
            Files.delete(log);
        }
    }

    @Override
    public void close() {
        try {
            execute("pg_ctl", "-w", "-m", "fast", "-D", data(), "stop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
