package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.runtime.Breakdowns;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** A person takes a number apart, goes down into a card, and finds a customer. */
class BreakdownPageTest extends SampleOnScreen {
    private static final String TREE = "breakdown:clientele.core/revenue";

    private Frame asked(MetricQuery query) {
        CompletableFuture<Frame> answer = CompletableFuture.supplyAsync(
                () -> window.desk().workspace().orElseThrow().session().query(query, CancelSignal.create()));
        await("an answer", answer::isDone);
        return answer.join();
    }

    private void menuOfFirstMark(DashboardPage page, String tile, int mnemonic) {
        menuOfMark(page, tile, KeyEvent.VK_RIGHT, mnemonic);
    }

    private void menuOfMark(DashboardPage page, String tile, int reaching, int mnemonic) {
        page.control().forceFocus();
        page.reach(tile);
        hands.key(reaching);
        settle();
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        settle();
        hands.key(mnemonic);
    }

    private static Drill drill(DashboardPage page) {
        return page.scope().drill(Breakdowns.TILE);
    }

    private void choose(DashboardPage page, String label) {
        await("a menu", () -> page.control().getData("tile-menu") instanceof Menu m && !m.isDisposed());
        Menu menu = (Menu) page.control().getData("tile-menu");
        MenuItem item = Arrays.stream(menu.getItems())
                .filter(i -> i.getText().equals(label))
                .findFirst()
                .orElseThrow();
        item.notifyListeners(SWT.Selection, new Event());
        menu.setVisible(false);
        page.control().setData("tile-menu", null);
        await(label, page::settled);
    }

    @Test
    void aNumberIsTakenApartFromItsMarkAndTheWayIsKept() {
        DashboardPage overview = dashboard(OVERVIEW);
        String country = Objects.requireNonNull(
                asked(MetricQuery.of("revenue").by("country").during(overview.days()))
                        .column("country")
                        .textAt(0));
        menuOfFirstMark(overview, "by-country", KeyEvent.VK_K);
        awaitFront(TREE);
        await("the whole", () -> front().settled());
        DashboardPage tree = (DashboardPage) front();
        assertThat(tree.scope().filters()).containsExactly(Filter.in("country", country));

        tree.control().forceFocus();
        tree.reach(Breakdowns.TILE);
        hands.key(KeyEvent.VK_RIGHT);
        hands.key(KeyEvent.VK_ENTER);
        choose(tree, "Largest part first");
        assertThat(drill(tree).levels()).hasSize(1);
        await(
                "its parts",
                () -> tree.settled() && tree.sight().describes(Breakdowns.TILE).contains(", by "));
        hands.photograph("breakdown");
        window.shell().forceActive();
        tree.control().forceFocus();
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        await("undone", () -> drill(tree).isNone());
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
        await("done again", () -> drill(tree).levels().size() == 1 && tree.settled());

        dashboard(OVERVIEW);
        overview.narrow(overview.scope().during(PeriodChoice.ALL), "show all");
        await("all months", () -> overview.sight().describes("by-month").contains("over 36 steps"));
        menuOfMark(overview, "by-month", KeyEvent.VK_END, KeyEvent.VK_L);
        await("weeks", () -> overview.scope().drill("by-month").levels().size() == 2 && overview.settled());
        assertThat(overview.scope().drill("by-month").levels().get(1).dimension())
                .isEqualTo("week");
        await(
                "its chip",
                () -> window.frame().filters().place("drilled-by-month.remove").isPresent()
                        && overview.sight().describes("by-month").contains("Week of"));
        overview.control().forceFocus();
        overview.reach("by-month");
        hands.key(KeyEvent.VK_HOME);
        await(
                "its doubts, before its first mark",
                () -> overview.sight()
                        .tip()
                        .filter(t -> t.sentence().contains("is not over"))
                        .isPresent());
        menuOfFirstMark(overview, "by-month", KeyEvent.VK_L);
        await("days", () -> overview.scope().drill("by-month").levels().size() == 3 && overview.settled());
        click(window.frame().filters(), "drilled-by-month");
        await(
                "back to the month",
                () -> overview.scope().drill("by-month").levels().size() == 2 && overview.settled());
        assertThat(overview.history().orElseThrow().undo()).isTrue();
        await("days again", () -> overview.scope().drill("by-month").levels().size() == 3 && overview.settled());
        click(window.frame().filters(), "drilled-by-month-1.remove");
        await("the weeks", () -> overview.scope().drill("by-month").levels().size() == 2 && overview.settled());
        window.shell().forceActive();
        overview.control().forceFocus();
        overview.reach("by-month");
        hands.key(KeyEvent.VK_BACK_SPACE);
        await("months again", () -> overview.scope().drill("by-month").isNone());

        String customer = Objects.requireNonNull(
                asked(MetricQuery.of("revenue").by("customer").top(1))
                        .column("customer")
                        .textAt(0));
        find(customer);
        awaitFront("customer:" + customer);

        close();
        open(WorkbenchOptions.defaults("test").sized(1280, 800).themed(Theme.DARK));
        await("the tabs", () -> window.pages().all().size() == 3);
        assertThat(window.pages().all()).extracting(Page::id).contains(TREE, "customer:" + customer);
        window.pages().show(window.pages().find(TREE).orElseThrow());
        await("its pictures", () -> front().settled());
        assertThat(drill((DashboardPage) front()).levels()).hasSize(1);
        hands.photograph("breakdown-dark");
    }

    private void find(String customer) {
        await("the palette", () -> {
            if (palettes().isEmpty() && display.getActiveShell() == window.shell()) {
                hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_K);
                settle();
            } else if (palettes().isEmpty()) {
                window.shell().forceActive();
            }
            return palettes().size() == 1;
        });
        Shell palette = palettes().get(0);
        Text search = (Text) child(palette, "palette-search");
        Table list = (Table) child(palette, "palette-list");
        search.setText(customer);
        await(
                "the customer",
                () -> list.getItemCount() > 0 && list.getItem(0).getText(1).equals("Customer"));
        assertThat(list.getItem(0).getText(0)).contains(customer);
        search.notifyListeners(SWT.DefaultSelection, new Event());
    }

    private List<Shell> palettes() {
        return Arrays.stream(display.getShells())
                .filter(s -> "command-palette".equals(s.getData("name")))
                .toList();
    }

    private static Control child(Composite in, String name) {
        return Arrays.stream(in.getChildren())
                .filter(c -> name.equals(c.getData("name")))
                .findFirst()
                .orElseThrow();
    }
}
