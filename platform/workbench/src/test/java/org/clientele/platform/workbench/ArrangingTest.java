package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.platform.runtime.arrange.Placement;
import org.clientele.platform.workbench.page.DashboardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** A person puts the cards where she wants them, and finds every version again. */
class ArrangingTest extends SampleOnScreen {
    private List<String> order(DashboardPage page) {
        return page.session().arrangements().current(OVERVIEW).of(page.session().dashboard(OVERVIEW)).stream()
                .filter(p -> !p.hidden())
                .map(Placement::tile)
                .toList();
    }

    private static Control find(Composite in, String name) {
        return Arrays.stream(in.getChildren())
                .filter(c -> name.equals(c.getData("name")))
                .findFirst()
                .orElseThrow();
    }

    private Shell versions() {
        await(
                "the versions",
                () -> Arrays.stream(display.getShells()).anyMatch(s -> "versions".equals(s.getData("name"))));
        return Arrays.stream(display.getShells())
                .filter(s -> "versions".equals(s.getData("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cardsAreMovedSizedAndHiddenAndEveryVersionComesBack() {
        DashboardPage page = dashboard(OVERVIEW);
        List<String> own = order(page);
        String first = own.get(0);
        String second = own.get(1);
        Rectangle place = bounds(page, first);
        page.reach(first);
        settle();
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        await(
                "they change places",
                () -> page.sight().tileBounds(second).map(b -> b.x == place.x).orElse(false));
        await("pictures", page::settled);
        assertThat(order(page)).startsWith(second, first);

        int width = bounds(page, first).width;
        hands.key(KeyEvent.VK_ALT, KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        await(
                "wider",
                () -> page.sight().tileBounds(first).map(b -> b.width > width).orElse(false));
        page.history().orElseThrow().undo();
        await(
                "as wide as before",
                () -> page.sight().tileBounds(first).map(b -> b.width == width).orElse(false));
        await("pictures", page::settled);

        Rectangle from = bounds(page, first);
        Rectangle to = bounds(page, second);
        hands.drag(page.control(), from.x + 30, from.y + 14, to.x + 40, to.y + 14);
        await("dropped", () -> order(page).equals(own));
        await("pictures", () -> page.settled() && bounds(page, first).x == place.x);
        assertThat(page.session().arrangements().current(OVERVIEW)).isEqualTo(Arrangement.OWN);

        page.hide(first);
        await("hidden", () -> page.sight().tileBounds(first).isEmpty());
        page.versions();
        Shell dialog = versions();
        Table list = (Table) find(dialog, "versions-list");
        assertThat(list.getItem(0).getText(2)).startsWith("hide").endsWith("(in force)");
        list.setSelection(list.getItemCount() - 1);
        list.notifyListeners(SWT.Selection, new Event());
        assertThat(((Text) find(dialog, "versions-differences")).getText()).contains("is shown again");
        ((Button) find(dialog, "versions-restore")).notifyListeners(SWT.Selection, new Event());
        await("the plugin's own", () -> page.sight().tileBounds(first).isPresent() && page.settled());
        assertThat(order(page)).isEqualTo(own);
        page.history().orElseThrow().undo();
        await("hidden again", () -> page.sight().tileBounds(first).isEmpty());

        window.pages().close(page);
        assertThat(dashboard(OVERVIEW).sight().tileBounds(first))
                .as("also after it was closed")
                .isEmpty();
    }
}
