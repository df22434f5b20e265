package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import org.clientele.platform.workbench.page.DashboardPage;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

/** What a card can do besides showing its picture. */
class TileTest extends SampleOnScreen {
    /** Chooses an entry of the menu of the tile that has the keyboard, by its underlined letter. */
    private void choose(int... letters) {
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        settle();
        for (int letter : letters) {
            hands.key(letter);
            settle();
        }
    }

    @Test
    void aTileFillsThePageAndEscapeLeadsBack() {
        DashboardPage page = dashboard(OVERVIEW);
        Rectangle before = bounds(page, "by-month");
        hands.moveTo(page.control(), before.x + 40, before.y + 40);
        settle();
        hands.click(page.control(), new Rectangle(before.x + before.width - 64, before.y + 10, 26, 26));

        await("one tile", () -> page.sight().tileBounds("by-country").isEmpty());
        await("its picture", page::settled);
        Rectangle alone = bounds(page, "by-month");
        assertThat(alone.width).isGreaterThan(before.width);
        assertThat(alone.y + alone.height).isLessThanOrEqualTo(page.control().getBounds().height);

        hands.escape();
        await("all tiles", () -> page.sight().tileBounds("by-country").isPresent());
        await("their pictures", page::settled);
        assertThat(bounds(page, "by-month")).isEqualTo(before);
    }

    @Test
    void aChartIsShownAsATableAndBackAgain() {
        DashboardPage page = dashboard(OVERVIEW);
        page.control().forceFocus();
        for (int i = 0; i < 3; i++) {
            hands.key(KeyEvent.VK_TAB);
        }
        settle();
        choose(KeyEvent.VK_T);
        await("a table", () -> page.sight().describes("by-month").contains("First: "));
        hands.key(KeyEvent.VK_RIGHT);
        await("a head of it", () -> page.sight().tip().isPresent());

        choose(KeyEvent.VK_C);
        await("the chart", () -> !page.sight().describes("by-month").contains("First: "));
    }

    @Test
    void whatAPictureSaysIsCopiedAsASentence() {
        DashboardPage page = dashboard(OVERVIEW);
        page.control().forceFocus();
        for (int i = 0; i < 3; i++) {
            hands.key(KeyEvent.VK_TAB);
        }
        settle();
        choose(KeyEvent.VK_O, KeyEvent.VK_S);
        await("copied", () -> window.frame().status().message().startsWith("Copied what"));

        Clipboard clipboard = new Clipboard(display);
        try {
            assertThat(clipboard.getContents(TextTransfer.getInstance()))
                    .isEqualTo(page.sight().describes("by-month"))
                    .asString()
                    .startsWith("Revenue by month. ");
        } finally {
            clipboard.dispose();
        }
    }
}
