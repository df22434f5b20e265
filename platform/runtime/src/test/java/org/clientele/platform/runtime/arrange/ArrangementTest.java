package org.clientele.platform.runtime.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrangementTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final String ID = "acme.shop/plain";

    @TempDir
    Path folder;

    private static DashboardSpec dashboard(String... tiles) {
        DashboardSpec.Builder all = DashboardSpec.builder(ID, "Plain");
        for (String tile : tiles) {
            all.tile(TileSpec.builder(
                            tile, tile.toUpperCase(Locale.ROOT), MetricQuery.of("revenue"), ChartSpec.of(ChartSpec.KPI))
                    .size(4, 5));
        }
        return all.build();
    }

    private static List<String> tiles(DashboardSpec spec) {
        return spec.tiles().stream().map(TileSpec::id).toList();
    }

    @Test
    void tilesAreMovedSizedHiddenAndBroughtBack() {
        DashboardSpec spec = dashboard("a", "b", "c", "d");
        Arrangement moved = Arrangement.OWN.moved(spec, "d", -2);
        assertThat(tiles(moved.applied(spec))).containsExactly("a", "d", "b", "c");
        assertThat(Arrangement.OWN.differences(moved, spec)).containsExactly("\"D\" comes after \"A\".");
        Arrangement less = moved.shown(spec, "b", false).resized(spec, "a", 20, -1);
        assertThat(tiles(less.applied(spec))).containsExactly("a", "d", "c");
        assertThat(less.applied(spec).tiles().get(0).span()).isEqualTo(12);
        assertThat(less.applied(spec).tiles().get(0).rows()).isEqualTo(4);
        assertThat(moved.differences(less, spec))
                .containsExactly(
                        "\"A\" spans 12 columns instead of 4.",
                        "\"A\" is 4 rows high instead of 5.",
                        "\"B\" is hidden.");
        assertThat(less.moved(spec, "c", -1))
                .as("past what is hidden")
                .satisfies(past -> assertThat(tiles(past.applied(spec))).containsExactly("a", "c", "d"));
        Arrangement back = less.resized(spec, "a", -8, 1).shown(spec, "b", true).moved(spec, "d", 2);
        assertThat(back).as("what looks like the plugin's own is it").isEqualTo(Arrangement.OWN);
        assertThat(Arrangement.OWN.moved(spec, "a", -1)).isEqualTo(Arrangement.OWN);
    }

    @Test
    void aNewVersionOfThePluginKeepsWhatPeopleArranged() {
        Arrangement mine = Arrangement.OWN.moved(dashboard("a", "b", "c"), "c", -2);
        assertThat(tiles(mine.applied(dashboard("a", "new", "c")))).containsExactly("c", "a", "new");
        assertThat(tiles(mine.applied(dashboard("first", "a", "b", "c")))).containsExactly("first", "c", "a", "b");
    }

    @Test
    void differencesLeadFromOneToTheOtherWhateverWasDone() {
        DashboardSpec spec = dashboard("a", "b", "c", "d", "e");
        Random random = new Random(5);
        Arrangement before = Arrangement.OWN;
        for (int i = 0; i < 400; i++) {
            String tile = tiles(spec).get(random.nextInt(5));
            Arrangement now = switch (random.nextInt(3)) {
                case 0 -> before.moved(spec, tile, random.nextInt(7) - 3);
                case 1 -> before.resized(spec, tile, random.nextInt(5) - 2, random.nextInt(5) - 2);
                default -> before.shown(spec, tile, random.nextBoolean());
            };
            assertThat(new HashSet<>(now.of(spec).stream().map(Placement::tile).toList()))
                    .hasSize(5);
            assertThat(before.differences(now, spec).isEmpty())
                    .isEqualTo(before.of(spec).equals(now.of(spec)));
            assertThat(now.differences(now, spec)).isEmpty();
            before = now;
        }
    }

    @Test
    void versionsAreKeptComparedAndRestoredAndAHalfWrittenLineCostsNoOther() throws IOException {
        DashboardSpec spec = dashboard("a", "b");
        ArrangementBook book = new ArrangementBook(folder, CLOCK);
        assertThat(book.current(ID)).isEqualTo(Arrangement.OWN);
        Arrangement first = Arrangement.OWN.shown(spec, "b", false);
        book.save(ID, first, "hide B");
        book.save(ID, first, "again");
        Arrangement second = first.resized(spec, "a", 8, 0);
        book.save(ID, second, "widen A");
        assertThat(new ArrangementBook(folder, CLOCK).versions(ID))
                .containsExactly(
                        new ArrangementVersion(1, CLOCK.instant(), "hide B", first),
                        new ArrangementVersion(2, CLOCK.instant(), "widen A", second));
        book.restore(ID, 1);
        assertThat(book.current(ID)).isEqualTo(first);
        book.restore(ID, 0);
        assertThat(book.current(ID)).isEqualTo(Arrangement.OWN);
        assertThatThrownBy(() -> book.restore(ID, 9))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("to 4");

        Path file = folder.resolve("arrangements/acme.shop~plain.jsonl");
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 1; cut < whole.length; cut += 7) {
            Files.write(file, Arrays.copyOf(whole, cut));
            int before = book.versions(ID).size();
            book.save(ID, second.moved(spec, "b", 0).resized(spec, "b", cut % 2 == 0 ? 1 : 2, 1), "after the fall");
            assertThat(book.versions(ID)).hasSizeBetween(before, before + 1);
            assertThat(book.versions(ID).get(book.versions(ID).size() - 1).deed())
                    .isEqualTo("after the fall");
        }
        Files.write(file, new byte[] {(byte) 0xFF, 0, 10}, StandardOpenOption.APPEND);
        assertThat(book.current(ID)).isNotEqualTo(Arrangement.OWN);
    }
}
