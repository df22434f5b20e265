package org.clientele.platform.warehouse.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineLibraryTest {
    private static final Path MAPS = Path.of("/proc/self/maps");

    @Test
    void whatWasUnpackedIsGoneAndWorksOn() throws Exception {
        assumeTrue(Files.isReadable(MAPS), "Only Linux says what is loaded.");
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
                Statement s = c.createStatement()) {
            EngineLibrary.deleteUnpacked();
            EngineLibrary.deleteUnpacked();
            List<String> loaded = Files.readAllLines(MAPS, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.contains("libduckdb_java"))
                    .toList();
            assertThat(loaded).isNotEmpty().allMatch(line -> line.endsWith("(deleted)"));
            try (ResultSet r = s.executeQuery("SELECT sum(i) FROM range(1000000) t(i)")) {
                r.next();
                assertThat(r.getLong(1)).isEqualTo(499_999_500_000L);
            }
        }
    }
}
