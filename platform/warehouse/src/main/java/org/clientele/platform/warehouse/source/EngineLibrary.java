package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The engine's native library: 70 MB that its driver unpacks into the folder for temporary files at each start. */
public final class EngineLibrary {
    private static final Path LOADED = Path.of("/proc/self/maps");
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String NAME = "/libduckdb_java";

    private EngineLibrary() {}

    /**
     * Deletes what was unpacked, once it is loaded: the driver would do so only when the process ends well, so each one
     * that is killed would leave its copy. Where the system does not say what is loaded, that is left as it is.
     */
    public static void deleteUnpacked() {
        if (!Files.isReadable(LOADED)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(LOADED, StandardCharsets.ISO_8859_1)) {
                int path = line.indexOf('/');
                if (path >= 0 && line.contains(NAME) && line.endsWith(".so")) {
                    byte[] name = line.substring(path).getBytes(StandardCharsets.ISO_8859_1);
                    Path library = Path.of(new String(name, StandardCharsets.UTF_8));
                    if (library.startsWith(TEMPORARY)) {
                        Files.deleteIfExists(library);
                    }
                }
            }
        } catch (IOException e) {
            // Then the driver's own way, at the end, is good enough.
            return;
        }
    }
}
