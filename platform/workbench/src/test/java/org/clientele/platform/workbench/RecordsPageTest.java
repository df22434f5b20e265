package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.event.KeyEvent;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.runtime.records.CustomerCard;
import org.clientele.platform.runtime.records.RecordsState;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.records.CustomerPage;
import org.clientele.platform.workbench.records.RecordsPage;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** From a number to its records, and from a record to its customer. */
class RecordsPageTest extends SampleOnScreen {
    private Frame asked(MetricQuery query) {
        CompletableFuture<Frame> answer = CompletableFuture.supplyAsync(
                () -> window.desk().workspace().orElseThrow().session().query(query, CancelSignal.create()));
        await("an answer", answer::isDone);
        return answer.join();
    }

    /** Opens the records behind the mark of the tile that has the keyboard. */
    private RecordsPage recordsOfMark(String tile, int marks) {
        DashboardPage page = dashboard(OVERVIEW);
        page.control().forceFocus();
        page.reach(tile);
        for (int i = 0; i < marks; i++) {
            hands.key(KeyEvent.VK_RIGHT);
            settle();
        }
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        settle();
        hands.key(KeyEvent.VK_D);
        await("records in front", () -> front() instanceof RecordsPage);
        await("records", () -> front().settled());
        return (RecordsPage) front();
    }

    private RecordsState state(RecordsPage page) {
        return page.state().orElseThrow();
    }

    private void awaitRows(RecordsPage page, long count) {
        await(count + " records", () -> state(page).count() == count && page.settled());
    }

    private void click(RecordsPage page, String column, int line, int... keys) {
        Rectangle at = page.place(column, line);
        hands.click(page.grid(), at, keys);
        settle();
    }

    private void type(RecordsPage page, String column, String text) {
        click(page, column, -1);
        await("a field", () -> display.getFocusControl() instanceof Text);
        ((Text) display.getFocusControl()).setText(text);
        hands.key(KeyEvent.VK_ENTER);
        settle();
    }

    @Test
    void theRecordsBehindABarAddUpAreSortedAndFilteredAndLeadToACustomer() {
        RecordsPage page = recordsOfMark("by-country", 1);
        Period days = page.request().rows().period();
        Frame countries =
                asked(MetricQuery.of("revenue", "order-lines").by("country").during(days));
        String country = countries.column("country").textAt(0);
        assertThat(page.heading()).isEqualTo("Net revenue  ·  " + country);
        long lines = countries.column("order-lines").longAt(0);
        assertThat(state(page).count()).isEqualTo(lines);
        assertThat(state(page).summary().figure())
                .isCloseTo(countries.column("revenue").doubleAt(0), within(0.005));
        hands.photograph("records");

        click(page, "amount", -2);
        await("sorted", () -> !state(page).query().order().isEmpty() && page.settled());
        await(
                "sorted by amount",
                () -> state(page).query().order().get(0).column().equals("amount"));
        click(page, "amount", -2);
        await("downwards", () -> state(page).query().order().get(0).descending() && page.settled());
        double first = amount(page, 0);
        assertThat(first).isGreaterThanOrEqualTo(amount(page, 1)).isGreaterThan(amount(page, lines - 1));

        hands.click(page.grid(), page.place("amount", 0));
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_END);
        await("the end", () -> page.firstInView() > lines - 60);
        await("its rows", page::settled);
        assertThat(page.text("amount", lines - 1)).isNotBlank();

        type(page, "quantity", "many");
        assertThat(page.said()).contains("\"many\" is no filter of Quantity. Write a number");
        assertThat(state(page).count()).isEqualTo(lines);
        type(page, "quantity", "> 2");
        Frame more = asked(MetricQuery.of("order-lines")
                .during(days)
                .where(Filter.in("country", country))
                .where(Filter.where("quantity > 2")));
        awaitRows(page, more.column("order-lines").longAt(0));
        assertThat(page.firstInView()).isZero();
        History history = page.history().orElseThrow();
        assertThat(history.undoable()).contains("filter records");
        window.commands().undo();
        awaitRows(page, lines);
        window.commands().undo();
        await("upwards again", () -> !state(page).query().order().get(0).descending() && page.settled());
        while (history.redoable().isPresent()) {
            window.commands().redo();
        }
        awaitRows(page, more.column("order-lines").longAt(0));
        await("downwards again", () -> state(page).query().order().get(0).descending() && page.settled());

        int line = 0;
        while ("–".equals(page.text("customer", line))) {
            line++;
        }
        Rectangle cell = page.place("amount", line);
        hands.doubleClick(page.grid(), cell.x + 20, cell.y + 10);
        await("a customer", () -> front().id().startsWith("customer:"));
        await("her card", () -> front().settled());
        CustomerPage card = (CustomerPage) front();
        assertThat(card.card().facts())
                .extracting(CustomerCard.Fact::label)
                .contains("First purchase", "Last purchase");
        assertThat(card.told()).isPositive();
        hands.photograph("customer");
        window.theme(ThemeChoice.DARK);
        await("dark", () -> front().settled());
        settle();
        hands.photograph("customer-dark");
        window.pages().show(page);
        settle();
        await("dark", () -> front().settled());
        settle();
        hands.photograph("records-dark");
    }

    private double amount(RecordsPage page, long row) {
        await("row " + row, () -> page.text("amount", row) != null);
        return Double.parseDouble(page.text("amount", row).replace(",", "").replace('−', '-'));
    }

    @Test
    void chosenCellsAreCopiedWithTheirHeadsAndColumnsAreHidden() {
        RecordsPage page = recordsOfMark("by-month", 3);
        hands.click(page.grid(), page.place("order_id", 0));
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_DOWN);
        settle();
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
        await("copied", () -> window.frame().status().message().equals("Copied 2 records."));
        Clipboard clipboard = new Clipboard(display);
        try {
            assertThat(clipboard
                            .getContents(TextTransfer.getInstance())
                            .toString()
                            .lines())
                    .containsExactly("Order", page.text("order_id", 0), page.text("order_id", 1));
        } finally {
            clipboard.dispose();
        }
        hands.escape();
        awaitFront(OVERVIEW);
    }
}
