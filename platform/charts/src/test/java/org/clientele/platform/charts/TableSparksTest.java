package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;

/** Spark lines in the rows of a table. */
class TableSparksTest {
    @Test
    void aTinyNumberOfATableIsBelowAThousandthAndItsTooltipHasAllDigits() {
        Frame frame = Frame.of(
                OnlineRetail.text("feature", "Recency", "Age", "Tenure", "Spend"),
                Pictures.numbers("p", Unit.none(), 3.2e-8, 0.0459, -2e-5, 0));
        Scene scene =
                Pictures.of(ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, "feature", "p"), frame, 500, 200);
        assertThat(SinkScenes.texts(scene.root()))
                .contains("< 0.001", "0.0459", "> −0.001", "0")
                .noneMatch(t -> t.contains("e−"));
        assertThat(Pictures.data(scene))
                .anySatisfy(d -> assertThat(d.sentence()).contains("3.2e−8"));
    }

    @Test
    void plainNumbersOfATableHaveOneNumberOfDigitsAColumn() {
        Frame frame = Frame.of(
                OnlineRetail.text("way", "A", "B", "C", "D"),
                Pictures.numbers("index", Unit.none(), 0.911, 1.1, 1.02, 0.004),
                Pictures.numbers("silhouette", Unit.none(), 0.3512, 0.2, 0, 0.41),
                Pictures.numbers("k", Unit.none(), 2, 3, 4, 12));
        Scene scene = Pictures.of(
                ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, "way", "index", "silhouette", "k"),
                frame,
                600,
                200);
        assertThat(SinkScenes.texts(scene.root()))
                .contains("0.91", "1.10", "1.02", "< 0.01")
                .contains("0.351", "0.200", "0", "0.410")
                .contains("2", "3", "4", "12");
    }

    private static final ChartSpec COUNTRIES = ChartSpec.of(ChartSpec.TABLE)
            .encode(Channel.COLUMN, "country", "revenue", "customers", "orders")
            .option("bars", "revenue")
            .option("sparks", "revenue");

    private static ChartRequest request(ChartSpec spec, Frame frame, Frame trend, Theme theme, double w, double h) {
        return new ChartRequest(
                spec,
                frame,
                trend,
                Map.of(),
                ViewState.initial(),
                theme,
                w,
                h,
                RobotoMeasure.get(),
                LocaleFormat.of(Locale.UK));
    }

    private static Scene scene(ChartSpec spec, Frame frame, Frame trend, double w, double h) {
        return ChartCatalog.builtIn().layout(request(spec, frame, trend, Theme.LIGHT, w, h));
    }

    @Test
    void tableWithBarsAndSparkLinesIsLaidOutAsReadBefore() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            ChartRequest r =
                    request(COUNTRIES, RealFrames.of("countries"), RealFrames.of("country-months"), theme, 760, 304);
            Scene scene = ChartCatalog.builtIn().layout(r);
            Geometry.check(scene, "table-sparks");
            Golden.check("table-sparks-" + theme.name(), scene);
        }
    }

    @Test
    void aSparkLineHasTheValuesOfTheTrendOfItsMember() {
        Frame months = RealFrames.of("country-months");
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double last = 0;
        for (int i = 0; i < months.rowCount(); i++) {
            if ("France".equals(months.column("country").textAt(i))) {
                last = months.column("revenue").doubleAt(i);
                low = Math.min(low, last);
                high = Math.max(high, last);
            }
        }
        LocaleFormat format = LocaleFormat.of(Locale.UK);
        Unit gbp = Unit.of("GBP");
        String wanted = "last " + format.compact(last, gbp) + ", lowest " + format.compact(low, gbp) + ", highest "
                + format.compact(high, gbp);
        assertThat(Pictures.data(scene(COUNTRIES, RealFrames.of("countries"), months, 760, 304)))
                .anySatisfy(d -> {
                    assertThat(d.title()).isEqualTo("France");
                    assertThat(d.entries())
                            .anySatisfy(e -> assertThat(e.value()).isEqualTo(wanted));
                });
    }

    @Test
    void numbersApartByCommasAreDrawnInsteadOfWritten() {
        Frame f = Frame.of(
                OnlineRetail.text("name", "A", "B", "C"),
                OnlineRetail.integers("orders", Unit.of("orders"), 1, 2, 3),
                OnlineRetail.text("weeks", "1,2.5,,4", "nothing", ""));
        ChartSpec spec = ChartSpec.of(ChartSpec.TABLE)
                .encode(Channel.COLUMN, "name", "weeks", "orders")
                .option("sparks", "weeks");
        Scene scene = scene(spec, f, null, 500, 200);
        assertThat(TextBoxes.of(scene))
                .extracting(TextBoxes::text)
                .contains("Weeks", "A", "3")
                .noneMatch(t -> t.contains("2.5"));
        assertThat(Pictures.data(scene))
                .anySatisfy(d ->
                        assertThat(d.sentence()).isEqualTo("A, Orders 1, Weeks over time last 4, lowest 1, highest 4"))
                .anySatisfy(d -> assertThat(d.sentence()).isEqualTo("B, Orders 2, Weeks –"));
    }

    @Test
    void aTableWithoutItsTrendIsATable() {
        Scene with = scene(COUNTRIES, RealFrames.of("countries"), null, 760, 304);
        ChartSpec plain = ChartSpec.of(ChartSpec.TABLE)
                .encode(Channel.COLUMN, "country", "revenue", "customers", "orders")
                .option("bars", "revenue");
        assertThat(SceneJson.of(with))
                .isEqualTo(SceneJson.of(scene(plain, RealFrames.of("countries"), null, 760, 304)));
    }

    @Test
    void tablesWithSparkLinesBearOddData() {
        for (int seed = 0; seed < 220; seed++) {
            Random random = new Random(seed);
            int n = Odd.count(random);
            Frame f = Frame.of(
                    Pictures.labels("name", random, n, n),
                    Pictures.values("y", random, n),
                    Pictures.values("z", random, n));
            int rows = Odd.count(random) * 3;
            Column.Builder key = Column.builder(ColumnSpec.of("name", ColumnType.TEXT));
            for (int i = 0; i < rows; i++) {
                key.add(f.column("name").textAt(random.nextInt(n)));
            }
            Frame trend = Frame.of(key.build(), Pictures.values("y", random, rows));
            ChartSpec spec = ChartSpec.of(ChartSpec.TABLE)
                    .encode(Channel.COLUMN, "name", "y", "z")
                    .encode(Channel.TREND, "y");
            double w = 200 + random.nextInt(1100);
            double h = 120 + random.nextInt(520);
            Geometry.check(scene(spec, f, trend, w, h), "seed " + seed + ", " + w + " x " + h);
        }
    }

    @Test
    void aRowChoosesTheParametersThatItsColumnsHold() {
        Frame f = new FrameRows()
                .text("way", "Way")
                .count("k", "Segments", "segments")
                .number("radius", "Radius", Unit.none())
                .row("WARD", 5, null)
                .row("DBSCAN", null, 0.75)
                .frame();
        ChartSpec spec = ChartSpec.of(ChartSpec.TABLE)
                .encode(Channel.COLUMN, "k")
                .option("chooses", "linkage=way,k=k,radius=radius");
        Scene scene = Pictures.of(spec, f, ViewState.initial(), 400, 200);
        List<List<String>> rows = HitTest.all(scene).stream()
                .map(hit -> hit.gestures().stream()
                        .filter(g -> g.kind() == Gesture.Kind.CHOOSE)
                        .map(g -> g.parameter() + "=" + g.value())
                        .sorted()
                        .toList())
                .filter(chosen -> !chosen.isEmpty())
                .toList();
        assertThat(rows).containsExactly(List.of("k=5", "linkage=WARD"), List.of("linkage=DBSCAN", "radius=0.75"));
    }
}
