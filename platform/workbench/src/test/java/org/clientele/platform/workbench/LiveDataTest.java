package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.TileState;
import org.clientele.platform.runtime.WorkspaceStatus;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.Alert.Condition;
import org.clientele.platform.runtime.performance.TileCost;
import org.clientele.platform.workbench.alerts.AlertsPage;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.junit.jupiter.api.Test;

/** Rows come while a person looks: figures change before her eyes, an alert is told, and a panel says what that took. */
class LiveDataTest extends SampleOnScreen {
    private static final String HEAD =
            "order_id,ordered_at,customer_id,product_id,country,quantity,unit_price,currency\n";

    @Test
    void linesThatComeToAWatchedFileChangeTheOpenTilesAndTellAnAlert() throws IOException {
        OpenWorkspace opened = window.desk().workspace().orElseThrow();
        Session session = opened.session();
        WorkspaceStatus status = opened.contents().status();
        LocalDate last = java.util.Objects.requireNonNull(status.dataAsOf()).toLocalDate();
        DashboardPage page = dashboard(OVERVIEW);
        assertThat(performance())
                .as("nothing is measured while the panel is closed")
                .isEmpty();
        window.commands().showPerformance();
        await("the panel measured the tiles", () -> performance().stream().anyMatch(c -> c.paint() > 0));
        page.narrow(page.scope().filtered(List.of(Filter.where("quantity > 0"))), "filter");
        await("filtered", page::settled);
        page.reach("orders");

        Path inbox = Files.createDirectories(temporary.resolve("inbox"));
        Path file = Files.writeString(inbox.resolve("more.csv"), HEAD + line(1, last, "1.00"));
        CompletableFuture<Alert> saved = CompletableFuture.supplyAsync(() -> session.alerts()
                .save(Alert.of("revenue", Condition.ABOVE, 50_000_000, Grain.DAY), CancelSignal.create()));
        await("the alert", saved::isDone);
        CompletableFuture<Path> recipe = CompletableFuture.supplyAsync(() -> session.imports()
                .saveRecipe(
                        session.imports()
                                .propose(
                                        new org.clientele.platform.runtime.ImportCommand(
                                                List.of(file),
                                                "",
                                                "order_line",
                                                org.clientele.platform.runtime.ImportMode.APPEND),
                                        CancelSignal.create())
                                .tables()
                                .get(0),
                        "Live"));
        await("a recipe", recipe::isDone);
        String before = page.sight().describes("orders");
        window.desk().importPages().watching().watch(opened, inbox);
        await(
                "the first line is there",
                () -> page.settled() && !page.sight().describes("orders").equals(before));

        String first = page.sight().describes("orders");
        boolean[] blank = {false};
        page.control()
                .addListener(
                        org.eclipse.swt.SWT.Paint,
                        e -> blank[0] |= page.view() == null || page.view().state("orders") == TileState.LOADING);
        long start = System.nanoTime();
        Files.writeString(
                file, line(2, last, "60000000.00") + line(3, last.plusDays(1), "2.00"), StandardOpenOption.APPEND);
        await(
                "the new lines are on show",
                () -> page.settled() && !page.sight().describes("orders").equals(first));
        assertThat((System.nanoTime() - start) / 1_000_000)
                .as("milliseconds from the append to the painted tile")
                .isLessThan(10_000);
        assertThat(blank[0]).as("the old picture stayed").isFalse();
        assertThat(page.isStale("orders")).isFalse();
        assertThat(page.scope().filters()).as("the filter stays").hasSize(1);
        assertThat(page.sight().describes("orders")).isNotEqualTo(first);

        await("the alert is told", () -> window.frame().toast().notice() != null);
        assertThat(window.frame().toast().notice().text()).contains("above");
        assertThat(window.frame().status().alerts()).isEqualTo(1);
        window.frame().toast().notice().action().run();
        assertThat(front()).isInstanceOf(AlertsPage.class);
        assertThat(performance()).as("no dashboard is in front").isEmpty();
        window.pages().show(page);
        await("measured again", () -> performance().stream().anyMatch(c -> c.query() > 0 && c.rows() > 0));
        window.commands().showPerformance();
        assertThat(performance()).isEmpty();
    }

    private List<TileCost> performance() {
        return window.performance().costs();
    }

    private static String line(int n, LocalDate day, String price) {
        return "L" + n + "," + day + "T23:59:59,C1,P1,France,1," + price + ",GBP\n";
    }
}
