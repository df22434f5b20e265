package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

/** A person brushes real orders, and the other cards answer what the warehouse answers. */
class BrushTest extends SampleOnScreen {
    private DashboardPage page;

    @Override
    TrialWorkspace workspace(Path folder) {
        Path file = Path.of(System.getProperty("clientele.data", "none"), "online_retail", "online_retail.csv.gz");
        assumeTrue(Files.isReadable(file), "clientele.data names no folder with online_retail");
        return TrialWorkspace.withOrders(folder, file);
    }

    /** What a card of one figure must say of the metric under a filter, in the days in force. */
    private String figure(String metric, List<Filter> filters) {
        MetricQuery query = MetricQuery.of(metric).during(page.days());
        for (Filter filter : filters) {
            query = query.where(filter);
        }
        Column value =
                page.session().query(query, CancelSignal.create()).columns().get(0);
        return page.session().format().exact(value, 0);
    }

    private void awaitFigures(String when, List<Filter> filters) {
        awaitFigures(when, List.of("revenue", "orders"), filters);
    }

    private void awaitFigures(String when, List<String> metrics, List<Filter> filters) {
        for (String metric : metrics) {
            String expected = figure(metric, filters);
            await(
                    when + ": " + metric + " is " + expected + ", not "
                            + page.sight().describes(metric),
                    () -> !page.isStale(metric)
                            && page.sight().describes(metric).contains(expected));
        }
    }

    private int across(Rectangle b, double part) {
        return (int) Math.round(b.x + 70 + part * (b.width - 100));
    }

    @Test
    void aDraggedRangeNarrowsTheOthersLiveAndIsOneStepThatCanBeTakenBackMovedAndGrown() {
        page = dashboard(OVERVIEW);
        await(
                "a range is made ready while nobody asks anything",
                () -> !page.sight().brushable().isEmpty());
        Rectangle b = bounds(page, "by-month");
        int y = b.y + b.height / 2;
        String months = page.sight().describes("by-month");

        AtomicReference<List<Filter>> picked = new AtomicReference<>(List.of());
        hands.hold(page.control(), across(b, 0.3), y, across(b, 0.6), y, () -> {
            await(
                    "an answer",
                    () -> page.sight().brushAsked() > 0
                            && page.sight().brushPainted() == page.sight().brushAsked());
            assertThat(page.scope().selections()).as("while it is dragged").isEmpty();
            picked.set(page.sight().brushed("by-month"));
            awaitFigures("while it is dragged", picked.get());
        });
        await("it is picked", () -> !page.scope().selections().isEmpty());
        assertThat(page.scope().selection("by-month")).isEqualTo(picked.get());
        assertThat(picked.get())
                .singleElement()
                .isInstanceOfSatisfying(
                        Filter.Range.class, r -> assertThat(r.dimension()).isEqualTo("month"));
        await("its pictures", page::settled);
        awaitFigures("picked", picked.get());
        assertThat(page.sight().describes("by-month")).as("its own months stay").isEqualTo(months);
        assertThat(window.frame().filters().place("picked-by-month.remove")).isPresent();
        hands.photograph("brushed");

        hands.drag(page.control(), across(b, 0.45), y, across(b, 0.62), y);
        await(
                "it was moved as a whole",
                () -> !page.scope().selection("by-month").equals(picked.get()));
        List<Filter> moved = page.scope().selection("by-month");
        await("its pictures", page::settled);
        awaitFigures("moved", moved);

        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        await("the range before", () -> page.scope().selection("by-month").equals(picked.get()));
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        await("none", () -> page.scope().selections().isEmpty());
        await("its pictures", page::settled);
        awaitFigures("undone", List.of());
    }

