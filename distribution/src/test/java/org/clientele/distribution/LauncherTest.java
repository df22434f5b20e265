package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands between a user's shell and the JVM, in a folder whose name has a space. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path launcher;

    @BeforeEach
    void copiesTheLauncherBesideLinkedJars() throws IOException {
        Path product = Path.of(Product.launcher()).getParent().getParent();
        home = Files.createDirectories(folder.resolve("my shop/clientele")).toRealPath();
        launcher = Files.createDirectories(home.resolve("bin")).resolve("clientele");
        Files.copy(Path.of(Product.launcher()), launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Path lib = Files.createDirectories(home.resolve("lib"));
        try (Stream<Path> jars = Files.list(product.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, lib.resolve(jar.getFileName()));
            }
        }
    }

    private record Said(int exit, String out, String err) {}

    private Said start(Path command, Map<String, String> environment, String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(command.toString()), Stream.of(arguments))
                .toList());
        builder.environment().putAll(environment);
        int exit = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Said(
                exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void startsThroughLinksOfLinksInFoldersWithSpaces() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), launcher);
        Path second = Files.createSymbolicLink(folder.resolve("second link"), link.getFileName());
        Said said = start(second, Map.of(), "--version");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("Clientele ");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void anOlderJavaIsNamedAndNotStarted() throws Exception {
        Path jdk = folder.resolve("old jdk");
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho started\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        for (String version : List.of("11.0.2", "1.8.0_402")) {
            Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
            Said said = start(launcher, Map.of("JAVA_HOME", jdk.toString()), "--version");
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.out()).isEmpty();
            assertThat(said.err()).contains("Java 17 or newer", version);
        }
    }

    @Test
    void aRehearsalLeavesAnArchiveThatIsUsedUntilAJarChanges() throws Exception {
        Said rehearsal = start(launcher, Map.of("CLIENTELE_REHEARSE", "yes"), "--version");
        assertThat(rehearsal.exit()).as(rehearsal.err()).isZero();
        assertThat(rehearsal.err()).isEmpty();
        try (Stream<Path> archives = Files.list(home.resolve("archive"))) {
            assertThat(archives).singleElement().asString().endsWith(".jsa");
        }
        Map<String, String> told = Map.of("CLIENTELE_JAVA_OPTS", "-Xlog:class+load:file=" + folder.resolve("loads"));
        assertThat(start(launcher, told, "--version").exit()).isZero();
        assertThat(Files.readString(folder.resolve("loads"))).contains("shared objects file (top)");

        Path jar = home.resolve("lib/platform-app-0.1.0.jar");
        byte[] same = Files.readAllBytes(jar);
        var time = Files.getLastModifiedTime(jar);
        Files.write(jar, same);
        Files.setLastModifiedTime(jar, time);
        Said after = start(launcher, told, "--version");
        assertThat(after.exit()).as(after.err()).isZero();
        assertThat(after.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("loads")))
                .contains("platform.app.Main source: file:")
                .doesNotContain("shared objects file (top)");
    }
}
