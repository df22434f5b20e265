package org.clientele.platform.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.clientele.platform.catalog.ImportEntry.State;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Goal.Milestone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Instant END = Instant.parse("2026-01-02T03:05:00Z");

    @TempDir
    Path dir;

    private Catalog open() {
        return Catalog.open(dir, Clock.fixed(END, ZoneOffset.UTC));
    }

    @Test
    void importsAndSettingsAreThereAfterReopening() {
        long id;
        try (Catalog catalog = open()) {
            id = catalog.imports().begin("shop.csv", "order_line", "clientele.core/online-retail", START);
            catalog.imports().loaded(id, "ab12", 10, 8, 2, id + "-shop.csv", false);
            catalog.settings().put("theme", "light");
            catalog.settings().put("theme", "dark");
        }
        try (Catalog catalog = open()) {
            assertThat(catalog.imports().find(id))
                    .contains(new ImportEntry(
                            id,
                            "shop.csv",
                            "ab12",
                            "order_line",
                            "clientele.core/online-retail",
                            State.LOADED,
                            null,
                            10,
                            8,
                            2,
                            id + "-shop.csv",
                            START,
                            END));
            assertThat(catalog.settings().get("theme")).contains("dark");
            catalog.settings().remove("theme");
            assertThat(catalog.settings().all()).isEmpty();
        }
    }

    @Test
    void goalsWithTheirMilestonesAreThereAfterReopeningAndComeBackUnderTheirIds() {
        LocalDate from = LocalDate.of(2026, 1, 1);
        LocalDate to = LocalDate.of(2026, 12, 31);
        Goal kept;
        try (Catalog catalog = open()) {
            Goal half = Goal.of("clientele.core/revenue", from, to, 3.2e6)
                    .withTitle("Revenue 2026")
                    .withPart("country", "France")
                    .withOwner("Ada")
                    .withNote("As agreed in March")
                    .withMilestones(List.of(
                            new Milestone("Three quarters", 2.4e6, null),
                            new Milestone("First half", 1.4e6, LocalDate.of(2026, 6, 30))));
            kept = catalog.goals().save(half);
            assertThat(kept).isEqualTo(half.withId(kept.id()));
            assertThat(kept.milestones()).extracting(Milestone::name).containsExactly("First half", "Three quarters");
            catalog.goals().save(Goal.of("clientele.core/orders", from, LocalDate.of(2026, 3, 31), 900));
        }
        try (Catalog catalog = open()) {
            assertThat(catalog.goals().all()).extracting(Goal::target).containsExactly(900.0, 3.2e6);
            assertThat(catalog.goals().all().get(1)).isEqualTo(kept);
            catalog.goals().save(kept.withOwner("Grace").withMilestones(List.of()));
            long id = Long.parseLong(kept.id());
            assertThat(catalog.goals().find(id))
                    .contains(kept.withOwner("Grace").withMilestones(List.of()));
            assertThat(catalog.goals().all()).hasSize(2);
            assertThat(catalog.goals().remove(id)).isTrue();
            assertThat(catalog.goals().remove(id)).isFalse();
            assertThat(catalog.goals().find(id)).isEmpty();
            assertThat(catalog.goals().save(kept)).isEqualTo(kept);
            assertThat(catalog.goals().find(id)).contains(kept);
        }
    }

    @Test
    void contentIsFoundOnlyWhileItCountsAsLoaded() {
        try (Catalog catalog = open()) {
            ImportBatches imports = catalog.imports();
            long first = imports.begin("a.csv", "order_line", "", START);
            assertThat(imports.findLoaded("aa", "order_line")).isEmpty();
            imports.loaded(first, "aa", 1, 1, 0, null, false);
            long other = imports.begin("c.csv", "customer", "", START);
            imports.loaded(other, "cc", 1, 1, 0, null, false);
            assertThat(imports.findLoaded("aa", "order_line")).hasValue(first);
            assertThat(imports.findLoaded("aa", "customer")).isEmpty();
            long second = imports.begin("b.csv", "order_line", "", START);
            imports.loaded(second, "bb", 1, 1, 0, null, true);
            assertThat(imports.findLoaded("aa", "order_line")).isEmpty();
            assertThat(imports.find(first)).map(ImportEntry::state).contains(State.REPLACED);
            assertThat(imports.find(other)).map(ImportEntry::state).contains(State.LOADED);
        }
    }

    @Test
    void anEntryEndsOnce() {
        try (Catalog catalog = open()) {
            ImportBatches imports = catalog.imports();
            long failed = imports.begin("a.csv", "order_line", "", START);
            long same = imports.begin("a.csv", "order_line", "", START);
            assertThat(imports.open()).extracting(ImportEntry::id).containsExactly(failed, same);
            imports.failed(failed, "no");
            imports.duplicate(same, "aa", 7);
            assertThat(imports.open()).isEmpty();
            assertThat(imports.list()).extracting(ImportEntry::state).containsExactly(State.DUPLICATE, State.FAILED);
            assertThatThrownBy(() -> imports.loaded(failed, "aa", 1, 1, 0, null, false))
                    .isInstanceOf(AnalyticsException.class)
                    .hasMessageContaining("no open import numbered " + failed);
        }
    }

    @Test
    void theNewestMigrationIsTheOneThatTheProgramKnows() throws Exception {
        URI folder =
                CatalogTest.class.getResource("V1__imports_and_settings.sql").toURI();
        try (Stream<Path> files = Files.list(Path.of(folder).getParent())) {
            int newest = files.map(f -> f.getFileName().toString())
                    .filter(n -> n.matches("V\\d+__.*\\.sql"))
                    .mapToInt(n -> Integer.parseInt(n.substring(1, n.indexOf('_'))))
                    .max()
                    .orElse(0);
            assertThat(Migrations.NEWEST).isEqualTo(newest);
        }
    }

    @Test
    void aCatalogOfANewerProgramIsRefused() throws Exception {
        try (Catalog catalog = open()) {
            catalog.transact("pretend", c -> {
                try (var s = c.createStatement()) {
                    return s.executeUpdate("UPDATE \"schema_history\" SET \"version\" = '99' WHERE \"version\" = '1'");
                }
            });
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("newer Clientele (version 99, this one knows " + Migrations.NEWEST + ")");
    }

    @Test
    void loggingOfTheProcessIsLeftAlone() {
        Handler[] before = Logger.getLogger("").getHandlers();
        open().close();
        assertThat(Logger.getLogger("").getHandlers()).isEqualTo(before);
    }

    @Test
    void aMakingThatAKillCutShortIsDoneAgain() throws Exception {
        Path place = dir.resolve("catalog");
        Path part = Files.createDirectories(dir.resolve("catalog.new"));
        Files.writeString(part.resolve("catalog.properties"), "version=2.7.4\nmodified=yes\n");
        try (Catalog catalog = Catalog.open(place)) {
            catalog.settings().put("a", "b");
        }
        assertThat(part).doesNotExist();
        try (Catalog catalog = Catalog.open(place)) {
            assertThat(catalog.settings().get("a")).contains("b");
        }
    }

    @Test
    void aFileInItsPlaceIsLeftAlone() throws Exception {
        Path place = Files.writeString(dir.resolve("catalog"), "Dear reader");
        assertThatThrownBy(() -> Catalog.open(place))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("it is a file");
        assertThat(place).hasContent("Dear reader");
    }

    @Test
    void acknowledgedWritesSurviveAKill() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long acknowledged = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            while (acknowledged < 40) {
                String line = lines.readLine();
                assertThat(line).as("the child writes until it is killed").isNotNull();
                acknowledged = Long.parseLong(line.strip());
            }
            child.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                acknowledged = Math.max(acknowledged, Long.parseLong(line));
            }
        }
        try (Catalog catalog = open()) {
            assertThat(catalog.writesAtOnce()).isTrue();
            assertThat(Long.parseLong(catalog.settings().get("n").orElseThrow()))
                    .isGreaterThanOrEqualTo(acknowledged);
        }
    }

    /** Writes and acknowledges until somebody kills it. */
    static final class Writer {
        public static void main(String[] args) {
            try (Catalog catalog = Catalog.open(Path.of(args[0]))) {
                for (long n = 1; n < 1_000_000; n++) {
                    catalog.settings().put("n", String.valueOf(n));
                    System.out.println(n);
                }
            }
        }
    }
}