    @Test
    void customersAroundWhomSomebodyDrawsArePickedTheOthersAnswerAndItIsTakenBack() {
        page = dashboard("trial.window/spenders");
        page.reach("map");
        settle();
        await("its picture", page::settled);
        Rectangle b = bounds(page, "map");
        int y = b.y + b.height - 90;
        hands.hold(page.control(), b.x + 100, y, b.x + b.width / 2, b.y + 80, () -> {
            await("customers are counted", () -> page.sight().held() > 100);
            hands.photograph("area");
        });
        await("they are picked", () -> !page.scope().selection("map").isEmpty());
        int many = awaitPicked();
        assertThat(many).isGreaterThan(100);

        // An outline by hand that is but a line holds nobody, so that nothing is picked.
        hands.drag(page.control(), b.x + b.width / 4, b.y + 80, b.x + b.width - 60, y, KeyEvent.VK_CONTROL);
        await("nobody is picked", () -> page.scope().selections().isEmpty());
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        await("the same are picked again", () -> members().size() == many);

        hands.escape();
        await("Escape takes it away", () -> page.scope().selections().isEmpty());
        hands.key(KeyEvent.VK_R);
        await("a rectangle", () -> page.sight().held() > 0);
        int before = page.sight().held();
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_DOWN);
        for (int i = 0; i < 8; i++) {
            hands.key(KeyEvent.VK_LEFT);
            settle();
        }
        await("it moved", () -> page.sight().held() != before);
        int held = page.sight().held();
        hands.key(KeyEvent.VK_ENTER);
        await("it is picked", () -> members().size() == held);
        awaitPicked();
        hands.photograph("area-picked");
    }

    private List<String> members() {
        return page.scope().selection("map").stream()
                .flatMap(f -> ((Filter.Members) f).members().stream())
                .toList();
    }

    /** The other card must come to the revenue of the customers who are picked. */
    private int awaitPicked() {
        List<String> picked = members();
        double expected = page.session()
                .query(
                        MetricQuery.of("revenue")
                                .during(page.days())
                                .where(new Filter.Members("customer", picked, false)),
                        CancelSignal.create())
                .columns()
                .get(0)
                .doubleAt(0);
        await(
                "the revenue of " + picked.size() + " customers, " + expected,
                () -> page.settled() && Math.abs(revenueOfCountries() - expected) < 0.005);
        return picked.size();
    }

    private double revenueOfCountries() {
        Column revenue = page.view().frame("countries").orElseThrow().column("revenue");
        return IntStream.range(0, revenue.size()).mapToDouble(revenue::doubleAt).sum();
    }

    @Test
    void theKeyboardBeginsMovesGrowsAndPicksARangeAndEscapeTakesItBack() {
        page = dashboard(OVERVIEW);
        page.reach("by-country");
        hands.key(KeyEvent.VK_RIGHT);
        hands.key(KeyEvent.VK_R);
        await("a range", () -> page.sight().brushAsked() == 1);
        hands.key(KeyEvent.VK_RIGHT);
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        await(
                "it moved and grew",
                () -> page.sight().brushAsked() == 3 && page.sight().brushPainted() == 3);
        List<Filter> during = page.sight().brushed("by-country");
        assertThat(during)
                .singleElement()
                .isInstanceOfSatisfying(
                        Filter.Members.class, m -> assertThat(m.members()).hasSize(2));
        awaitFigures("by keys", during);
        hands.escape();
        await("nothing is brushed", () -> page.sight().brushAsked() == 0);
        awaitFigures("taken back", List.of());
        assertThat(page.scope().selections()).isEmpty();
        assertThat(page.history().orElseThrow().undoable()).isEmpty();

        hands.key(KeyEvent.VK_R);
        await("a range", () -> page.sight().brushAsked() == 1);
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        hands.key(KeyEvent.VK_ENTER);
        await("it is picked", () -> page.scope().selection("by-country").size() == 1);
        awaitFigures("picked", page.scope().selection("by-country"));
        hands.escape();
        await("Escape takes it away", () -> page.scope().selections().isEmpty());
    }

    @Test
    void anUnknownMemberAndAMemberOfAnAnalysisArePickedAndOthersSayWhyNot() {
        page = dashboard(OVERVIEW);
        page.reach("customers");
        // The heads come first.
        for (int i = 0; i < 6 && !said("Unknown"); i++) {
            hands.key(KeyEvent.VK_RIGHT);
            settle();
        }
        await("the unknown customer", () -> said("Unknown"));
        hands.key(KeyEvent.VK_ENTER);
        List<Filter> unknown = List.of(new Filter.Members("customer", Collections.singletonList(null), false));
        await("it is picked", () -> page.scope().selection("customers").equals(unknown));
        awaitFigures("of no known customer", unknown);

        page = dashboard(PAD);
        page.reach("shares");
        hands.key(KeyEvent.VK_RIGHT);
        await("the largest country", () -> said("United Kingdom"));
        hands.key(KeyEvent.VK_ENTER);
        List<Filter> kingdom = List.of(Filter.in("country", "United Kingdom"));
        await("it is picked", () -> page.scope().selection("shares").equals(kingdom));
        awaitFigures("of the largest country", List.of("orders"), kingdom);
        hands.key(KeyEvent.VK_END);
        await("others say why they are not picked", () -> said("Others") && said("stands for several"));
        hands.key(KeyEvent.VK_ENTER);
        settle();
        assertThat(page.scope().selection("shares")).isEqualTo(kingdom);
        hands.photograph("picked-in-an-analysis");
    }

    private boolean said(String words) {
        return page.sight().tip().filter(t -> t.sentence().contains(words)).isPresent();
    }
}
