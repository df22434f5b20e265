package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import org.clientele.platform.workbench.frame.NavigationPane;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PreferencesPage;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.scope.History;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

/** Finding, keeping and ordering dashboards, and what a person prefers. */
class NavigationTest extends SampleOnScreen {
    private NavigationPane navigation() {
        return window.frame().navigation();
    }

    @Test
    void aSearchFiltersAndEnterOpensTheFirst() {
        await("the entries", () -> navigation().place("nav:" + OVERVIEW).isPresent());
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
        await("the field", () -> navigation().searchField().isFocusControl());
        for (int key : new int[] {KeyEvent.VK_H, KeyEvent.VK_A, KeyEvent.VK_L, KeyEvent.VK_F}) {
            hands.key(key);
        }
        await("only what answers", () -> navigation().place("nav:" + OVERVIEW).isEmpty());
        assertThat(navigation().place("nav:" + BROKEN)).isPresent();
        hands.key(KeyEvent.VK_ENTER);

        awaitFront(BROKEN);
        await("all again", () -> navigation().place("nav:" + OVERVIEW).isPresent());
    }

    @Test
    void aFavouriteStandsFirstAndIsRememberedUntilItIsTakenAway() {
        click(navigation(), "star:nav:" + PAD);
        await("among favourites", () -> navigation().place("fav:" + PAD).isPresent());
        assertThat(navigation().place("fav:" + PAD).orElseThrow().y)
                .isLessThan(navigation().place("nav:" + OVERVIEW).orElseThrow().y);
        close();
        open(WorkbenchOptions.defaults("test").sized(1280, 800));
        awaitFront(OVERVIEW);
        click(navigation(), "fav:" + PAD);
        awaitFront(PAD);
        click(navigation(), "star:fav:" + PAD);
        await("no favourites", () -> navigation().place("fav:" + PAD).isEmpty());
    }

    @Test
    void aDraggedTabTakesThePlaceOfAnother() {
        dashboard(BROKEN);
        dashboard(PAD);
        DrawnPane tabs = window.frame().tabs();
        await("three tabs", () -> tabs.place("tab:2").isPresent());
        Rectangle last = tabs.place("tab:2").orElseThrow();
        Rectangle first = tabs.place("tab:0").orElseThrow();
        int y = last.y + last.height / 2;
        hands.drag(tabs.control(), last.x + 20, y, first.x + 10, y);

        await("a new order", () -> window.pages().all().get(0).id().equals(PAD));
        assertThat(window.pages().all()).extracting(Page::id).containsExactly(PAD, OVERVIEW, BROKEN);
        assertThat(front().id()).isEqualTo(PAD);
    }

    @Test
    void preferencesAreInForceAtOnceAndRemembered() {
        DashboardPage page = dashboard(OVERVIEW);
        int before = bounds(page, "by-month").height;
        click(navigation(), "nav:preferences");
        awaitFront(PreferencesPage.ID);
        DrawnPane preferences = (DrawnPane) front();

        click(preferences, "choice:theme:2");
        await("dark", () -> window.colours().dark());
        click(preferences, "choice:density:1");
        await("compact", () -> window.compact());
        click(preferences, "choice:motion:2");
        await("calm", () -> window.calm());
        History history = front().history().orElseThrow();
        while (history.undo()) {
            settle();
        }
        await(
                "as before",
                () -> !window.calm() && !window.compact() && !window.colours().dark());
        while (history.redo()) {
            settle();
        }
        await(
                "chosen again",
                () -> window.calm() && window.compact() && window.colours().dark());
        window.pages().show(page);
        await("its pictures", page::settled);
        assertThat(bounds(page, "by-month").height).isLessThan(before);

        close();
        open(WorkbenchOptions.defaults("test").sized(1280, 800));
        awaitFront(OVERVIEW);
        assertThat(window.colours().dark()).isTrue();
        assertThat(window.compact()).isTrue();
        assertThat(window.calm()).isTrue();
    }

    @Test
    void theWorkspacesWayOfWritingNumbersIsChosenThere() {
        window.desk().showPreferences();
        awaitFront(PreferencesPage.ID);
        click((DrawnPane) front(), "choice:locale");
        hands.key(KeyEvent.VK_DOWN);
        hands.key(KeyEvent.VK_DOWN);
        hands.key(KeyEvent.VK_ENTER);
        await("another locale", () -> !locale().equals("en-GB"));
        await("a step", () -> front().history().orElseThrow().undoable().isPresent());
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        await("the one before", () -> locale().equals("en-GB"));
    }

    private String locale() {
        return window.desk()
                .workspace()
                .orElseThrow()
                .session()
                .settings()
                .get("locale")
                .value();
    }
}
