package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which files of a watched folder were dealt with, from one day to the next. Losing it costs a second look at each file,
 * whose content the importer knows; so it lies in the workspace's cache.
 */
final class WatchedMemory {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedMemory.class);
    private static final int FIELDS = 6;

    private final Path file;
    private final Map<Path, Entry> entries = new TreeMap<>();

    /** What tells a file from itself in another state. */
    record Mark(long size, long modifiedMillis) {}

    private record Entry(Mark mark, WatchedFile view) {}

    private WatchedMemory(Path file) {
        this.file = file;
    }

    static WatchedMemory of(Path workspace, Path folder) {
        String name = "watched-" + Integer.toHexString(folder.toString().hashCode()) + ".txt";
        WatchedMemory memory = new WatchedMemory(workspace.resolve("cache").resolve(name));
        memory.read();
        return memory;
    }

    private void read() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String[] f = line.split(" ", -1);
                if (f.length == FIELDS) {
                    Path of = Path.of(text(f[0]));
                    Mark mark = new Mark(Long.parseLong(f[1]), Long.parseLong(f[2]));
                    WatchedFile.State state = WatchedFile.State.valueOf(f[3]);
                    entries.put(of, new Entry(mark, new WatchedFile(of, state, text(f[5]), Instant.parse(f[4]))));
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("What was taken of a watched folder is forgotten, since {} cannot be read", file, e);
            entries.clear();
        }
    }

    /** What became of a file, if it was dealt with in this state. */
    Optional<WatchedFile> find(Path of, Mark mark) {
        Entry e = entries.get(of);
        return e != null && e.mark().equals(mark) ? Optional.of(e.view()) : Optional.empty();
    }

    /** Whether a file was imported, in whatever state it was then. */
    boolean imported(Path of) {
        Entry e = entries.get(of);
        return e != null && e.view().state() == WatchedFile.State.IMPORTED;
    }

    void remember(WatchedFile view, Mark mark) {
        entries.put(view.file(), new Entry(mark, view));
        List<String> lines = new ArrayList<>();
        entries.values()
                .forEach(e -> lines.add(String.join(
                        " ",
                        hidden(e.view().file().toString()),
                        String.valueOf(e.mark().size()),
                        String.valueOf(e.mark().modifiedMillis()),
                        e.view().state().name(),
                        e.view().at().toString(),
                        hidden(e.view().sentence()))));
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "watched", ".tmp");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("What was taken of a watched folder cannot be noted in {}", file, e);
        }
    }

    private static String hidden(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String hidden) {
        return new String(Base64.getDecoder().decode(hidden), StandardCharsets.UTF_8);
    }
}
