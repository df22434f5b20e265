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
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.clientele.platform.host.HostOptions.JarLimits;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/**
 * A jar that was checked, before anything of it runs. What was checked is our own copy, so that nobody changes it
 * afterwards and the file itself is not held; the copy is also what a bad update is rolled back to.
 */
record PluginJar(Path source, Path copy, PluginManifest manifest) {
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
                throw refused(source + " is not a file.");
            }
            if (Files.size(source) > limits.fileBytes()) {
                throw refused(
                        file + " is larger than " + size(limits.fileBytes()) + ", the most that a plugin may have.");
            }
            Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
            PluginJar jar = new PluginJar(source, copy, read(file, copy, limits));
            good = true;
            return jar;
        } catch (ZipException e) {
            throw refused(notAZip(file, copy));
        } catch (NoSuchFileException e) {
            throw refused(source + " is not there any more.");
        } catch (IOException e) {
            throw refused(file + " cannot be read: " + e.getMessage() + ".");
        } catch (SecurityException e) {
            throw refused(file + " is signed, and its content is not what was signed. Get it again from its vendor.");
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
                throw refused(file + " has " + jar.size() + " entries; a plugin may have " + limits.entries() + ".");
            }
            checkEntries(file, jar, limits);
            if (jar.getEntry(JarFile.MANIFEST_NAME) == null) {
                throw refused(file + " has no manifest, so it is not a plugin. Build it with the plugin parent.");
            }
            return PluginManifest.of(file, manifest(file, jar));
        }
    }

    private static Manifest manifest(String file, JarFile jar) {
        try {
            return jar.getManifest();
        } catch (IOException e) {
            throw refused(file + " has a manifest that cannot be read: " + e.getMessage() + ".");
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
                throw refused(file + " has an entry \"" + name + "\" that points out of the jar.");
            }
            if (!names.add(name)) {
                throw refused(file + " has the entry \"" + name + "\" twice.");
            }
            try (InputStream in = jar.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    unpacked += n;
                    if (unpacked > limits.unpackedBytes()) {
                        throw refused(file + " unpacks to more than " + size(limits.unpackedBytes())
                                + ", the most that a plugin may have.");
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
                return file + " is cut short or damaged. Copy or download it again.";
            }
        } catch (IOException e) {
            return file + " cannot be read: " + e.getMessage() + ".";
        }
        return file + " is not a jar.";
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20
                ? String.format(Locale.ROOT, "%,d MiB", bytes >> 20)
                : String.format(Locale.ROOT, "%,d bytes", bytes);
    }

    private static AnalyticsException refused(String sentence) {
        return new AnalyticsException(ErrorCode.PLUGIN_REFUSED, sentence);
    }
}
