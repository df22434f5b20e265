package org.clientele.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.clientele.platform.charts.ChartCatalog;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPagesTest {
    static java.util.stream.IntStream seeds() {
        return java.util.stream.IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyTileIsOnOnePageAboveItsDoubtsAndNoneLeavesThePaper(int seed) {
        Random random = new Random(seed);
        Report report = report(random);
        List<Scene> pages = ReportPages.of(report);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Scene page = pages.get(i);
            assertThat(page.width()).isEqualTo(ReportPages.WIDTH);
            assertThat(page.height()).isEqualTo(ReportPages.HEIGHT);
            List<Node.Text> texts = texts(page.root());
            assertThat(texts).extracting(Node.Text::text).contains("Page " + (i + 1) + " of " + pages.size());
            double foot = texts.stream()
                    .filter(t -> t.text().contains("Doubt"))
                    .mapToDouble(Node.Text::baseline)
                    .min()
                    .orElse(page.height() - 46);
            for (Node node : page.root().children()) {
                if (node instanceof Node.Group g && g.id().startsWith("tile-")) {
                    shown.add(g.id());
                    Node.Rect card = (Node.Rect) g.children().get(0);
                    assertThat(g.x() + card.width()).as("seed " + seed).isLessThan(page.width() - 30);
                    // A tile that is higher than a page is cut down to it.
                    assertThat(g.y() + card.height()).as("seed " + seed).isLessThanOrEqualTo(foot - 8);
                }
            }
        }
        assertThat(shown)
                .containsExactlyElementsOf(report.chapters().stream()
                        .flatMap(c -> c.dashboard().tiles().stream())
                        .map(TileSpec::id)
                        .toList());
    }

    private static Report report(Random random) {
        Column.Builder name = Column.builder(ColumnSpec.of("name", ColumnType.TEXT));
        Column.Builder y = Column.builder(ColumnSpec.of("y", ColumnType.DOUBLE));
        for (int i = 0; i < 12; i++) {
            name.addText("Member " + i);
            y.addDouble(random.nextDouble() * 1000);
        }
        Frame plain = Frame.of(name.build(), y.build());
        List<Chapter> chapters = new ArrayList<>();
        for (int c = 0; c < 1 + random.nextInt(3); c++) {
            DashboardSpec.Builder spec = DashboardSpec.builder("clientele.test/d" + c, "Dashboard " + c);
            Map<String, TileContent> contents = new HashMap<>();
            for (int t = 0; t < 1 + random.nextInt(12); t++) {
                boolean kpi = random.nextInt(3) == 0;
                String id = "tile-" + c + "-" + t;
                ChartSpec chart = kpi
                        ? ChartSpec.of(ChartSpec.KPI).encode(Channel.Y, "y")
                        : ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "name")
                                .encode(Channel.Y, "y")
                                .option("horizontal", "" + random.nextBoolean());
                spec.tile(TileSpec.builder(id, "Tile " + t, MetricQuery.of("y"), chart)
                        .size(kpi ? 2 : 3 + random.nextInt(10), kpi ? 2 : 3 + random.nextInt(12)));
                Frame frame = random.nextInt(4) == 0
                        ? plain.withCaveat(Caveat.of(Caveat.Kind.SMALL_SAMPLE, "Doubt " + t + ". ".repeat(3)))
                        : plain;
                contents.put(id, new TileContent.Ready(frame, null));
            }
            chapters.add(new Chapter(spec.build(), contents, Map.of()));
        }
        return Report.of(
                new ExportNotes("Shop", "All data", List.of(), "9 Dec 2011"),
                chapters,
                new TileCard(ChartCatalog.builtIn(), RobotoMeasure.get(), LocaleFormat.of(Locale.UK)));
    }

    private static List<Node.Text> texts(Node node) {
        List<Node.Text> all = new ArrayList<>();
        if (node instanceof Node.Group g && !g.id().startsWith("tile-")) {
            g.children().forEach(child -> all.addAll(texts(child)));
        } else if (node instanceof Node.Text t) {
            all.add(t);
        }
        return all;
    }
}
