package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.scene.Scene;
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

    static Scene dashboard(Theme theme, double width) {
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
                        OptionalDouble.empty());
    }
}
