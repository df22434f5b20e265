package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaves whole dashboards in target/gallery, for eyes. */
class GalleryTest {
    static final Path FOLDER = Path.of("target", "gallery");

    @ParameterizedTest
    @ValueSource(ints = {420, 1048, 1280, 2560})
    void aDashboardComesOutAtAnyWidthInBothThemes(int width) throws IOException {
        Files.createDirectories(FOLDER);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Scene scene = dashboard(theme, width);
            Path file = FOLDER.resolve("overview-" + width + "-" + theme.name() + ".svg");
            SvgWriter.write(scene, file, SvgOptions.standard());
            assertThat(Files.readString(file)).contains("Executive overview").contains("GBP 9.75M");
            assertThat(scene.width()).isEqualTo(width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 1300, 2400})
    void cardsNeverReachBeyondAPictureOfAnyHeight(int height) {
        Scene scene = dashboard(Theme.LIGHT, 1280, OptionalDouble.of(height));
        double natural = dashboard(Theme.LIGHT, 1280).height();
        assertThat(TextBoxes.of(scene)).allMatch(t -> t.within(scene.width(), scene.height()));
        assertThat(scene.height()).isGreaterThanOrEqualTo(height).isLessThanOrEqualTo(Math.max(height, natural));
    }

    @Test
    void oddDataStaysReadable() throws IOException {
        Files.createDirectories(FOLDER);
        java.util.Random random = new java.util.Random(7);
        double[] a = random.doubles(400, -40, 100).toArray();
        double[] b = random.doubles(400, 200, 260).toArray();
        a[100] = Double.NaN;
        a[101] = Double.NaN;
        Column.Builder day = Column.builder(ColumnSpec.of("day", ColumnType.DATE));
        for (int i = 0; i < 400; i++) {
            day.add(java.time.LocalDate.of(2010, 11, 20).plusDays(i));
        }
        Unit orders = Unit.of("orders");
        Frame daily =
                Frame.of(day.build(), OnlineRetail.doubles("web", orders, a), OnlineRetail.doubles("shops", orders, b));
        Frame mixed = Frame.of(
                OnlineRetail.text(
                        "country",
                        "United Kingdom",
                        null,
                        "中华人民共和国广东省深圳市",
                        "A country whose name is rather long",
                        "EIRE"),
                OnlineRetail.doubles("margin", Unit.ratio(), 0.31, -0.12, 0.084, Double.NaN, -0.3),
                OnlineRetail.doubles("margin_previous", Unit.ratio(), 0.2, -0.2, 0.1, 0.05, 0.1));
        ChartSpec bars = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "country")
                .encode(Channel.Y, "margin")
                .encode(Channel.BASE, "margin_previous");
        MetricQuery q = MetricQuery.of("revenue");
        DashboardSpec spec = DashboardSpec.builder("clientele.test/odd", "Odd data")
                .tile(TileSpec.builder(
                                "daily",
                                "Orders by day",
                                q,
                                ChartSpec.of(ChartSpec.LINE)
                                        .encode(Channel.X, "day")
                                        .encode(Channel.Y, "web", "shops"))
                        .size(8, 5))
                .tile(TileSpec.builder("across", "Margin by country", q, bars.option("horizontal", "true"))
                        .size(4, 5))
                .tile(TileSpec.builder("along", "Margin by country", q, bars).size(6, 5))
                .tile(TileSpec.builder("tall", "Revenue", q, OnlineRetail.kpi("revenue"))
                        .size(3, 3))
                .tile(TileSpec.builder("down", "Nothing before", q, OnlineRetail.kpi("revenue"))
                        .size(3, 3))
                .build();
        Scene scene = new DashboardScene(
                        new TileCard(ChartCatalog.builtIn(), RobotoMeasure.get(), LocaleFormat.of(Locale.UK)),
                        RobotoMeasure.get())
                .of(
                        spec,
                        new DashboardScene.Head("Odd data", "", "", ""),
                        t -> switch (t.id()) {
                            case "daily" -> new TileContent.Ready(daily, null);
                            case "tall" ->
                                OnlineRetail.content(
                                        OnlineRetail.dashboard().tiles().get(0));
                            case "down" ->
                                new TileContent.Failed(
                                        org.clientele.sdk.ErrorCode.PLUGIN_STOPPED, "The plugin was stopped.");
                            default -> new TileContent.Ready(mixed, null);
                        },
                        OnlineRetail.metrics(),
                        t -> ViewState.initial(),
                        Theme.LIGHT,
                        1400,
                        OptionalDouble.of(900));
        SvgWriter.write(scene, FOLDER.resolve("odd.svg"), SvgOptions.standard());
        assertThat(scene.height()).isEqualTo(900);
        assertThat(TextBoxes.of(scene))
                .extracting(TextBoxes::text)
                .contains("Unknown", "−12.0 %", "The plugin was stopped.");
    }

    static Scene dashboard(Theme theme, double width) {
        return dashboard(theme, width, OptionalDouble.empty());
    }

    private static Scene dashboard(Theme theme, double width, OptionalDouble height) {
        RobotoMeasure measure = RobotoMeasure.get();
        TileCard card = new TileCard(ChartCatalog.builtIn(), measure, LocaleFormat.of(Locale.UK));
        return new DashboardScene(card, measure)
                .of(
                        OnlineRetail.dashboard(),
                        new DashboardScene.Head(
                                "Executive overview",
                                "December 2010 – December 2011",
                                "Data as of 9 Dec 2011 12:50",
                                "Online Retail"),
                        OnlineRetail::content,
                        OnlineRetail.metrics(),
                        t -> ViewState.initial(),
                        theme,
                        width,
                        height);
    }
}
