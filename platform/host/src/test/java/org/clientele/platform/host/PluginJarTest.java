package org.clientele.platform.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clientele.platform.host.HostOptions.JarLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jars that are refused before anything of them runs, each beside a healthy one. */
class PluginJarTest extends HostTest {
    @BeforeEach
    void buildHealthy() {
        healthy().in(jars);
    }

    @Test
    void truncatedJarIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(jars.resolve("acme.healthy-1.0.0.jar"));
        Files.write(jars.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused("cut.jar", "cut.jar is cut short or damaged. Copy or download it again.");
    }

    @Test
    void jarWithDamagedContentIsRefused() throws IOException {
        Path bad = PluginJarBuilder.plugin("acme.damaged", "1.0.0").metric("m").to(jars.resolve("damaged.jar"));
        byte[] bytes = Files.readAllBytes(bad);
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Entry.class") + 60;
        Arrays.fill(bytes, data, data + 40, (byte) 0x5a);
        Files.write(bad, bytes);
        assertRefused("damaged.jar", "damaged.jar is cut short or damaged. Copy or download it again.");
    }

    @Test
    void fileThatIsNoZipIsRefused() throws IOException {
        Files.writeString(jars.resolve("letter.jar"), "Dear customer, thank you for your order.");
        Files.createFile(jars.resolve("void.jar"));
        assertRefused("letter.jar", "letter.jar is not a jar.");
        assertRefused("void.jar", "void.jar is not a jar.");
    }

    @Test
    void folderCalledJarIsRefused() throws IOException {
        Files.createDirectory(jars.resolve("folder.jar"));
        assertRefused("folder.jar", jars.resolve("folder.jar") + " is not a file.");
    }

    @Test
    void jarWithoutManifestIsRefused() throws IOException {
        zip("bare.jar", "acme/bare/readme.txt", "Nothing about a plugin.");
        assertRefused("bare.jar", "bare.jar has no manifest, so it is not a plugin. Build it with the plugin parent.");
    }

