package org.clientele.platform.workbench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers from one day to the next, in one small file of the user's. A file that is damaged or cannot
 * be written costs the memory, never the work. UI thread only.
 */
final class Preferences {
    /** System property that names the file, for tests and portable installations. */
    static final String FILE_PROPERTY = "clientele.preferences";

    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final int RECENT = 8;

    private final Path file;
    private final Properties values = new Properties();
    private final AtomicReference<@Nullable String> newest = new AtomicReference<>();

    private Preferences(Path file) {
        this.file = file;
    }

    /** Reads the user's file, or starts with nothing. */
    static Preferences load() {
        Preferences p = new Preferences(location());
        if (Files.isRegularFile(p.file)) {
            try (Reader in = Files.newBufferedReader(p.file)) {
                p.values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The settings in {} cannot be read; the window starts with its defaults.", p.file, e);
                p.values.clear();
            }
        }
        return p;
    }

    private static Path location() {
        String chosen = System.getProperty(FILE_PROPERTY, "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        String config = System.getenv("XDG_CONFIG_HOME");
        Path base;
        if (config != null && !config.isEmpty()) {
            base = Path.of(config);
        } else if (System.getenv("APPDATA") != null) {
            base = Path.of(System.getenv("APPDATA"));
        } else {
            base = Path.of(System.getProperty("user.home", "."), ".config");
        }
        return base.resolve("clientele").resolve("workbench.properties");
    }

    /** Writes the file, wholly or not at all, before this returns: for a window that goes. */
    void save() {
        newest.set(text());
        writeNewest();
    }

    /** The same on another thread; of several that wait the newest is written. */
    void saveSoon(Executor elsewhere) {
        boolean waits = newest.getAndSet(text()) != null;
        if (!waits) {
            elsewhere.execute(this::writeNewest);
        }
    }

    /** What is taken is written before anything newer can be: an older one never comes last. */
    private synchronized void writeNewest() {
        String text = newest.getAndSet(null);
        if (text != null) {
            write(text);
        }
    }

    private String text() {
        StringBuilder all = new StringBuilder();
        for (var e : new TreeMap<>(values).entrySet()) {
            all.append(escape(e.getKey().toString()))
                    .append('=')
                    .append(escape(e.getValue().toString()))
                    .append('\n');
        }
        return all.toString();
    }

    private void write(String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "workbench", ".tmp");
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.warn("The settings cannot be written to {}; they are forgotten.", file, e);
        }
    }

    private static String escape(String text) {
        StringBuilder s = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '\\' || c == '=' || c == ':' || c == '#' || c == '!' || c == ' ') {
                s.append('\\').append(c);
            } else if (c < ' ') {
                s.append(String.format("\\u%04x", (int) c));
            } else {
                s.append(c);
            }
        }
        return s.toString();
    }

    String get(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    int get(String key, int otherwise) {
        try {
            return Integer.parseInt(values.getProperty(key, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    boolean is(String key) {
        return "true".equals(values.getProperty(key));
    }

    void put(String key, String value) {
        values.setProperty(key, value);
    }

    void put(String key, int value) {
        put(key, Integer.toString(value));
    }

    void put(String key, boolean value) {
        put(key, Boolean.toString(value));
    }

    List<String> list(String key) {
        List<String> all = new ArrayList<>();
        for (int i = 0; values.getProperty(key + "." + i) != null; i++) {
            all.add(values.getProperty(key + "." + i));
        }
        return all;
    }

    void put(String key, List<String> all) {
        for (int i = 0; values.remove(key + "." + i) != null; ) {
            i++;
        }
        for (int i = 0; i < all.size(); i++) {
            put(key + "." + i, all.get(i));
        }
    }

    /** Workspaces that were open, the newest first. */
    List<String> recent() {
        return list("recent");
    }

    /** Puts a workspace in front of the recent ones. */
    void remember(Path workspace) {
        List<String> all = new ArrayList<>(recent());
        String now = workspace.toAbsolutePath().normalize().toString();
        all.remove(now);
        all.add(0, now);
        put("recent", all.subList(0, Math.min(RECENT, all.size())));
    }
}
