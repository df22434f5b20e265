package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.workbench.frame.FilterBar;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.scope.ParameterForm;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** A person narrows a dashboard down, and goes back. */
class FilterTest extends SampleOnScreen {
    private String orders(DashboardPage page) {
        await("its pictures", page::settled);
        return page.sight().describes("orders");
    }

    private void awaitOrders(DashboardPage page, String what, String not) {
        await(what, () -> page.settled() && !page.sight().describes("orders").equals(not));
    }

    @Test
    void aMarkThatIsPickedNarrowsTheOtherCardsAndUndoTakesItBack() {
        DashboardPage page = dashboard(OVERVIEW);
        String all = orders(page);
        String countries = page.sight().describes("by-country");
        page.reach("by-country");
        hands.key(KeyEvent.VK_RIGHT);
        hands.key(KeyEvent.VK_ENTER);
        awaitOrders(page, "fewer orders", all);
        String few = orders(page);
        assertThat(page.scope().selection("by-country"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Filter.Members.class, m -> assertThat(m.dimension()).isEqualTo("country"));
        assertThat(page.sight().describes("by-country"))
                .as("its own marks stay")
                .isEqualTo(countries);
        FilterBar bar = window.frame().filters();
        assertThat(bar.place("picked-by-country.remove")).isPresent();

        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        awaitOrders(page, "all orders again", few);
        assertThat(orders(page)).isEqualTo(all);
        assertThat(page.scope().selections()).isEmpty();
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
        awaitOrders(page, "few again", all);
        assertThat(orders(page)).isEqualTo(few);

        click(bar, "picked-by-country.remove");
        awaitOrders(page, "all after the cross", few);
        assertThat(orders(page)).isEqualTo(all);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        awaitOrders(page, "few after undo", all);
        click(bar, "clear");
        awaitOrders(page, "all after clear", few);
    }

    @Test
    void membersAreSearchedTickedAndApplied() {
        DashboardPage page = dashboard(OVERVIEW);
        String all = orders(page);
        ScopeActions actions = new ScopeActions(
                window.shell(),
                () -> page,
                window::colours,
                new org.clientele.platform.workbench.page.Background(display),
                c -> {},
                List::of,
                filters -> {});
        actions.edit("country", new Point(300, 200));
        Shell picker = picker("member-picker");
        Table list = (Table) find(picker, "member-list");
        await("members", () -> list.getItemCount() > 1);
        int members = list.getItemCount();
        String first = list.getItem(0).getText(0);
        ((Text) find(picker, "member-search")).setText(first);
        assertThat(list.getItemCount()).isLessThan(members).isPositive();
        list.getItem(0).setChecked(true);
        Event tick = new Event();
        tick.detail = SWT.CHECK;
        tick.item = list.getItem(0);
        list.notifyListeners(SWT.Selection, tick);
        list.notifyListeners(SWT.DefaultSelection, new Event());
        assertThat(picker.isDisposed()).isTrue();
        assertThat(page.scope().filters()).containsExactly(Filter.in("country", first));
        awaitOrders(page, "fewer orders", all);
        assertThat(window.frame().filters().place("filter-0")).isPresent();
    }

    @Test
    void aFilterHoldsOnAllDashboardsUntilItIsTakenBack() {
        DashboardPage pad = dashboard(PAD);
        DashboardPage page = dashboard(OVERVIEW);
        String all = orders(page);
        Filter filter = Filter.between("quantity", "2", null);
        page.narrow(page.scope().filtered(List.of(filter)), "filter");
        awaitOrders(page, "fewer", all);
        String few = orders(page);
        FilterBar bar = window.frame().filters();
        click(bar, "filter-0.everywhere");
        assertThat(page.scope().filters()).isEmpty();
        assertThat(page.everywhere()).containsExactly(filter);
        assertThat(pad.everywhere()).containsExactly(filter);
        await("still few", () -> page.settled() && orders(page).equals(few));
        assertThat(page.bookmark("b").scope().filters()).containsExactly(filter);
        page.restore(page.bookmark("b"));
        assertThat(page.scope().filters()).as("it holds already").isEmpty();
        page.history().orElseThrow().undo();
        await(
                "its chip",
                () -> bar.place("everywhere-0").isEmpty()
                        && bar.place("everywhere-0.remove").isPresent());
        WindowState noted = new WindowState(window.shell(), window.preferences());
        assertThat(noted.everywhere(page.session())).containsExactly(filter);
        window.pages().close(pad);
        assertThat(dashboard(PAD).everywhere()).as("opened later").containsExactly(filter);
        window.pages().show(page);
        settle();
        click(bar, "everywhere-0.remove");
        awaitOrders(page, "all", few);
        assertThat(orders(page)).isEqualTo(all);
        page.history().orElseThrow().undo();
        awaitOrders(page, "few again", all);
        page.history().orElseThrow().undo();
        await(
                "a filter of its own",
                () -> page.scope().filters().equals(List.of(filter))
                        && page.everywhere().isEmpty());
    }

    @Test
    void aSliderChoosesAParameterOfAnAnalysisAndTheCardFollows() {
        DashboardPage page = dashboard(PAD);
        String two = page.sight().describes("shares");
        ParameterForm.open(
                window.shell(),
                window.colours(),
                page,
                "Shares",
                page.view().parameters("shares"),
                new Point(200, 200));
        Shell form = picker("parameters");
        Scale scale = (Scale) find(form, "parameter-named");
        assertThat(scale.getMaximum()).isEqualTo(3);
        scale.setSelection(0);
        scale.notifyListeners(SWT.Selection, new Event());
        await(
                "one country",
                () -> page.settled() && !page.sight().describes("shares").equals(two));
        assertThat(page.scope().parameters()).containsEntry("named", "1");
        assertThat(window.frame().filters().place("parameter-named.remove")).isPresent();
        find(form, "parameters-reset").notifyListeners(SWT.Selection, new Event());
        await(
                "as it was",
                () -> page.settled() && page.sight().describes("shares").equals(two));
        assertThat(page.scope().parameters()).isEmpty();
        page.history().orElseThrow().undo();
        assertThat(page.scope().parameters()).containsEntry("named", "1");
        form.close();
    }

    @Test
    void aSliderInAPictureChoosesForAllCardsWhenItIsLetGoAndOneUndoTakesItBack() {
        DashboardPage page = dashboard(PAD);
        String two = page.sight().describes("shares");
        page.reveal("choice");
        await("the card in view", page::settled);
        Rectangle card = bounds(page, "choice");
        double left = card.x + 16 + (card.width - 32) / 2.0 + 10;
        double wide = card.x + card.width - 16 - left;
        int y = card.y + 42 + (card.height - 42 - 16) / 6;
        hands.drag(page.control(), (int) (left + 0.1 * wide), y, (int) (left + 0.6 * wide), y);
        await("three countries", () -> "3".equals(page.scope().parameters().get("named")));
        await(
                "the other card",
                () -> page.settled() && !page.sight().describes("shares").equals(two));
        assertThat(page.sight().looks("choice").orElseThrow().get("cut")).isNull();
        page.history().orElseThrow().undo();
        await(
                "as it was",
                () -> page.settled() && page.sight().describes("shares").equals(two));
        assertThat(page.scope().parameters()).isEmpty();
        assertThat(page.history().orElseThrow().undoable()).isEmpty();
    }

    @Test
    void anotherPeriodAndComparisonAreStepsToo() {
        DashboardPage page = dashboard(OVERVIEW);
        String best = orders(page);
        window.desk().common().period(PeriodChoice.LAST_MONTH);
        awaitOrders(page, "a month", best);
        page.narrow(page.scope().compared(Comparison.NONE), "compare");
        assertThat(page.history().orElseThrow().undoable()).contains("compare");
        page.history().orElseThrow().undo();
        page.history().orElseThrow().undo();
        await(
                "the best days",
                () -> page.settled() && page.sight().describes("orders").equals(best));
        assertThat(page.scope().choice()).isNull();
        assertThat(page.history().orElseThrow().undoable()).isEmpty();
    }

    private Shell picker(String name) {
        await(name, () -> shells(name).size() == 1);
        return shells(name).get(0);
    }

    private List<Shell> shells(String name) {
        return Arrays.stream(display.getShells())
                .filter(s -> name.equals(s.getData("name")))
                .toList();
    }

    private static Control find(Composite in, String name) {
        return Arrays.stream(in.getChildren())
                .filter(c -> name.equals(c.getData("name")))
                .findFirst()
                .orElseThrow();
    }
}