    @Test
    void jarWithoutSymbolicNameIsRefused() throws IOException {
        zip("plain.jar", "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
        assertRefused(
                "plain.jar",
                "plain.jar has no Bundle-SymbolicName, so it is not a plugin. Build it with the plugin parent.");
    }

    @Test
    void malformedManifestIsRefused() throws IOException {
        zip("odd.jar", "META-INF/MANIFEST.MF", "this is: no\nmanifest at all\n");
        assertThat(loadedInfo("odd.jar").message()).startsWith("odd.jar has a manifest that cannot be read: ");
    }

    @Test
    void idsVersionsAndHeadersThatCannotBeAreRefused() throws IOException {
        zip("id.jar", "META-INF/MANIFEST.MF", manifest("Basket", "1.0.0", ""));
        zip("version.jar", "META-INF/MANIFEST.MF", manifest("acme.v", "one", ""));
        zip("fragment.jar", "META-INF/MANIFEST.MF", manifest("acme.f", "1.0.0", "Fragment-Host: system.bundle\n"));
        zip("activator.jar", "META-INF/MANIFEST.MF", manifest("acme.a", "1.0.0", "Bundle-Activator: a.B\n"));
        assertRefused(
                "id.jar",
                "id.jar calls itself \"Basket\", which is not a plugin id. An id looks like vendor.plugin, in lower case"
                        + " with digits and hyphens.");
        assertRefused("version.jar", "version.jar has the version \"one\", which is not one like 1.2.3.");
        assertThat(info("fragment.jar").message()).startsWith("fragment.jar has a Fragment-Host;");
        assertThat(info("activator.jar").message()).startsWith("activator.jar has a Bundle-Activator;");
    }

    @Test
    void headerThatTheFrameworkRejectsIsRefusedWithItsReason() throws IOException {
        zip("import.jar", "META-INF/MANIFEST.MF", manifest("acme.i", "1.0.0", "Import-Package: a.b,a.b\n"));
        PluginInfo refused = loadedInfo("acme.i");
        assertThat(refused.state()).isEqualTo(PluginState.REFUSED);
        assertThat(refused.message())
                .startsWith("acme.i 1.0.0 cannot be installed: ")
                .contains("a.b");
        assertHealthyRuns();
    }

    @Test
    void entriesThatPointOutOfTheJarAreRefused() throws IOException {
        for (String name : List.of("../evil.txt", "a/../../evil.txt", "/etc/evil", "a\\..\\evil", "c:evil")) {
            zip("slip.jar", name, "x");
            assertThat(host.install(jars.resolve("slip.jar")).message())
                    .isEqualTo("slip.jar has an entry \"" + name + "\" that points out of the jar.");
        }
    }

    @Test
    void jarThatUnpacksToTooMuchIsRefusedWithoutUnpackingItAll() throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jars.resolve("bomb.jar")))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            for (int i = 0; i < 9; i++) {
                zip.write(zeros);
            }
        }
        assertThat(limited(new JarLimits(1 << 20, 10, 8 << 20), "bomb.jar"))
                .isEqualTo("bomb.jar unpacks to more than 8 MiB, the most that a plugin may have.");
    }

    @Test
    void jarThatIsTooLargeOrHasTooManyEntriesIsRefused() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jars.resolve("many.jar")))) {
            for (int i = 0; i < 5; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
            }
        }
        assertThat(limited(new JarLimits(1 << 20, 4, 1 << 20), "many.jar"))
                .isEqualTo("many.jar has 5 entries; a plugin may have 4.");
        assertThat(limited(new JarLimits(100, 10, 1 << 20), "many.jar"))
                .isEqualTo("many.jar is larger than 100 bytes, the most that a plugin may have.");
    }

    @Test
    void signedJarWhoseContentWasChangedIsRefused() throws Exception {
        Path signed = SignedJar.sign(
                PluginJarBuilder.plugin("acme.signed", "1.0.0").metric("m").to(temp.resolve("unsigned.jar")),
                jars.resolve("signed.jar"));
        host.loadAll(List.of(jars));
        assertThat(info("acme.signed").state()).isEqualTo(PluginState.STARTED);
        SignedJar.replaceEntry(signed, jars.resolve("tampered.jar"), "META-INF/extensions.idx", "evil.Entry\n");
        assertThat(host.install(jars.resolve("tampered.jar")).message())
                .isEqualTo(
                        "tampered.jar is signed, and its content is not what was signed. Get it again from its vendor.");
    }

    @Test
    void refusedJarLeavesNoCopyBehind() throws IOException {
        host.loadAll(List.of(jars));
        long before = files(temp.resolve("cache"));
        Files.writeString(jars.resolve("letter.jar"), "Dear customer");
        host.install(jars.resolve("letter.jar"));
        host.install(jars.resolve("acme.healthy-1.0.0.jar"));
        assertThat(files(temp.resolve("cache"))).isEqualTo(before);
    }

    private static long files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).count();
        }
    }

    private void assertRefused(String id, String message) {
        PluginInfo refused = loadedInfo(id);
        assertThat(refused.message()).isEqualTo(message);
        assertThat(refused.state()).isEqualTo(PluginState.REFUSED);
        assertHealthyRuns();
    }

    private PluginInfo loadedInfo(String id) {
        if (host.plugins().isEmpty()) {
            host.loadAll(List.of(jars));
        }
        return info(id);
    }

    private String limited(JarLimits limits, String file) {
        HostOptions options =
                new HostOptions(temp.resolve("cache"), Duration.ofSeconds(5), Duration.ofSeconds(1), limits);
        try (PluginHost strict = PluginHost.start(options)) {
            return strict.install(jars.resolve(file)).message();
        }
    }

    private static String manifest(String id, String version, String more) {
        return "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + id + "\nBundle-Version: "
                + version + "\n" + more;
    }

    private void zip(String file, String entry, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(jars.resolve(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
