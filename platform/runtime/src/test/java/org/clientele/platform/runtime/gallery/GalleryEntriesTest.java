package org.clientele.platform.runtime.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.clientele.sdk.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryEntriesTest {
    @TempDir
    Path temp;

    @Test
    void everyPictureHasAFrameWithTheColumnsThatItsChartNames() {
        try (Workspace workspace = Workspace.open(temp, WorkspaceOptions.withPlugins(List.of()));
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            session.imports()
                    .load("Orders", "gallery", CancelSignal.create(), sink -> sink.rows("order_line", lines(3, 5)));
            GalleryData data = new GalleryData(session, CancelSignal.create());
            Set<String> names = new HashSet<>();
            for (GalleryEntry entry : GalleryEntries.all()) {
                assertThat(names.add(entry.name())).as(entry.name()).isTrue();
                Frame frame = entry.frame().apply(data);
                if (!entry.name().equals("map-us")) {
                    assertThat(frame.rowCount()).as(entry.name()).isPositive();
                }
                entry.chart().encodings().forEach((channel, columns) -> {
                    if (channel != Channel.TREND) {
                        columns.forEach(c -> assertThat(frame.has(c))
                                .as(entry.name() + " " + channel + " " + c)
                                .isTrue());
                    }
                });
            }
        }
    }

    @Test
    void doubtsNameTheirDaysAsTheAxesDo() {
        try (Workspace workspace = Workspace.open(temp, WorkspaceOptions.withPlugins(List.of()));
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            session.imports()
                    .load("Orders", "gallery", CancelSignal.create(), sink -> sink.rows("order_line", lines(3, 5)));
            GalleryData data = new GalleryData(session, CancelSignal.create());
            List<String> doubts = GalleryEntries.all().stream()
                    .map(entry -> Gallery.content(entry, data, CancelSignal.create()))
                    .filter(TileContent.Ready.class::isInstance)
                    .flatMap(content -> ((TileContent.Ready) content).frame().caveats().stream())
                    .map(Caveat::message)
                    .toList();
            assertThat(doubts).isNotEmpty().noneMatch(d -> d.matches("(?s).*\\d{4}-\\d{2}-\\d{2}.*"));
        }
    }

    @Test
    void withoutOrdersEveryFrameIsEmptyOrZeroAndNothingFails() {
        try (Workspace workspace = Workspace.open(temp, WorkspaceOptions.withPlugins(List.of()));
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            assertThat(session.gallery(CancelSignal.create()))
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(p.failure()).as(p.name()).isEmpty())
                    .anySatisfy(p -> assertThat(p.light().description()).contains("This workspace has no orders"));
            GalleryData data = new GalleryData(session, CancelSignal.create());
            GalleryEntries.all()
                    .forEach(entry ->
                            assertThat(entry.frame().apply(data).columns()).isNotEmpty());
        }
    }

    /** Two customers in each of {@code months} months; customer m/0 comes back in each later month, m/1 never. */
    private static Frame lines(int months, int products) {
        List<Column.Builder> c = new ArrayList<>();
        for (String name : List.of("order_id", "customer_id", "product_id", "country", "currency")) {
            c.add(Column.builder(ColumnSpec.of(name, ColumnType.TEXT)));
        }
        Column.Builder at = Column.builder(ColumnSpec.of("ordered_at", ColumnType.TIMESTAMP));
        Column.Builder quantity = Column.decimalBuilder(ColumnSpec.of("quantity", ColumnType.DECIMAL), 3);
        Column.Builder price = Column.decimalBuilder(ColumnSpec.of("unit_price", ColumnType.DECIMAL), 4);
        for (int cohort = 0; cohort < months; cohort++) {
            for (int who = 0; who < 2; who++) {
                for (int month = cohort; month < (who == 0 ? months : cohort + 1); month++) {
                    for (int product = 0; product < products; product++) {
                        List<String> texts = List.of(
                                "O" + cohort + "-" + who + "-" + month,
                                "C" + cohort + "-" + who,
                                "P" + product,
                                cohort == 0 ? "France" : cohort == 1 ? "Germany" : "Spain",
                                "EUR");
                        for (int i = 0; i < texts.size(); i++) {
                            c.get(i).addText(texts.get(i));
                        }
                        at.add(LocalDateTime.of(2024, 1 + month, 3 + who, 10, 0));
                        quantity.addDecimal(BigDecimal.ONE);
                        price.addDecimal(new BigDecimal("2.50"));
                    }
                }
            }
        }
        List<Column> columns =
                new ArrayList<>(c.stream().map(Column.Builder::build).toList());
        columns.addAll(List.of(at.build(), quantity.build(), price.build()));
        return Frame.of(columns);
    }

    @Test
    void cohortsAndHalvesAreCountedByCustomer() {
        try (Workspace workspace = Workspace.open(temp, WorkspaceOptions.withPlugins(List.of()));
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            session.imports()
                    .load("Orders", "gallery", CancelSignal.create(), sink -> sink.rows("order_line", lines(3, 1)));
            OrderBook book = new GalleryData(session, CancelSignal.create()).book();
            Frame cohorts = OrderFrames.cohorts(book);
            List<String> found = new ArrayList<>();
            for (int row = 0; row < cohorts.rowCount(); row++) {
                found.add(cohorts.column("cohort").valueAt(row) + " "
                        + cohorts.column("age").longAt(row) + " "
                        + cohorts.column("customers").longAt(row) + "/"
                        + cohorts.column("members").longAt(row));
            }
            assertThat(found)
                    .containsExactly(
                            "2024-01-01 0 2/2",
                            "2024-01-01 1 1/2",
                            "2024-01-01 2 1/2",
                            "2024-02-01 0 2/2",
                            "2024-02-01 1 1/2",
                            "2024-03-01 0 2/2");
            Frame stages = OrderFrames.stages(book);
            assertThat(stages.column("customers").longAt(0)).isEqualTo(6);
            assertThat(stages.column("customers").longAt(1)).isEqualTo(2);
            assertThat(stages.column("customers").longAt(2)).isEqualTo(1);
            Frame merges = Clusters.of(book.seasons(book.countries(3)), "Distance");
            assertThat(merges.rowCount()).isEqualTo(2);
            assertThat(merges.column("distance").doubleAt(0))
                    .isLessThanOrEqualTo(merges.column("distance").doubleAt(1));
        }
    }

    @Test
    void picturesSayWhatTheyMeasureAndWhatIsNotOver() {
        try (Workspace workspace = Workspace.open(temp, WorkspaceOptions.withPlugins(List.of()));
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            session.imports()
                    .load("Orders", "gallery", CancelSignal.create(), sink -> sink.rows("order_line", lines(3, 1)));
            GalleryData data = new GalleryData(session, CancelSignal.create());
            assertThat(data.monthsAgainst()).isEqualTo("EUR, February 2024 against January 2024, the best before");
            assertThat(data.halvesSpan()).startsWith("Sales, EUR: from ").contains(" against from ");
            for (GalleryEntry entry : GalleryEntries.all()) {
                String kind = entry.chart().kind();
                if (List.of(ChartSpec.GAUGE, ChartSpec.METER, ChartSpec.THERMOMETER, ChartSpec.TANK)
                        .contains(kind)) {
                    assertThat(entry.title()).startsWith("Revenue");
                    assertThat(entry.subtitle().apply(data)).startsWith("EUR, February 2024");
                }
                if (List.of(ChartSpec.BAR, ChartSpec.LINE).contains(kind)
                        && entry.chart().columns(Channel.X).equals(List.of("month"))) {
                    assertThat(entry.frame().apply(data).caveats())
                            .as(entry.name())
                            .extracting(Caveat::kind)
                            .contains(Caveat.Kind.PERIOD_INCOMPLETE);
                }
            }
        }
    }

    @Test
    void orderValuesAreAllThereOnAScaleThatHoldsThem() {
        try (Workspace workspace = Workspace.open(temp, WorkspaceOptions.withPlugins(List.of()));
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            session.imports()
                    .load("Orders", "gallery", CancelSignal.create(), sink -> sink.rows("order_line", lines(6, 5)));
            OrderBook book = new GalleryData(session, CancelSignal.create()).book();
            assertThat(OrderFrames.orderValues(book).rowCount())
                    .isEqualTo(book.orders().size());
            for (GalleryPicture picture : session.gallery(CancelSignal.create())) {
                if (List.of("box", "violin", "map").contains(picture.name())) {
                    assertThat(texts(picture.light().root())).as(picture.name()).anyMatch(t -> t.endsWith("log scale"));
                }
            }
        }
    }

    private static List<String> texts(Node.Group group) {
        List<String> out = new ArrayList<>();
        for (Node node : group.children()) {
            if (node instanceof Node.Text text) {
                out.add(text.text());
            } else if (node instanceof Node.Group inner) {
                out.addAll(texts(inner));
            }
        }
        return out;
    }
}
