package org.clientele.platform.warehouse.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.clientele.platform.warehouse.source.HostileFiles.Format;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileFilesTest {
    @TempDir
    Path dir;

    /** A child process a file makes Parquet slow; distribution/soak runs the thousands. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void whateverComesIsReadOrRefusedInTime(Format format) throws Exception {
        byte[] honest = HostileFiles.honest(format, dir);
        int files = format == Format.PARQUET ? 20 : 200;
        int refused = 0;
        for (long seed = 0; seed < files; seed++) {
            Path file = Files.write(dir.resolve("in"), HostileFiles.mutated(format, honest, seed));
            String result = assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> HostileFiles.read(file), format + " " + seed);
            boolean isRefusal = !Character.isDigit(result.charAt(0));
            assertThat(result)
                    .as("%s %d", format, seed)
                    .doesNotContain("INTERNAL")
                    .doesNotContain("null");
            refused += isRefusal ? 1 : 0;
        }
        assertThat(refused < files || format == Format.PARQUET).as("%s", format).isTrue();
        assertThat(refused > 0 || format == Format.CSV).as("%s", format).isTrue();
    }
}
