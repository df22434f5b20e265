package org.clientele.platform.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.clientele.platform.host.HostOptions.JarLimits;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * A jar that was checked, before anything of it runs. What was checked is our own copy, so that nobody changes it
 * afterwards and the file itself is not held; the copy is also what a bad update is rolled back to.
 */
record PluginJar(Path source, Path copy, PluginManifest manifest) {
    private static final Texts TEXTS = Texts.of(PluginJar.class);

    /**
     * Copies and checks.
     *
     * @param copy where to; deleted again if the jar is refused
     * @throws AnalyticsException PLUGIN_REFUSED with the reason
     */
    static PluginJar check(Path source, Path copy, JarLimits limits) {
        String file = String.valueOf(source.getFileName());
        boolean good = false;
        try {
            if (!Files.isRegularFile(source)) {
                throw refused(TEXTS.get("plugin.jar.is_not_file", source));
            }
            if (Files.size(source) > limits.fileBytes()) {
                throw refused(TEXTS.get("plugin.jar.is_larger_than_most_plugin", file, size(limits.fileBytes())));
            }
            Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
            PluginJar jar = new PluginJar(source, copy, read(file, copy, limits));
            good = true;
            return jar;
        } catch (ZipException e) {
            throw refused(notAZip(file, copy));
        } catch (NoSuchFileException e) {
            throw refused(TEXTS.get("plugin.jar.is_not_there_any_more", source));
        } catch (IOException e) {
            throw refused(TEXTS.get("plugin.jar.cannot_read", file, String.valueOf(e.getMessage())));
        } catch (SecurityException e) {
            throw refused(TEXTS.get("plugin.jar.is_signed_content_is_not", file));
        } finally {
            if (!good) {
                discard(copy);
            }
        }
    }

    /** Opens what was checked. */
    InputStream open() throws IOException {
        return Files.newInputStream(copy);
    }

    /** Deletes the copy. */
    void discard() {
        discard(copy);
    }

    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            copy.toFile().deleteOnExit();
        }
    }

    private static PluginManifest read(String file, Path copy, JarLimits limits) throws IOException {
        try (JarFile jar = new JarFile(copy.toFile(), true)) {
            if (jar.size() > limits.entries()) {
                throw refused(TEXTS.get("plugin.jar.has_entries_plugin_may_have", file, jar.size(), limits.entries()));
            }
            checkEntries(file, jar, limits);
            if (jar.getEntry(JarFile.MANIFEST_NAME) == null) {
                throw refused(TEXTS.get("plugin.jar.has_no_manifest_is_not", file));
            }
            return PluginManifest.of(file, manifest(file, jar));
        }
    }

    private static Manifest manifest(String file, JarFile jar) {
        try {
            return jar.getManifest();
        } catch (IOException e) {
            throw refused(TEXTS.get("plugin.jar.has_manifest_cannot_read", file, String.valueOf(e.getMessage())));
        }
    }

    /** Unpacks everything into nothing: declared sizes can lie, and this finds damage and broken signatures as well. */
    private static void checkEntries(String file, JarFile jar, JarLimits limits) throws IOException {
        Set<String> names = new HashSet<>();
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            if (!isInside(name)) {
                throw refused(TEXTS.get("plugin.jar.has_entry_points_out_jar", file, name));
            }
            if (!names.add(name)) {
                throw refused(TEXTS.get("plugin.jar.has_entry_twice", file, name));
            }
            try (InputStream in = jar.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    unpacked += n;
                    if (unpacked > limits.unpackedBytes()) {
                        throw refused(TEXTS.get(
                                "plugin.jar.unpacks_more_than_most_plugin", file, size(limits.unpackedBytes())));
                    }
                }
            }
        }
    }

    private static boolean isInside(String name) {
        return !name.startsWith("/")
                && name.chars().noneMatch(c -> c == '\\' || c == ':' || c == 0)
                && !Arrays.asList(name.split("/")).contains("..");
    }

    private static String notAZip(String file, Path copy) {
        byte[] zip = "PK".getBytes(StandardCharsets.US_ASCII);
        byte[] start = new byte[zip.length];
        try (InputStream in = Files.newInputStream(copy)) {
            int n = in.readNBytes(start, 0, start.length);
            if (n == zip.length && Arrays.equals(start, zip)) {
                return TEXTS.get("plugin.jar.is_cut_short_damaged_copy", file);
            }
        } catch (IOException e) {
            return TEXTS.get("plugin.jar.cannot_read", file, String.valueOf(e.getMessage()));
        }
        return TEXTS.get("plugin.jar.is_not_jar", file);
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20 ? TEXTS.get("plugin.jar.mebibytes", bytes >> 20) : TEXTS.get("plugin.jar.bytes", bytes);
    }

    private static AnalyticsException refused(String sentence) {
        return new AnalyticsException(ErrorCode.PLUGIN_REFUSED, sentence);
    }
}
