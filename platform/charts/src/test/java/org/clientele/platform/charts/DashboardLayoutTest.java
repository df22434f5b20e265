package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.platform.charts.DashboardLayout.Placed;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardLayoutTest {
    private final DashboardLayout layout = new DashboardLayout();

    @ParameterizedTest
    @CsvSource({"2300, 6", "1688, 6", "1048, 3", "900, 3", "620, 2", "420, 1"})
    void sixKpiTilesNeverLeaveARaggedRow(double width, int perRow) {
        List<Placed> placed = layout.place(tiles(6, 2, 2), width, t -> 240);
        assertThat(placed.stream().filter(p -> p.y() == placed.get(0).y()).count())
                .isEqualTo(perRow);
        assertThat(placed.stream().map(Placed::y).distinct().count()).isEqualTo(6 / perRow);
        assertThat(placed.get(perRow - 1).x() + placed.get(perRow - 1).width()).isEqualTo(width - layout.margin(width));
    }

    @Test
    void fiveTilesBecomeThreeAndTwoThatFillTheirRows() {
        List<Placed> placed = layout.place(tiles(5, 2, 2), 1048, t -> 240);
        assertThat(placed.stream().filter(p -> p.y() == placed.get(0).y()).count())
                .isEqualTo(3);
        assertThat(placed.get(4).x() + placed.get(4).width()).isEqualTo(1032);
    }

    @Test
    void theAuthorsSpansStandWhereThereIsRoom() {
        List<TileSpec> tiles = List.of(tile("a", 8, 6), tile("b", 4, 6));
        List<Placed> placed = layout.place(tiles, 1048, t -> 300);
        assertThat(placed.get(0).y()).isEqualTo(placed.get(1).y());
        assertThat(placed.get(1).x())
                .isEqualTo(placed.get(0).x() + placed.get(0).width() + DashboardLayout.GUTTER);
        assertThat(placed.get(0).height()).isEqualTo(6 * 64 - 16);
    }

    @Test
    void aTitledTileStartsARowWithRoomForItsTitle() {
        List<TileSpec> tiles = List.of(tile("a", 4, 4), tile("b", 4, 4), tile("c", 4, 4), tile("d", 4, 4));
        List<Placed> placed = layout.place(tiles, 1048, t -> 200, Set.of("a", "c"));
        assertThat(placed).extracting(Placed::tile).containsExactlyElementsOf(tiles);
        assertThat(placed.get(0).y()).isEqualTo(layout.margin(1048) + DashboardLayout.HEADING);
        assertThat(placed.get(1).y()).isEqualTo(placed.get(0).y());
        assertThat(placed.get(2).x()).isEqualTo(placed.get(0).x());
        assertThat(placed.get(2).y())
                .isEqualTo(placed.get(0).bottom() + DashboardLayout.GUTTER + DashboardLayout.HEADING);
        assertThat(placed.get(3).y()).isEqualTo(placed.get(2).y());
    }

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tilesNeitherOverlapNorLeaveThePage(int seed) {
        Random random = new Random(seed);
        List<TileSpec> tiles = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(14); i++) {
            tiles.add(tile("t" + i, 1 + random.nextInt(12), 1 + random.nextInt(8)));
        }
        double width = 360 + random.nextInt(2400);
        List<Placed> placed = layout.place(tiles, width, t -> 200 + t.span() * 10);
        assertThat(placed).extracting(Placed::tile).containsExactlyElementsOf(tiles);
        for (int i = 0; i < placed.size(); i++) {
            Placed a = placed.get(i);
            assertThat(a.x()).as("seed %d", seed).isGreaterThanOrEqualTo(layout.margin(width));
            assertThat(a.x() + a.width()).isLessThanOrEqualTo(width - layout.margin(width) + 0.5);
            assertThat(a.width()).isPositive();
            for (int k = i + 1; k < placed.size(); k++) {
                Placed b = placed.get(k);
                boolean apart = a.x() + a.width() <= b.x()
                        || b.x() + b.width() <= a.x()
                        || a.bottom() <= b.y()
                        || b.bottom() <= a.y();
                assertThat(apart).as("seed %d: %s, %s", seed, a, b).isTrue();
            }
        }
        assertThat(layout.height(placed, width))
                .isGreaterThan(placed.get(placed.size() - 1).bottom());
    }

    private static List<TileSpec> tiles(int n, int span, int rows) {
        return IntStream.range(0, n).mapToObj(i -> tile("t" + i, span, rows)).toList();
    }

    private static TileSpec tile(String id, int span, int rows) {
        return TileSpec.builder(id, id, MetricQuery.of("revenue"), ChartSpec.of(ChartSpec.KPI))
                .size(span, rows)
                .build();
    }
}
