package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.clientele.platform.workbench.goals.GoalsPage;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** A person sets a goal, sees the figure's status by it, and goes from the figure to what explains it. */
class GoalsOnScreenTest extends SampleOnScreen {
    private static Control find(Composite in, String name) {
        for (Control c : in.getChildren()) {
            if (name.equals(c.getData("name"))) {
                return c;
            }
            if (c instanceof Composite inner && !(c instanceof Combo)) {
                Control found = find(inner, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private Shell form() {
        await(
                "the form",
                () -> Arrays.stream(display.getShells())
                        .anyMatch(s -> s.getText().endsWith("goal")));
        return Arrays.stream(display.getShells())
                .filter(s -> s.getText().endsWith("goal"))
                .findFirst()
                .orElseThrow();
    }

    private static void fill(Shell form, String field, String text) {
        Control control = Objects.requireNonNull(find(form, "goal-" + field));
        if (control instanceof Combo combo) {
            assertThat(combo.getItems()).contains(text);
            combo.setText(text);
        } else {
            ((Text) control).setText(text);
        }
    }

    @Test
    void aGoalThatIsSetGivesAFigureItsStatusAndTheFigureLeadsToItsDetail() {
        DashboardPage page = dashboard(PAD);
        assertThat(page.sight().describes("sales")).contains("No target", "clientele goals set sales");
        Period days = page.days();
        ValueFormat format = page.session().format();
        String first = format.period(Objects.requireNonNull(days.from()), Grain.DAY);

        window.desk().showGoals();
        awaitFront(GoalsPage.ID);
        GoalsPage goals = (GoalsPage) front();
        await("imported targets", goals::settled);
        goals.add();
        Shell form = form();
        fill(form, "metric", "Sales");
        fill(form, "title", "Sell something");
        fill(form, "from", first);
        fill(form, "to", Objects.requireNonNull(days.to()).toString());
        fill(form, "target", "1,000");
        ((Button) Objects.requireNonNull(find(form, "goal-save"))).notifyListeners(SWT.Selection, new Event());
        await("saved", form::isDisposed);
        await("the goal in the list", () -> goals.place("goal:1").isPresent());
        takesTheGoalBackAndSetsItAgain(goals);

        window.desk().openDashboard(PAD);
        await(
                "its status",
                () -> page.settled() && page.sight().describes("sales").contains("Status on target"));
        assertThat(page.sight().describes("sales")).contains("“Sell something”");

        page.narrow(page.scope().filtered(List.of(Filter.between("quantity", "2", null))), "filter");
        await(
                "no goal for a part",
                () -> page.settled() && !page.sight().describes("sales").contains("Status"));
        window.shell().forceActive();
        hands.click(page.control(), bounds(page, "sales"));
        awaitFront(OVERVIEW);
        DashboardPage detail = (DashboardPage) front();
        await(
                "the same data there",
                () -> detail.settled() && detail.scope().filters().size() == 1);
        // Without being brought into view it would begin below the window's end.
        assertThat(bounds(detail, "customers").y).isLessThan(detail.control().getSize().y - 200);

        window.desk().openDashboard(PAD);
        settle();
        page.reveal("sales");
        page.control().setFocus();
        hands.key(KeyEvent.VK_ENTER);
        awaitFront(OVERVIEW);
    }

    /** Two steps back right after each other, and forth again; each waits for the one before. */
    private void takesTheGoalBackAndSetsItAgain(GoalsPage goals) {
        click(goals, "remove:1");
        await("removed", () -> goals.place("goal:1").isEmpty());
        History history = goals.history().orElseThrow();
        assertThat(history.undoable()).contains("remove the goal Sell something");
        history.undo();
        history.undo();
        history.redo();
        await("only set again", () -> goals.place("goal:1").isPresent());
        assertThat(history.undoable()).contains("set the goal Sell something");
        assertThat(history.redoable()).contains("remove the goal Sell something");
    }
}
