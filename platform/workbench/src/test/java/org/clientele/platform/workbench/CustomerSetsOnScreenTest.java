package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.platform.runtime.sets.ComparisonBoard;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.scope.History;
import org.clientele.platform.workbench.sets.SetsPage;
import org.clientele.sdk.query.Filter;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** A person makes sets of what she looks at, filters by one, compares two, and takes it back. */
class CustomerSetsOnScreenTest extends SampleOnScreen {
    @Test
    void whatIsOnShowBecomesASetThatFiltersComparesAndCanBeTakenBack() {
        DashboardPage page = dashboard(OVERVIEW);
        String all = page.sight().describes("orders");
        page.narrow(page.scope().filtered(List.of(Filter.in("country", "Germany"))), "filter");
        await(
                "German orders",
                () -> page.settled() && !page.sight().describes("orders").equals(all));
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_M);
        make("German");
        CustomerSet german = set("German");
        assertThat(german.fixed()).isTrue();
        page.narrow(page.scope().filtered(List.of()), "clear");
        window.commands().makeSet();
        make("Everybody");

        window.shell().forceActive();
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_S);
        awaitFront(SetsPage.ID);
        SetsPage list = (SetsPage) front();
        await("counts", list::settled);
        click(list, "set:" + german.id());
        click(list, "set:" + set("Everybody").id());
        click(list, "compare");
        awaitFront(ComparisonBoard.entry(german, set("Everybody")).id());
        await("the comparison", () -> front().settled());
        assertThat(((DashboardPage) front()).sight().describes("overlap")).contains("Both");

        window.desk().sets((sets, open) -> sets.targets().get(0).filter().accept(german));
        awaitFront(OVERVIEW);
        await(
                "orders of Germans",
                () -> page.settled() && !page.sight().describes("orders").equals(all));
        assertThat(page.scope().filters()).containsExactly(Filter.in(CustomerSets.DIMENSION, "german"));
        assertThat(window.frame().filters().place("filter-0")).isPresent();

        window.commands().showSets();
        awaitFront(SetsPage.ID);
        History history = front().history().orElseThrow();
        assertThat(history.undoable()).contains("make the customer set Everybody");
        String everybody = "set:" + set("Everybody").id();
        history.undo();
        await(
                "one set on show",
                () -> sets().all().size() == 1 && list.place(everybody).isEmpty());
        history.redo();
        await("two sets", () -> sets().all().size() == 2);
        await("both on show", () -> list.place("set:" + set("Everybody").id()).isPresent());
        // What is gone is not chosen any more, and the other one still is.
        click(list, "set:" + german.id());
        click(list, "set:" + set("Everybody").id());
        list.control().setFocus();
        hands.key(KeyEvent.VK_DELETE);
        await("deleted", () -> sets().deleted().size() == 1);
        await(
                "the way back",
                () -> list.place("restore:" + sets().deleted().get(0).id()).isPresent());
    }

    private CustomerSets sets() {
        return window.desk().workspace().orElseThrow().session().sets();
    }

    private CustomerSet set(String name) {
        return sets().get(name);
    }

    /** Writes the name into the form and presses its button. */
    private void make(String name) {
        await("the form", () -> form().isPresent());
        Shell form = form().orElseThrow();
        ((Text) find(form, "set-name")).setText(name);
        ((Button) find(form, "set-save")).notifyListeners(org.eclipse.swt.SWT.Selection, null);
        await("the set " + name, () -> form.isDisposed());
        assertThat(sets().all()).extracting(CustomerSet::name).contains(name);
    }

    private Optional<Shell> form() {
        return Arrays.stream(display.getShells())
                .filter(s -> "set-form".equals(s.getData("name")))
                .findFirst();
    }

    private static Control find(Composite in, String name) {
        return all(in).filter(c -> name.equals(c.getData("name"))).findFirst().orElseThrow();
    }

    private static Stream<Control> all(Composite in) {
        return Arrays.stream(in.getChildren())
                .flatMap(c -> c instanceof Composite inner ? Stream.concat(Stream.of(c), all(inner)) : Stream.of(c));
    }
}
