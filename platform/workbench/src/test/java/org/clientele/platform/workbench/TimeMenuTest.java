package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.ShownAs;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Running;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** A person chooses days by rules and looks at a card's steps in other ways. */
class TimeMenuTest extends SampleOnScreen {
    private final List<Menu> opened = new ArrayList<>();

    /** The menu that a deed opens. */
    private Menu menu(Runnable deed) {
        opened.clear();
        Listener shown = e -> {
            if (e.widget instanceof Menu menu) {
                opened.add(menu);
            }
        };
        display.addFilter(SWT.Show, shown);
        deed.run();
        await("the menu", () -> !opened.isEmpty());
        display.removeFilter(SWT.Show, shown);
        settle();
        return opened.get(0);
    }

    private static MenuItem item(Menu menu, String text) {
        return Arrays.stream(menu.getItems())
                .filter(i -> i.getText().replace("&", "").split("  ·  ")[0].equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + Arrays.toString(menu.getItems())));
    }

    private void choose(MenuItem item) {
        item.setSelection(true);
        item.notifyListeners(SWT.Selection, new Event());
        hands.key(KeyEvent.VK_ESCAPE);
        hands.key(KeyEvent.VK_ESCAPE);
        settle();
    }

    @Test
    void daysAreChosenByRuleWithTheDaysTheyComeToBesideThem() {
        DashboardPage page = dashboard(OVERVIEW);
        Menu menu = menu(() -> click(window.frame().filters(), "period"));
        MenuItem quarter = item(menu, "Quarter to date");
        String days = quarter.getText().split("  ·  ")[1];
        // All data, year to date, quarter to date.
        hands.key(KeyEvent.VK_DOWN);
        hands.key(KeyEvent.VK_DOWN);
        hands.key(KeyEvent.VK_DOWN);
        hands.key(KeyEvent.VK_ENTER);
        await(
                "the quarter",
                () -> page.settled() && PeriodChoice.toDate(Grain.QUARTER).equals(page.period()));
        assertThat(page.periodLabel()).isEqualTo(days);

        Menu again = menu(() -> click(window.frame().filters(), "period"));
        choose(item(again, "Rolling…"));
        await("the prompt", () -> prompt() != null);
        Text words = (Text) prompt().getChildren()[0];
        words.setText("45 days");
        prompt().getDefaultButton().notifyListeners(SWT.Selection, new Event());
        await(
                "45 days",
                () -> page.settled() && PeriodChoice.rolling(45, Grain.DAY).equals(page.period()));
        assertThat(page.scope().choice()).hasToString("rolling:45d");
        page.history().orElseThrow().undo();
        await("the quarter again", () -> page.settled() && page.periodLabel().equals(days));
    }

    private Shell prompt() {
        return Arrays.stream(display.getShells())
                .filter(s -> "rolling-picker".equals(s.getData("name")))
                .findFirst()
                .orElse(null);
    }

    @Test
    void theStepsOfACardAreShownToDateUndoneAndRedone() {
        DashboardPage page = dashboard(OVERVIEW);
        page.control().forceFocus();
        page.reach("by-month");
        settle();
        String before = page.sight().describes("by-month");
        Menu menu = menu(() -> hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_F10));
        Menu steps = item(menu, "Show steps as").getMenu();
        assertThat(item(steps, "Per step").getSelection()).isTrue();
        choose(item(steps, "Year to date"));
        await(
                "the year to date",
                () -> page.settled() && page.sight().describes("by-month").contains("year to date"));
        assertThat(page.scope().shown("by-month")).isEqualTo(new ShownAs(Running.toDate(Grain.YEAR), false));
        assertThat(page.bookmark("b").scope().shown("by-month").running()).hasToString("ytd");
        page.history().orElseThrow().undo();
        await(
                "as before",
                () -> page.settled() && page.sight().describes("by-month").equals(before));
        page.history().orElseThrow().redo();
        await("to date again", () -> page.sight().describes("by-month").contains("year to date"));
    }
}
