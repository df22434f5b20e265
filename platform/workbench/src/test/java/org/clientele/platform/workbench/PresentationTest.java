package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.List;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.present.Presentation;
import org.clientele.sdk.query.Filter;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

/** Bookmarks are shown to a room, and the window is as it was before. */
class PresentationTest extends SampleOnScreen {
    private static final Filter FILTER = Filter.between("quantity", "2", null);

    private void keep(DashboardPage page, String title) {
        int before = window.bookmarks().known().size();
        window.bookmarks().save(page.session(), page.bookmark(title));
        await(title, () -> window.bookmarks().known().size() == before + 1);
    }

    private Presentation start() {
        window.shell().forceActive();
        settle();
        hands.key(KeyEvent.VK_F11);
        await("the presentation", () -> window.bookmarks().presented().isPresent());
        return window.bookmarks().presented().orElseThrow();
    }

    @Test
    void bookmarksAreShownOneAfterTheOtherAndTheTabsStayAsTheyAre() {
        DashboardPage page = dashboard(OVERVIEW);
        String all = page.sight().describes("orders");
        keep(page, "1 All of it");
        page.narrow(page.scope().filtered(List.of(FILTER)), "filter");
        await("fewer", () -> page.settled() && !page.sight().describes("orders").equals(all));
        String few = page.sight().describes("orders");
        page.hide("revenue");
        await(
                "fewer cards",
                () -> page.settled() && page.sight().tileBounds("revenue").isEmpty());
        keep(page, "2 Two or more");
        page.history().orElseThrow().undo();
        await(
                "all cards",
                () -> page.settled() && page.sight().tileBounds("revenue").isPresent());
        page.narrow(page.scope().filtered(List.of()), "clear");
        await(
                "all again",
                () -> page.settled() && page.sight().describes("orders").equals(all));

        Presentation shown = start();
        await(
                "the first one",
                () -> shown.page().settled()
                        && shown.page().sight().describes("orders").equals(all));
        assertThat(shown.heading()).startsWith("1 All of it\n").contains(page.title());
        assertThat(shown.page().control().getShell().getBounds())
                .isEqualTo(window.shell().getMonitor().getBounds());
        hands.key(KeyEvent.VK_PAGE_DOWN);
        await("the second one", () -> shown.index() == 1 && shown.page().settled());
        await("its filter", () -> shown.page().sight().describes("orders").equals(few));
        assertThat(shown.heading()).startsWith("2 Two or more\n").contains("Quantity");
        assertThat(shown.page().sight().tileBounds("revenue"))
                .as("hidden in the bookmark")
                .isEmpty();
        hands.key(KeyEvent.VK_PAGE_DOWN);
        settle();
        assertThat(shown.index()).as("there is no third one").isOne();
        hands.key(KeyEvent.VK_P);
        await("it goes on", shown::playing);
        hands.key(KeyEvent.VK_LEFT);
        await("back", () -> shown.index() == 0);
        hands.key(KeyEvent.VK_ESCAPE);
        await("the end", shown::ended);
        assertThat(front()).isSameAs(page);
        assertThat(page.sight().tileBounds("revenue")).as("here all are shown").isPresent();
        assertThat(page.scope().filters()).isEmpty();
        assertThat(window.bookmarks().presented()).isEmpty();
    }

    @Test
    void withoutBookmarksTheOpenTabsAreShownAndTheQuestionMarkListsTheKeys() {
        dashboard(OVERVIEW);
        dashboard(PAD);
        Presentation shown = start();
        await("its pictures", () -> shown.page().settled());
        assertThat(shown.heading()).startsWith(window.pages().all().get(0).title());
        hands.key(KeyEvent.VK_END);
        await("the last one", () -> shown.index() == window.pages().all().size() - 1);
        shown.close();
        window.shell().forceActive();
        settle();
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_SLASH);
        await("the list", () -> sheet() != null);
        Shell sheet = sheet();
        assertThat(sheet).isNotNull();
        sheet.close();
    }

    private Shell sheet() {
        for (Shell shell : display.getShells()) {
            if (shell.getText().equals("Keyboard shortcuts")) {
                return shell;
            }
        }
        return null;
    }
}
