package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.query.Filter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;

/** A person keeps what she found, and finds it again by typing. */
class BookmarkPaletteTest extends SampleOnScreen {
    private static final Filter FILTER = Filter.between("quantity", "2", null);

    /** Without a window manager nobody has the keyboard after a window was closed, so it is given back before each try. */
    private Shell palette() {
        await("the palette", () -> {
            if (open().isEmpty() && display.getActiveShell() == window.shell()) {
                hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_K);
                settle();
            } else if (open().isEmpty()) {
                window.shell().forceActive();
            }
            return open().size() == 1;
        });
        return open().get(0);
    }

    private List<Shell> open() {
        return Arrays.stream(display.getShells())
                .filter(s -> "command-palette".equals(s.getData("name")))
                .toList();
    }

    private static Control find(Composite in, String name) {
        return Arrays.stream(in.getChildren())
                .filter(c -> name.equals(c.getData("name")))
                .findFirst()
                .orElseThrow();
    }

    private void choose(String typed, String label) {
        Shell palette = palette();
        Text search = (Text) find(palette, "palette-search");
        Table list = (Table) find(palette, "palette-list");
        search.setText(typed);
        assertThat(list.getItem(0).getText(0)).isEqualTo(label);
        search.notifyListeners(SWT.DefaultSelection, new Event());
        assertThat(palette.isDisposed()).isTrue();
    }

    @Test
    void aBookmarkBringsFiltersBackFromThePalette() {
        DashboardPage page = dashboard(OVERVIEW);
        String all = page.sight().describes("orders");
        page.narrow(page.scope().filtered(List.of(FILTER)), "filter");
        await("fewer", () -> page.settled() && !page.sight().describes("orders").equals(all));
        String few = page.sight().describes("orders");
        window.bookmarks().save(page.session(), page.bookmark("Two or more"));
        await("the bookmark", () -> window.bookmarks().known().size() == 1);
        page.narrow(page.scope().filtered(List.of()), "clear");
        await(
                "all again",
                () -> page.settled() && page.sight().describes("orders").equals(all));
        choose("two MORE", "Two or more");
        await(
                "the bookmark's",
                () -> page.settled() && page.sight().describes("orders").equals(few));
        assertThat(page.history().orElseThrow().undo()).isTrue();
        await("undone", () -> page.settled() && page.sight().describes("orders").equals(all));
        window.bookmarks().remove(window.bookmarks().known().get(0));
        await("gone", () -> window.bookmarks().known().isEmpty());
    }

    @Test
    void aBookmarkBringsTheCardsBackAsTheyStoodAndOneStepTakesItBack() {
        DashboardPage page = dashboard(OVERVIEW);
        String first = page.view().spec().tiles().get(0).id();
        int own = bounds(page, first).width;
        page.reach(first);
        settle();
        hands.key(KeyEvent.VK_ALT, KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        await("wider", () -> page.settled() && page.sight().tileBounds(first).orElseThrow().width > own);
        int wide = bounds(page, first).width;
        window.bookmarks().save(page.session(), page.bookmark("Wide"));
        await("the bookmark", () -> window.bookmarks().known().size() == 1);
        Arrangement kept = page.session().arrangements().current(OVERVIEW);
        page.history().orElseThrow().undo();
        await("narrow", () -> page.settled() && bounds(page, first).width == own);

        choose("wide", "Wide");
        await("the bookmark's", () -> page.settled() && bounds(page, first).width == wide);
        assertThat(page.session().arrangements().current(OVERVIEW)).isEqualTo(kept);
        page.history().orElseThrow().undo();
        await("narrow again", () -> page.settled() && bounds(page, first).width == own);
        assertThat(page.session().arrangements().current(OVERVIEW)).isEqualTo(Arrangement.OWN);

        window.pages().close(page);
        choose("wide", "Wide");
        awaitFront(OVERVIEW);
        DashboardPage again = (DashboardPage) front();
        await(
                "in a new tab",
                () -> again.settled()
                        && again.sight()
                                .tileBounds(first)
                                .filter(b -> b.width == wide)
                                .isPresent());
        again.history().orElseThrow().undo();
        await("also undone", () -> again.settled() && bounds(again, first).width == own);
    }

    @Test
    void fullScreenOfACardIsUndoneRedoneAndKept() {
        DashboardPage page = dashboard(OVERVIEW);
        String first = page.view().spec().tiles().get(0).id();
        int own = bounds(page, first).width;
        Rectangle card = bounds(page, first);
        hands.click(page.control(), new Rectangle(card.x + card.width - 64, card.y + 12, 20, 20));
        await("alone", () -> page.settled() && bounds(page, first).width > 2 * own);
        int alone = bounds(page, first).width;
        window.bookmarks().save(page.session(), page.bookmark("Alone"));
        await("the bookmark", () -> window.bookmarks().known().size() == 1);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        await("all", () -> page.settled() && bounds(page, first).width == own);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
        await("alone again", () -> page.settled() && bounds(page, first).width == alone);
        hands.escape();
        await("all again", () -> page.settled() && bounds(page, first).width == own);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        await("leaving is a step too", () -> page.settled() && bounds(page, first).width == alone);
        window.pages().close(page);
        choose("alone", "Alone");
        awaitFront(OVERVIEW);
        DashboardPage again = (DashboardPage) front();
        await(
                "from the bookmark",
                () -> again.settled()
                        && again.sight()
                                .tileBounds(first)
                                .filter(b -> b.width == alone)
                                .isPresent());
    }

    @Test
    void dashboardsMetricsAndCommandsAreFoundByTyping() {
        dashboard(OVERVIEW);
        choose("pad", "Pad");
        awaitFront(PAD);
        choose("about average order", "About Average order value");
        await(
                "what it is",
                () -> Arrays.stream(display.getShells())
                        .anyMatch(s -> s.getText().equals("Average order value")));
        Arrays.stream(display.getShells())
                .filter(s -> s.getText().equals("Average order value"))
                .forEach(Shell::close);
        choose("dark", ThemeChoice.DARK.label().replace("&", ""));
        await("dark", () -> window.colours().dark());
    }

    /** What the next window would find, were this one killed now. */
    private WindowState noted() {
        return new WindowState(window.shell(), Preferences.load());
    }

    @Test
    void filtersAndTabsOutliveTheWindow() {
        DashboardPage page = dashboard(OVERVIEW);
        page.narrow(page.scope().filtered(List.of(FILTER)), "filter");
        await(
                "noted",
                () -> noted().scope(page.session(), OVERVIEW, null).filters().equals(List.of(FILTER)));
        // Tabs are noted as they are opened and shown, too: a process that is killed now loses none.
        dashboard(PAD);
        await(
                "the tab noted",
                () -> noted().tabs().equals(List.of(OVERVIEW, PAD))
                        && noted().front().equals(PAD));
        window.desk().openDashboard(OVERVIEW);
        await("the other in front noted", () -> noted().front().equals(OVERVIEW));
        close();
        open(WorkbenchOptions.defaults("test").sized(1280, 800).themed(Theme.LIGHT));
        awaitFront(OVERVIEW);
        assertThat(window.pages().all()).extracting(Page::id).containsExactly(OVERVIEW, PAD);
        await("its pictures", () -> front().settled());
        assertThat(((DashboardPage) front()).scope().filters()).containsExactly(FILTER);
        assertThat(window.frame().filters().place("filter-0")).isPresent();

        TrialWorkspace other = TrialWorkspace.withSample(temporary.resolve("other"));
        window.desk().load(other.folder());
        await(
                "the other workspace",
                () -> window.desk()
                        .workspace()
                        .filter(w -> w.workspace().directory().startsWith(temporary.resolve("other")))
                        .isPresent());
        awaitFront(OVERVIEW);
        assertThat(((DashboardPage) front()).scope().filters())
                .as("another workspace has its own")
                .isEmpty();
    }
}
