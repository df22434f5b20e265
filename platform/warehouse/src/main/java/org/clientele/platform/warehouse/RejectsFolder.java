package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.rejects.RejectOrigin;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** The workspace's folder {@code rejects}: one file an import, {@code <batch>-<file>.csv}. */
final class RejectsFolder {
    private static final Texts TEXTS = Texts.of(RejectsFolder.class);

    /** Of the 255 bytes that most file systems give a name, what number and ending leave. */
    private static final int STEM_BYTES = 200;

    private final Path folder;

    private RejectsFolder(Path folder) {
        this.folder = folder;
    }

    static RejectsFolder of(Warehouse warehouse) {
        return new RejectsFolder(warehouse.workspace().resolve("rejects"));
    }

    /** Where the rejects of imports that are only tried go; gone at the next start. */
    static RejectsFolder ofTrials(Warehouse warehouse) {
        return new RejectsFolder(warehouse.workspace().resolve("staging").resolve("tried"));
    }

    /** Writes the file whole, or throws RESOURCE_EXHAUSTED. */
    Path write(long batch, String source, RejectSpool lines, RejectSpool values) {
        try {
            Files.createDirectories(folder);
            Path target = folder.resolve(batch + "-" + stem(source) + ".csv");
            RejectSpool.writeMerged(lines, values, target);
            return target;
        } catch (IOException e) {
            discard(batch);
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("rejects.folder.cannot_write_rejects_2", folder, String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** The same, with what must be known to mend the rows later. */
    Path write(long batch, String source, RejectSpool lines, RejectSpool values, RejectOrigin origin) {
        Path target = write(batch, source, lines, values);
        try {
            origin.write(target);
            return target;
        } catch (IOException e) {
            discard(batch);
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("rejects.folder.cannot_write_rejects_2", folder, String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** The file of that name in the folder. */
    Path file(String name) {
        return folder.resolve(name);
    }

    Path path() {
        return folder;
    }

    private static String stem(String source) {
        String s = source;
        for (String ending : new String[] {".gz", ".csv", ".txt", ".tsv"}) {
            if (s.toLowerCase(Locale.ROOT).endsWith(ending)) {
                s = s.substring(0, s.length() - ending.length());
            }
        }
        s = s.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        while (s.getBytes(StandardCharsets.UTF_8).length > STEM_BYTES) {
            s = s.substring(0, s.offsetByCodePoints(s.length(), -1));
        }
        return s;
    }

    void discard(long batch) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, batch + "-*.csv*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(RejectsFolder.class).warn("Rejects of import {} are left", batch, e);
        }
    }
}
